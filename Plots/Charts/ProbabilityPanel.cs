namespace Supply.Plots;

/// <summary>The curves of one panel.</summary>
/// <param name="Title">The panel's title; may be empty.</param>
/// <param name="Curves">One to four scenarios.</param>
public sealed record ProbabilityPanel(string Title, IReadOnlyList<ProbabilityCurve> Curves)
{
    /// <summary>One to four scenarios.</summary>
    public IReadOnlyList<ProbabilityCurve> Curves { get; init; } = CopiedList.Of(Curves, nameof(Curves));
}
