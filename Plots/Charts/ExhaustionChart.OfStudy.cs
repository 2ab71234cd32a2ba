using System.Globalization;

namespace Supply.Plots;

public static partial class ExhaustionChart
{
    /// <summary>The probability that stocks are exhausted by a date, for up to four scenarios of a study.</summary>
    /// <param name="study">The study; it recorded the metrics as scalars.</param>
    /// <param name="metrics">Exhaustion, of everything or narrowed to a calibre, one panel each.</param>
    /// <param name="window">The window in which exhaustion counts; null: the first that was declared.</param>
    /// <param name="scenarios">Scenarios of the study; none: all.</param>
    /// <exception cref="ArgumentException">
    /// A metric or window was not recorded, a metric is not exhaustion, or there are more than four scenarios.
    /// </exception>
    public static Figure Of(Study study, IReadOnlyList<Metric> metrics, TimeWindow? window, params IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metrics);
        var shown = StudyFigures.Shown(study, scenarios);
        var names = shown.Select(result => result.Scenario.Name).ToArray();
        ProbabilityPanel Panel(Metric metric) => new(
            metrics.Count == 1 ? "" : metric.Calibre is { } calibre ? calibre.Name : "All calibres",
            [.. shown.Select((result, i) =>
                Curve(names[i], result.Reached(metric, window), i == 0 && shown.Length > 1 ? Palette.Baseline : null))]);
        var reached = shown[0].Reached(metrics[0], window);
        var settings = study.Ensemble.Record ?? Metrics.Standard;
        var title = metrics.Count == 1 ? $"Probability of {metrics[0]}" : "Probability of exhaustion";
        var figure = Of(title, StudyFigures.Time(reached.Steps, reached.Horizon, shown), [.. metrics.Select(Panel)]);
        return figure with
        {
            Subtitle = string.Create(CultureInfo.InvariantCulture,
                $"Exhausted: first day on which the fill rate of the last {settings.FillDays} days is below "
                    + $"{settings.ExhaustionFill * 100:0.##}%{BySupply(shown, settings)}. {figure.Subtitle}"),
            Source = StudyFigures.Source(study, names),
            Description = $"Probability that stocks are exhausted by a date in {string.Join(", ", names)}, with its 90% interval.",
        };
    }

    private static string BySupply(IEnumerable<ScenarioResult> shown, Metrics settings) =>
        shown.SelectMany(result => result.Scenario.Networks).SelectMany(network => network.Parts)
            .Any(part => part is Consumer { FollowsSupply: not null })
            ? $" (of forces that fire as supply allows: their fire, of its mean over the {settings.BenchmarkDays} days before)" : "";

    private static ProbabilityCurve Curve(string name, ReachedOverTime reached, string? colour) =>
        new(name, [.. reached.Probability], [.. reached.Low90], [.. reached.High90]) { Colour = colour };
}
