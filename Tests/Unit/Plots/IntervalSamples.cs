using System.Globalization;
using Supply.Plots;

namespace Supply.Tests.Unit.Plots;

/// <summary>Made-up rows of intervals, with texts as long as real ones.</summary>
internal static class IntervalSamples
{
    private static readonly string[] Subjects = [
        "Rounds fired by Russia", "Russian production and refurbishment", "Deliveries of the DPRK", "Stocks and depots",
        "Ukraine: fire, production and deliveries from partners"];
    private static readonly string[] Claims = [
        "fired a day, 2022", "new and refurbished, 152 mm, 2023", "containers sent to Russia", "stock before the war", "loss at Toropets",
        "all calibres, 2024 (from a share and a rate)"];
    private static readonly string[] Witnesses = [
        "RUSI", "Estonian intelligence", "Budanov, HUR", "CNN on NATO intelligence", "Bain & Company for Sky News", "MSMT"];

    public static Axis Ratio { get; } = Axis.Number("Predicted / published") with { Scale = AxisScale.Logarithmic };

    public static Interval Around(string name, double median, double spread) =>
        new(name, median * Math.Exp(-1.645 * spread), median * Math.Exp(-0.674 * spread), median, median * Math.Exp(0.674 * spread),
            median * Math.Exp(1.645 * spread));

    /// <summary>Claims compared with the prediction of all others; every form of published mark.</summary>
    public static IReadOnlyList<IntervalRow> Claimed(int count) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var (size, off) = (Math.Pow(10, 3.2 + (i * 7 % 11 * 0.4)), Math.Exp(Math.Sin(i * 1.7) * 0.5));
        var mark = (i % 7) switch
        {
            0 or 1 or 5 => PublishedMark.At(size),
            2 => PublishedMark.Between(size * 1.6, size * 2.5),
            3 => PublishedMark.AtLeast(size),
            4 => PublishedMark.AtMost(size * 0.45),
            _ => PublishedMark.At(size) with { Low = size * 0.7, High = size * 1.2 },
        };
        var predicted = Around("predicted by the others", size * off, 0.15 + (0.07 * (i % 6)));
        var (low, high) = (mark.Low ?? mark.Value ?? 0, mark.High ?? mark.Value ?? double.PositiveInfinity);
        return new IntervalRow($"E{i + 1:000} {Claims[i * 5 % Claims.Length]}", [predicted])
        {
            Group = Subjects[i * Subjects.Length / count],
            Second = Witnesses[i * 5 % Witnesses.Length],
            Published = mark with { Disagrees = low > predicted.P95 || high < predicted.P05 },
            Note = string.Create(CultureInfo.InvariantCulture, $"×{off:0.00}, p = {0.5 / off:0.00}"),
        };
    })];

    public static Figure Few() => IntervalChart.Of(
        "Published figures against what all the others predict",
        Axis.Number("Rounds") with { Scale = AxisScale.Logarithmic }, Claimed(15), rowsLabel: "Published figure and witness")
            with { Source = "Source: made-up numbers for a test." };

    public static Figure Many() => IntervalChart.Of(
        "What the record would predict of each published figure if that figure had not been published",
        Ratio,
        [.. Claimed(130).Select(row => Relative(row))],
        new VerticalMark(1, "as published"),
        "Published figure and witness") with { Subtitle = "A figure disagrees if it lies outside the 90% interval.", Width = 900 };

    public static Figure PriorAndPosterior() => IntervalChart.Of(
        "The record narrows some inputs and leaves others as they were",
        Axis.Number("Share of the prior median", NumberStyle.Percent),
        [.. new[] { "Stock before the war", "Refurbishment per month", "DPRK deliveries in all", "Barrel wear per thousand rounds",
            "Fraction of rounds that fail" }.Select((name, i) =>
            new IntervalRow(name, i == 4 ? [Around("prior", 1, 0.3)]
                : [Around("prior", 1, 0.3), Around("posterior", 1 + (0.1 * (i - 1)), 0.06 + (0.05 * i))]) { Published = i == 1
                ? PublishedMark.Between(0.7, 1.1) : null })]);

    public static Figure Influence() => IntervalChart.Of(
        "Without one witness the total moves by a tenth at most",
        Axis.Number("Rounds fired until the end of 2025") with { Min = 15e6, Max = 35e6 },
        [.. Witnesses.Select((name, i) =>
            new IntervalRow($"without {name}",
                [Around("without the witness", (25 + Math.Sin(i * 2)) * 1e6, i == 3 ? 0.4 : 0.06)]) { Note = i == 3
                ? "widens the interval beyond the axis" : $"{i + 1} rows" })],
        new VerticalMark(25e6, "all witnesses"));

    public static Figure ThreeSeries() => IntervalChart.Of(
        "Three models",
        Axis.Number("Rounds") with { Scale = AxisScale.Logarithmic, Min = 1e4, Max = 1e7 },
        new Intervals([.. Claimed(40).Select((row, i) => row with
        {
            Intervals = [.. row.Intervals,
                .. new[] { "with a second model", "with a third model" }.Skip(i % 2)
                .Select(name => Around(name, row.Intervals[0].P75, 0.3 + (0.1 * name.Length % 0.3)))],
        })]) { Meaning = "estimate with two errors" });

    public static IEnumerable<Figure> All() => [Few(), Many(), PriorAndPosterior(), Influence(), ThreeSeries()];

    private static IntervalRow Relative(IntervalRow row)
    {
        var mark = row.Published ?? PublishedMark.At(1);
        var size = mark.Value ?? mark.Low ?? mark.High ?? 1;
        return row with
        {
            Intervals = [.. row.Intervals.Select(
                i => new Interval(i.Name, i.P05 / size, i.P25 / size, i.P50 / size, i.P75 / size, i.P95 / size))],
            Published = mark with { Value = mark.Value / size, Low = mark.Low / size, High = mark.High / size },
        };
    }
}
