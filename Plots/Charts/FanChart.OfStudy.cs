namespace Supply.Plots;

public static partial class FanChart
{
    /// <summary>
    /// A metric over time for up to four scenarios of a study: medians, the band of the first, changes, end of the record. Below it the
    /// difference from the first in the same runs, if the metric was recorded over windows; the axis then begins a year before the first
    /// change that not all share.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="metric">A metric recorded as a series.</param>
    /// <param name="scenarios">Scenarios of the study; none: all.</param>
    /// <exception cref="ArgumentException">The metric was not recorded as a series, or there are more than four scenarios.</exception>
    public static Figure Of(Study study, Metric metric, params IEnumerable<Scenario> scenarios) => Of(study, [metric], null, scenarios);

    /// <summary>
    /// Several metrics below each other, for up to four scenarios of a study. One that is defined nowhere has no panel, and the subtitle
    /// names it.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="metrics">Metrics recorded as series, from the top.</param>
    /// <param name="from">Where the time axis begins; null: a year before scenarios differ; of one, at the beginning.</param>
    /// <param name="scenarios">Scenarios of the study; none: all.</param>
    /// <exception cref="ArgumentException">A metric was not recorded as a series, or there are more than four scenarios.</exception>
    /// <exception cref="NothingToDrawException">No metric is defined in any replication.</exception>
    public static Figure Of(Study study, IReadOnlyList<Metric> metrics, Moment? from, params IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metrics);
        var shown = StudyFigures.Shown(study, scenarios);
        var names = StudyFigures.Names(study, shown);
        from ??= StudyFigures.Beginning(shown);
        var drawn = StudyFigures.Defined(metrics, metric => shown.SelectMany(result => result.Series(metric).Since(from).Points));
        if (drawn.Length == 0) drawn = [.. metrics];
        FanPanel Levels(Metric metric) => new(
            metrics.Count == 1 && shown.Length == 1 ? "" : StudyFigures.Heading(study, metric),
            metric.AxisLabel,
            [.. shown.Select((result, i) =>
                StudyFigures.ToFan(names[i], result.Series(metric).Since(from).Points,
                    StudyFigures.Colour(names, i)) with { OnlyMedian = i > 0 })],
            StudyFigures.Style(metric)) { Level = StudyFigures.Parity(metric) };
        var time = StudyFigures.Time(shown[0].Series(drawn[0]).Since(from), shown);
        var title = Title(study, drawn[0], shown, from, time);
        var levels = Of(title, time, [.. drawn.Select(Levels)]);
        var reading = levels.Subtitle.Length == 0 ? "" : "Lines: medians. Shading: 90 % of runs.";
        var figure = levels with
        {
            Panels = [.. levels.Panels.Zip(drawn).SelectMany(pair =>
                DifferencePanel.Of(study, pair.Second, shown, time) is { } changes ? [pair.First, changes] : new[] { pair.First })],
            Subtitle = StudyFigures.Subtitle(study, reading, metrics.Except(drawn)),
            Source = StudyFigures.Source(study, [.. shown.Select(result => result.Scenario.Name)]),
            Description = $"{string.Join(", ", drawn.Select(metric => StudyFigures.Heading(study, metric)))} over time, "
                + $"{string.Join(", ", names)}: medians and bands over the replications. {title}.",
        };
        figure.Validate();
        return figure;
    }

    private static string Title(Study study, Metric metric, ScenarioResult[] shown, Moment? from, Timeline time) =>
        DifferencePanel.Windows(study, metric, shown, time) is { Count: > 0 } windows
            ? Finding.OfLargest(study.Only(shown.Select(result => result.Scenario)), metric, windows[^1])
            : shown.Length == 1 ? Finding.Of(study, metric, shown[0].Series(metric).Since(from))
            : StudyFigures.Heading(study, metric);
}
