using System.Globalization;
using Supply.Plots.Layout;

namespace Supply.Plots;

/// <summary>Findings of a study as titles of its pictures; numbers have two digits, since the noise covers more.</summary>
internal static class Finding
{
    private const double LeastChance = 0.01;

    /// <summary>A paired change: "With “DPRK stops”, fired per day changes by −1,300 (90 % of runs: −3,900 to −240), 2026".</summary>
    public static string Of(Study study, Metric metric, string scenario, Distribution difference, TimeWindow window)
    {
        var style = StudyFigures.StyleOfDifferences(metric);
        var unit = style == NumberStyle.PercentagePoints ? " percentage points" : "";
        return $"With “{scenario}”, {study.NameOf(metric)} changes by {Short(difference.Median, style)}{unit} (90 % of runs: "
            + $"{Short(difference.Low90, style)} to {Short(difference.High90, style)}), {window.Name}";
    }

    /// <summary>The paired change of the scenario that changes most, by the mean of all runs, since a median may be 0.</summary>
    public static string OfLargest(Study study, Metric metric, TimeWindow window)
    {
        var changes = study.Scenarios.Skip(1).Select(result => (result.Scenario.Name,
            Difference: study.Difference(result.Scenario, metric, window)));
        var (name, difference) = changes.MaxBy(one => Math.Abs(one.Difference.Mean));
        return Of(study, metric, name, difference, window);
    }

    /// <summary>The end of a series: "Fired per day: 11,000 (8,200 to 14,000 in 90 % of runs) at the end of 2027".</summary>
    public static string Of(Study study, Metric metric, MetricSeries series)
    {
        var (last, style) = (series.Points[^1], StudyFigures.Style(metric));
        return !double.IsFinite(last.Low90 + last.High90) ? StudyFigures.Heading(study, metric)
            : $"{StudyFigures.Heading(study, metric)}: {Short(last.Median, style)} ({Short(last.Low90, style)} to "
                + $"{Short(last.High90, style)} in 90 % of runs), {When(series)}";
    }

    /// <summary>A probability that can be believed: never 0 or 100 %, nor closer to them than the number of runs can tell.</summary>
    public static string Chance(double probability, int runs)
    {
        var least = Math.Max(LeastChance, 2.0 / runs);
        static string Text(double fraction) => (100 * fraction).ToString("0", CultureInfo.InvariantCulture) + " %";
        return probability < least ? $"less than {Text(least)}"
            : probability > 1 - least ? $"more than {Text(1 - least)}"
            : Text(probability);
    }

    /// <summary>A number with two digits.</summary>
    public static string Short(double value, NumberStyle style)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return NumberText.One(value, style);
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        var inFull = style == NumberStyle.Auto && Math.Abs(value) < 1e6;
        return NumberText.One(Math.Round(value / unit) * unit, inFull ? NumberStyle.Thousands : style);
    }

    /// <summary>The date of the last point, or its day.</summary>
    public static string When(MetricSeries series) => series.Dates is { Count: > 0 } dates
        ? dates[^1].ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"day {series.Horizon.EndDay(series.Steps[^1]):0}");
}
