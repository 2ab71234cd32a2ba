using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Fire that a force would choose by itself: its path, times dated changes, times the season, less the part of drones. The answer
/// to an opponent's fire comes on top, see <see cref="ResponseEquations"/>.
/// </summary>
internal static class DemandEquations
{
    /// <summary>Rounds of a calibre in this step.</summary>
    public static Term Own(Consumer consumer, Demand demand, Side side)
    {
        var required = ChangeEquations.Set<RequiredRate>(side, consumer.Name, side.PerStep(consumer, $"required/{demand.Calibre}"),
            change => change.Calibre == demand.Calibre, change => change.Onset);
        return required * Changes(consumer, side) * Season(consumer, side) * (1 - Displaced(consumer, side));
    }

    /// <summary>A number of a mechanism, a share, with the dated changes that act on it.</summary>
    public static Term Strength(Consumer consumer, DemandMechanism mechanism, Term number, Side side)
    {
        var changes = ChangeEquations.Of<DemandChange>(side, consumer.Name).Where(one => one.Change.Mechanism == mechanism).ToArray();
        if (changes.Length == 0) return number;
        var factors = changes.Aggregate(
            side.One, (product, one) => product * If(side.Conditions.Acts(one.Placed), side.Number(one.Placed, "factor"), 1));
        return Min(1, number * factors);
    }

    /// <summary>The product of the factors of all requirement changes.</summary>
    private static Term Changes(Consumer consumer, Side side) => ChangeEquations.Of<RequirementChange>(side, consumer.Name)
        .Aggregate(side.One, (product, one) => product * Factor(one.Change, one.Placed, side));

    private static Term Factor(RequirementChange change, PlacedChange placed, Side side)
    {
        var factor = side.Number(placed, "factor");
        if (change.Onset is null && change.Fading is null) return If(side.Conditions.Acts(placed), factor, 1);
        var rise = Rise(change, placed, side);
        var fall = Fall(change, placed, side);
        var weight = Clamp(Min(rise, fall));
        return 1 + (factor - 1) * weight;
    }

    private static Term Rise(RequirementChange change, PlacedChange placed, Side side) => change.Onset is null
        ? side.Builder.Flag(ChangeEquations.Begin(side, change), side.Builder.Steps)
        : ChangeEquations.Days(side, change.From) / side.Number(placed, "onset");

    private static Term Fall(RequirementChange change, PlacedChange placed, Side side) => change switch
    {
        { Until: null } => side.One,
        { Until: { } until, Fading: null } => side.Builder.Flag(0, side.Horizon.StepAt(until)),
        { Until: { } until } => 1 - ChangeEquations.Days(side, until) / side.Number(placed, "fading"),
    };

    private static Term Season(Consumer consumer, Side side)
    {
        if (consumer.Season is not { } season) return side.One;
        var peak = side.Horizon.DaysTo(season.Peak);
        var swing = side.Table(step => Cosine.OfTurns((step * side.StepDays - peak) / NumberTerms.DaysPerYear));
        var amplitude = Strength(consumer, DemandMechanism.Season, side.Number(consumer, "season/amplitude"), side);
        return (1 + amplitude * swing).Named("season", consumer);
    }

    /// <summary>The share of fire missions that other means have taken over.</summary>
    private static Term Displaced(Consumer consumer, Side side)
    {
        if (consumer.Displacement is not { } displacement) return side.Zero;
        var over = side.Number(consumer, "displacement/over");
        var ceiling = side.Number(consumer, "displacement/ceiling");
        var grown = Grown(displacement.Growth, ChangeEquations.Days(side, displacement.From) / over);
        return Strength(consumer, DemandMechanism.Displacement, ceiling * grown, side).Named("displaced", consumer);
    }

    private static Term Grown(Growth growth, Term x) => growth switch
    {
        Growth.Linear => Min(1, Max(0, x)),
        Growth.Logistic => 1 / (1 + Exp(NumberTerms.TenthToNineTenths * (0.5 - x))),
        _ => throw new NotSupportedException($"Growth {growth} has no equations."),
    };
}
