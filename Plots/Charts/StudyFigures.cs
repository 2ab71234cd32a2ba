using System.Globalization;

namespace Supply.Plots;

/// <summary>Shared elements of a study's figures: fans from its series, a timeline with its dated changes, a source line.</summary>
internal static class StudyFigures
{
    /// <summary>The colour of a scenario by its place among those of a figure, so that all panels and figures of them agree.</summary>
    /// <param name="names">The names of the scenarios; the first is the reference.</param>
    /// <param name="i">The place.</param>
    public static string? Colour(IReadOnlyList<string> names, int i) => names.Count == 1 ? null
        : i == 0 ? Palette.Baseline : Palette.Fixed(names[i]) ?? Palette.Free[(i - 1) % Palette.Free.Count];

    /// <summary>The baseline among others: its own name says nothing about what it is compared with.</summary>
    public const string AsItIs = "as it is";

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

    /// <summary>Names of the shown scenarios; the baseline of the study among others is as it is.</summary>
    public static string[] Names(Study study, IReadOnlyList<ScenarioResult> shown) =>
        [.. shown.Select(result => shown.Count > 1 && result == study.Baseline ? AsItIs : result.Scenario.Name)];

    /// <summary>
    /// The part of a series that was recorded on or after a moment (null: all of it), without a last point that covers fewer steps than
    /// the others: as a flow it would jump.
    /// </summary>
    /// <exception cref="NothingToDrawException">Nothing was recorded from that moment on.</exception>
    public static MetricSeries Since(this MetricSeries series, Moment? from)
    {
        var (horizon, steps) = (series.Horizon, series.Steps);
        bool Shows(int step) => from is not { } start
            || (start.Date is { } date && horizon.EndOf(step) is { } end ? end >= date : step >= horizon.StepAt(start));
        var whole = steps.Count > 2 && steps[^1] - steps[^2] < steps[^2] - steps[^3] ? steps.Count - 1 : steps.Count;
        int[] kept = [.. Enumerable.Range(0, whole).Where(i => Shows(steps[i]))];
        if (kept.Length == 0 && from is { } first)
        {
            var last = horizon.EndOf(steps[whole - 1]) is { } date ? date : Moment.AtStep(steps[whole - 1]);
            throw new NothingToDrawException($"The time axis is to begin at {first}, but \"{series.Metric}\" was recorded up to {last}.");
        }

        return series with { Steps = Items.From(kept.Select(i => steps[i])), Points = Items.From(kept.Select(i => series.Points[i])) };
    }

    /// <summary>
    /// Where the time axis of a comparison begins if nobody says: a year before the first change that not all share, so that the peak of
    /// years in which nothing differs does not set the vertical axis. Null where nothing differs.
    /// </summary>
    public static Moment? Beginning(IReadOnlyList<ScenarioResult> shown)
    {
        if (shown.Count < 2 || Own(shown).Select(change => change.From).ToArray() is not { Length: > 0 } moments)
        {
            return null;
        }

        var horizon = shown[0].Horizon;
        var first = moments.MinBy(horizon.StepAt);
        return first.Date is { } date ? date.AddYears(-1)
            : Moment.AtStep(Math.Max(0, first.Step!.Value - (int)Math.Ceiling(365 / horizon.StepDays)));
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

        var first = steps[0];
        return ChangeMarks.Of(Own(shown).Where(change => horizon.StepAt(change.From) >= first - 1)).Aggregate(time, (all, mark) =>
            mark.At.Date is { } date ? all.WithChange(date, mark.Label)
                : all.WithChange(mark.At.Step!.Value * horizon.StepDays, mark.Label));
    }

    /// <summary>The changes that not all shown scenarios share; of one scenario all.</summary>
    private static IEnumerable<Change> Own(IReadOnlyList<ScenarioResult> shown)
    {
        var common = shown.Skip(1).Aggregate(
            shown[0].Scenario.Changes.AsEnumerable(), (left, result) => left.Intersect(result.Scenario.Changes)).ToArray();
        var all = shown.SelectMany(result => result.Scenario.Changes).Distinct();
        return shown.Count > 1 ? all.Except(common) : all;
    }

    public static string Source(Study study, IEnumerable<string> scenarios) => string.Create(CultureInfo.InvariantCulture,
        $"Simulation of {string.Join("; ", scenarios.Select(name => $"“{name}”"))}: {study.Ensemble.Replications:N0} replications, seed "
            + $"{study.Ensemble.Seed}.{string.Concat(study.Steps.Take(1).Select(steps => " " + steps))}");

    public static NumberStyle Style(Metric metric) => metric.Measure == Measure.Fraction ? NumberStyle.Percent : NumberStyle.Auto;

    public static NumberStyle StyleOfDifferences(Metric metric) =>
        metric.Measure == Measure.Fraction ? NumberStyle.PercentagePoints : NumberStyle.Auto;

    /// <summary>A fire ratio is compared with one round for each; other metrics have no such level.</summary>
    public static HorizontalMark? Parity(Metric metric) =>
        metric.Measure == Measure.Ratio ? new(1, "one for one") : null;

    /// <summary>The metric as a heading: "Days of supply", "Fired per day, 152 mm".</summary>
    public static string Heading(Study study, Metric metric) => Capital(study.NameOf(metric));

    /// <summary>The metrics that have a value somewhere.</summary>
    public static Metric[] Defined(IReadOnlyList<Metric> metrics, Func<Metric, IEnumerable<Distribution>> values) =>
        [.. metrics.Where(metric => values(metric).Any(point => double.IsFinite(point.Median)))];

    /// <summary>How a figure is read, and the metrics that it cannot show.</summary>
    public static string Subtitle(Study study, string reading, IEnumerable<Metric> undefined) => string.Join(" ",
        undefined.Select(metric => $"{Heading(study, metric)}: undefined in every replication.").Prepend(reading)
            .Where(text => text.Length > 0));

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
