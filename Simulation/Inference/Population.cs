namespace Supply.Inference;

/// <summary>A population on its path: everything that its further course depends on.</summary>
internal sealed class Population(int index, Particles particles)
{
    public const int MostGenerations = 8;

    public int Index => index;

    public Particles Particles => particles;

    public double Exponent { get; set; }

    public bool IsDone { get; set; }

    public double LogEvidence { get; set; }

    /// <summary>Counts the moves: the last word of the address of a draw.</summary>
    public uint Iteration { get; set; }

    public int Exponents { get; set; }

    public int Sweeps { get; set; }

    public long Simulations { get; set; }

    public long Failed { get; set; }

    public long Impossible { get; set; }

    /// <summary>The step of each kind of move.</summary>
    public double[] Steps { get; init; } = [0.5, 0, 0.1, 0.5];

    public long[] Proposed { get; init; } = new long[4];

    public long[] Accepted { get; init; } = new long[4];

    /// <summary>How much of its state at the last resampling each coordinate keeps.</summary>
    public double[] Correlations { get; init; } = new double[particles.Dimension];

    /// <summary>For each particle its ancestor at the latest resamplings, the last one first.</summary>
    public List<int[]> Ancestors { get; init; } = [];

    /// <summary>A copy to move to another target: the particles as they are, counts from 0, and unused addresses of draws.</summary>
    public Population Onward() => new(index, particles.Copy()) { LogEvidence = LogEvidence, Iteration = Iteration, Steps = [.. Steps] };

    public void Select(int[] ancestors)
    {
        particles.Select(ancestors);
        for (var k = 0; k < Ancestors.Count; k++) Ancestors[k] = [.. ancestors.Select(i => Ancestors[k][i])];
        Ancestors.Insert(0, ancestors);
        if (Ancestors.Count > MostGenerations) Ancestors.RemoveAt(MostGenerations);
    }
}
