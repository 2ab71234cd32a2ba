namespace Supply.Analysis;

/// <summary>The indices of one input or group.</summary>
/// <param name="Input">The input.</param>
/// <param name="First">First order: the share of the variance that knowing this input alone would take away on average.</param>
/// <param name="Total">Total: the share that is left on average while all others are known.</param>
public sealed record SobolInput(SensitivityInput Input, SobolIndex First, SobolIndex Total)
{
    /// <summary>For people.</summary>
    public override string ToString() => $"{Input.Name}: first {First}, total {Total}";
}
