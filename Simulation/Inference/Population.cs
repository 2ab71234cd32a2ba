namespace Supply.Inference;

/// <summary>A population on its path: everything that its further course depends on.</summary>
internal sealed class Population(int index, Particles particles)
{
    public const int MostGenerations = 8;

    public int Index => index;

    public Particles Particles => particles;

    public double Exponent { get; set; }

    /// <summary>Whether the last exponent was reached; its moves may not be finished.</summary>
    public bool IsDone { get; set; }

    /// <summary>The moves at this exponent; null: they are finished.</summary>
    public Motion? Motion { get; set; }

    public double LogEvidence { get; set; }

    /// <summary>Counts the moves: the last word of the address of a draw.</summary>
    public uint Iteration { get; set; }

    public int Exponents { get; set; }

    public int Sweeps { get; set; }

    public long Simulations { get; set; }

    public long Failed { get; set; }

    public long Impossible { get; set; }

    /// <summary>The step of each kind of move; of a chain how many it has.</summary>
    public double[] Steps { get; init; } = [0.5, 0, 0.1, 0.5, 4];

    public long[] Proposed { get; init; } = new long[5];

    public long[] Accepted { get; init; } = new long[5];

    /// <summary>The approximation of its payloads; null if there is none.</summary>
    public Surrogate? Surrogate { get; set; }

    /// <summary>
    /// How much of its state at the last resampling on the path before each coordinate kept, where the population was moved on from
    /// another target; else 1.
    /// </summary>
    public double[] Inherited { get; init; } = [.. Enumerable.Repeat(1.0, particles.Dimension)];

    /// <summary>How much of its state at the last resampling each coordinate keeps.</summary>
    public double[] Correlations { get; init; } = new double[particles.Dimension];

    /// <summary>For each particle its ancestor at the latest resamplings, the last one first.</summary>
    public List<int[]> Ancestors { get; init; } = [];

    /// <summary>
    /// A copy to move to another target: the particles as they are with their families, counts from 0, and unused addresses of draws.
    /// </summary>
    public Population Onward() => new(index, particles.Copy()) 
    {
        LogEvidence = LogEvidence, Iteration = Iteration, Steps = [.. Steps], Surrogate = Surrogate?.Copy(),
        Inherited = [.. Inherited.Zip(Correlations, (before, kept) => before * Math.Max(0, kept))],
        Ancestors = [.. Ancestors.Select(ancestors => ancestors.ToArray())],
    };

    /// <summary>The same particles with the payloads of another target, at the end of its path.</summary>
    public Population On(TemperedDensity density)
    {
        var moved = particles.Onto(density.Target.PayloadLength);
        var batch = new SimulationBatch(moved.Count, moved.Dimension, moved.PayloadLength);
        for (var i = 0; i < moved.Count; i++) batch.Add(moved.X(i), moved.DrawNumber[i]);
        if (density.Simulates) density.Target.Simulate(batch);
        for (var i = 0; i < moved.Count; i++)
        {
            batch.Payload(i).CopyTo(moved.Payload(i));
            moved.Level[i] = batch.HasFailed(i) ? Level.Impossible : density.Evaluate(moved.Z(i), moved.X(i), moved.Payload(i));
        }

        return new(index, moved)
        {
            Exponent = Exponent, IsDone = IsDone, LogEvidence = LogEvidence, Iteration = Iteration, Exponents = Exponents,
            Sweeps = Sweeps, Simulations = Simulations, Failed = Failed, Impossible = Impossible, Steps = [.. Steps],
            Proposed = [.. Proposed], Accepted = [.. Accepted], Correlations = [.. Correlations], Inherited = [.. Inherited],
            Ancestors = [.. Ancestors.Select(ancestors => ancestors.ToArray())],
        };
    }

    public void Select(int[] ancestors)
    {
        particles.Select(ancestors);
        for (var k = 0; k < Ancestors.Count; k++) Ancestors[k] = [.. ancestors.Select(i => Ancestors[k][i])];
        Ancestors.Insert(0, ancestors);
        if (Ancestors.Count > MostGenerations) Ancestors.RemoveAt(MostGenerations);
    }
}
