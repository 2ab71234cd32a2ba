using Supply.Engines;

namespace Supply.Studies;

/// <summary>Rows of a case that are conditioned on published claims.</summary>
internal abstract class ConditionedRows : CaseRows
{
    /// <summary>The claims that they are conditioned on, in words, for tables.</summary>
    public abstract string Words { get; }

    /// <summary>The uncertain numbers of each row.</summary>
    public abstract ParameterMatrix Parameters { get; }

    /// <summary>How far reported quantities lie off in each row; null: not at all.</summary>
    public abstract Discrepancy? Discrepancy { get; }

    /// <summary>
    /// Why the rows say nothing about a scenario that was derived from the case, in words; null: they are rows of it. Changes and parts in
    /// addition to those of the case are free.
    /// </summary>
    public abstract string? WhyNot(Scenario scenario);

    /// <summary>The scenario with the uncertain numbers that the rows have values of.</summary>
    public abstract Scenario Opened(Scenario scenario);

    /// <summary>The first part of a case that a scenario has otherwise, or lacks, or its network; null: it has all of it.</summary>
    protected static string? Edited(Scenario own, Scenario derived)
    {
        if (own.Networks.Count != derived.Networks.Count) return "number of networks";
        foreach (var (network, other) in own.Networks.Zip(derived.Networks))
        {
            if (network.Parts.FirstOrDefault(part => !other.Parts.Contains(part)) is { } edited) return edited.Name;
            if (network != other with { Parts = network.Parts }) return network.Name;
        }

        return null;
    }

    /// <summary>A derived scenario with the opened parts of its case in place of its own; parts that were added stay as they are.</summary>
    protected static Scenario Opened(Scenario own, Scenario opened, Scenario derived) => derived with
    {
        Rows = null,
        Networks = Items.From(own.Networks.Zip(opened.Networks, derived.Networks).Select(one =>
        {
            var places = one.First.Parts.Index().ToDictionary(part => part.Item, part => part.Index);
            return one.Third with
            {
                Parts = Items.From(one.Third.Parts.Select(part => places.TryGetValue(part, out var i) ? one.Second.Parts[i] : part)),
            };
        })),
    };
}
