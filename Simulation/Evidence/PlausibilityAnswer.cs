using Supply.Studies;

namespace Supply.Evidence;

/// <summary>The answer of a comparison with the record.</summary>
internal static class PlausibilityAnswer
{
    private const int MostRows = 6;

    public static Answer Of(PlausibilityTable table)
    {
        var (heldPassed, held) = table.Count(EvidenceRole.HeldOut);
        var (inputPassed, inputs) = table.Count(EvidenceRole.Input);
        var all = held + inputs;
        var headline = all == 0 ? $"Nothing that is published can be compared with \"{table.Scenario}\"."
            : $"The 90 % band of \"{table.Scenario}\" overlaps {Number(heldPassed + inputPassed)} of {Number(all)} published figures, "
                + $"{Number(heldPassed)} of the {Number(held)} among them that the case has not used.";
        PlausibilityResult[] missed = [.. table.Results.Where(result => !result.Passes).OrderByDescending(Distance)];
        var closed = table.Results.Where(result => double.IsFinite(result.Check.Low) && double.IsFinite(result.Check.High)).ToArray();
        var above = missed.Count(result => result.Band.Low90 > result.Check.High);
        var below = missed.Length - above;
        var sentences = new List<string>
        {
            $"Of the {Number(closed.Length)} with two ends, which are harder to meet than a floor or a ceiling, "
                + $"{Number(closed.Count(result => result.Passes))} are met.",
        };
        if (missed.Length > 0)
        {
            sentences.Add($"The model is above {Number(above)} and below {Number(below)} of the figures that it misses"
                + (missed.Length > MostRows ? $"; the {MostRows} farthest off are:" : ":"));
        }

        var rows = missed.Take(MostRows).Select(result => (Items<string>)
        [
            string.Join(", ", result.Check.Rows.Take(2)), result.Check.Quantity, result.Check.Period,
            PlausibilityTable.Published(result.Check),
            $"{ReadableNumber.Digits(result.Band.Median)} ({ReadableNumber.Digits(result.Band.Low90)}-"
                + $"{ReadableNumber.Digits(result.Band.High90)})",
        ]);
        var causes = missed.Take(1).Where(result => !string.IsNullOrEmpty(result.Check.Cause))
            .Select(result => $"{result.Check.Id}: {result.Check.Cause}");
        return AnswerText.Fitted(
            new(headline, Items.From(sentences),
                new("Missed", ["row", "quantity", "period", "published", "model (90 %)"], Items.From(rows), []), "",
                [$"Inputs are drawn from their ranges (prior). {Number(table.Ensemble.Replications)} replications, "
                    + $"seed {table.Ensemble.Seed}."])
            {
                Why = string.Join(" ", causes),
            }, 1, 1);
    }

    /// <summary>How far the published range lies from the model's band, as the logarithm of their quotient.</summary>
    private static double Distance(PlausibilityResult result)
    {
        var (from, to) = result.Band.Low90 > result.Check.High
            ? (result.Check.High, result.Band.Low90) : (result.Band.High90, result.Check.Low);
        return from > 0 ? Math.Log(to / from) : double.PositiveInfinity;
    }

    private static string Number(int count) => AnswerText.Number(count);
}
