namespace Supply;

/// <summary>A metric over a window of its own.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Window">The days.</param>
public sealed record Outcome(Metric Metric, TimeWindow Window)
{
    /// <summary>For people, for example <c>fired per day, 2025</c>.</summary>
    public override string ToString() => $"{Metric}, {Window}";
}
