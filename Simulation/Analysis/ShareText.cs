using Supply.Studies;

namespace Supply.Analysis;

/// <summary>Shares and probabilities in percent: none of them becomes 0 or 100 % by rounding.</summary>
internal static class ShareText
{
    /// <summary>A share that was found, for example <c>21 %</c>, <c>3.4 %</c> or <c>&gt; 99.9 %</c>.</summary>
    public static string Of(double share) => ReadableNumber.Number(share, Measure.Fraction);

    /// <summary>A share that somebody asks for, with all its digits, because nothing about it is uncertain.</summary>
    public static string Asked(double share) => $"{100 * share:0.##########} %";
}
