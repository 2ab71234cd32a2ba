namespace Supply.Compilation;

/// <content>The condition and effect of rounds.</content>
internal sealed partial class NetworkChecks
{
    /// <summary>The condition in which a supplier's rounds arrive.</summary>
    private void Condition(string place, Supplier supplier)
    {
        if (supplier.ReworkTo is { } named) Refer<Reserve>(place, "ReworkTo", named);
        Condition(place, "", supplier.Rework, supplier.Useless, supplier.ReworkTo);
        if (supplier.FirstLots is { } lots) Condition(place, " of the first lots", lots.Rework, lots.Useless, supplier.ReworkTo);
    }

    private void Condition(string place, string of, Fraction reworkShare, Fraction uselessShare, string? reworkTo)
    {
        if (!(values.Fraction(place, "rework" + of, reworkShare) & values.Fraction(place, "useless" + of, uselessShare))) return;
        var (rework, useless) = (Bounds.Of(reworkShare.Value).High, Bounds.Of(uselessShare.Value).High);
        var exact = reworkShare.Value is ExactlyValue && uselessShare.Value is ExactlyValue;
        if (rework <= 1 && useless <= 1 && rework + useless > 1)
        {
            problems.Add(place, $"rework and useless{of} together {(exact ? "are" : "may reach")} {Text.Reach(rework + useless, 1)}; they must be at most 1.");
        }

        if (rework > 0 && reworkTo is null)
        {
            problems.Add(place, $"rework{of} {(exact ? "is" : "may reach")} {Text.Reach(rework, 0)}, but ReworkTo names no reserve to take those rounds.{Choice(Parts<Reserve>())}");
        }
    }

    private void Effects()
    {
        var place = $"Network \"{network.Name}\"";
        var origins = Census.Origins(network.Parts);
        foreach (var effect in network.Effects)
        {
            values.Fraction(place, $"effect of rounds of {effect.Origin}", effect.Effect);
            if (!origins.Contains(effect.Origin.Name)) problems.Add(place, $"effect of rounds of {effect.Origin}: no rounds of that origin.{Nearest.Hint(effect.Origin.Name ?? "", origins)}");
        }

        foreach (var group in network.Effects.GroupBy(effect => effect.Origin).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"it has {group.Count()} effects of rounds of {group.Key}; it may have one.");
        }
    }
}
