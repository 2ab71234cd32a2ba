using Supply.Studies;

namespace Supply;

/// <summary>The distribution of a metric over the replications in which it is defined.</summary>
/// <param name="Mean">The mean; NaN if the metric is defined in no replication, infinite if some replication never reaches it.</param>
/// <param name="StandardError">
/// Standard error of the mean; NaN for fewer than two replications. Of <see cref="EnsembleDesign.Sobol"/> it is the one between
/// randomisations where the values of each replication were kept; of a point of a series, and of distributions alone, it is that of
/// independent draws, which is as a rule too large there.
/// </param>
/// <param name="Quantiles">Quantiles 5, 25, 50, 75 and 95 %; infinite means never reached.</param>
/// <param name="Undefined">Replications in which it is undefined, such as the share of an origin where nothing was fired.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Distribution(double Mean, double StandardError, Items<double> Quantiles, int Undefined) : IShown
{
    /// <summary>The quantile levels kept, 0..1.</summary>
    public static IReadOnlyList<double> Levels => Supply.Studies.Quantiles.Levels;

    /// <summary>The 5 % quantile: the lower limit of the 90 % band.</summary>
    public double Low90 => Quantiles[0];

    /// <summary>The 25 % quantile.</summary>
    public double Low50 => Quantiles[1];

    /// <summary>The median.</summary>
    public double Median => Quantiles[2];

    /// <summary>The 75 % quantile.</summary>
    public double High50 => Quantiles[3];

    /// <summary>The 95 % quantile: the upper limit of the 90 % band.</summary>
    public double High90 => Quantiles[4];

    /// <summary>The values behind it; none in a series over time, which keeps no more than its quantiles.</summary>
    internal SampleValues Values { get; init; }

    /// <summary>The distribution of given values.</summary>
    public static Distribution Of(ReadOnlySpan<double> values) =>
        Supply.Studies.Quantiles.Of(values) with { Values = new(values.ToArray()) };

    /// <summary>Any quantile, interpolated linearly between order statistics (Hyndman and Fan's definition 7).</summary>
    /// <param name="level">Its level, 0..1; 0 is the least value, 1 the largest.</param>
    /// <returns>NaN if the metric is defined in no replication; infinite if it is not reached.</returns>
    /// <exception cref="InvalidOperationException">It is a point of a series, which keeps no values.</exception>
    public double Quantile(double level) => level is >= 0 and <= 1 ? Values.Quantile(level)
        : throw new ArgumentOutOfRangeException(nameof(level), level, "The level of a quantile lies in 0..1.");

    /// <summary>The share of the replications in which the metric is defined and something holds of it, 0..1; NaN if it is defined in
    /// none.</summary>
    /// <param name="holds">The condition, for example <c>rounds => rounds &lt; 5000</c>.</param>
    /// <exception cref="InvalidOperationException">It is a point of a series, which keeps no values.</exception>
    public double Probability(Func<double, bool> holds)
    {
        ArgumentNullException.ThrowIfNull(holds);
        return Values.Probability(holds);
    }

    /// <summary>Median and 90 % band, for example <c>11,100, 90 % between 8,020 and 13,900</c>.</summary>
    public override string ToString() => double.IsNaN(Median) ? "undefined"
        : $"{Word(Median)}, 90 % between {Word(Low90)} and {Word(High90)}";

    private static string Word(double value) => double.IsInfinity(value) ? "never" : Supply.Studies.ReadableNumber.Digits(value);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ResultHtml.Of(this).ToHtml();
}
