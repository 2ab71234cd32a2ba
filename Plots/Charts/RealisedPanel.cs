namespace Supply.Plots;

/// <summary>The outcome of the target shares of one meaning of the lever.</summary>
/// <param name="Title">The panel's title, usually the meaning.</param>
/// <param name="Realised">The share realised among rounds fired, as fractions, at each target.</param>
/// <param name="Limits">At each target the limit that binds, in a few words; empty where none does.</param>
public sealed record RealisedPanel(string Title, Fan Realised, IReadOnlyList<string> Limits)
{
    /// <summary>At each target the limit that binds, in a few words; empty where none does.</summary>
    public IReadOnlyList<string> Limits { get; init; } = CopiedList.Of(Limits, nameof(Limits));
}
