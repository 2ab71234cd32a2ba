namespace Supply.Programs;

/// <summary>A metric as what to sample and how to read it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Reading">How to read it.</param>
/// <param name="A">The sampled term.</param>
/// <param name="B">The sampled denominator.</param>
internal sealed record RecordedSeries(Metric Metric, SampleRule Reading, Term A, Term? B = null);
