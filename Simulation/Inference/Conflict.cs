namespace Supply.Inference;

/// <summary>Claims that may each be true, but not together.</summary>
/// <param name="Claims">Two or three.</param>
/// <param name="Alone">The probability of each alone, before any claim is believed.</param>
/// <param name="Together">The probability that all hold.</param>
/// <param name="Expected">
/// That probability if they were independent; for three claims, the smallest product of one and the pair of the others.
/// </param>
public sealed record Conflict(IReadOnlyList<Claim> Claims, IReadOnlyList<double> Alone, double Together, double Expected);
