namespace Supply.Inference;

/// <summary>How much was learnt about one uncertain number.</summary>
/// <param name="Name">Its name; a scope factor begins with <c>scope</c> and counts as a factor.</param>
/// <param name="Contraction">1 less the remaining variance, on the scale on which the prior is normal: 0 nothing learnt, 1 known.</param>
/// <param name="Prior">Its distribution before conditioning.</param>
/// <param name="Posterior">Its distribution after conditioning.</param>
public sealed record Learnt(string Name, double Contraction, Spread Prior, Spread Posterior)
{
    /// <summary>The number in words for a reader. Default: its name.</summary>
    public string Words { get; init; } = Name;
}
