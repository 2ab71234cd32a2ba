using System.Globalization;

namespace Supply.Plots;

/// <summary>Shared elements of a study's figures: fans from its series, a timeline with its dated changes, a source line.</summary>
internal static class StudyFigures
{
    public static Fan ToFan(string name, IEnumerable<Distribution> points, string? colour = null)
    {
        var all = points.ToArray();
        double[] At(Func<Distribution, double> quantile) =>
            [.. all.Select(quantile).Select(value => double.IsFinite(value) ? value : double.NaN)];
        return new(name, At(d => d.Low90), At(d => d.Low50), At(d => d.Median), At(d => d.High50), At(d => d.High90)) { Colour = colour };
    }

    /// <summary>The results of the scenarios that a figure shows; none: all of the study.</summary>
    public static ScenarioResult[] Shown(Study study, IEnumerable<Scenario> scenarios)
    {
        ScenarioResult[] chosen = [.. scenarios.Select(scenario => study[scenario])];
        return chosen.Length > 0 ? chosen : [.. study.Scenarios];
    }

    /// <summary>The part of a series that was recorded on or after a moment; null: all of it.</summary>
    public static MetricSeries Since(this MetricSeries series, Moment? from)
    {
        if (from is not { } start) return series;
        var horizon = series.Horizon;
        bool Shows(int step) => start.Date is { } date && horizon.EndOf(step) is { } end ? end >= date : step >= horizon.StepAt(start);
        var kept = series.Steps.Index().Where(step => Shows(step.Item)).Select(step => step.Index).ToArray();
        return series with { Steps = Items.From(kept.Select(i => series.Steps[i])),
            Points = Items.From(kept.Select(i => series.Points[i])) };
    }

    /// <summary>The dates of a series with the end of the record and the changes that not all shown scenarios share.</summary>
    public static Timeline Time(MetricSeries series, IReadOnlyList<ScenarioResult> shown) => Time(series.Steps, series.Horizon, shown);

    /// <inheritdoc cref="Time(MetricSeries, IReadOnlyList{ScenarioResult})"/>
    public static Timeline Time(Items<int> steps, Horizon horizon, IReadOnlyList<ScenarioResult> shown)
    {
        var time = horizon.Start is not null
            ? Timeline.Of([.. steps.Select(step => horizon.EndOf(step)!.Value)])
            : Timeline.Of([.. steps.Select(horizon.EndDay)], "Day");
        if (shown[0].Scenario.RecordEnds is { } end)
        {
            time = end.Date is { } date ? time.WithRecordEnd(date) : time.WithRecordEnd(horizon.EndDay(end.Step!.Value));
        }
        var common = shown.Skip(1).Aggregate(
            shown[0].Scenario.Changes.AsEnumerable(), (left, result) => left.Intersect(result.Scenario.Changes)).ToArray();
        var own = shown.SelectMany(result => result.Scenario.Changes).Distinct();
        if (shown.Count > 1) own = own.Except(common);
        var named = new HashSet<string>();
        var first = steps[0];
        foreach (var mark in own.Where(change => horizon.StepAt(change.From) >= first - 1).GroupBy(change => change.From))
        {
            // A repeated change is drawn each time, but named only once.
            string[] labels = [.. mark.Select(Label).Where(named.Add)];
            var label = labels.Length > 2 ? $"{labels[0]}, and {labels.Length - 1} more changes" : string.Join(", ", labels);
            time = mark.Key.Date is { } date ? time.WithChange(date, label)
                : time.WithChange(mark.Key.Step!.Value * horizon.StepDays, label);
        }

        return time;
    }

    public static string Source(Study study, IEnumerable<string> scenarios) => string.Create(CultureInfo.InvariantCulture,
        $"Simulation of {string.Join("; ", scenarios.Select(name => $"“{name}”"))}: {study.Ensemble.Replications:N0} replications, seed "
            + $"{study.Ensemble.Seed}.");

    public static NumberStyle Style(Metric metric) => metric.Measure == Measure.Fraction ? NumberStyle.Percent : NumberStyle.Auto;

    /// <summary>A fire ratio is compared with one round for each; other metrics have no such level.</summary>
    public static HorizontalMark? Parity(Metric metric) =>
        metric.Measure == Measure.Ratio ? new(1, "one for one") : null;

    /// <summary>The metric as a heading: "Days of supply", "Fired per day, 152 mm".</summary>
    public static string Heading(Study study, Metric metric) => Capital(study.NameOf(metric));

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Label(Change change) => change switch
    {
        ExportLimit { Limit.Value: var value } limit when value == Uncertain.Exactly(0) => $"{limit.Origin} deliveries stop",
        TargetShare target => $"{target.Origin} target share",
        Interdiction interdiction => $"{interdiction.Route} reduced",
        DepotStrike strike => $"Strike on {strike.Stockpile}",
        CapacityChange { Onset: not null } ramp => $"{ramp.Part} ramps up",
        CapacityChange capacity => $"{capacity.Part} capacity",
        RequirementChange => "Requirement changes",
        SailingChange sailings => $"Calls of {sailings.Route}",
        StrikeHazard hazard => $"Strikes on {hazard.Stockpile} may come",
        DemandChange demand => $"{demand.Mechanism} changes",
        // Words of the change itself; its date is where the line stands.
        _ => Capital(change.ToString()).Replace($" from {change.From}", "", StringComparison.Ordinal)
            .Replace("\"", "", StringComparison.Ordinal),
    };
}
