namespace Supply.Studies;

/// <summary>The answer for one changed scenario.</summary>
internal static class ChangeAnswer
{
    private const int KeptSentences = 3;
    private const int KeptNotes = 2;
    private const int LeastFalls = 20;
    private const int MostCalibres = 4;
    private const double Sure = 0.95;

    public static Answer Of(Study study, Scenario changed, Metric metric, TimeWindow? window, Fall? fall, string? source)
    {
        var result = study[changed];
        window ??= Answer.WindowOf(study.Baseline.Scenario, changed) is var own && study.Baseline.Has(metric, own) ? own
            : study.Baseline.Windows.Count > 0 ? study.Baseline.Windows[0] : own;
        var parts = new AnswerParts(study, metric, window, [result], source);
        if (!parts.Has(metric, $"\"{metric}\""))
        {
            return Missing(parts, $"There is no answer for \"{metric}\", {window}: it was not recorded.");
        }

        var shown = parts.HidesCalibres && parts.MostChanged(study.Baseline, result) is { } calibre ? metric.Of(calibre) : metric;
        if (metric.Kind == QuantityKind.Date) return OfDate(parts, shown, result);
        var change = parts.Change(shown, result);
        if (change.Count == 0) return Missing(parts, $"There is no answer: \"{shown}\" is undefined in all replications, {window}.");
        var words = new MetricWords(shown);
        var carried = parts.Carried(study.Baseline, result, change);
        var sentences = new List<string> { Facts(parts, change, shown, words) };
        if (!change.IsNone) sentences.Add(Shares(change));
        if (change.IsFall && !change.IsNone && Time(study, changed, shown, fall) is { } time) sentences.Add(time);
        if (Chance(parts, shown, result) is { } chance) sentences.Add(chance);
        if (carried is not null) sentences.Add($"Of the mean change, {carried}.");
        if (!change.IsNone) sentences.Add(Sureness(change));

        double[] noises = [change.Without.Noise, change.With.Noise, change.Median.Noise];
        var hinges = change.IsNone ? "" : parts.HingesOn(shown, changed, "The change");
        return AnswerText.Fitted(
            new(Headline(changed, change, words), Items.From(sentences), Table(parts, metric, shown, result), hinges,
                parts.Notes(noises.Max(), shown, change.Undefined)) { Why = change.IsNone ? "" : Why(parts, shown, result) },
            KeptSentences, KeptNotes);
    }

    /// <summary>The flows that a change of fire may come from: what comes in by each way, and what is lost.</summary>
    public static Items<Metric> Sources(Metric metric) => Items.From(
        metric.Quantity == Quantity.Fired && metric.Origin is null && metric.Place is null
            ? sources.Select(source => source.Metric with { Side = metric.Side }) : []);

    private static readonly string[] days = ["days of supply"];

    private static readonly (Metric Metric, string Words)[] sources =
    [
        (Metric.ImportedPerDay, "sent from abroad"), (Metric.ProducedPerDay, "made"), (Metric.RefurbishedPerDay, "refurbished"),
        (Metric.LostPerDay, "lost"),
    ];

    /// <summary>
    /// Which flows change together with the fire, on average over the runs; empty where they were not recorded or nothing stands out.
    /// </summary>
    private static string Why(AnswerParts parts, Metric shown, ScenarioResult result)
    {
        var flows = Sources(shown with { Calibre = null }).Select((metric, i) => (Metric: metric, sources[i].Words)).ToArray();
        if (flows.Length == 0 || !flows.All(flow => parts.Has(flow.Metric, "what is made, sent and lost"))) return "";
        var means = flows.Select(flow => (flow.Words, parts.Change(flow.Metric, result).Mean)).ToArray();
        string[] moved = [.. means.Where(one => !one.Mean.IsNoise).OrderByDescending(one => Math.Abs(one.Mean.Value))
            .Select(one => $"{(one.Mean with { Value = Math.Abs(one.Mean.Value) }).Text(Measure.Rounds.PerDay)} "
                + $"{(one.Mean.Value < 0 ? "fewer" : "more")} are {one.Words}")];
        if (moved.Length == 0) return "";
        var fired = parts.Change(shown with { Calibre = null }, result).Mean;
        var all = $"{(fired with { Value = Math.Abs(fired.Value) }).Text(Measure.Rounds.PerDay)} {(fired.Value < 0 ? "fewer" : "more")}";
        return $"of all calibres, {AnswerText.List(moved)} a day, on average"
            + (fired.IsNoise || double.IsNaN(fired.Value) ? "." : $"; {all} are fired, and stocks on every level take up the rest.");
    }

