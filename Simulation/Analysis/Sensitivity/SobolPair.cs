namespace Supply.Analysis;

/// <summary>The interaction of two inputs.</summary>
/// <param name="One">One input.</param>
/// <param name="Other">The other.</param>
/// <param name="Second">Second order: the share of the variance that goes with both together beyond each alone.</param>
public sealed record SobolPair(SensitivityInput One, SensitivityInput Other, SobolIndex Second)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{One.Name} with {Other.Name}: {Second}";
}
