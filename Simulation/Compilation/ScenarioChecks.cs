namespace Supply.Compilation;

/// <summary>Everything that can be wrong with a scenario, found in one pass.</summary>
internal static class ScenarioChecks
{
    /// <summary>Collects the problems of a scenario and what is to be recorded; returns its changes with the parts they act on.</summary>
    public static IReadOnlyList<PlacedChange> Run(Scenario scenario, Metrics metrics, Problems problems)
    {
        if (!HorizonIsSound(scenario, problems)) return [];
        var values = new ValueChecks(scenario.Horizon, problems);
        if (scenario.Networks.Count == 0) problems.Add("Scenario", "it has no network.");
        Duplicates(scenario.Networks.Select(network => network.Name), "Scenario", "network", problems);
        if (scenario.RecordEnds is { } end) values.Moment("RecordEnds", end, "the end of the record");
        foreach (var network in scenario.Networks) NetworkChecks.Run(network, scenario.Networks.Count > 1, values, problems);
        var placed = new ChangeChecks(scenario, values, problems).Run();
        MetricChecks.Run(scenario, metrics, problems);
        return placed;
    }

    /// <summary>Reports names that occur more than once.</summary>
    public static void Duplicates(IEnumerable<string> names, string place, string what, Problems problems)
    {
        foreach (var group in names.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"{group.Count()} {what}s are called \"{group.Key}\"; a name must be unique.");
        }
    }

    private static bool HorizonIsSound(Scenario scenario, Problems problems)
    {
        var horizon = scenario.Horizon;
        if (!(horizon.StepDays > 0) || !double.IsFinite(horizon.StepDays))
        {
            problems.Add("Horizon", $"a step is {Text.Number(horizon.StepDays)} days; it must be above 0.");
        }

        if (horizon.Steps < 1) problems.Add("Horizon", $"it has {horizon.Steps} steps; it must have at least 1.");
        if (horizon.Steps > 100_000) problems.Add("Horizon", $"it has {horizon.Steps} steps; it may have at most 100000.");
        return !problems.Any;
    }
}
