namespace Supply.Analysis;

/// <summary>A goal by which policies are judged in each replication.</summary>
/// <param name="Metric">The metric, recorded as a scalar.</param>
/// <param name="Level">The level that must be reached.</param>
public sealed record PolicyGoal(Metric Metric, double Level)
{
    /// <summary>Whether the metric must be at least the level; else at most. Default true: higher is better.</summary>
    public bool IsAtLeast { get; init; } = true;

    /// <summary>The window; null: the first that was declared. Default null.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>Whether a value meets the goal; undefined values do not.</summary>
    public bool IsMet(double value) => IsAtLeast ? value >= Level : value <= Level;

    /// <summary>For people, for example <c>fill rate at least 90 %</c>.</summary>
    public override string ToString() => $"{Metric} at {(IsAtLeast ? "least" : "most")} {Table.Cell(Level, Metric.Measure)}";
}
