namespace Supply.Inference;

/// <summary>How far a population is in its moves at an exponent: everything that the rest of them depends on.</summary>
/// <param name="References">The distributions that the proposals of either half preserve.</param>
/// <param name="Memory">The state at resampling.</param>
internal sealed record Motion(ReferenceDistribution[] References, StartMemory Memory)
{
    /// <summary>Moves made.</summary>
    public int Moves { get; set; }

    /// <summary>The move after which the references are next renewed.</summary>
    public int Renewal { get; set; }
}
