using Supply.Compilation;

namespace Supply.Studies;

/// <summary>A study and the results of a scenario on a page.</summary>
internal static class StudyHtml
{
    private const int MostMetrics = 30;
    private const int MostWindows = 4;

    private static readonly Metric[] usual = [Metric.FiredPerDay, Metric.FillRate, Metric.DaysOfSupply];

    public static string Of(Study study) => Html.Paragraph(study.ToString()) + (Overview(study)?.ToHtml() ?? "")
        + Html.Folded("recorded", Html.List([
            "over time: " + Names(study, study.Ensemble.Record!.Series),
            "in each replication: " + Names(study, study.Baseline.Recorded.Select(one => one.Metric)),
            "windows: " + Some(study.Baseline.Recorded.Select(one => one.Window.ToString())),
        ]));

    public static string Text(Study study) =>
        Overview(study) is { } table ? $"{study}\n{table.ToString(Answer.Width)}" : study.ToString();

    /// <summary>Metrics in rows, windows in columns.</summary>
    public static Table Of(ScenarioResult result)
    {
        Outcome[] recorded = [.. result.Recorded];
        TimeWindow[] windows = [.. recorded.Select(one => one.Window).Distinct()];
        Metric[] metrics = [.. recorded.Select(one => one.Metric).Distinct()];
        TimeWindow[] shown = [.. windows.Take(MostWindows)];
        return new($"Results of \"{result.Scenario.Name}\", median and 90 % band",
            ["metric", .. shown.Select(window => window.ToString(result.Horizon))],
            Items.From(metrics.Take(MostMetrics).Select(metric => Items.From(
                shown.Select(window => Cell(result, metric, window)).Prepend(metric.ToString())))),
            [
                .. Left(metrics.Length - MostMetrics, "metric"), .. Left(windows.Length - MostWindows, "window"),
                .. result.Horizon != result.Scenario.Horizon
                    ? new[] { LongerSteps.Words([result.Scenario], (int)result.Horizon.StepDays) } : [],
            ]);
    }

    private static Table? Overview(Study study)
    {
        if (study.Baseline.Recorded.FirstOrDefault()?.Window is not { } window) return null;
        Metric[] metrics = [.. usual.Where(metric => study.Baseline.Has(metric, window))];
        if (metrics.Length == 0)
        {
            metrics = [.. study.Baseline.Recorded.Where(one => one.Window == window).Select(one => one.Metric).Take(usual.Length)];
        }

        var table = study.Table(window, metrics);
        return study.IsComplete ? table : table.Noted("The run was stopped: scenarios are missing.");
    }

    private static string Cell(ScenarioResult result, Metric metric, TimeWindow window) => !result.Has(metric, window) ? ""
        : metric.Kind == QuantityKind.Date
            ? ReadableNumber.Number(result.Probability(metric, window), Measure.Fraction)
            : ReadableNumber.Band(result.Distribution(metric, window), metric.Measure);

    private static string Names(Study study, IEnumerable<Metric> metrics) => Some(metrics.Select(study.NameOf));

    private static string Some(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        return all.Length == 0 ? "nothing"
            : string.Join(", ", all.Take(MostMetrics).Concat(Left(all.Length - MostMetrics, "other").Select(text => text.TrimEnd('.'))));
    }

    private static IEnumerable<string> Left(int count, string of) =>
        count <= 0 ? [] : [FormattableString.Invariant($"{count} more {of}{(count == 1 ? "" : "s")}.")];
}
