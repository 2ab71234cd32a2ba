using System.Globalization;

namespace Supply.Plots;

/// <summary>Finds everything wrong with rows of intervals.</summary>
internal static class IntervalProblems
{
    private static readonly string[] Names = ["P05", "P25", "P50", "P75", "P95"];

    public static IEnumerable<string> Of(Panel panel, Intervals layer, string place) =>
        [.. Whole(layer, place), .. layer.Rows.Index()
            .SelectMany(r => Row(panel.X, r.Item, $"{place}, row {r.Index + 1} \"{r.Item.Label}\""))];

    private static IEnumerable<string> Whole(Intervals layer, string place)
    {
        if (layer.Rows.Count is < 1 or > Intervals.MostRows)
        {
            yield return $"{place}: has {layer.Rows.Count} rows; it must have 1..{Intervals.MostRows}.";
        }

        if (layer.Series.Count > Intervals.MostSeries)
        {
            var names = string.Join(", ", layer.Series.Select(name => $"\"{name}\""));
            yield return $"{place}: has {layer.Series.Count} series ({names}); at most {Intervals.MostSeries} can be told apart.";
        }
    }

    private static IEnumerable<string> Row(Axis axis, IntervalRow row, string place)
    {
        if (string.IsNullOrWhiteSpace(row.Label))
        {
            yield return $"{place}: has no name; each row needs one.";
        }

        if (row.Intervals.Count == 0 && row.Published is null)
        {
            yield return $"{place}: shows nothing; give it an interval or a published figure.";
        }

        foreach (var twice in row.Intervals.GroupBy(i => i.Name).Where(g => g.Count() > 1))
        {
            yield return $"{place}: has {twice.Count()} intervals of the series \"{twice.Key}\"; at most 1 can be shown.";
        }

        foreach (var problem in row.Intervals.SelectMany(i => Quantiles(axis, i, $"{place}, \"{i.Name}\"")))
        {
            yield return problem;
        }

        foreach (var problem in row.Published is { } mark ? Published(axis, mark, $"{place}, published") : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Quantiles(Axis axis, Interval interval, string place)
    {
        if (string.IsNullOrWhiteSpace(interval.Name))
        {
            yield return $"{place}: the interval has no name; name its series.";
        }

        var values = interval.Quantiles;
        foreach (var problem in values.Select((value, i) => Number(axis, value, $"{place}: {Names[i]}")).OfType<string>())
        {
            yield return problem;
        }

        for (var i = 1; i < values.Count; i++)
        {
            if (values[i] < values[i - 1])
            {
                yield return $"{place}: {Names[i]} {Text(values[i])} is below {Names[i - 1]} {Text(values[i - 1])}; quantiles must "
                    + $"not decrease.";
            }
        }
    }

    private static IEnumerable<string> Published(Axis axis, PublishedMark mark, string place)
    {
        if (mark.Given.Count == 0)
        {
            yield return $"{place}: gives nothing; give Value, Low or High.";
        }

        foreach (var (name, value) in new[] { ("Value", mark.Value), ("Low", mark.Low), ("High", mark.High) })
        {
            if (value is { } given && Number(axis, given, $"{place}: {name}") is { } problem)
            {
                yield return problem;
            }
        }

        if (mark.Low > mark.High)
        {
            yield return $"{place}: Low {Text(mark.Low.Value)} is above High {Text(mark.High.Value)}.";
        }

        if (mark.Value is { } middle && (middle < mark.Low || middle > mark.High))
        {
            var range = $"{(mark.Low is { } low ? Text(low) : "")}..{(mark.High is { } high ? Text(high) : "")}";
            yield return $"{place}: Value {Text(middle)} lies outside {range}.";
        }
    }

    private static string? Number(Axis axis, double value, string place) =>
        !double.IsFinite(value) ? $"{place} is {Text(value)}; it must be finite."
        : axis.Scale == AxisScale.Logarithmic && value <= 0 ? $"{place} is {Text(value)}; on a logarithmic axis it must be above 0."
        : null;

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
