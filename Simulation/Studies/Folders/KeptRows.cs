namespace Supply.Studies;

/// <summary>The rows of a study that a folder kept, for further scenarios that are derived from its own.</summary>
/// <param name="own">The baseline of the study as it was written.</param>
/// <param name="opened">The same with the uncertain numbers that the rows have values of.</param>
/// <param name="running">The ensemble with the rows.</param>
/// <param name="words">Where they come from, in a sentence.</param>
internal sealed class KeptRows(Scenario own, Scenario opened, Ensemble running, string words) : ConditionedRows
{
    public override string Words => words;

    public override ParameterMatrix Parameters =>
        running.Parameters ?? throw new InvalidOperationException("A study with opened numbers has no rows of them.");

    public override Discrepancy? Discrepancy => running.Discrepancy;

    public override string? WhyNot(Scenario scenario) => Edited(own, scenario) is null
        && scenario.Horizon.Start == own.Horizon.Start && scenario.WholeRounds == own.WholeRounds
        && own.Changes.All(scenario.Changes.Contains)
        ? null : $"\"{scenario.Name}\" is not derived from \"{own.Name}\", as this study kept it";

    public override Scenario Opened(Scenario scenario) => Opened(own, opened, scenario);
}
