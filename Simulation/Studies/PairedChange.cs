namespace Supply.Studies;

/// <summary>A metric without and with a change, replication by replication with the same draws.</summary>
internal sealed class PairedChange
{
    private const double Much = 0.05;
    private const double Little = 0.01;

    /// <summary>A smaller difference, relative to the larger value, may be rounding: books close to this.</summary>
    private const double Rounding = 1e-9;

    private readonly RunValues differences;
    private readonly RunValues relative;

    /// <param name="without">Its values without the change, one for each replication.</param>
    /// <param name="with">Its values with the change.</param>
    /// <param name="randomisations">The randomisation of each replication; null: all are independent.</param>
    public PairedChange(IReadOnlyList<double> without, IReadOnlyList<double> with, IReadOnlyList<int>? randomisations = null)
    {
        bool IsDefined(int replication) => double.IsFinite(with[replication] - without[replication]);
        RunValues Of(Func<int, double> value) => new(
            Enumerable.Range(0, without.Count).Select(replication => IsDefined(replication) ? value(replication) : double.NaN),
            randomisations);
        double Change(int replication) => Difference(without[replication], with[replication]);
        differences = Of(Change);
        (Without, With) = (Of(replication => without[replication]).Median, Of(replication => with[replication]).Median);
        relative = Of(replication => Relative(Change(replication), without[replication]) is var change && double.IsFinite(change)
            ? change : double.NaN);
        (Count, Undefined) = (differences.Count, without.Count - differences.Count);
        Mean = differences.Mean;
        var mean = Math.Abs(without.Where((_, replication) => IsDefined(replication)).DefaultIfEmpty(double.NaN).Average());
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
    public Estimate Median => differences.Median;

    public Estimate Low90 => differences.Quantile(0.05);

    public Estimate High90 => differences.Quantile(0.95);

    /// <summary>The median of the difference over what it is without the change.</summary>
    public Estimate MedianShare => relative.Median;

    /// <summary>The mean difference over the mean without the change; undefined where that is 0.</summary>
    public Estimate MeanShare { get; }

    public Estimate LosesMuch => relative.Share(share => share < -Much);

    public Estimate GainsMuch => relative.Share(share => share > Much);

    public Estimate HardlyChanges => relative.Share(share => Math.Abs(share) < Little);

    public Estimate Falls => differences.Share(difference => difference < 0);

    public Estimate Rises => differences.Share(difference => difference > 0);

    /// <summary>Whether it is the same with and without the change in every replication.</summary>
    public bool IsNone => differences.All(difference => difference == 0);

    /// <summary>Whether the median run changes by less than a hundredth, or by no more than noise.</summary>
    public bool IsLittle => IsNone || relative.Count == 0
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

    private static double Relative(double difference, double without) => difference == 0 ? 0 : difference / Math.Abs(without);
}
