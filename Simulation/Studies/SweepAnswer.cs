namespace Supply.Studies;

/// <summary>The answer for a sweep of target shares in one meaning, or of a lever of any kind.</summary>
internal sealed class SweepAnswer
{
    private const int KeptSentences = 3;
    private const int KeptNotes = 2;
    private const int MostRows = 4;
    private const double Little = 0.01;

    private readonly Study study;
    private readonly SweptSettings swept;
    private readonly TimeWindow window;
    private readonly AnswerParts parts;
    private readonly IReadOnlyList<ScenarioResult> settings;
    private readonly Metric shown;
    private readonly PairedChange[] changes;

    private SweepAnswer(Study study, SweptSettings swept, TimeWindow window, AnswerParts parts)
    {
        (this.study, this.swept, this.window, this.parts, settings) = (study, swept, window, parts, swept.Results);
        shown = parts.HidesCalibres && parts.MostChanged(settings[0], settings[^1]) is { } calibre ? parts.Asked.Of(calibre) : parts.Asked;
        changes = [.. settings.Select(result => parts.Change(shown, result))];
        Words = new(shown);
    }

    private MetricWords Words { get; }

    public static Answer Of(Study study, Sweep sweep, Metric metric, TimeWindow? window, ShareMeaning meaning, string? source)
    {
        Check(metric);
        if (sweep.Shares.Count == 0) throw new ArgumentException("The sweep has no shares; at least 1 is needed.", nameof(sweep));
        string[] shares = [.. sweep.Shares.Select(share => Fraction.Of(share).ToString())];
        var first = sweep.Shares[0] == 0 ? $"With nothing ordered from {sweep.Origin} suppliers"
            : $"With a {sweep.Origin} target share of {shares[0]}";
        return Of(study, new($"{sweep.Origin} target", study.Swept(sweep, meaning), shares, shares, first,
            meaning == ShareMeaning.Added ? "a larger share" : "a larger share in place of others") { Origin = sweep.Origin },
            metric, window, Answer.WindowOf(study.Baseline.Scenario, sweep), source);
    }

    public static Answer Of(Study study, LeverSweep sweep, Metric metric, TimeWindow? window, string? source)
    {
        Check(metric);
        var settings = sweep.On(study.Baseline.Scenario);
        string[] values = [.. settings.Select(one => ReadableNumber.Digits(one.Setting))];
        return Of(study, new(sweep.Name, [.. settings.Select(one => study[one.Scenario])], values,
            [.. values.Select(value => $"{sweep.Name} {value}")], $"With {sweep.Name} at {values[0]}", "a higher setting"),
            metric, window, Answer.WindowOf(study.Baseline.Scenario, sweep), source);
    }

    private static void Check(Metric metric)
    {
        if (metric.Kind != QuantityKind.Date) return;
        throw new ArgumentException($"\"{metric}\" is a date; a sweep is answered for an amount, a rate or a ratio.", nameof(metric));
    }

    private static Answer Of(Study study, SweptSettings swept, Metric metric, TimeWindow? window, TimeWindow own, string? source)
    {
        window ??= study.Baseline.Has(metric, own) ? own : study.Baseline.Windows.Count > 0 ? study.Baseline.Windows[0] : own;
        var parts = new AnswerParts(study, metric, window, swept.Results, source);
        if (!parts.Has(metric, $"\"{metric}\""))
        {
            return ChangeAnswer.Missing(parts, $"There is no answer for \"{metric}\", {window}: it was not recorded.");
        }
        var answer = new SweepAnswer(study, swept, window, parts);
        return answer.changes.Any(change => change.Count == 0)
            ? ChangeAnswer.Missing(parts,
                $"There is no answer: \"{answer.shown}\" is undefined in all replications of a setting, {window}.")
            : answer.Text();
    }

    private Answer Text()
    {
        var (last, level) = (settings.Count - 1, Saturation());
        var sentences = new List<string> { Facts(last) };
        var far = Enumerable.Range(0, settings.Count).MaxBy(i => Math.Abs(changes[i].Mean.Value));
        if (last > 0 && parts.Carried(settings[0], settings[level], Between(0, level)) is { } carried)
        {
            sentences.Add($"Of the mean difference between {Share(0)} and {Share(level)}, {carried}.");
        }

        // Last, since a column of the table has the same for each setting.
        if (!changes[far].IsNone) sentences.Add($"At {Share(far)}, against the baseline, {ChangeAnswer.Shares(changes[far])}");

        double[] noises = [.. changes.SelectMany(change => new[] { change.Without.Noise, change.With.Noise, change.Median.Noise })];
        var hinges = changes[far].IsNone ? ""
            : parts.HingesOn(shown, settings[far].Scenario, $"The difference between {Share(far)} and the baseline");
        return AnswerText.Fitted(
            new(Headline(level), Items.From(sentences), Table(level), hinges,
                parts.Notes(noises.Max(), shown, changes.Max(change => change.Undefined))) { Why = Limit(level) ?? "" },
            KeptSentences, KeptNotes);
    }

