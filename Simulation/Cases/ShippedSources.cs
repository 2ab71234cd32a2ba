using Supply.Evidence;

namespace Supply;

/// <summary>Lists the sources of the shipped cases and of scenarios made from them.</summary>
public static class ShippedSources
{
    /// <summary>
    /// The bibliography of a scenario that cites rows of <see cref="Baselines.Record"/>; print it with
    /// <c>Console.WriteLine(scenario.Sources())</c>.
    /// </summary>
    /// <param name="scenario">The scenario; one that cites another record: <see cref="ScenarioSources.Sources"/>.</param>
    public static SourceList Sources(this Scenario scenario) => scenario.Sources(Baselines.Record);
}
