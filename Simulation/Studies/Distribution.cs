using Supply.Studies;

namespace Supply;

/// <summary>The distribution of a metric over the replications in which it is defined.</summary>
/// <param name="Mean">The mean; NaN if the metric is defined in no replication, infinite if some replication never reaches it.</param>
/// <param name="StandardError">Standard error of the mean; NaN for fewer than two replications.</param>
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

    /// <summary>The distribution of given values.</summary>
    public static Distribution Of(ReadOnlySpan<double> values) => Supply.Studies.Quantiles.Of(values);

    /// <summary>Median and 90 % band, for example <c>11,100, 90 % between 8,020 and 13,900</c>.</summary>
    public override string ToString() => double.IsNaN(Median) ? "undefined"
        : $"{Word(Median)}, 90 % between {Word(Low90)} and {Word(High90)}";

    private static string Word(double value) => double.IsInfinity(value) ? "never" : Supply.Studies.ReadableNumber.Digits(value);

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ResultHtml.Of(this).ToHtml();
}
