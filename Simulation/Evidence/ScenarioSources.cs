namespace Supply;

/// <summary>Lists the sources of scenarios.</summary>
public static class ScenarioSources
{
    /// <summary>The bibliography of a scenario; print it with <c>Console.WriteLine(scenario.Sources())</c>.</summary>
    public static SourceList Sources(this Scenario scenario) => new(scenario.Name, Items.From(
        ScenarioNumbers.Of(scenario).Where(number => !number.Left).SelectMany(ScenarioNumbers.Elements)
            .GroupBy(number => (number.Value, number.Unit))
            .Select(group => new SourcedValue(
                Items.From(group.Select(number => number.Place).Distinct(StringComparer.Ordinal)),
                group.Key.Value.Name, group.Key.Value.Words(), group.Key.Unit, group.Key.Value.Source))));
}
