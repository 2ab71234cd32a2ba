using MathNet.Numerics.Statistics;

namespace Supply.Summary;

/// <summary>
/// Mean, standard error and quantiles over replications. A value that is not a number is undefined: left out and counted.
/// Quantiles interpolate linearly between order statistics (Hyndman and Fan's definition 7).
/// </summary>
internal static class Quantiles
{
    /// <summary>The levels that are kept: the median, and the limits of the central 50 and 90 percent.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    public static Distribution Of(ReadOnlySpan<double> values) => OfOwn(values.ToArray());

    /// <summary>The distribution of values that the caller has no further use for: they are reordered.</summary>
    public static Distribution OfOwn(double[] values)
    {
        var all = values.Length;
        if (Array.Exists(values, double.IsNaN)) values = Array.FindAll(values, value => !double.IsNaN(value));
        var (mean, error) = Moments(values);
        Selection.Place(values, Ranks(values.Length));
        return new(mean, error, [.. Levels.Select(level => Quantile(values, level))], all - values.Length);
    }

    /// <summary>The order statistics between which the quantiles of so many values lie.</summary>
    private static int[] Ranks(int count) =>
        [.. Levels.Select(level => Below(count, level)).SelectMany(rank => new[] { rank, rank + 1 }).Where(rank => rank >= 0 && rank < count).Distinct()];

    /// <summary>The rank at or below a quantile, as the library computes it.</summary>
    private static int Below(int count, double level) => (int)((count - 1) * level + 1) - 1;

    /// <summary>A quantile of values whose ranks beside it are in place; infinite (never reached) values count, and win where they are interpolated.</summary>
    private static double Quantile(double[] placed, double level)
    {
        if (placed.Length == 0) return double.NaN;
        var value = SortedArrayStatistics.QuantileCustom(placed, level, QuantileDefinition.R7);

        // Nothing of an infinite neighbour, or one of two: not a number in arithmetic, but the value at the position itself.
        return double.IsNaN(value) ? placed[Below(placed.Length, level)] : value;
    }

    private static (double Mean, double Error) Moments(double[] values)
    {
        if (values.Length == 0) return (double.NaN, double.NaN);
        if (Array.Exists(values, double.IsPositiveInfinity)) return (double.PositiveInfinity, double.NaN);
        var (mean, sd) = ArrayStatistics.MeanStandardDeviation(values);
        return (mean, values.Length < 2 ? double.NaN : sd / Math.Sqrt(values.Length));
    }
}
