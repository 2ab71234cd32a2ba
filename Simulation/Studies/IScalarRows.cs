namespace Supply.Studies;

/// <summary>The scalars of one scenario in each replication, as the books have them; NaN in those that failed.</summary>
internal interface IScalarRows
{
    /// <summary>The replications, in order.</summary>
    IReadOnlyList<(int First, int Count)> Ranges { get; }

    /// <summary>Whether reading costs nothing.</summary>
    bool AreInMemory { get; }

    /// <summary>The values of a scalar, one for each replication.</summary>
    double[] Read(int scalar);
}

/// <summary>Scalars that are kept in memory.</summary>
/// <param name="scalars">The number of scalars.</param>
/// <param name="replications">The number of replications.</param>
internal sealed class RowsInMemory(int scalars, int replications) : IScalarRows
{
    private readonly double[][] columns = [.. Enumerable.Range(0, scalars).Select(_ => new double[replications])];
    private int known;

    public IReadOnlyList<(int First, int Count)> Ranges => [(0, known)];

    public bool AreInMemory => true;

    public double[] Read(int scalar) => known == replications ? columns[scalar] : columns[scalar][..known];

    /// <summary>Takes a panel, which follows those before.</summary>
    public void Take(Engines.Recorder panel)
    {
        for (var i = 0; i < scalars; i++) panel.Scalar(i).CopyTo(columns[i], known);
        known += panel.Replications;
    }
}
