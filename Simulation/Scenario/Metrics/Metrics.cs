namespace Supply;

/// <summary>
/// The values to record, declared before the run: series (every seventh step; flows as sums since the last recorded step, stocks as
/// end values), and scalars over windows, which are kept for each replication.
/// </summary>
public sealed record Metrics
{
    /// <summary>
    /// Metrics kept as quantile bands over time. Quantiles are exact up to 4,096 replications; beyond, they are within 1/256 of
    /// the exact ones, between the least and the greatest value, and exact where the values around them are equal.
    /// </summary>
    public Items<Metric> Series { get; init; } = Items<Metric>.Empty;

    /// <summary>Metrics kept for each replication and window.</summary>
    public Items<Metric> Scalars { get; init; } = Items<Metric>.Empty;

    /// <summary>The windows of the scalars; none: the whole horizon. Default none.</summary>
    public Items<TimeWindow> Windows { get; init; } = Items<TimeWindow>.Empty;

    /// <summary>Metrics kept for each replication over a window of their own, in addition to the scalars. Default none.</summary>
    public Items<Outcome> Outcomes { get; init; } = Items<Outcome>.Empty;

    /// <summary>Steps between two recorded points of a series, at least 1. Default 7.</summary>
    public int Every { get; init; } = 7;

    /// <summary>
    /// Length of the trailing window of the fill rate that decides exhaustion and of the rate behind days of supply, in days. Default 30.
    /// </summary>
    public int FillDays { get; init; } = 30;

    /// <summary>
    /// Length of the period before the fill days whose mean fire is the benchmark of exhaustion for consumers whose wish follows supply, in
    /// days. Default 365.
    /// </summary>
    public int BenchmarkDays { get; init; } = 365;

    /// <summary>Length of the trailing window of the realised share, in days. Default 90.</summary>
    public int ShareDays { get; init; } = 90;

    /// <summary>Length of the trailing window of a fire ratio over time, in days. Default 30.</summary>
    public int RatioDays { get; init; } = 30;

    /// <summary>
    /// A stock counts as exhausted when the trailing fill rate is below this, or the fire of a consumer whose wish follows supply below
    /// this share of its benchmark, 0..1. Default 0.5.
    /// </summary>
    public double ExhaustionFill { get; init; } = 0.5;

    /// <summary>Fire, fill, stock, days of supply, sources and exhaustion, as the share study reports them.</summary>
    public static Metrics Standard { get; } = new()
    {
        Series =
        [
            Metric.FiredPerDay, Metric.RequiredPerDay, Metric.FillRate, Metric.OnHand, Metric.Reserve, Metric.DaysOfSupply,
            Metric.ProducedPerDay, Metric.RefurbishedPerDay, Metric.ImportedPerDay, Metric.Exportable,
        ],
        Scalars =
        [
            Metric.FiredPerDay, Metric.RequiredPerDay, Metric.FillRate, Metric.OnHand, Metric.DaysOfSupply, Metric.Exhaustion,
            Metric.ProducedPerDay, Metric.RefurbishedPerDay, Metric.ImportedPerDay, Metric.LostPerDay,
        ],
    };

    /// <summary>With scalars over these windows.</summary>
    public Metrics Over(params TimeWindow[] windows) => this with { Windows = Windows.Add(windows) };

    /// <summary>With further metrics over a window of their own.</summary>
    public Metrics And(params Outcome[] outcomes) =>
        this with { Outcomes = Outcomes.Add([.. outcomes.Where(outcome => !Outcomes.Contains(outcome))]) };

    /// <summary>With further metrics, as series and as scalars; exhaustion has no series.</summary>
    public Metrics And(params Metric[] metrics) => AndScalars(metrics) with
    {
        Series = Series.Add([.. metrics.Where(metric =>
            Quantities.Find(metric.Quantity) is not { HasSeries: false } && !Series.Contains(metric))]),
    };

    /// <summary>
    /// With further metrics as scalars alone. A series costs many times as much: it is sampled every few steps and has a distribution at
    /// each sample.
    /// </summary>
    public Metrics AndScalars(params Metric[] metrics) => this with
    {
        Scalars = Scalars.Add([.. metrics.Where(metric => !Scalars.Contains(metric))]),
    };

    /// <summary>For people, for example <c>10 series every 7 steps, 10 scalars over 2025, 2026</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Series.Count} series every {(Every == 1 ? "step" : $"{Every} steps")}, ")
        + FormattableString.Invariant($"{Scalars.Count} scalars over ")
        + (Windows.Count == 0 ? "the whole horizon" : string.Join(", ", Windows))
        + (Outcomes.Count == 0 ? "" : FormattableString.Invariant($", {Outcomes.Count} outcomes"));
}
