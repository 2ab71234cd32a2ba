namespace Supply.Studies;

/// <summary>The answer for a sweep of target shares in one meaning.</summary>
internal sealed class SweepAnswer
{
    private const int KeptSentences = 3;
    private const int KeptNotes = 2;
    private const int MostRows = 4;
    private const double Little = 0.01;

    private readonly Study study;
    private readonly Sweep sweep;
    private readonly TimeWindow window;
    private readonly AnswerParts parts;
    private readonly IReadOnlyList<ScenarioResult> settings;
    private readonly Metric shown;
    private readonly PairedChange[] changes;

    private SweepAnswer(Study study, Sweep sweep, TimeWindow window, AnswerParts parts, IReadOnlyList<ScenarioResult> settings)
    {
        (this.study, this.sweep, this.window, this.parts, this.settings) = (study, sweep, window, parts, settings);
        shown = parts.HidesCalibres && parts.MostChanged(settings[0], settings[^1]) is { } calibre ? parts.Asked.Of(calibre) : parts.Asked;
        changes = [.. settings.Select(result => parts.Change(shown, result))];
        Words = new(shown);
    }

    private MetricWords Words { get; }

    public static Answer Of(Study study, Sweep sweep, Metric metric, TimeWindow? window, ShareMeaning meaning, string? source)
    {
        if (metric.Kind == QuantityKind.Date)
        {
            throw new ArgumentException($"\"{metric}\" is a date; a sweep is answered for an amount, a rate or a ratio.", nameof(metric));
        }
        if (sweep.Shares.Count == 0) throw new ArgumentException("The sweep has no shares; at least 1 is needed.", nameof(sweep));
        var settings = study.Swept(sweep, meaning);
        window ??= Answer.WindowOf(study.Baseline.Scenario, sweep) is var own && study.Baseline.Has(metric, own) ? own
            : study.Baseline.Windows.Count > 0 ? study.Baseline.Windows[0] : own;
        var parts = new AnswerParts(study, metric, window, settings, source);
        if (!parts.Has(metric, $"\"{metric}\""))
        {
            return ChangeAnswer.Missing(parts, $"There is no answer for \"{metric}\", {window}: it was not recorded.");
        }
        var answer = new SweepAnswer(study, sweep, window, parts, settings);
        return answer.changes.Any(change => change.Count == 0)
            ? ChangeAnswer.Missing(parts,
                $"There is no answer: \"{answer.shown}\" is undefined in all replications of a setting, {window}.")
            : answer.Text(meaning);
    }

    private Answer Text(ShareMeaning meaning)
    {
        var (last, level) = (settings.Count - 1, Saturation());
        var sentences = new List<string> { Facts(last) };
        var far = Enumerable.Range(0, settings.Count).MaxBy(i => Math.Abs(changes[i].Mean.Value));
        if (!changes[far].IsNone) sentences.Add($"At {Share(far)}, against the baseline, {ChangeAnswer.Shares(changes[far])}");
        if (last > 0 && parts.Carried(settings[0], settings[level], Between(0, level)) is { } carried)
        {
            sentences.Add($"Of the mean difference between {Share(0)} and {Share(level)}, {carried}.");
        }

        double[] noises = [.. changes.SelectMany(change => new[] { change.Without.Noise, change.With.Noise, change.Median.Noise })];
        var hinges = changes[far].IsNone ? ""
            : parts.HingesOn(shown, settings[far].Scenario, $"The difference between {Share(far)} and the baseline");
        return AnswerText.Fitted(
            new(Headline(level, meaning), Items.From(sentences), Table(level), hinges,
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

    private string Headline(int level, ShareMeaning meaning)
    {
        var last = settings.Count - 1;
        if (last == 0) return $"With a target share of {Share(0)}, the median of {Words.Subject} is {Value(0)}.";
        var none = sweep.Shares[0] == 0;
        var at = none ? $"With nothing ordered from {sweep.Origin} suppliers" : $"With a {sweep.Origin} target share of {Share(0)}";
        var (least, larger) = (changes[0], meaning == ShareMeaning.Added ? "a larger share" : "a larger share in place of others");
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
        + $"and {changes[0].Without.Text(shown.Measure)}{Words.Unit} in the baseline.";

    /// <summary>Which limit keeps more from coming at a setting, in words.</summary>
    private string? Limit(int level)
    {
        var at = settings[level];
        foreach (var metric in Deliveries.Metrics(sweep.Origin))
        {
            if (!parts.Has(metric, "limits of deliveries")) return null;
        }

        var deliveries = at.Deliveries(sweep.Origin, window);
        string Mean(Quantity quantity) =>
            Monthly(Estimate.Mean(at.BareScalar(new Metric(quantity).From(sweep.Origin), window)));
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
        return why is null ? $"at {Share(level)} no limit holds {sweep.Origin} deliveries back: {sent}."
            : $"at {Share(level)} most {sweep.Origin} rounds are held back because {why}: {sent}.";
    }

    private Table Table(int level)
    {
        var last = settings.Count - 1;
        // The ends and the setting from which on nothing changes have a row, and so has one between the others.
        var spread = new[] { level / 2 }.Concat(Enumerable.Range(0, MostRows).Select(i => i * last / (MostRows - 1)));
        int[] rows = [.. new[] { 0, level, last }.Concat(spread).Distinct().Take(MostRows).Order()];
        var difference = shown.Measure.OfDifferences;
        var calibre = shown.Calibre ?? (parts.Differ ? parts.MostChanged(settings[0], settings[^1]) : null);
        var sent = Metric.ImportedPerDay.From(sweep.Origin);
        var isSent = parts.Has(sent, "deliveries");
        string Sent(ScenarioResult result) => Monthly(Estimate.Median(result.Scalar(sent, window)));
        Items<string> heading = [$"{sweep.Origin} target", .. isSent ? new[] { "sent a month" } : [], ChangeAnswer.HeadingOf(shown),
            "change, same run (90 %)", "> 1/20", calibre is { } one ? $"{one} exhausted" : "exhausted"];
        var lines = rows.Select(i => (Items<string>)
        [
            Share(i), .. isSent ? new[] { Sent(settings[i]) } : [], Value(i),
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

    private string Share(int setting) => Fraction.Of(sweep.Shares[setting]).ToString();

    private string Value(int setting) => changes[setting].With.Text(shown.Measure);
}
