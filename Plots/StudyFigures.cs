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

    /// <summary>The part of a series that was recorded on or after a moment; null: all of it.</summary>
    public static Series Since(this Series series, Moment? from)
    {
        if (from is not { } start) return series;
        var kept = series.Steps.Index().Where(step => step.Item >= series.Horizon.StepAt(start)).Select(step => step.Index).ToArray();
        return series with { Steps = Items.From(kept.Select(i => series.Steps[i])),
            Points = Items.From(kept.Select(i => series.Points[i])) };
    }

    /// <summary>The dates of a series with the end of the record and the changes that not all shown scenarios share.</summary>
    public static Timeline Time(Series series, IReadOnlyList<ScenarioResult> shown) => Time(series.Steps, series.Horizon, shown);

    /// <inheritdoc cref="Time(Series, IReadOnlyList{ScenarioResult})"/>
    public static Timeline Time(Items<int> steps, Horizon horizon, IReadOnlyList<ScenarioResult> shown)
    {
        var time = horizon.Start is not null
            ? Timeline.Of([.. steps.Select(step => horizon.DateOf(step)!.Value)])
            : Timeline.Of([.. steps.Select(step => (step + 1) * horizon.StepDays)], "Day");
        if (shown[0].Scenario.RecordEnds is { } end)
        {
            time = end.Date is { } date ? time.WithRecordEnd(date) : time.WithRecordEnd(end.Step!.Value * horizon.StepDays);
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
    public static string Heading(Metric metric) => Capital(metric.ToString());

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

public static partial class FanChart
{
    /// <summary>
    /// A metric over time for up to four scenarios of a study: median, 90 % band (and 50 % for one), changes, end of the record.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="metric">A metric recorded as a series.</param>
    /// <param name="scenarios">Names of scenarios; none: all of the study.</param>
    /// <exception cref="ArgumentException">The metric was not recorded as a series, or there are more than four scenarios.</exception>
    public static Figure Of(Study study, Metric metric, params string[] scenarios) => Of(study, [metric], null, scenarios);

    /// <summary>Several metrics below each other, for up to four scenarios of a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="metrics">Metrics recorded as series, from the top.</param>
    /// <param name="from">Where the time axis begins; null: at the beginning.</param>
    /// <param name="scenarios">Names of scenarios; none: all of the study.</param>
    /// <exception cref="ArgumentException">A metric was not recorded as a series, or there are more than four scenarios.</exception>
    public static Figure Of(Study study, IReadOnlyList<Metric> metrics, Moment? from, params string[] scenarios)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metrics);
        ScenarioResult[] shown = scenarios.Length == 0 ? [.. study.Scenarios] : [.. scenarios.Select(name => study[name])];
        var names = shown.Select(result => result.Scenario.Name).ToArray();
        var panels = metrics.Select(metric => new FanPanel(
            metrics.Count == 1 ? "" : StudyFigures.Heading(metric),
            metric.AxisLabel,
            [.. shown.Select((result, i) =>
                StudyFigures.ToFan(names[i], result.Series(metric).Since(from).Points,
                    i == 0 && shown.Length > 1 ? Palette.Baseline : null))],
            StudyFigures.Style(metric)) { Level = StudyFigures.Parity(metric) });
        var title = metrics.Count == 1 ? StudyFigures.Heading(metrics[0]) : string.Join(", ", names);
        var figure = Of(title, StudyFigures.Time(shown[0].Series(metrics[0]).Since(from), shown), [.. panels]);
        return figure with { Source = StudyFigures.Source(study, names),
            Description = $"{title} over time for {string.Join(", ", names)}: median and bands over the replications." };
    }
}

public static partial class SupplyStack
{
    /// <summary>
    /// Rounds fired per day by origin in one scenario, as means over the replications (means of parts add up to the mean of the whole).
    /// </summary>
    /// <param name="study">
    /// The study; it recorded <see cref="Metric.FiredPerDay"/> from each origin as series, and <see cref="Metric.RequiredPerDay"/>.
    /// </param>
    /// <param name="scenario">The name of a scenario.</param>
    /// <param name="origins">The origins from the bottom.</param>
    /// <exception cref="ArgumentException">A metric was not recorded as a series.</exception>
    public static Figure Of(Study study, string scenario, params Origin[] origins)
    {
        ArgumentNullException.ThrowIfNull(study);
        var result = study[scenario];
        double[] Mean(Metric metric) => [.. result.Series(metric).Points.Select(point => point.Mean)];
        var areas = origins.Select(origin => new Area(origin.Name, Mean(Metric.FiredPerDay.From(origin)), origin.Name)).ToArray();
        var time = StudyFigures.Time(result.Series(Metric.RequiredPerDay), [result]);
        return Of($"Rounds fired by country of manufacture: {scenario}", time, "Rounds per day", areas, Mean(Metric.RequiredPerDay)) with
        {
            Subtitle = "Means over the replications; dashed: what the force requires.",
            Source = StudyFigures.Source(study, [scenario]),
            Description = $"Stacked areas of rounds fired per day by origin in {scenario}.",
        };
    }
}

public static partial class ShareSweep
{
    // Neither colour belongs to an origin.
    private const string AddedColour = "#6B4C9A";
    private const string SubstitutedColour = "#8C6D31";

