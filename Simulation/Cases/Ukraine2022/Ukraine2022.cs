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
}
