namespace Supply.Evidence;

/// <summary>One or more metrics summed over a window.</summary>
/// <param name="Metrics">Metrics of one unit; flows in total.</param>
/// <param name="Window">The days.</param>
public sealed record MetricSum(Items<Metric> Metrics, TimeWindow Window)
{
    /// <summary>The metrics that must be recorded for it.</summary>
    public IEnumerable<Outcome> Outcomes => Metrics.Select(metric => new Outcome(metric, Window));
}
