using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// What a force would fire by itself: its path, times dated changes, times the season, less what drones take over. The answer
/// to an opponent's fire comes on top, see <see cref="ResponseEquations"/>.
/// </summary>
internal static class DemandEquations
{
    /// <summary>ln 81: by so much the exponent of a logistic curve grows from a tenth to nine tenths of the way.</summary>
    private const double TenthToNineTenths = 4.394449154672439;

    /// <summary>Rounds of a calibre in this step.</summary>
    public static Term Own(Consumer consumer, Demand demand, Side side)
    {
        var b = side.Builder;
        var path = side.Numbers.PerStep(demand.Required, side.Address(consumer, $"required/{demand.Calibre}"));
        var changed = b.Multiply(path, Changes(consumer, side));
        return b.Multiply(b.Multiply(changed, Season(consumer, side)), b.Rest(Displaced(consumer, side)));
    }

    /// <summary>A number of a mechanism, a share, with the dated changes that act on it.</summary>
    public static Term Strength(Consumer consumer, DemandMechanism mechanism, Term number, Side side)
    {
        var b = side.Builder;
        var changes = Dated.Of<DemandChange>(side, consumer.Name).Where(placed => ((DemandChange)placed.Change).Mechanism == mechanism).ToArray();
        if (changes.Length == 0) return number;
        var factor = changes.Aggregate(b.One, (product, placed) => b.Multiply(product, b.Select(
            Dated.Flag(side, placed.Change), side.Numbers.Of(((DemandChange)placed.Change).Factor, placed.Key + "/factor"), b.One)));
        return b.Min(b.One, b.Multiply(number, factor));
    }

    /// <summary>The product of the factors of all requirement changes.</summary>
    private static Term Changes(Consumer consumer, Side side) => Dated.Of<RequirementChange>(side, consumer.Name)
        .Aggregate(side.Builder.One, (product, placed) => side.Builder.Multiply(product, Factor(placed, (RequirementChange)placed.Change, side)));

    private static Term Factor(PlacedChange placed, RequirementChange change, Side side)
    {
        var b = side.Builder;
        var factor = side.Numbers.Of(change.Factor, placed.Key + "/factor");
        if (change.Onset is null && change.Fading is null) return b.Select(Dated.Flag(side, change), factor, b.One);
        var rise = change.Onset is { } onset
            ? b.Divide(Dated.Days(side, change.From), side.Numbers.Of(onset.Value, placed.Key + "/onset"))
            : b.Flag(Dated.Begin(side, change), b.Steps);
        var fall = change.Until is not { } until ? b.One
            : change.Fading is { } fading ? b.Rest(b.Divide(Dated.Days(side, until), side.Numbers.Of(fading.Value, placed.Key + "/fading")))
            : b.Flag(0, side.Horizon.StepAt(until));
        var weight = b.Max(b.Zero, b.Min(b.One, b.Min(rise, fall)));
        return b.Add(b.One, b.Multiply(b.Subtract(factor, b.One), weight));
    }

    private static Term Season(Consumer consumer, Side side)
    {
        var b = side.Builder;
        if (consumer.Season is not { } season) return b.One;
        var peak = side.Horizon.DaysTo(season.Peak);
        var swing = b.Table([.. Enumerable.Range(0, b.Steps).Select(step => Cosine.OfTurns((step * side.Horizon.StepDays - peak) / 365.25))]);
        var amplitude = Strength(consumer, DemandMechanism.Season, side.Numbers.Of(season.Amplitude.Value, side.Address(consumer, "season/amplitude")), side);
        var factor = b.Add(b.One, b.Multiply(amplitude, swing));
        factor.Label ??= side.Label("season", consumer.Name);
        return factor;
    }

    /// <summary>The share of fire missions that other means have taken over.</summary>
    private static Term Displaced(Consumer consumer, Side side)
    {
        var b = side.Builder;
        if (consumer.Displacement is not { } displacement) return b.Zero;
        var over = side.Numbers.Of(displacement.Over.Value, side.Address(consumer, "displacement/over"));
        var ceiling = side.Numbers.Of(displacement.Ceiling.Value, side.Address(consumer, "displacement/ceiling"));
        var way = b.Divide(Dated.Days(side, displacement.From), over);
        var grown = displacement.Growth == Growth.Linear
            ? b.Min(b.One, b.Max(b.Zero, way))
            : b.Divide(b.One, b.Add(b.One, b.Exp(b.Multiply(b.Constant(TenthToNineTenths), b.Subtract(b.Constant(0.5), way)))));
        var displaced = Strength(consumer, DemandMechanism.Displacement, b.Multiply(ceiling, grown), side);
        displaced.Label ??= side.Label("displaced", consumer.Name);
        return displaced;
    }
}
