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
    /// Why the rows say nothing about a scenario that was derived from the case, in words; null: they are rows of it. Changes in addition
    /// to those
    /// of the case are free.
    /// </summary>
    public abstract string? WhyNot(Scenario scenario);

    /// <summary>The scenario with the uncertain numbers that the rows have values of.</summary>
    public abstract Scenario Opened(Scenario scenario);
}
