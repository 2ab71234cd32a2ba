namespace Supply.Plots;

/// <summary>One outcome of several sides over time, side by side in one panel for each scenario.</summary>
public static class SidesChart
{
    /// <summary>A metric of each side over time: median and 90 % band, one panel for each scenario.</summary>
    /// <param name="study">The study.</param>
    /// <param name="metric">A metric that was recorded as a series for each of the sides.</param>
    /// <param name="sides">Names of networks, one to four.</param>
    /// <param name="from">Where the time axis begins; null: at the beginning.</param>
    /// <param name="scenarios">Scenarios of the study, a panel each; none: all.</param>
    /// <exception cref="ArgumentException">The metric was not recorded as a series, or there are more than four sides.</exception>
    public static Figure Of(Study study, Metric metric, IReadOnlyList<string> sides, Moment? from, params IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(sides);
        var shown = StudyFigures.Shown(study, scenarios);
        var names = StudyFigures.Names(study, shown);
        var panels = shown.Select((result, s) => new FanPanel(
            shown.Length == 1 ? "" : StudyFigures.Capital(names[s]),
            metric.AxisLabel,
            [.. sides.Select(side => StudyFigures.ToFan(side, result.Series(metric.On(side)).Since(from).Points))],
            StudyFigures.Style(metric)));

        // The names of the panels tell which changes differ between them; marks are in all of them.
        ScenarioResult[] marked = shown.Length == 1 ? shown : [shown[0], shown[0]];
        var ends = sides.Select(side => (Side: side, Series: shown[0].Series(metric.On(side)).Since(from))).ToArray();
        var title = $"{StudyFigures.Heading(study, metric)}: " + string.Join(", ", ends.Select(end =>
            $"{end.Side} {Finding.Short(end.Series.Points[^1].Median, StudyFigures.Style(metric))}"))
            + $" (medians, {Finding.When(ends[0].Series)}{(shown.Length == 1 ? "" : $", {names[0]}")})";
        return FanChart.Of(title, StudyFigures.Time(shown[0].Series(metric.On(sides[0])).Since(from), marked), [.. panels]) with
        {
            Source = StudyFigures.Source(study, shown.Select(result => result.Scenario.Name)),
            Description = $"{title} over time in {string.Join(", ", names)}: median and 90 % band over the replications.",
        };
    }
}
