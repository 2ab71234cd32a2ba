namespace Supply.Studies;

/// <summary>The answer for the levers of a factorial.</summary>
internal static class EffectsAnswer
{
    private const int KeptNotes = 1;
    private const int MostNamed = 4;

    public static Answer Of(Study study, Factorial factorial, FactorialEffects effects, string? source)
    {
        var (metric, window) = (effects.Metric, effects.Window);
        var (measure, difference) = (metric.Measure, metric.Measure.OfDifferences);
        var words = new MetricWords(metric);
        var levers = factorial.Levers.Select((lever, i) => (lever.Name, Change: effects.Change(1 << i), Part: effects.MeanPart(i)))
            .OrderByDescending(one => Math.Abs(one.Part.Value)).ToArray();
        var together = effects.Change((1 << factorial.Levers.Count) - 1);
        var sentences = new List<string>();
        var shares = levers.Select(one => (one.Name, Share: Share(one.Part, together.Mean))).ToArray();
        if (together.Count > 0 && !together.Mean.IsNoise)
        {
            var parts = shares.Take(MostNamed).Select(one => $"{one.Name} {one.Share.Text(Measure.Fraction)}");
            sentences.Add($"Averaged over all orders in which they could come, {AnswerText.List(parts)} of it.");
        }
        if (!together.IsNone && together.Count > 0) sentences.Add("All together: " + ChangeAnswer.Shares(together));
        if (together.Count > 0 && factorial.Levers.Count > 1) sentences.Add(Interaction(effects, together, words));

        Items<string> Row(string name, PairedChange change, string share) => [name, change.With.Text(measure),
            ChangeAnswer.Band(change, difference), change.Mean.Signed(difference), share];
        var table = new Table(metric.ToString(),
            ["lever", ChangeAnswer.HeadingOf(metric), "change, same run (90 %)", "mean", "share"],
            [
                ["none", together.Without.Text(measure), "", "", ""],
                .. levers.Select((one, i) =>
                    Row(one.Name, one.Change, together.Mean.IsNoise ? "" : shares[i].Share.Text(Measure.Fraction))),
                Row("all together", together, ""),
            ],
            []);
        var drivers = study.Drivers(metric, factorial.Together, window);
        double[] noises = [.. levers.Select(one => one.Change).Append(together)
            .SelectMany(one => new[] { one.With.Noise, one.Median.Noise }).Where(double.IsFinite).DefaultIfEmpty(double.PositiveInfinity)];
        return AnswerText.Fitted(
            new(Headline(factorial.Levers.Count, together, words, metric), Items.From(sentences), table,
                together.IsNone ? "" : drivers.Verdict,
                [AnswerParts.Inputs(study, noises.Max(), difference, source), $"Counted: {window}."]),
            1, KeptNotes);
    }

    private static string Headline(int count, PairedChange together, MetricWords words, Metric metric)
    {
        var all = count == 1 ? "The lever" : $"All {AnswerText.Number(count)} levers together";
        var be = words.IsPlural ? "are" : "is";
        if (together.Count == 0) return $"There is no answer: {words.Subject} {be} undefined in all replications.";
        if (together.IsNone) return $"{all} change{(count == 1 ? "s" : "")} nothing: {words.Subject} {be} the same in every run.";
        var mean = together.Mean;
        if (mean.IsNoise) return $"{all} hardly change{(count == 1 ? "s" : "")} {words.Subject} on average.";
        var size = (mean with { Value = Math.Abs(mean.Value) }).Text(metric.Measure.OfDifferences);
        var share = together.MeanShare is { } of && double.IsFinite(of.Value)
            ? $" ({(of with { Value = Math.Abs(of.Value) }).Text(Measure.Fraction)})" : "";
        var verb = mean.Value < 0 ? "lower" : "raise";
        return $"{all} {verb}{(count == 1 ? "s" : "")} {words.Subject} by {size}{words.Unit}{share} on average.";
    }

    private static string Interaction(FactorialEffects effects, PairedChange together, MetricWords words)
    {
        var interaction = effects.MeanInteraction();
        if (interaction.IsNoise || Math.Abs(interaction.Value) < 0.01 * Math.Abs(together.Mean.Value))
        {
            return "Their effects add up: together they do what they do one by one.";
        }
        var size = (interaction with { Value = Math.Abs(interaction.Value) }).Text(effects.Metric.Measure.OfDifferences);
        var less = together.Mean.Value * interaction.Value < 0;
        return $"Together they do {(less ? "less" : "more")} than the sum of what each does alone, by {size}{words.Unit} on average.";
    }

    private static Estimate Share(Estimate part, Estimate all)
    {
        var (share, relative) = (part.Value / all.Value, Math.Abs(all.Noise / all.Value));
        return new(share, Math.Sqrt((part.Noise * part.Noise / (all.Value * all.Value)) + (share * share * relative * relative)));
    }
}
