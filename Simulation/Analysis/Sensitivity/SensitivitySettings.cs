namespace Supply.Analysis;

/// <summary>How the inputs of a scenario are varied by a design.</summary>
public sealed record SensitivitySettings
{
    /// <summary>Base points of Sobol indices, 2..2^24; a power of two is best. Default 256.</summary>
    public int BasePoints { get; init; } = 256;

    /// <summary>Whether the indices of pairs are wanted, which nearly doubles the runs. Default false.</summary>
    public bool Pairs { get; init; }

    /// <summary>Trajectories of a screening, 2..2^24. Default 20.</summary>
    public int Trajectories { get; init; } = 20;

    /// <summary>Levels of the grid of a screening, even, 4..64. Default 4.</summary>
    public int Levels { get; init; } = 4;

    /// <summary>
    /// Groups of inputs that are varied together: a name, and the names of its inputs in words. Default none: each alone.
    /// </summary>
    public IReadOnlyDictionary<string, Items<string>> Groups { get; init; } = new Dictionary<string, Items<string>>();

    /// <summary>
    /// Rank correlations of inputs, joined by a normal copula on their priors. Inputs that go together are one group, because shares of the
    /// variance belong to each alone only where inputs are independent. Default none: inputs are independent.
    /// </summary>
    public Items<InputDependence> Correlations { get; init; } = Items<InputDependence>.Empty;

    /// <summary>Noise from step to step. Default an input of its own.</summary>
    public StepNoise Noise { get; init; }

    /// <summary>
    /// A file that keeps the values of finished blocks: interrupted, the same call goes on from there, with the same bits. Null: they are
    /// kept in memory only. Default null.
    /// </summary>
    public string? Checkpoint { get; init; }
}
