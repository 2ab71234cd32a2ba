namespace Supply.Plots;

/// <summary>
/// The change that scenarios make, in the same runs: the panel that shows an effect which the bands of levels would hide. It has a step for
/// each recorded window.
/// </summary>
internal static class DifferencePanel
{
    /// <summary>The panel; null if there is nothing to compare, or the metric was not recorded over a window that is shown.</summary>
    /// <param name="study">The study.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="shown">The reference, then the others.</param>
    /// <param name="time">The timeline of the panel above.</param>
    public static Panel? Of(Study study, Metric metric, IReadOnlyList<ScenarioResult> shown, Timeline time)
    {
        var windows = Windows(study, metric, shown, time);
        if (windows.Count == 0)
        {
            return null;
        }

        var horizon = shown[0].Horizon;
        var pairs = study.Only(shown.Select(result => result.Scenario));
        string[] names = [.. shown.Select(result => result.Scenario.Name)];
        double[] x = [.. windows.SelectMany(window => Ends(window, horizon))];
        Fan Changes(ScenarioResult result)
        {
            var fan = StudyFigures.ToFan(result.Scenario.Name, windows.Select(window => pairs.Difference(result.Scenario, metric, window)));
            return fan.HeldOverPairs();
        }

        var layers = shown.Skip(1).SelectMany((result, i) => Changes(result).Layers(
            x, StudyFigures.Colour(names, i + 1)!, result.Scenario.Name, bothBands: shown.Count == 2, (LineStyle)(i + 1), stepped: true))
            .Select(layer => layer is Band band ? band with { Label = "" } : layer).ToArray();
        return new(time.Axis with { Min = time.X[0], Max = time.X[^1] },
            Axis.Number($"Difference, {metric.Measure.OfDifferences}", StudyFigures.StyleOfDifferences(metric)),
            [.. layers.OfType<Band>(), .. layers.OfType<Line>()])
        {
            Title = $"{StudyFigures.Heading(study, metric)}: difference from {StudyFigures.AsItIs} in the same runs, {Named(windows)}",
            Annotations = time.Annotations(named: false),
        };
    }

    /// <summary>
    /// Recorded windows without overlap, the shortest first, in which a difference is defined; together they say when a change acts.
    /// </summary>
    public static IReadOnlyList<TimeWindow> Windows(
        Study study, Metric metric, IReadOnlyList<ScenarioResult> shown, Timeline time)
    {
        if (shown.Count < 2 || metric.Kind == QuantityKind.Date)
        {
            return [];
        }

        var horizon = shown[0].Horizon;
        var record = study.Ensemble.Record ?? Metrics.Standard;
        var pairs = study.Only(shown.Select(result => result.Scenario));
        bool IsDefined(TimeWindow window) => shown.Skip(1)
            .Any(result => double.IsFinite(pairs.Difference(result.Scenario, metric, window).Median));
        List<TimeWindow> chosen = [];
        foreach (var window in shown[0].Windows.Where(window => IsRecorded(record, metric, window)).OrderBy(one => Length(one, horizon)))
        {
            var (from, to) = (Ends(window, horizon)[0], Ends(window, horizon)[1]);
            var meets = chosen.Exists(one => Ends(one, horizon)[0] < to && Ends(one, horizon)[1] > from);
            if (!meets && to > time.X[0] && from < time.X[^1] && IsDefined(window))
            {
                chosen.Add(window);
            }
        }

        return [.. chosen.OrderBy(window => Ends(window, horizon)[0])];
    }

    private static bool IsRecorded(Metrics record, Metric metric, TimeWindow window) =>
        record.Scalars.Contains(metric) && (record.Windows.Count == 0 || record.Windows.Contains(window));

    private static string Named(IReadOnlyList<TimeWindow> windows) =>
        windows.Count == 1 ? $"mean {windows[0].Name}" : $"means of {windows.Count} windows";

    private static double Length(TimeWindow window, Horizon horizon) => Ends(window, horizon)[1] - Ends(window, horizon)[0];

    private static double[] Ends(TimeWindow window, Horizon horizon)
    {
        var counted = window.CountedIn(horizon);
        return counted.From.Date is { } from && counted.To.Date is { } to
            ? [Axis.At(from), Axis.At(to) + 1]
            : [counted.From.Step!.Value * horizon.StepDays, (counted.To.Step!.Value + 1) * horizon.StepDays];
    }
}
