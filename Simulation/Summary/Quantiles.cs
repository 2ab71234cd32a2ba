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

    public static Distribution Of(ReadOnlySpan<double> values)
    {
        var sorted = new double[values.Length];
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value)) sorted[count++] = value;
        }

        Array.Resize(ref sorted, count);
        var (mean, error) = Moments(sorted);
        Array.Sort(sorted);
        return new(mean, error, [.. Levels.Select(level => Quantile(sorted, level))], values.Length - count);
    }

    /// <summary>A quantile of sorted values; infinite (never reached) values count, and win where they are interpolated.</summary>
    private static double Quantile(double[] sorted, double level)
    {
        if (sorted.Length == 0) return double.NaN;
        var value = SortedArrayStatistics.QuantileCustom(sorted, level, QuantileDefinition.R7);

        // Nothing of an infinite neighbour, or one of two: not a number in arithmetic, but the value at the position itself.
        return double.IsNaN(value) ? sorted[(int)((sorted.Length - 1) * level + 1) - 1] : value;
    }

    private static (double Mean, double Error) Moments(double[] values)
    {
        if (values.Length == 0) return (double.NaN, double.NaN);
        if (Array.Exists(values, double.IsPositiveInfinity)) return (double.PositiveInfinity, double.NaN);
        var (mean, sd) = ArrayStatistics.MeanStandardDeviation(values);
        return (mean, values.Length < 2 ? double.NaN : sd / Math.Sqrt(values.Length));
    }
}
