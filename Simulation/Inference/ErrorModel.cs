namespace Supply.Inference;

/// <summary>
/// The errors between a modelled quantity and a published figure, beyond the scope of the witness: assumptions that hold for all claims of
/// a calibration and are learnt from them where they can be. All spreads are standard deviations of natural logarithms; with 0 a part is
/// left out.
/// </summary>
public sealed record ErrorModel
{
    /// <summary>
    /// Spread of the factor, for each letter of reliability one, by which its errors are larger than the letter says; its median is 1. At
    /// least 0. Default 0.4: within a factor of two either way (90 %).
    /// </summary>
    public double ScaleSpread { get; init; } = 0.4;

    /// <summary>
    /// The part of the variance of an error that all figures of one publication share, so that two of its figures make a hard ratio. 0 or
    /// more, below 1. Default 0.75.
    /// </summary>
    public double SharedPart { get; init; } = 0.75;

    /// <summary>
    /// Spread of the mean error of wrong claims about 0: they may err to one side. At least 0. Default 0.5.
    /// </summary>
    public double WrongMeanSpread { get; init; } = 0.5;

    /// <summary>
    /// Median of the size of the <see cref="Discrepancy"/> of each kind of quantity, of shares on the scale of the log odds as much as
    /// moves a third by this factor. At least 0; 0: there is none. Default 0.15.
    /// </summary>
    public double DiscrepancySize { get; init; } = 0.15;

    /// <summary>Spread of the size of a discrepancy about its median. Above 0 where there is one. Default 0.5.</summary>
    public double DiscrepancySpread { get; init; } = 0.5;

    /// <summary>Nothing but scope, error by letter and doubt.</summary>
    public static ErrorModel Plain { get; } = new() { ScaleSpread = 0, SharedPart = 0, WrongMeanSpread = 0, DiscrepancySize = 0 };

    /// <summary>The median size for a kind of quantity: a third is moved by a factor by one and a half times as much in log odds.</summary>
    internal double SizeOf(DiscrepancyKind kind) => Discrepancy.IsOfOdds(kind) ? 1.5 * DiscrepancySize : DiscrepancySize;

    /// <summary>For people, for example <c>errors of letters within 0.4, 0.75 of them shared by a publication</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"scales {ScaleSpread}, shared {SharedPart}, wrong {WrongMeanSpread}, discrepancy {DiscrepancySize} within {DiscrepancySpread}");
}
