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
}
