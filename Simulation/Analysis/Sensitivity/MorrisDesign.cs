namespace Supply.Analysis;

/// <summary>
/// Trajectories through a grid on which one input or group moves at a time (Morris 1991), by two thirds of its range on the usual grid of
/// four levels: p / (2 (p - 1)) for p levels. Members of a group move together.
/// </summary>
public sealed record MorrisDesign : Design
{
    private readonly int trajectories;
    private readonly int levels;
    private readonly ulong seed;
    private readonly SobolPoints starts;

    /// <param name="inputs">The inputs or groups; at most 1024 dimensions in all.</param>
    /// <param name="trajectories">Trajectories, 2..2^24. Default 20.</param>
    /// <param name="levels">Levels of the grid, even, 4..64. Default 4.</param>
    /// <param name="seed">The seed of the trajectories. Default 2026.</param>
    /// <exception cref="ArgumentException">Settings are out of range; all are listed.</exception>
    public MorrisDesign(Items<SensitivityInput> inputs, int trajectories = 20, int levels = 4, ulong seed = Resampling.DefaultSeed)
        : base(inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var faults = new List<string>();
        DesignChecks.Inputs(inputs, SobolPoints.MostDimensions, faults);
        if (trajectories is < 2 or > DesignChecks.MostPoints)
        {
            faults.Add($"Trajectories are {trajectories}; they must be 2..{DesignChecks.MostPoints}.");
        }

        if (levels is < 4 or > 64 || levels % 2 != 0) faults.Add($"Levels are {levels}; they must be even, 4..64.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
        (this.trajectories, this.levels, this.seed, starts) = (trajectories, levels, seed, new(Dimensions, seed));
    }

    /// <summary>A design for a function of some numbers.</summary>
    /// <inheritdoc cref="MorrisDesign(Items{SensitivityInput}, int, int, ulong)"/>
    public MorrisDesign(int inputs, int trajectories = 20, int levels = 4, ulong seed = Resampling.DefaultSeed)
        : this(DesignChecks.Numbered(inputs), trajectories, levels, seed) { }

    /// <summary>The seed of the trajectories.</summary>
    public ulong Seed => seed;

    /// <summary>The length of a move, as a part of the range.</summary>
    public double Move => levels / (2.0 * (levels - 1));

    /// <inheritdoc/>
    public override int Blocks => trajectories;

    /// <inheritdoc/>
    public override int BlockRuns => Inputs.Count + 1;

    internal override string Identity => $"morris, seed {seed}, levels {levels}, "
        + string.Join("; ", Inputs.Select(input => $"{input.Name}: {string.Join(",", input.Members)}"));

    /// <inheritdoc/>
    public override double[][] Points(int block)
    {
        var (points, at) = (new double[BlockRuns][], Start(block));
        points[0] = (double[])at.Clone();
        foreach (var (step, input) in Order(block).Index())
        {
            foreach (var member in Inputs[input].Members) at[member] += at[member] < 0.5 ? Move : -Move;
            points[step + 1] = (double[])at.Clone();
        }

        return points;
    }

    /// <summary>The order in which the inputs of a trajectory move.</summary>
    internal int[] Order(int block) => [.. Enumerable.Range(0, Inputs.Count)
        .OrderBy(input => Resampling.Uniform(seed, "trajectory order", block, input)).ThenBy(input => input)];

    // Every level begins as many trajectories. From each there is one move that stays inside: up from the lower half, down from the
    // upper one.
    private double[] Start(int block) => [.. starts.Point(block).Select(u => Math.Floor(u * levels) / (levels - 1))];
}
