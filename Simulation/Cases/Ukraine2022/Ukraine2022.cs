using Supply.Evidence;

namespace Supply.Cases;

/// <summary>The evidence on <see cref="Baselines.Ukraine2022"/> and the fire ratio of <see cref="Baselines.BothSides"/>.</summary>
public static class Ukraine2022
{
    /// <summary>Bought around the world by the Czech initiative.</summary>
    public static Origin CzechInitiative { get; } = new("Czech initiative");

    /// <summary>Sent by other partners, or before the counts of the European Union began.</summary>
    public static Origin OtherPartners { get; } = new("Other partners");

    /// <summary>
    /// <see cref="Baselines.BothSides"/> and its record: every row about Ukraine, its partners or the fire ratio is a check or has a reason
    /// why it is not.
    /// </summary>
    public static CaseRecord Record => Ukraine2022Plausibility.Record;

    /// <summary>
    /// <see cref="Baselines.Ukraine2022"/> alone with its record; rows about the fire ratio need both sides and are left out.
    /// </summary>
    public static CaseRecord Alone => field ??= Record with
    {
        Scenario = Baselines.Ukraine2022,
        Checks = [.. Record.Checks.Where(check => check.Outcomes.All(outcome => outcome.Metric.Opponent is null))],
    };
}
