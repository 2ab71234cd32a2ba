using System.Globalization;

namespace Supply.Plots;

public static partial class ShareSweep
{
    /// <summary>Outcomes against the settings of a lever of any kind, over a window.</summary>
    /// <param name="study">The study that ran the sweep and recorded the metrics as scalars.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="window">The window of the scalars.</param>
    /// <param name="metrics">The outcomes, at most six.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded, or there are too many panels.</exception>
    /// <exception cref="KeyNotFoundException">The study did not run the sweep.</exception>
    /// <exception cref="NothingToDrawException">No metric is defined in any replication.</exception>
    public static Figure Of(Study study, LeverSweep sweep, TimeWindow window, params Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(window);
        var settings = sweep.On(study.Baseline.Scenario);
        double[] values = [.. settings.Select(one => one.Setting)];
        ScenarioResult[] ran = [.. settings.Select(one => study[one.Scenario])];
        IEnumerable<Distribution> At(Metric metric) => ran.Select(result => result.Distribution(metric, window));
        var drawn = StudyFigures.Defined(metrics, At);
        if (drawn.Length == 0) drawn = [.. metrics];
        var panels = drawn.Select(metric => new SweepPanel(StudyFigures.Heading(study, metric), metric.AxisLabel,
            [StudyFigures.ToFan(sweep.Name, At(metric), AddedColour)], StudyFigures.Style(metric))).ToArray();
        var title = LeverTitle(study, sweep, values, At(drawn[0]).Select(one => one.Median).ToArray(), drawn[0]);
        ProblemReport.ThrowIfAny(title, CheckPanels(panels));
        var figure = new Figure(title, [.. panels.Select(panel => Panel(StudyFigures.Capital(sweep.Name), NumberStyle.Auto, values, panel,
            equality: false))])
        {
            Legend = LegendPlace.Top,
            Subtitle = StudyFigures.Subtitle(study, $"{StudyFigures.Capital(window.ToString(study.Baseline.Horizon))}.",
                metrics.Except(drawn)),
            Source = StudyFigures.Source(study, [study.Baseline.Scenario.Name]),
            Description = $"{title}. Small multiples of outcomes against the settings of {sweep.Name}.",
        };
        figure.Validate();
        return figure;
    }

    private static string LeverTitle(Study study, LeverSweep sweep, double[] values, double[] medians, Metric metric)
    {
        var style = StudyFigures.Style(metric);
        string At(int i) => string.Create(CultureInfo.InvariantCulture, $"{Finding.Short(medians[i], style)} at {values[i]}");
        return $"{StudyFigures.Heading(study, metric)}: {At(0)}{(values.Length > 1 ? $", {At(values.Length - 1)}" : "")} ({sweep.Name}, "
            + "medians)";
    }
}
