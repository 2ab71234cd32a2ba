using System.Globalization;

namespace Supply.Studies;

/// <summary>Numbers as people read them: three significant digits, thousands separated, percent for fractions.</summary>
internal static class ReadableNumber
{
    public static string Number(double value, Measure measure) =>
        double.IsFinite(value) && measure.PercentSign is { } sign ? $"{Bare(value, measure)} {sign}" : Bare(value, measure);

    // What is smaller comes from the rounding of sums: no number of a scenario other than 0 is.
    private const double Dust = Files.NumberRule.LeastAboveZero;

    private const int MostDecimals = 12;

    /// <summary>Three significant digits: the record has fewer.</summary>
    public static string Digits(double value)
    {
        if (double.IsNaN(value)) return "";
        if (value == 0 || !double.IsFinite(value)) return value.ToString("0", CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        var rounded = Math.Round(value / unit) * unit;
        return Math.Abs(rounded) >= 100 ? rounded.ToString("#,0", CultureInfo.InvariantCulture)
            : rounded.ToString("0." + new string('#', Carrying(rounded, 3)), CultureInfo.InvariantCulture);
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
        : measure == Measure.Fraction && Near(value) is { } near ? near
        : measure.PercentSign is not null ? Percent(value)
        : Text(Significant(value), Carrying(value, Math.Abs(value) >= 10 ? 0 : measure.Decimals));

    /// <summary>A fraction that is not 0 or 1 but would be rounded to it; else null.</summary>
    private static string? Near(double fraction) => fraction > Dust && fraction < 0.0005 ? "< 0.1"
        : fraction >= 0.9995 && fraction < 1 - Dust ? "> 99.9"
        : null;

    private static string Percent(double fraction)
    {
        var isNearlyWhole = fraction < 1 - Dust && Math.Round(100 * fraction) >= 100;
        return Text(100 * fraction, Carrying(100 * fraction, Math.Abs(fraction) < 0.0995 || isNearlyWhole ? 1 : 0));
    }

    /// <summary>These decimals, or as many as the first digit of a number needs that they would round to 0.</summary>
    private static int Carrying(double value, int decimals) =>
        Math.Abs(value) < Dust || Math.Round(value, decimals) != 0 ? decimals
            : Math.Min(MostDecimals, -(int)Math.Floor(Math.Log10(Math.Abs(value))));

    private static double Significant(double value)
    {
        if (Math.Abs(value) < 1000) return value;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / unit) * unit;
    }

    private static string Text(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals);
        return (rounded == 0 ? 0 : rounded).ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
