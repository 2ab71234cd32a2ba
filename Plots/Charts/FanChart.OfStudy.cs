namespace Supply.Plots;

public static partial class FanChart
{
    /// <summary>
    /// A metric over time for up to four scenarios of a study: median, 90 % band (and 50 % for one), changes, end of the record.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="metric">A metric recorded as a series.</param>
    /// <param name="scenarios">Scenarios of the study; none: all.</param>
    /// <exception cref="ArgumentException">The metric was not recorded as a series, or there are more than four scenarios.</exception>
    public static Figure Of(Study study, Metric metric, params IEnumerable<Scenario> scenarios) => Of(study, [metric], null, scenarios);

    /// <summary>Several metrics below each other, for up to four scenarios of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="metrics">Metrics recorded as series, from the top.</param>
    /// <param name="from">Where the time axis begins; null: at the beginning.</param>
    /// <param name="scenarios">Scenarios of the study; none: all.</param>
    /// <exception cref="ArgumentException">A metric was not recorded as a series, or there are more than four scenarios.</exception>
    public static Figure Of(Study study, IReadOnlyList<Metric> metrics, Moment? from, params IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metrics);
        var shown = StudyFigures.Shown(study, scenarios);
        var names = shown.Select(result => result.Scenario.Name).ToArray();
        var panels = metrics.Select(metric => new FanPanel(
            metrics.Count == 1 ? "" : StudyFigures.Heading(study, metric),
            metric.AxisLabel,
            [.. shown.Select((result, i) =>
                StudyFigures.ToFan(names[i], result.Series(metric).Since(from).Points,
                    i == 0 && shown.Length > 1 ? Palette.Baseline : null))],
            StudyFigures.Style(metric)) { Level = StudyFigures.Parity(metric) });
        var title = metrics.Count == 1 ? StudyFigures.Heading(study, metrics[0]) : string.Join(", ", names);
        var figure = Of(title, StudyFigures.Time(shown[0].Series(metrics[0]).Since(from), shown), [.. panels]);
        return figure with { Source = StudyFigures.Source(study, names),
            Description = $"{title} over time for {string.Join(", ", names)}: median and bands over the replications." };
    }
}