    private static string Headline(Scenario changed, PairedChange change, MetricWords words)
    {
        var with = $"With \"{changed.Name}\"";
        var much = change.IsFall ? change.LosesMuch : change.GainsMuch;
        var way = change.IsFall ? "fall" : "rise";
        if (change.IsNone)
        {
            return $"\"{changed.Name}\" changes nothing: {words.Subject} {(words.IsPlural ? "are" : "is")} the same in every run.";
        }
        if (!change.IsLittle)
        {
            var size = double.IsFinite(change.MedianShare.Value)
                ? (change.MedianShare with { Value = Math.Abs(change.MedianShare.Value) }).Text(Measure.Fraction) + " in the median run"
                : $"in {(change.IsFall ? change.Falls : change.Rises).Probability()} of the runs";
            return $"{with}, {words.Subject} {words.Verb(way)} {(size.Contains("median", StringComparison.Ordinal) ? "by " : "")}{size}.";
        }

        return much.IsNoise
            ? $"{with}, {words.Subject} hardly {words.Verb("change")}."
            : $"{with}, {words.Subject} hardly {words.Verb("change")} in the median run, but {words.Verb(way)} by more than a twentieth in "
                + $"{much.Probability()} of the runs.";
    }

    private static string Facts(AnswerParts parts, PairedChange change, Metric metric, MetricWords words)
    {
        var (measure, ofDifferences) = (metric.Measure, metric.Measure.OfDifferences);
        var medians = $"{parts.Over} the median is {change.With.Text(measure)}{words.Unit} with it and {change.Without.Text(measure)}"
            + $"{words.Unit} without";
        return change.IsNone ? medians + "."
            : $"{medians}; in the same run the change{(words.Unit.Length > 0 ? $", in{words.Unit}," : "")} is "
                + $"{Band(change, ofDifferences, "90 % of the runs: ")}.";
    }

    public static string Shares(PairedChange change) => double.IsNaN(change.LosesMuch.Value)
        ? "it is nothing without it in any run, so no share is lost or gained."
        : $"{(change.IsFall ? change.LosesMuch : change.GainsMuch).Probability()} of the runs {(change.IsFall ? "lose" : "gain")} more "
            + $"than a twentieth, {change.HardlyChanges.Probability()} change by less than a hundredth.";

    private static string Sureness(PairedChange change)
    {
        var (falls, rises) = (change.Falls, change.Rises);
        var sure = Math.Max(falls.Value, rises.Value) >= Sure * (falls.Value + rises.Value);
        return $"The direction is {(sure ? "sure" : "not sure")}: down in {falls.Probability()} of the runs, up in {rises.Probability()}.";
    }

    /// <summary>When half of the fall is there, in the runs that fall.</summary>
    private static string? Time(Study study, Scenario changed, Metric shown, Fall? fall)
    {
        if (fall is null)
        {
            var months = Answer.Months(study.Baseline.Scenario, changed);
            bool Has(TimeWindow month) => study.Baseline.Has(shown, month) && study[changed].Has(shown, month);
            if (months.Count == 0 || !months.All(Has)) return null;
            fall = study.Fall(changed, shown, months);
        }
        else if (fall.Metric != shown)
        {
            return null;
        }

        var count = study.Ensemble.Replications - fall.Time.Undefined;
        if (count < LeastFalls) return null;
        // Quantiles of a normal distribution: the noise of the median is 1.25 standard deviations over the root of the number of runs,
        // that of the ends of the band 2.11.
        var sd = (fall.Time.High50 - fall.Time.Low50) / 1.349 / Math.Sqrt(count);
        string Days(double days, double noise) => new Estimate(days, noise * sd).Text(Measure.Days);
        var part = fall.Part == 0.5 ? "Half" : new Estimate(fall.Part, 0).Text(Measure.Fraction);
        return $"{part} of the fall is there after {Days(fall.Time.Median, 1.25)} days ({Days(fall.Time.Low90, 2.11)} to "
            + $"{Days(fall.Time.High90, 2.11)}) where it falls, in "
            + $"{Estimate.Share(count, study.Ensemble.Replications).Probability()} of the runs.";
    }

    private static string? Chance(AnswerParts parts, Metric shown, ScenarioResult result)
    {
        var calibre = shown.Calibre ?? (parts.Differ ? parts.MostChanged(parts.Results[0], result) : null);
        var metric = parts.ExhaustionOf(calibre);
        if (!parts.Has(metric, "exhaustion")) return null;
        var (without, with) = (parts.Reached(metric, parts.Results[0]), parts.Reached(metric, result));
        var of = calibre is { } one ? $"The probability that {one} is exhausted" : "The probability of exhaustion";
        return without.Probability() == with.Probability() ? $"{of} stays at {with.Probability()}."
            : $"{of} goes from {without.Probability()} to {with.Probability()}.";
    }

