namespace Supply.Studies;

/// <summary>A metric without and with a change, replication by replication with the same draws.</summary>
internal sealed class PairedChange
{
    private const double Much = 0.05;
    private const double Little = 0.01;

    /// <summary>A smaller difference, relative to the larger value, may be rounding: books close to this.</summary>
    private const double Rounding = 1e-9;

    private readonly double[] differences;
    private readonly double[] relative;

    /// <param name="without">Its values without the change, one for each replication.</param>
    /// <param name="with">Its values with the change.</param>
    public PairedChange(IReadOnlyList<double> without, IReadOnlyList<double> with)
    {
        (double Without, double With)[] pairs = [.. without.Zip(with).Where(pair => double.IsFinite(pair.Second - pair.First))];
        (Count, Undefined) = (pairs.Length, without.Count - pairs.Length);
        differences = [.. pairs.Select(pair => Difference(pair.Without, pair.With)).Order()];
        relative = [.. pairs.Select(pair => Relative(Difference(pair.Without, pair.With), pair.Without)).Where(double.IsFinite).Order()];
        (Without, With) = (Estimate.Median(pairs.Select(pair => pair.Without)), Estimate.Median(pairs.Select(pair => pair.With)));
        Mean = Estimate.Mean(differences);
        var mean = Math.Abs(pairs.Select(pair => pair.Without).DefaultIfEmpty(double.NaN).Average());
        MeanShare = mean > 0 ? new(Mean.Value / mean, Mean.Noise / mean) : new(double.NaN, double.NaN);
    }

    /// <summary>Replications in which both are defined.</summary>
    public int Count { get; }

    /// <summary>Replications in which one of them is not.</summary>
    public int Undefined { get; }

    /// <summary>The median without the change.</summary>
    public Estimate Without { get; }

    /// <summary>The median with the change.</summary>
    public Estimate With { get; }

    /// <summary>The mean difference, which adds up over calibres.</summary>
    public Estimate Mean { get; }

    /// <summary>The median difference in the same replication.</summary>
    public Estimate Median => Estimate.Quantile(differences, 0.5);

    public Estimate Low90 => Estimate.Quantile(differences, 0.05);

    public Estimate High90 => Estimate.Quantile(differences, 0.95);

    /// <summary>The median of the difference over what it is without the change.</summary>
    public Estimate MedianShare => Estimate.Quantile(relative, 0.5);

    /// <summary>The mean difference over the mean without the change; undefined where that is 0.</summary>
    public Estimate MeanShare { get; }

    public Estimate LosesMuch => Share(share => share < -Much);

    public Estimate GainsMuch => Share(share => share > Much);

    public Estimate HardlyChanges => Share(share => Math.Abs(share) < Little);

    public Estimate Falls => Estimate.Share(differences.Count(difference => difference < 0), Count);

    public Estimate Rises => Estimate.Share(differences.Count(difference => difference > 0), Count);

    /// <summary>Whether it is the same with and without the change in every replication.</summary>
    public bool IsNone => differences.All(difference => difference == 0);

    /// <summary>Whether the median run changes by less than a hundredth, or by no more than noise.</summary>
    public bool IsLittle => IsNone || relative.Length == 0
        ? Median.IsNoise
        : Math.Abs(MedianShare.Value) < Little || MedianShare.IsNoise;

    /// <summary>Whether it falls rather than rises, by the median and, where that is 0, by the mean.</summary>
    public bool IsFall => Median.Value != 0 ? Median.Value < 0 : Mean.Value <= 0;

    /// <summary>The difference between two values, 0 where it may be rounding; undefined where it is not finite.</summary>
    public static double Difference(double without, double with)
    {
        var difference = with - without;
        return !double.IsFinite(difference) ? double.NaN
            : Math.Abs(difference) <= Rounding * Math.Max(Math.Abs(with), Math.Abs(without)) ? 0 : difference;
    }

    /// <summary>Whether values are all the same, apart from rounding.</summary>
    public static bool AreSame(IReadOnlyList<double> values) =>
        values.Count == 0 || Difference(values.Min(), values.Max()) == 0 || values.All(value => value == values[0]);

    private Estimate Share(Func<double, bool> isIt) => Estimate.Share(relative.Count(isIt), relative.Length);

    private static double Relative(double difference, double without) => difference == 0 ? 0 : difference / Math.Abs(without);
}
