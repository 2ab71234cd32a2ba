using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>The answer of forecasts and how they fared.</summary>
internal static class ForecastsAnswer
{
    private const int MostRows = 8;

    public static Answer Of(Forecasts forecasts, PublishedRecord record)
    {
        var fates = forecasts.All
            .Select(forecast => (Forecast: forecast, Answers: record.Rows.Where(forecast.IsAnsweredBy).ToArray())).ToArray();
        var pairs = fates.SelectMany(one => one.Answers.Select(row =>
            (one.Forecast.Predicted, Value: row.Mid ?? row.Low ?? row.High ?? double.NaN))).ToArray();
        var answered = fates.Count(one => one.Answers.Length > 0);
        int In(Func<Spread, double> low, Func<Spread, double> high) =>
            pairs.Count(pair => pair.Value >= low(pair.Predicted) && pair.Value <= high(pair.Predicted));
        var headline = forecasts.All.Count == 0 ? "No forecast has been made yet."
            : pairs.Length == 0 ? $"None of {Number(forecasts.All.Count)} forecasts is answered yet."
            : $"{Number(answered)} of {Number(forecasts.All.Count)} forecasts {(answered == 1 ? "is" : "are")} answered: "
                + $"{Number(In(one => one.Low90, one => one.High90))} of {Number(pairs.Length)} published figures lie in the 90 % band, "
                + $"{Number(In(one => one.Low50, one => one.High50))} in the 50 % band.";
        Forecast[] open = [.. fates.Where(one => one.Answers.Length == 0).Select(one => one.Forecast).OrderBy(one => one.Row.PeriodEnd)];
        var sentences = open.Length == 0 ? Items<string>.Empty
            : [$"Still to be published{(open.Length > MostRows ? $", the first {MostRows} of {Number(open.Length)}" : "")}:"];
        var rows = open.Take(MostRows).Select(one => (Items<string>)
        [
            EvidenceWords.What(one.Row), EvidenceWords.Days(one.Row), Band(one), one.Row.Witness,
        ]);
        var made = forecasts.All.Select(one => one.Made).Distinct().Order().ToArray();
        Items<string> notes = made.Length == 0 ? []
            : [$"Made from {Posteriors(forecasts.All.Select(one => one.Posterior).Distinct().Count())}, with the record up "
                + $"to {AnswerText.List(made.Select(day => ((Moment)day).ToString()))}. Rounds, where nothing else is said; m: million."];
        return AnswerText.Fitted(
            new(headline, sentences, new("Forecasts", ["figure", "days", "median (90 %)", "witness"], Items.From(rows), []), "", notes),
            1, 1);
    }

    /// <summary>Median and 90 % band, in percent or millions where that is shorter.</summary>
    private static string Band(Forecast one)
    {
        var (median, low, high) = (one.Predicted.Median, one.Predicted.Low90, one.Predicted.High90);
        var (factor, unit) = EvidenceWords.IsFraction(one.Row) ? (100, " %") : high >= 1e6 ? (1e-6, "m") : (1, "");
        string Text(double value) => ReadableNumber.Digits(EvidenceWords.IsFraction(one.Row) ? Math.Round(factor * value) : factor * value);
        return $"{Text(median)}{unit} ({Text(low)}-{Text(high)}{unit})";
    }

    private static string Posteriors(int count) => count == 1 ? "the posterior of one fit" : $"the posteriors of {Number(count)} fits";

    private static string Number(int count) => AnswerText.Number(count);
}
