using System.Globalization;

namespace Supply.Plots;

public static partial class ExhaustionChart
{
    /// <summary>The same of one metric in the first window that was declared.</summary>
    /// <param name="study">The study; it recorded the metric as a scalar.</param>
    /// <param name="metric">Exhaustion, of everything or narrowed to a calibre.</param>
    /// <param name="scenarios">Scenarios of the study; none: all.</param>
    /// <inheritdoc cref="Of(Study, IReadOnlyList{Metric}, TimeWindow?, IEnumerable{Scenario})"/>
    public static Figure Of(Study study, Metric metric, params IEnumerable<Scenario> scenarios) => Of(study, [metric], null, scenarios);

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
        var names = StudyFigures.Names(study, shown);
        ProbabilityPanel Panel(Metric metric) => new(
            metrics.Count == 1 ? "" : metric.Calibre is { } calibre ? calibre.Name : "All calibres",
            [.. shown.Select((result, i) =>
                Curve(names[i], result.Reached(metric, window), StudyFigures.Colour(names, i)))]);
        var reached = shown[0].Reached(metrics[0], window);
        var settings = study.Ensemble.Record ?? Metrics.Standard;
        var title = Title(study, metrics[0], shown, names, window);
        var figure = Of(title, StudyFigures.Time(reached.Steps, reached.Horizon, shown), [.. metrics.Select(Panel)]);
        return figure with
        {
            Subtitle = string.Create(CultureInfo.InvariantCulture,
                $"Exhausted: {settings.FillDays} days with a fill rate below {settings.ExhaustionFill * 100:0.##} %"
                    + $"{BySupply(shown, settings)}. "
                    + $"Shading: 90 % interval, from the number of runs."),
            Source = StudyFigures.Source(study, shown.Select(result => result.Scenario.Name)),
            Description = $"Probability that stocks are exhausted by a date in {string.Join(", ", names)}, with its 90 % interval.",
        };
    }

    private static string BySupply(IEnumerable<ScenarioResult> shown, Metrics settings) =>
        shown.SelectMany(result => result.Scenario.Networks).SelectMany(network => network.Parts)
            .Any(part => part is Consumer { FollowsSupply: not null })
            ? $" (or, where fire follows supply, of its mean over {settings.BenchmarkDays} days before)" : "";

    /// <summary>How likely it is by the end of the window in the first scenario, and in the one that differs most from it.</summary>
    private static string Title(Study study, Metric metric, ScenarioResult[] shown, string[] names, TimeWindow? window)
    {
        string Chance(ScenarioResult result) => Finding.Chance(result.Probability(metric, window), study.Ensemble.Replications);
        double Away(int i) => Math.Abs(shown[i].Probability(metric, window) - shown[0].Probability(metric, window));
        var most = shown.Length == 1 ? 0 : Enumerable.Range(1, shown.Length - 1).MaxBy(Away);
        var others = most == 0 ? "" : $", with “{names[most]}” in {Chance(shown[most])}";
        var what = metric.Calibre is { } calibre ? $"stocks of {calibre.Name} are" : "stocks are";
        return StudyFigures.Capital($"{what} exhausted in {Chance(shown[0])} of runs{(shown.Length == 1 ? "" : " " + names[0])}{others}");
    }

    private static ProbabilityCurve Curve(string name, ReachedOverTime reached, string? colour) =>
        new(name, [.. reached.Probability], [.. reached.Low90], [.. reached.High90]) { Colour = colour };
}
