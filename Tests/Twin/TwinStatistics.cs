namespace Supply.Tests.Twin;

/// <summary>The last paragraph of section 8 of MODEL.md.</summary>
internal static class TwinStatistics
{
    private static readonly double[] Levels = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Mean, standard error and quantiles of the values that are defined.</summary>
    public static Distribution Of(double[] values)
    {
        var defined = values.Where(value => !double.IsNaN(value)).Order().ToArray();
        var n = defined.Length;
        var mean = n == 0 ? double.NaN : defined.Average();
        var error = n < 2 ? double.NaN : Math.Sqrt(defined.Sum(value => (value - mean) * (value - mean)) / (n - 1) / n);
        return new(mean, error, Items.From(Levels.Select(level => Quantile(defined, level))), values.Length - n);
    }

    private static double Quantile(double[] sorted, double level)
    {
        if (sorted.Length == 0) return double.NaN;
        var position = (sorted.Length - 1) * level;
        var below = (int)Math.Floor(position);
        var w = position - below;
        return w == 0 ? sorted[below] : (1 - w) * sorted[below] + w * sorted[below + 1];
    }
}
