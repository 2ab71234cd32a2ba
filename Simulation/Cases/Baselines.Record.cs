using Supply.Cases;
using Supply.Evidence;

namespace Supply;

public static partial class Baselines
{
    private const string Resource = "Supply.Cases.evidence.csv";

    private static readonly Lazy<PublishedRecord> record = new(() =>
    {
        using var stream = typeof(Baselines).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library was built without its evidence ({Resource}).");
        using var text = new StreamReader(stream);
        return PublishedRecord.Read(text, "the shipped evidence", ShippedWitnesses.All);
    }, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The published figures that the shipped cases cite, with their witnesses.</summary>
    public static PublishedRecord Record => record.Value;
}