    /// <summary>Outcomes and realised share against the target share of a sweep, over a window.</summary>
    /// <param name="study">The study that ran the sweep; it recorded the metrics and the share of the sweep's origin as scalars.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="window">The window of the scalars.</param>
    /// <param name="metrics">The outcomes, at most five.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded, or there are too many panels.</exception>
    /// <exception cref="KeyNotFoundException">The study did not run the sweep.</exception>
    public static Figure Of(Study study, Sweep sweep, Window window, params Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(window);
        Fan Meaning(ShareMeaning meaning, Metric metric) => StudyFigures.ToFan(
            meaning == ShareMeaning.Added ? "Added" : "Substituted",
            sweep.Shares.Select(share => study[sweep.NameOf(share, meaning)].Distribution(metric, window)),
            meaning == ShareMeaning.Added ? AddedColour : SubstitutedColour);
        Fan[] Fans(Metric metric) => [.. sweep.Meanings.Select(meaning => Meaning(meaning, metric))];
        var panels = metrics.Select(metric =>
            new SweepPanel(StudyFigures.Heading(metric), metric.AxisLabel, Fans(metric), StudyFigures.Style(metric)));
        var title = $"What the {sweep.Origin} share of supply changes";
        return Of(title, $"Target share of the {sweep.Origin}", [.. sweep.Shares], [.. panels], Fans(Metric.Share(sweep.Origin))) with
        {
            Subtitle = $"{StudyFigures.Capital(window.ToString())}. Added: other sources as planned. Substituted: other sources scaled so "
                + $"that planned supply stays the same. Rounds sent before are still fired.",
            Source = StudyFigures.Source(study, [study.Baseline.Scenario.Name]),
            Description = $"Small multiples of outcomes against the target share of {sweep.Origin}, and of the share realised among "
                + $"rounds fired.",
        };
    }
}

public static partial class ExhaustionChart
{
    /// <summary>The probability that stocks are exhausted by a date, for up to four scenarios of a study.</summary>
    /// <param name="study">The study; it recorded the metrics as scalars.</param>
    /// <param name="metrics">Exhaustion, of everything or narrowed to a calibre, one panel each.</param>
    /// <param name="window">The window in which exhaustion counts; null: the first that was declared.</param>
    /// <param name="scenarios">Names of scenarios; none: all of the study.</param>
    /// <exception cref="ArgumentException">
    /// A metric or window was not recorded, a metric is not exhaustion, or there are more than four scenarios.
    /// </exception>
    public static Figure Of(Study study, IReadOnlyList<Metric> metrics, Window? window, params string[] scenarios)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(metrics);
        ScenarioResult[] shown = scenarios.Length == 0 ? [.. study.Scenarios] : [.. scenarios.Select(name => study[name])];
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
                    + $"{settings.ExhaustionFill * 100:0.##}%. {figure.Subtitle}"),
            Source = StudyFigures.Source(study, names),
            Description = $"Probability that stocks are exhausted by a date in {string.Join(", ", names)}, with its 90% interval.",
        };
    }

    private static ProbabilityCurve Curve(string name, ReachedOverTime reached, string? colour) =>
        new(name, [.. reached.Probability], [.. reached.Low90], [.. reached.High90]) { Colour = colour };
}

public static partial class RealisedShare
{
    /// <summary>The share of an origin among rounds fired against its target share, for each meaning of a sweep, over a window.</summary>
    /// <param name="study">
    /// The study that ran the sweep; it recorded the share and the <see cref="Deliveries.Metrics"/> of the sweep's origin as scalars.
    /// </param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="window">The window of the scalars.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded.</exception>
    /// <exception cref="KeyNotFoundException">The study did not run the sweep.</exception>
    public static Figure Of(Study study, Sweep sweep, Window window)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(window);
        RealisedPanel Panel(ShareMeaning meaning)
        {
            ScenarioResult[] results = [.. sweep.Shares.Select(share => study[sweep.NameOf(share, meaning)])];
            return new(
                $"{meaning}",
                StudyFigures.ToFan($"{meaning}", results.Select(result => result.Distribution(Metric.Share(sweep.Origin), window))),
                [.. results.Select(result => Words(result.Deliveries(sweep.Origin, window).Binding))]);
        }

        return Of($"The share of the {sweep.Origin}: aimed at and realised", $"Target share of the {sweep.Origin}", [.. sweep.Shares],
            [.. sweep.Meanings.Select(Panel)]) with
        {
            Subtitle = $"{StudyFigures.Capital(window.ToString())}. A sign marks targets whose orders are not all dispatched, and what "
                + $"holds back most. Rounds sent before are still fired.",
            Source = StudyFigures.Source(study, [study.Baseline.Scenario.Name]),
            Description = $"Share of {sweep.Origin} rounds among rounds fired against the target share, with bands over the replications "
                + $"and the diagonal.",
        };
    }

    private static string Words(DeliveryLimit limit) => limit switch
    {
        DeliveryLimit.Stock => "Held back by stock",
        DeliveryLimit.ExportLimit => "Held back by export limit",
        DeliveryLimit.Route => "Held back by route",
        DeliveryLimit.Willingness => "Held back by lack of payment",
        DeliveryLimit.Sailings => "Held back by lack of ships",
        _ => "",
    };
}
