namespace Supply.Inference;

/// <summary>A posterior that comes with the library.</summary>
/// <param name="resource">Its name among the resources of the library.</param>
/// <param name="calibration">The calibration it belongs to, made when it is first needed.</param>
internal sealed class ShippedPosterior(string resource, Func<Calibration> calibration)
{
    // A load that failed is tried again: in a notebook the reason may be gone by then.
    private readonly Lazy<Posterior> all = new(() =>
    {
        using var stream = Stored(resource);
        return Posterior.Load(stream, $"The shipped posterior {resource}", calibration(), isShipped: true);
    }, LazyThreadSafetyMode.PublicationOnly);

    private readonly Lazy<string> verdict = new(() =>
    {
        using var stream = Stored(resource);
        return Posterior.VerdictOf(stream);
    }, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The posterior, read on first use.</summary>
    public Posterior Posterior => all.Value;

    /// <summary>Whether it may be used, in a sentence; it is not read for that.</summary>
    public string Verdict => verdict.Value;

    private static Stream Stored(string resource) => typeof(ShippedPosterior).Assembly.GetManifestResourceStream("Supply.Cases." + resource)
        ?? throw new InvalidOperationException($"The library was built without its posterior ({resource}).");
}
