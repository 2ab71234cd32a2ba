namespace Supply.Analysis;

/// <summary>
/// A design for Sobol indices (Saltelli and others 2010): two samples A and B of scrambled Sobol points, and for each input A with the
/// values of that input from B; for indices of pairs also B with its values from A.
/// </summary>
public sealed record SobolDesign : Design
{
    private readonly int basePoints;
    private readonly ulong seed;
    private readonly bool pairs;
    private readonly SobolPoints points;

    /// <param name="inputs">The inputs or groups; at most 512 dimensions in all.</param>
    /// <param name="basePoints">Base points, 2..2^24; powers of two fill the cube evenly. Default 1024.</param>
    /// <param name="pairs">Whether pairs are wanted, which nearly doubles the runs. Default false.</param>
    /// <param name="seed">The seed of the scrambling. Default 2026.</param>
    /// <exception cref="ArgumentException">Settings are out of range; all are listed.</exception>
    public SobolDesign(Items<SensitivityInput> inputs, int basePoints = 1024, bool pairs = false, ulong seed = Resampling.DefaultSeed)
        : base(inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var faults = new List<string>();
        DesignChecks.Inputs(inputs, SobolPoints.MostDimensions / 2, faults);
        if (basePoints is < 2 or > DesignChecks.MostPoints) faults.Add($"Base points are {basePoints}; they must be "
            + $"2..{DesignChecks.MostPoints}.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
        (this.basePoints, this.pairs, this.seed, points) = (basePoints, pairs, seed, new(2 * Dimensions, seed));
        Owners = new int[Dimensions];
        foreach (var (i, input) in inputs.Index())
        {
            foreach (var member in input.Members) Owners[member] = i;
        }
    }

    /// <summary>A design for a function of some numbers.</summary>
    /// <inheritdoc cref="SobolDesign(Items{SensitivityInput}, int, bool, ulong)"/>
    public SobolDesign(int inputs, int basePoints = 1024, bool pairs = false, ulong seed = Resampling.DefaultSeed)
        : this(DesignChecks.Numbered(inputs), basePoints, pairs, seed) { }

    /// <summary>The input to which each dimension belongs.</summary>
    internal int[] Owners { get; }

    /// <summary>Whether it tells the indices of pairs.</summary>
    public bool Pairs => pairs;

    /// <summary>The seed of the scrambling.</summary>
    public ulong Seed => seed;

    /// <inheritdoc/>
    public override int Blocks => basePoints;

    /// <inheritdoc/>
    public override int BlockRuns => ((pairs ? 2 : 1) * Inputs.Count) + 2;

    internal override string Identity => $"sobol, seed {seed}, pairs {pairs}, "
        + string.Join("; ", Inputs.Select(input => $"{input.Name}: {string.Join(",", input.Members)}"));

    /// <summary>A, B, then A with each input from B, then B with each input from A.</summary>
    /// <inheritdoc/>
    public override double[][] Points(int block)
    {
        var (a, b) = Base(block);
        return [a, b, .. Inputs.Select(input => Mixed(a, b, input)), .. pairs ? Inputs.Select(input => Mixed(b, a, input)) : []];
    }

    /// <summary>The coordinates of A and B in a block.</summary>
    internal (double[] A, double[] B) Base(int block)
    {
        var both = points.Point(block);
        return (both[..Dimensions], both[Dimensions..]);
    }

    private static double[] Mixed(double[] most, double[] other, SensitivityInput input)
    {
        var point = (double[])most.Clone();
        foreach (var member in input.Members) point[member] = other[member];
        return point;
    }
}
