namespace Supply.Studies;

/// <summary>A traced replication on a page: its first steps and metrics, since all of them are thousands of numbers.</summary>
internal static class TraceHtml
{
    private const int MostSteps = 10;
    private const int MostMetrics = 8;

    public static string Words(Trace trace) => FormattableString.Invariant(
        $"replication {trace.Replication}, {trace.Metrics.Count} metrics{(trace.Fault is null ? "" : $"; it fails: {trace.Fault}")}");

    public static string Of(Trace trace, Horizon horizon)
    {
        Metric[] shown = [.. trace.Metrics.Take(MostMetrics)];
        var names = new MetricNames(trace.Metrics);
        IReadOnlyList<double>[] values = [.. shown.Select(trace.Of)];
        var rows = Enumerable.Range(0, Math.Min(MostSteps, horizon.Steps)).Select(step =>
            (IReadOnlyList<string>)[horizon.Label(step), .. values.Select(column => ReadableNumber.Digits(column[step]))]);
        return Html.Table(Words(trace), ["step", .. shown.Select(metric => names[metric])], [.. rows],
            ["The first steps and metrics; WriteCsv(path) writes all."]);
    }
}
