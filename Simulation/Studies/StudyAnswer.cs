namespace Supply.Studies;

/// <summary>The answer for all scenarios of a study.</summary>
internal static class StudyAnswer
{
    private const int KeptNotes = 2;
    private const int MostNamed = 2;

    public static Answer Of(Study study, Metric metric, TimeWindow? window, string? source)
    {
        Scenario[] scenarios = [.. study.Scenarios.Select(result => result.Scenario)];
        window ??= Answer.WindowOf(scenarios) is var own && study.Baseline.Has(metric, own) ? own
            : study.Baseline.Windows.Count > 0 ? study.Baseline.Windows[0] : own;
        if (study.Scenarios.Count == 2) return ChangeAnswer.Of(study, scenarios[1], metric, window, null, source);
        ScenarioResult[] others = [.. study.Scenarios.Skip(1)];
        var parts = new AnswerParts(study, metric, window, others, source);
        if (!parts.Has(metric, $"\"{metric}\""))
        {
            return ChangeAnswer.Missing(parts, $"There is no answer for \"{metric}\", {window}: it was not recorded.");
        }

        return others.Length == 0 ? Alone(parts, metric)
            : metric.Kind == QuantityKind.Date ? Dates(parts, metric, others) : Several(parts, metric, others);
    }

    private static Answer Several(AnswerParts parts, Metric metric, ScenarioResult[] others)
    {
        var shown = parts.HidesCalibres
            && others.Select(other => parts.MostChanged(parts.Results[0], other)).FirstOrDefault() is { } calibre
            ? parts.Asked.Of(calibre) : metric;
        var words = new MetricWords(shown);
        (ScenarioResult Result, PairedChange Change)[] all = [.. others.Select(other => (other, parts.Change(shown, other)))
            .OrderByDescending(one => Size(one.Item2))];
        if (all[0].Change.Count == 0)
        {
            return ChangeAnswer.Missing(parts, $"There is no answer: \"{shown}\" is undefined in all replications, {parts.Over}.");
        }

        var (measure, difference) = (shown.Measure, shown.Measure.OfDifferences);
        string[] same = [.. all.Where(one => one.Change.IsNone).Select(one => $"\"{one.Result.Scenario.Name}\"")];
        var sentences = new List<string>
        {
            $"{parts.Over} the median is {all[0].Change.Without.Text(measure)}{words.Unit} in the baseline.",
        };
        sentences.AddRange(all.Where(one => !one.Change.IsNone).Take(MostNamed).Select(one =>
            $"With \"{one.Result.Scenario.Name}\", {ChangeAnswer.Shares(one.Change)}"));
        if (same.Length > 0)
        {
            sentences.Add($"{AnswerText.List(same)} {(same.Length == 1 ? "changes" : "change")} nothing in any run.");
        }

        var rows = all.OrderBy(one => Array.IndexOf(others, one.Result)).Select(one => (Items<string>)
        [
            one.Result.Scenario.Name, one.Change.With.Text(measure), ChangeAnswer.Band(one.Change, difference),
            (one.Change.IsFall ? one.Change.LosesMuch : one.Change.GainsMuch).Probability(),
            .. Exhausted(parts, shown, one.Result),
        ]);
        Items<string> baseline = [parts.Results[0].Scenario.Name, all[0].Change.Without.Text(measure), "", "",
            .. Exhausted(parts, shown, parts.Results[0])];
        var table = new Table(shown.ToString(),
            ["scenario", ChangeAnswer.HeadingOf(shown), "change, same run (90 %)", "> 1/20", .. ExhaustedHeadings(parts, shown)],
            [baseline, .. rows], []);
        double[] noises = [.. all.SelectMany(one => new[] { one.Change.Without.Noise, one.Change.With.Noise, one.Change.Median.Noise })
            .Where(double.IsFinite).DefaultIfEmpty(double.PositiveInfinity)];
        var most = all[0];
        return AnswerText.Fitted(
            new(Headline(all, words), Items.From(sentences), table,
                most.Change.IsNone ? "" : parts.HingesOn(shown, most.Result.Scenario, $"The change with \"{most.Result.Scenario.Name}\""),
                parts.Notes(noises.Max(), shown, all.Max(one => one.Change.Undefined))),
            1, KeptNotes);

        static double Size(PairedChange change) => change.Count == 0 ? -1
            : double.IsFinite(change.MedianShare.Value) && change.MedianShare.Value != 0 ? Math.Abs(change.MedianShare.Value)
            : 1e-6 * Math.Abs(change.Mean.Value) / (1 + Math.Abs(change.Without.Value));
    }

