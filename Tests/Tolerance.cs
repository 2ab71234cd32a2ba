namespace Supply.Tests;

/// <summary>Every tolerance the tests use, with its reason.</summary>
internal static partial class Tolerance
{
    /// <summary>The bound that the documentation of Exp states, in ulp; the worst of 60,000 points was 0.83.</summary>
    public const double ExpUlps = 1.0;

    /// <summary>The bound that the documentation of Log states, in ulp; the worst of 60,000 points was 0.61.</summary>
    public const double LogUlps = 1.0;

    /// <summary>The bound that the documentation of InverseNormal states, in ulp; the worst of 30,000 points was 4.3.</summary>
    public const double InverseNormalUlps = 6.0;

    /// <summary>
    /// Standard errors allowed to a statistic of a fixed-seed sample: passed by chance 1 time in 1.7 million, so a failure
    /// is an error in the generator.
    /// </summary>
    public const double StandardErrors = 5.0;

    /// <summary>
    /// What a sampled 90 percent width may fall short of the year before: the error of two widths from 2,000 replications,
    /// 4 percent each at three standard errors, when the true widths are equal.
    /// </summary>
    public const double SampledWidth = 0.92;

    /// <summary>
    /// The twin and the engines add in another order and use other elementary functions; some thousand operations of 1e-16
    /// each, some of them differences, stay within it.
    /// </summary>
    public const double TwinRelative = 1e-9;

    /// <summary>
    /// Below it differences between the twin and the engines are rounding: the rest of a stock of ten million rounds that
    /// was used up, or of a sum over the horizon taken off another.
    /// </summary>
    public const double TwinFloor = 1e-8;
}
