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

        // Less than half a hundredth of the band is not worth a digit.
        var least = (difference.High90 - difference.Low90) / 200;
        double Worth(double value) => Math.Abs(value) < least ? 0 : value;
        return double.IsNaN(difference.Median) ? $"With “{scenario}”, the change of {study.NameOf(metric)} is undefined, {window.Name}"
            : $"With “{scenario}”, {study.NameOf(metric)} changes by {Change(Worth(difference.Median), metric)} (90 % of "
                + $"runs: {Short(Worth(difference.Low90), style)} to {Short(Worth(difference.High90), style)}), {window.Name}";
    }

    /// <summary>A difference with its unit: "−1,300", "−8.5 percentage points".</summary>
    public static string Change(double difference, Metric metric)
    {
        var style = StudyFigures.StyleOfDifferences(metric);
        var hasUnit = style == NumberStyle.PercentagePoints && double.IsFinite(difference);
        return Short(difference, style) + (hasUnit ? " percentage points" : "");
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
        return double.IsNaN(probability) ? "an undefined share"
            : probability < least ? $"less than {Text(least)}"
            : probability > 1 - least ? $"more than {Text(1 - least)}"
            : Text(probability);
    }

    /// <summary>A share as tables have it: one that is neither none nor all is not rounded to it.</summary>
    public static string Share(double fraction) => Table.Cell(fraction, Measure.Fraction);

    /// <summary>How many rows a picture has no room for, as a sentence behind another; nothing if it has all.</summary>
    /// <param name="count">The rows without room.</param>
    /// <param name="one">One of them, in words.</param>
    /// <param name="several">Several of them, in words.</param>
    public static string LeftOut(int count, string one, string several) => count <= 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $" {count:#,0} more {(count == 1 ? one + " has" : several + " have")} no row.");

    /// <summary>A number with two digits; "undefined" and "not reached" as in tables.</summary>
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
