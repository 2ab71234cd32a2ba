namespace Supply.Evidence;

/// <summary>A published range and the model's value for it.</summary>
/// <param name="Check">The range.</param>
/// <param name="Band">Quantiles over the replications, in the unit of the check.</param>
public sealed record PlausibilityResult(PlausibilityCheck Check, Distribution Band)
{
    /// <summary>True if the model's band from 5 to 95 percent and the published range overlap.</summary>
    public bool Passes => Band.Low90 <= Check.High && Band.High90 >= Check.Low;
}