    /// <summary>
    /// The first setting from which on the median stays within the noise of its median, or within a hundredth of it; the last setting if
    /// there is none before it.
    /// </summary>
    private int Saturation()
    {
        for (var i = 0; i < changes.Length - 1; i++)
        {
            var allowed = Math.Max(changes[i].With.Noise, Little * Math.Abs(changes[i].With.Value));
            if (changes.Skip(i + 1).All(later => Math.Abs(later.With.Value - changes[i].With.Value) <= allowed)) return i;
        }

        return changes.Length - 1;
    }

    private string Headline(int level)
    {
        var last = settings.Count - 1;
        var (least, at, larger) = (changes[0], swept.First, swept.Larger);
        if (last == 0) return $"{at}, the median of {Words.Subject} is {Value(0)}.";
        var be = Words.IsPlural ? "are" : "is";
        var first = least.IsNone ? $"{at}, {Words.Subject} {be} what {Words.They} {be} in the baseline"
            : least.IsLittle || !double.IsFinite(least.MedianShare.Value)
                ? $"{at}, {Words.Subject} hardly {Words.Verb("change")} in the median run"
            : $"{at}, {Words.Subject} {be} {Percent(least)} {(least.IsFall ? "lower" : "higher")} than in the baseline, in the median run";
        if (level == 0) return $"{first}; from {Share(0)} to {Share(last)}, {larger} hardly changes {Words.It}.";
        var way = Way(level);
        var verb = way > 0 ? "raises" : way < 0 ? "lowers" : "moves";
        var both = way == 0 ? " up and down" : "";
        return level < last ? $"{first}; {larger} {verb} {Words.It}{both} up to {Share(level)} and hardly beyond."
            : $"{first}; {larger} {verb} {Words.It}{both} up to the largest setting, {Share(last)}.";
    }

    private static string Percent(PairedChange change) =>
        (change.MedianShare with { Value = Math.Abs(change.MedianShare.Value) }).Text(Measure.Fraction);

    /// <summary>
    /// 1 if medians only rise up to a setting, -1 if they only fall, 0 if they do both; noise and a hundredth do not count.
    /// </summary>
    private int Way(int level)
    {
        var (up, down) = (false, false);
        for (var i = 0; i < level; i++)
        {
            var allowed = Math.Max(changes[i].With.Noise, Little * Math.Abs(changes[i].With.Value));
            for (var k = i + 1; k <= level; k++)
            {
                up |= changes[k].With.Value - changes[i].With.Value > allowed;
                down |= changes[i].With.Value - changes[k].With.Value > allowed;
            }
        }

        return up == down ? 0 : up ? 1 : -1;
    }

    private string Facts(int last) => $"{parts.Over} the median is {Value(0)}{Words.Unit} at {Share(0)}, "
        + (last > 0 ? $"{Value(last)}{Words.Unit} at {Share(last)} " : "")
        + $"and {changes[0].Without.Text(shown.Measure)}{Words.Unit} in the baseline{Shared()}.";

    /// <summary>The share of the swept origin in the rounds fired in the baseline; empty where it was not recorded.</summary>
    private string Shared()
    {
        if (swept.Origin is not { } origin || shown != Metric.FiredPerDay) return "";
        var share = Metric.Share(origin);
        if (!study.Baseline.Has(share, window)) return "";
        var values = study.ValuesOf(study.Baseline.Scalar(share, window));
        string Text(Estimate estimate) => estimate.Text(share.Measure);
        return values.Count == 0 ? ""
            : $", of which {Text(values.Median)} (90 % of the runs: {Text(values.Quantile(0.05))} to {Text(values.Quantile(0.95))}) are "
                + $"{origin} rounds";
    }

