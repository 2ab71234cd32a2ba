namespace Supply.Studies;

/// <summary>Tables of single results.</summary>
internal static class ResultHtml
{
    private const int MostPoints = 40;

    private static readonly double[] probabilities = [0.5, 0.8, 0.9, 0.95];

    public static Table Of(Distribution one) => new("Distribution over replications",
        ["5 %", "25 %", "median", "75 %", "95 %", "mean", "standard error", "undefined"],
        [[.. one.Quantiles.Select(ReadableNumber.Digits), ReadableNumber.Digits(one.Mean), ReadableNumber.Digits(one.StandardError),
            ReadableNumber.Digits(one.Undefined)]], []);

    public static Table Of(MetricSeries series) => new($"{series.Metric} ({series.Metric.Unit}), median and 90 % band", ["date", "value"],
        Items.From(Thinned(series.Points.Count).Select(i => Items.From<string>(
            [series.Horizon.Label(series.Steps[i]), ReadableNumber.Band(series.Points[i], series.Metric.Measure)]))),
        Note(series.Points.Count));

    public static Table Of(ReachedOverTime reached) => new($"{reached.Metric}: probability to be reached by a date, {reached.Window}",
        ["date", "probability", "90 % interval"],
        Items.From(Thinned(reached.Steps.Count).Select(i => Items.From<string>(
        [
            reached.Horizon.Label(reached.Steps[i]), Percent(reached.Probability[i]),
            $"{Percent(reached.Low90[i])} to {Percent(reached.High90[i])}",
        ]))),
        Note(reached.Steps.Count));

    public static Table Of(Fall fall)
    {
        var measure = fall.Metric.Measure.OfDifferences;
        return new($"How {fall.Metric} falls against the baseline, median and 90 % band", ["window", "difference"],
            [
                .. fall.Windows.Zip(fall.Differences, (window, difference) => Items.From<string>(
                    [window.ToString(), ReadableNumber.Band(difference, measure)])),
                ["in the end", ReadableNumber.Band(fall.Final, measure)],
                ["in the end, part of the baseline", ReadableNumber.Band(fall.FinalShare, Measure.Fraction)],
                [$"days until {Percent(fall.Part)} of that", fall.Time.ToString()],
            ],
            [$"It falls by more than a hundredth in {Percent(fall.Probability)} of the replications."]);
    }

    public static Table Of(NeededSetting needed) => new("The setting that suffices", ["with a probability of", "setting"],
        Items.From(probabilities.Select(probability => Items.From<string>([Percent(probability), Setting(needed.With(probability))]))),
        ["\"None tested\": in more replications than that no tested setting suffices."]);

    private static string Setting(double value) =>
        double.IsNaN(value) ? "undefined" : double.IsInfinity(value) ? "none tested" : ReadableNumber.Digits(value);

    private static string Percent(double share) => ReadableNumber.Number(share, Measure.Fraction);

    /// <summary>Points at equal distances, the first and the last among them.</summary>
    private static IEnumerable<int> Thinned(int count) => count <= MostPoints ? Enumerable.Range(0, count)
        : Enumerable.Range(0, MostPoints).Select(i => (int)Math.Round((double)i * (count - 1) / (MostPoints - 1)));

    private static Items<string> Note(int count) =>
        count <= MostPoints ? [] : [FormattableString.Invariant($"{MostPoints} of {count:#,0} points.")];
}
