using Supply.Studies;

namespace Supply.Analysis;

/// <summary>A limit that a box puts on one input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Low">The least value inside; minus infinity: not limited below. Not used for choices.</param>
/// <param name="High">The greatest value inside; infinity: not limited above. Not used for choices.</param>
/// <param name="Cases">The cases of a choice that lie inside; none for numbers.</param>
public sealed record Restriction(InputColumn Input, double Low, double High, Items<string> Cases)
{
    /// <summary>
    /// The probability that chance alone would put at least as many rows of interest into the box, if this restriction did nothing: the
    /// tail
    /// of a binomial with the density of the box without it (Bryant and Lempert 2010). NaN where outcomes are not 0 or 1. Default NaN.
    /// </summary>
    public double QuasiP { get; init; } = double.NaN;

    /// <summary>The density of the box without this restriction. Default NaN.</summary>
    public double DensityWithout { get; init; } = double.NaN;

    /// <summary>For people, for example <c>requirement level above 1.12</c> or <c>wish is "given"</c>.</summary>
    public override string ToString() => Input.IsChoice
        ? $"{Input.Name} is {string.Join(" or ", Cases.Select(one => $"\"{one}\""))}"
        : double.IsInfinity(Low) ? $"{Input.Name} is below {ReadableNumber.Digits(High)}"
        : double.IsInfinity(High) ? $"{Input.Name} is above {ReadableNumber.Digits(Low)}"
        : $"{Input.Name} is between {ReadableNumber.Digits(Low)} and {ReadableNumber.Digits(High)}";
}