    /// <summary>Which limit keeps more from coming at a setting, in words.</summary>
    private string? Limit(int level)
    {
        var at = settings[level];
        if (swept.Origin is not { } origin) return null;
        foreach (var metric in Deliveries.Metrics(origin))
        {
            if (!parts.Has(metric, "limits of deliveries")) return null;
        }

        var deliveries = at.Deliveries(origin, window);
        string Mean(Quantity quantity) =>
            Monthly(study.ValuesOf(at.BareScalar(new Metric(quantity).From(origin), window)).Mean);
        var sent = $"of {Mean(Quantity.Ordered)} rounds ordered a month {Mean(Quantity.Imported)} are sent, on average";
        var why = deliveries.Binding switch
        {
            DeliveryLimit.Stock => "suppliers have no more in stock",
            DeliveryLimit.ExportLimit => "an export limit holds rounds back",
            DeliveryLimit.Route => "routes carry no more",
            DeliveryLimit.Willingness => "suppliers are not paid enough to send more",
            DeliveryLimit.Sailings => "too few ships sail",
            DeliveryLimit.None => null,
            _ => throw new NotSupportedException($"{deliveries.Binding} has no words yet."),
        };
        return why is null ? $"at {Share(level)} no limit holds {origin} deliveries back: {sent}."
            : $"at {Share(level)} most {origin} rounds are held back because {why}: {sent}.";
    }

    private Table Table(int level)
    {
        var last = settings.Count - 1;
        // The ends and the setting from which on nothing changes have a row, and so has one between the others.
        var spread = new[] { level / 2 }.Concat(Enumerable.Range(0, MostRows).Select(i => i * last / (MostRows - 1)));
        int[] rows = [.. new[] { 0, level, last }.Concat(spread).Distinct().Take(MostRows).Order()];
        var difference = shown.Measure.OfDifferences;
        var calibre = shown.Calibre ?? (parts.Differ ? parts.MostChanged(settings[0], settings[^1]) : null);
        var sent = swept.Origin is { } origin ? Metric.ImportedPerDay.From(origin) : null;
        var isSent = sent is not null && parts.Has(sent, "deliveries");
        string Sent(ScenarioResult result) => Monthly(study.ValuesOf(result.Scalar(sent!, window)).Median);
        Items<string> heading = [swept.Heading, .. isSent ? new[] { "sent a month" } : [], ChangeAnswer.HeadingOf(shown),
            "change, same run (90 %)", "> 1/20", calibre is { } one ? $"{one} exhausted" : "exhausted"];
        var lines = rows.Select(i => (Items<string>)
        [
            swept.Labels[i], .. isSent ? new[] { Sent(settings[i]) } : [], Value(i),
            ChangeAnswer.Band(changes[i], difference),
            (changes[i].IsFall ? changes[i].LosesMuch : changes[i].GainsMuch).Probability(),
            parts.Exhaustion(settings[i], calibre) ?? "",
        ]);
        Items<string> asItIs = ["baseline", .. isSent ? new[] { Sent(study.Baseline) } : [], changes[0].Without.Text(shown.Measure), "", "",
            parts.Exhaustion(study.Baseline, calibre) ?? ""];
        return new(shown.ToString(), heading, [asItIs, .. lines], []);
    }

    /// <summary>A flow per day as rounds a month, as deliveries are spoken of.</summary>
    private static string Monthly(Estimate perDay)
    {
        var days = Rate.PerMonth(1).UnitDays;
        return new Estimate(perDay.Value * days, perDay.Noise * days).Text(Measure.Rounds);
    }

    private PairedChange Between(int low, int high) => parts.Change(shown, settings[low], settings[high]);

    private string Share(int setting) => swept.Settings[setting];

    private string Value(int setting) => changes[setting].With.Text(shown.Measure);
}

/// <summary>Swept settings, in ascending order, in the words of their answer.</summary>
/// <param name="Heading">Over the column of the settings.</param>
/// <param name="Results">The result at each setting.</param>
/// <param name="Labels">Each setting in that column.</param>
/// <param name="Settings">Each setting in a sentence.</param>
/// <param name="First">The first setting, as the beginning of a sentence.</param>
/// <param name="Larger">More of it, as the subject of a sentence.</param>
internal sealed record SweptSettings(
    string Heading, IReadOnlyList<ScenarioResult> Results, string[] Labels, string[] Settings, string First, string Larger)
{
    /// <summary>The origin whose share is swept; null: the lever is another.</summary>
    public Origin? Origin { get; init; }
}
