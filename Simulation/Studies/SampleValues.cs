namespace Supply.Studies;

/// <summary>
/// The values behind a distribution, sorted when a quantile is first asked for. All are equal: distributions are compared by what they
/// show.
/// </summary>
internal readonly struct SampleValues(double[] values) : IEquatable<SampleValues>
{
    private readonly Lazy<double[]> sorted = new(() => [.. values.Where(value => !double.IsNaN(value)).Order()]);

    private double[] Sorted => sorted is null
        ? throw new InvalidOperationException(
            "A point of a series keeps no values; take the distribution of a scalar: result.Distribution(...).")
        : sorted.Value;

    public double Quantile(double level)
    {
        var all = Sorted;
        if (all.Length == 0) return double.NaN;
        var position = (all.Length - 1) * level;
        var below = Math.Min((int)position, all.Length - 1);
        return Quantiles.Between(all[below], all[Math.Min(below + 1, all.Length - 1)], position - below);
    }

    public double Probability(Func<double, bool> holds) =>
        Sorted is { Length: > 0 } all ? all.Count(holds) / (double)all.Length : double.NaN;

    public bool Equals(SampleValues other) => true;

    public override bool Equals(object? obj) => obj is SampleValues;

    public override int GetHashCode() => 0;
}
