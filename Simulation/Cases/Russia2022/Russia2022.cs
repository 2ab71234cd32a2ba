using Supply.Evidence;
using Supply.Inference;

namespace Supply.Cases;

/// <summary>
/// The evidence on <see cref="Baselines.Russia2022"/>: the public record compared with it, its calibration, and the posterior that comes
/// with the library.
/// </summary>
public static class Russia2022
{
    /// <summary>The case and its record: every row about Russia and its suppliers is a check or has a reason why it is not.</summary>
    public static CaseRecord Record => Russia2022Plausibility.Record;

    /// <summary>
    /// Figures that the usual witnesses may be expected to publish next, for <see cref="Forecast.Of"/>; their numbers mean nothing.
    /// </summary>
    public static IReadOnlyList<EvidenceRow> Questions => Russia2022Questions.All;

    /// <summary>The case, opened, over the days of the record, with all claims on it.</summary>
    public static Calibration Calibration => Calibration.Of(Record);

    /// <summary>The shipped posterior: <see cref="Calibration"/>, conditioned on all its claims. Read on first use.</summary>
    public static Posterior Posterior => Shipped.Posterior;

    internal static ShippedPosterior Shipped { get; } = new("russia-2022.posterior", () => Calibration);
}
