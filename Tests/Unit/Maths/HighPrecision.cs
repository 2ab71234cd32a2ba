using System.Globalization;

namespace Supply.Tests.Unit.Maths;

/// <summary>Values at 60 digits: high is the nearest double, low the remainder.</summary>
internal sealed record HighPrecision(double X, double High, double Low)
{
    public static IReadOnlyList<HighPrecision> Of(string function) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Referees", "maths-high-precision.csv"))
            .Where(line => line.StartsWith(function + ',', StringComparison.Ordinal))
            .Select(line => line.Split(',').Skip(1).Select(Parse).ToArray())
            .Select(cells => new HighPrecision(cells[0], cells[1], cells[2])),
    ];

    /// <summary>How far a value is from this one, in units of the last place of this one.</summary>
    public double UlpsTo(double value)
    {
        double size = Math.Abs(High);
        return Math.Abs(value - High - Low) / (Math.BitIncrement(size) - size);
    }

    private static double Parse(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
