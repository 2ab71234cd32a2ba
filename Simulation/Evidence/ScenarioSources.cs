using Supply.Evidence;

namespace Supply;

/// <summary>Lists the sources of scenarios.</summary>
public static class ScenarioSources
{
    /// <summary>
    /// The bibliography of a scenario that cites rows of a record; print it with <c>Console.WriteLine(scenario.Sources(record))</c>.
    /// </summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">The record; a cited row that it lacks is named as missing.</param>
    public static SourceList Sources(this Scenario scenario, PublishedRecord record) => new(scenario.Name, Items.From(
        ScenarioNumbers.Of(scenario).Where(number => !number.Left).SelectMany(ScenarioNumbers.Elements)
            .GroupBy(number => (number.Value, number.Unit))
            .Select(group => new SourcedValue(
                Items.From(group.Select(number => number.Place).Distinct(StringComparer.Ordinal)),
                group.Key.Value.Name, group.Key.Value.Words(), group.Key.Unit, group.Key.Value.Source))), record);
}
