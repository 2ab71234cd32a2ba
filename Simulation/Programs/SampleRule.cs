namespace Supply.Programs;

/// <summary>How the values of a metric follow from what is sampled.</summary>
internal enum SampleRule
{
    /// <summary>The difference of a running sum between two samples.</summary>
    Difference,

    /// <summary>That difference per day between them.</summary>
    DifferencePerDay,

    /// <summary>The difference of one running sum over the difference of another.</summary>
    RatioOfDifferences,

    /// <summary>The sampled value.</summary>
    Value,

    /// <summary>One sampled value over another.</summary>
    Ratio,
}
