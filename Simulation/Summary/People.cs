using System.Globalization;

namespace Supply.Summary;

/// <summary>Numbers as people read them: thousands separated, three or so significant digits, percent for fractions.</summary>
internal static class People
{
    public static string Number(double value, string unit) =>
        double.IsNaN(value) ? "undefined"
        : double.IsInfinity(value) ? "not reached"
        : unit == "fraction" ? Text(100 * value, Math.Abs(value) < 0.1 ? 1 : 0) + " %"
        : Text(value, Math.Abs(value) < 10 && unit != "rounds" ? 1 : 0);

    /// <summary>Median and 90 % band.</summary>
    public static string Band(Distribution distribution, string unit) =>
        double.IsNaN(distribution.Median) ? "undefined"
        : $"{Number(distribution.Median, unit)} [{Bare(distribution.Low90, unit)} to {Bare(distribution.High90, unit)}]";

    /// <summary>A date counted in days from the start of a horizon, or "not reached".</summary>
    public static string Date(double days, Horizon horizon) =>
        double.IsNaN(days) ? "undefined"
        : double.IsInfinity(days) ? "not reached"
        : horizon.Start is { } start ? start.AddDays((int)days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : "day " + Text(days, 0);

    private static string Bare(double value, string unit) => Number(value, unit).Replace(" %", "", StringComparison.Ordinal);

    private static string Text(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals);
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals, CultureInfo.InvariantCulture);
    }
}