    private static Table Table(AnswerParts parts, Metric metric, Metric shown, ScenarioResult result)
    {
        var rows = new List<Items<string>>();
        var hasDays = metric.Quantity != Quantity.DaysOfSupply && parts.Calibres.Count > 0
            && parts.Calibres.All(calibre => parts.Has(Days(calibre), "days of supply of each calibre"));
        var all = metric.Calibre?.Name ?? (parts.Calibres.Count > 0 ? "all, added up" : "all");
        if (shown == metric) rows.Add(Row(all, metric, parts.Differ));
        foreach (var calibre in parts.Calibres.OrderBy(calibre => parts.Change(metric.Of(calibre), result).Mean.Value)
            .DistinctBy(calibre => calibre.Name).Take(MostCalibres))
        {
            rows.Add(Row(calibre.Name, metric.Of(calibre), hidden: false));
        }

        return new(metric.ToString(),
            [HeadingOf(metric), "without", "with", "change, same run (90 %)", "> 1/20", "exhausted", .. hasDays ? days : []],
            Items.From(rows), []);

        Items<string> Row(string name, Metric one, bool hidden)
        {
            var change = parts.Change(one, result);
            var (measure, difference) = (one.Measure, one.Measure.OfDifferences);
            var much = change.IsFall ? change.LosesMuch : change.GainsMuch;
            return
            [
                name, change.Without.Text(measure), change.With.Text(measure),
                Band(change, difference),
                much.Probability(),
                hidden ? "" : parts.Exhaustion(one.Calibre, result) ?? "",
                .. hasDays ? new[] { one.Calibre is { } calibre ? Supply(calibre) : "" } : [],
            ];
        }

        Metric Days(Calibre calibre) => Metric.DaysOfSupply.Of(calibre) with { Side = metric.Side };

        string Supply(Calibre calibre)
        {
            var days = parts.Change(Days(calibre), result);
            return $"{days.Without.Text(Measure.Days)} -> {days.With.Text(Measure.Days)}";
        }
    }

    /// <summary>The difference in the same run: median and 90 % band.</summary>
    public static string Band(PairedChange change, Measure measure, string what = "")
    {
        return change.IsNone ? "0"
            : $"{Rounded(change.Median)} ({what}{Rounded(change.Low90)} to {Rounded(change.High90)})";

        // A hundredth of the band is the finest that its ends are worth.
        string Rounded(Estimate end) =>
            (end with { Noise = Math.Max(end.Noise, (change.High90.Value - change.Low90.Value) / 200) }).Signed(measure);
    }

    /// <summary>The metric, with its unit where its name does not give it away.</summary>
    public static string HeadingOf(Metric metric) =>
        metric.Measure.PercentSign is not null || metric.Measure == Measure.Days || metric.IsFlow && metric.Row.Measure == Measure.Rounds
            ? metric.ToString() : $"{metric} ({metric.Measure})";

    private static Answer OfDate(AnswerParts parts, Metric shown, ScenarioResult result)
    {
        var (without, with) = (parts.Reached(shown, parts.Results[0]), parts.Reached(shown, result));
        var headline = without.Probability() == with.Probability()
            ? $"With \"{result.Scenario.Name}\", the probability of {shown} stays at {with.Probability()}."
            : $"With \"{result.Scenario.Name}\", the probability of {shown} goes from {without.Probability()} to {with.Probability()}.";
        IEnumerable<(string Name, Metric Metric)> rows = [.. shown == parts.Asked ? new[] { (Name: "all", Metric: shown) } : [],
            .. parts.Calibres.Take(MostCalibres).Select(calibre => (calibre.Name, parts.Asked.Of(calibre)))];
        var table = new Table(shown.ToString(), [parts.Asked.ToString(), "without", "with"], Items.From(rows.Select(row => (Items<string>)
            [row.Name, parts.Reached(row.Metric, parts.Results[0]).Probability(), parts.Reached(row.Metric, result).Probability()])), []);
        return AnswerText.Fitted(new(headline, [$"{parts.Over}."], table, "", parts.Notes(0, shown, 0)), 1, KeptNotes);
    }

    public static Answer Missing(AnswerParts parts, string headline) => AnswerText.Fitted(
        new(headline, [], new("", [""], [], []), "", parts.Notes(0, parts.Asked, 0)), 0, KeptNotes);
}
