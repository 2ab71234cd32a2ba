using Supply.Equations;

namespace Supply.Compilation;

/// <summary>Everything that can be wrong with a scenario, found in one pass.</summary>
internal static class ScenarioChecks
{
    /// <summary>Collects the problems of a scenario and of the metrics to record; returns its changes with the parts they act on.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="metrics">The metrics to record.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="moved">Takes what longer steps move; null: the steps are the scenario's own.</param>
    public static IReadOnlyList<PlacedChange> Run(
        Scenario scenario, Metrics metrics, Problems problems, MovedTimes? moved = null)
    {
        var times = new TimeChecks(scenario.Horizon, problems, moved);
        var numbers = new NumberChecks(times, problems);
        if (scenario.Networks.Count == 0) problems.Add("Scenario", "it has no network.");
        NameChecks.Run(scenario, problems);
        if (scenario.RecordEnds is { } end) times.Inside("RecordEnds", "the end of the record", end);
        foreach (var network in scenario.Networks) NetworkChecks.Run(network, scenario.Networks.Count > 1, numbers);
        new DemandChecks(scenario, problems).Run();
        var placed = new ChangeChecks(scenario, numbers).Run();
        numbers.Close();
        MetricChecks.Run(scenario, metrics, times, problems);
        return placed;
    }
}
