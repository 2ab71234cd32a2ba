using System.Globalization;

namespace Supply.Studies;

/// <summary>Numbers as people read them: three significant digits, thousands separated, percent for fractions.</summary>
internal static class ReadableNumber
{
    public static string Number(double value, Measure measure) =>
        double.IsFinite(value) && measure.PercentSign is { } sign ? $"{Bare(value, measure)} {sign}" : Bare(value, measure);

    /// <summary>Three significant digits: the record has fewer.</summary>
    public static string Digits(double value)
    {
        if (double.IsNaN(value)) return "";
        if (value == 0 || !double.IsFinite(value)) return value.ToString("0", CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        var rounded = Math.Round(value / unit) * unit;
        return rounded.ToString(Math.Abs(rounded) >= 100 ? "#,0" : "0.###", CultureInfo.InvariantCulture);
    }

    /// <summary>Median and 90 % band.</summary>
    public static string Band(Distribution distribution, Measure measure) =>
        double.IsNaN(distribution.Median) ? "undefined"
        : $"{Number(distribution.Median, measure)} [{Bare(distribution.Low90, measure)} to {Bare(distribution.High90, measure)}]";

    /// <summary>A date counted like <see cref="Horizon.EndDay"/>, or "not reached".</summary>
    public static string Date(double days, Horizon horizon) =>
        double.IsNaN(days) ? "undefined"
        : double.IsInfinity(days) ? "not reached"
        : horizon.Start is { } start ? start.AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "day " + Text(days, 0);

    /// <summary>A number without the sign of percent.</summary>
    private static string Bare(double value, Measure measure) =>
        double.IsNaN(value) ? "undefined"
        : double.IsInfinity(value) ? "not reached"
        : measure.PercentSign is not null ? Percent(value)
        : Text(Significant(value), Math.Abs(value) >= 10 ? 0 : measure.Decimals);

    private static string Percent(double fraction) => Text(100 * fraction, Math.Abs(fraction) < 0.0995 ? 1 : 0);

    private static double Significant(double value)
    {
        if (Math.Abs(value) < 1000) return value;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / unit) * unit;
    }

    private static string Text(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals, CultureInfo.InvariantCulture);
    }
}
