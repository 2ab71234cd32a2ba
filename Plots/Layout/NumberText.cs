using System.Globalization;

namespace Supply.Plots.Layout;

/// <summary>Writes numbers for people; those that there are not have the words of tables, "undefined" and "not reached".</summary>
internal static class NumberText
{
    private const int MostDecimals = 12;
    private const string Minus = "\u2212";

    // With a space that never ends a line.
    private const string PercentSign = "\u00a0%";

    /// <summary>The writer for all ticks of an axis: one unit and one number of decimals.</summary>
    public static Func<double, string> ForTicks(NumberStyle style, double largest, double step)
    {
        var (unit, suffix) = Unit(style, largest);
        var decimals = Decimals(step / unit);
        return value => Write(value / unit, decimals, suffix);
    }

    /// <summary>One number by itself, to three figures.</summary>
    public static string One(double value, NumberStyle style)
    {
        var (unit, suffix) = Unit(style, Math.Abs(value));
        var scaled = value / unit;
        var size = Math.Abs(scaled);
        var decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 0.01 ? 2 : -(int)Math.Floor(Math.Log10(size)) + 1;
        if (decimals > MostDecimals) return Write(0, 0, suffix);
        var rounded = Math.Round(scaled, decimals, MidpointRounding.AwayFromZero);
        return Write(rounded, Decimals(rounded), suffix);
    }

    /// <summary>One round number in full, for ticks that span powers of ten: in the style Auto 0.002, 500,000, 2m.</summary>
    public static string Round(double value, NumberStyle style)
    {
        var (unit, suffix) = Unit(style == NumberStyle.Auto && Math.Abs(value) < 1e6 ? NumberStyle.Thousands : style, Math.Abs(value));
        return Write(value / unit, Decimals(value / unit), suffix);
    }

    private static (double Unit, string Suffix) Unit(NumberStyle style, double largest)
    {
        var from = style switch { NumberStyle.Auto => 1e4, NumberStyle.Compact => 1e3, _ => double.PositiveInfinity };
        return style == NumberStyle.Percent ? (0.01, PercentSign)
            : style == NumberStyle.PercentagePoints ? (0.01, "")
            : largest < from ? (1, "")
            : largest >= 1e9 ? (1e9, "bn")
            : largest >= 1e6 ? (1e6, "m")
            : (1e3, "k");
    }

    private static int Decimals(double step)
    {
        for (var d = 0; d < MostDecimals; d++)
        {
            var shifted = step * Math.Pow(10, d);
            if (Math.Round(shifted) == 0 && step != 0) continue;
            if (Math.Abs(shifted - Math.Round(shifted)) < 1e-6 * Math.Max(1, Math.Abs(shifted)))
            {
                return d;
            }
        }

        return MostDecimals;
    }

    private static string Write(double value, int decimals, string suffix)
    {
        if (!double.IsFinite(value)) return double.IsNaN(value) ? "undefined" : "not reached";
        var text = Math.Abs(value).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var zero = text.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        return zero ? "0" + (suffix == PercentSign ? suffix : "") : (value < 0 ? Minus : "") + text + suffix;
    }
}
