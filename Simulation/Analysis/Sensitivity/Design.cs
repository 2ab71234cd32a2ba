namespace Supply.Analysis;

/// <summary>Points at which a model is run, in blocks that are complete only together.</summary>
public abstract record Design
{
    private protected Design(Items<SensitivityInput> inputs) => Inputs = inputs;

    /// <summary>The inputs or groups that it varies.</summary>
    public Items<SensitivityInput> Inputs { get; }

    /// <summary>The dimensions of a point.</summary>
    public int Dimensions => Inputs.Sum(input => input.Members.Count);

    /// <summary>The number of blocks: base points, or trajectories.</summary>
    public abstract int Blocks { get; }

    /// <summary>Runs of a block.</summary>
    public abstract int BlockRuns { get; }

    /// <summary>All runs.</summary>
    public long Runs => (long)Blocks * BlockRuns;

    /// <summary>The points of a block in the unit cube, one after another; the same for any number of blocks.</summary>
    /// <param name="block">The number of the block, from 0.</param>
    public abstract double[][] Points(int block);

    /// <summary>Runs a function of a point at every point.</summary>
    /// <param name="model">A function of the coordinates, each in 0..1; called on several threads. Values that are not finite are left out
    /// with their whole block.</param>
    /// <returns>For each block the values of its points.</returns>
    public IReadOnlyList<double[]> Run(Func<double[], double> model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var values = new double[Blocks][];
        Supply.Studies.Threads.Run(() => Parallel.For(0, Blocks, block => values[block] = [.. Points(block).Select(model)]));
        return values;
    }

    /// <summary>Everything that decides which runs there are, except how many blocks.</summary>
    internal abstract string Identity { get; }
}