    private static string Headline((ScenarioResult Result, PairedChange Change)[] all, MetricWords words)
    {
        var (result, change) = all[0];
        if (change.IsNone) return $"None of the {all.Length} scenarios changes {words.Subject} in any run.";
        if (change.IsLittle || !double.IsFinite(change.MedianShare.Value))
        {
            return $"None of the {all.Length} scenarios changes {words.Subject} by a hundredth in the median run.";
        }
        return $"Of {all.Length} scenarios \"{result.Scenario.Name}\" changes {words.Subject} most: "
            + $"{words.They} {words.Verb(change.IsFall ? "fall" : "rise")} by "
            + $"{(change.MedianShare with { Value = Math.Abs(change.MedianShare.Value) }).Text(Measure.Fraction)} in the median run.";
    }

    private static Answer Dates(AnswerParts parts, Metric metric, ScenarioResult[] others)
    {
        var reached = parts.Results.Select(result => (result.Scenario.Name, Share: parts.Reached(metric, result))).ToArray();
        var most = reached.Skip(1).MaxBy(one => Math.Abs(one.Share.Value - reached[0].Share.Value));
        var headline = most.Share.Probability() == reached[0].Share.Probability()
            ? $"The probability of {metric} is {most.Share.Probability()} in all {others.Length + 1} scenarios."
            : $"The probability of {metric} is {reached[0].Share.Probability()} in the baseline and {most.Share.Probability()} with "
                + $"\"{most.Name}\".";
        return AnswerText.Fitted(
            new(headline, [$"{parts.Over}."],
                new(metric.ToString(), ["scenario", metric.ToString()],
                    Items.From(reached.Select(one => (Items<string>)[one.Name, one.Share.Probability()])), []),
                "", parts.Notes(0, metric, 0)), 1, KeptNotes);
    }

    /// <summary>The metric in the baseline, which is all there is.</summary>
    private static Answer Alone(AnswerParts parts, Metric metric)
    {
        var result = parts.Results[0];
        if (metric.Kind == QuantityKind.Date) return Dates(parts, metric, [result]);
        var calibres = parts.Calibres.Select(calibre => (calibre.Name, Metric: metric.Of(calibre)));
        (string Name, Metric Metric)[] all = parts.HidesCalibres ? [] : [(parts.Calibres.Count > 0 ? "all, added up" : "all", metric)];
        (string Name, Metric Metric)[] rows = [.. all, .. calibres];
        var first = new MetricWords(rows[0].Metric);
        var levels = rows.Select(row => (row.Name, row.Metric, Level: parts.Change(row.Metric, result, result))).ToArray();
        var headline = levels[0].Level.Count == 0 ? $"{first.Capital}: undefined in all replications."
            : $"The median of {first.Subject} is {levels[0].Level.With.Text(metric.Measure)}{first.Unit}.";
        var table = new Table(metric.ToString(),
            ["calibre", ChangeAnswer.HeadingOf(metric), "90 % of the runs", .. ExhaustedHeadings(parts, metric)],
            Items.From(levels.Select(row => (Items<string>)
            [
                row.Name, row.Level.With.Text(metric.Measure), parts.Band(row.Metric, result), .. Exhausted(parts, row.Metric, result),
            ])), []);
        return AnswerText.Fitted(
            new(headline, [$"{parts.Over}."], table,
                parts.HingesOn(rows[0].Metric, null, $"The level of {first.Subject}"),
                parts.Notes(levels.Select(row => row.Level.With.Noise).Where(double.IsFinite).DefaultIfEmpty(double.PositiveInfinity).Max(),
                    rows[0].Metric, levels.Max(row => row.Level.Undefined))), 1, KeptNotes);
    }

    private static IEnumerable<string> ExhaustedHeadings(AnswerParts parts, Metric shown) =>
        HasExhaustion(parts, shown) ? [shown.Calibre is { } calibre ? $"{calibre} exhausted" : "exhausted"] : [];

    private static IEnumerable<string> Exhausted(AnswerParts parts, Metric shown, ScenarioResult result) => HasExhaustion(parts, shown)
        ? [shown.Calibre is null && parts.Differ ? "" : parts.Exhaustion(result, shown.Calibre) ?? ""] : [];

    /// <summary>A fire ratio is of two sides, and exhaustion of one.</summary>
    private static bool HasExhaustion(AnswerParts parts, Metric shown) =>
        !shown.ComparesSides && parts.Has(parts.ExhaustionOf(shown.Calibre), "exhaustion");
}
