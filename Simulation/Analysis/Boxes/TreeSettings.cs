namespace Supply.Analysis;

/// <summary>How far a tree grows and how it is pruned.</summary>
public sealed record TreeSettings
{
    /// <summary>The least share of all rows in a leaf, above 0 and at most 0.5. Default 0.05.</summary>
    public double LeastLeaf { get; init; } = 0.05;

    /// <summary>The most questions from the root to a leaf, 1..20. Default 5.</summary>
    public int MostDepth { get; init; } = 5;

    /// <summary>
    /// Parts of the rows for cross-validation, 2..100; the tree is the smallest within one standard error of the best (Breiman and others
    /// 1984). Default 10.
    /// </summary>
    public int Folds { get; init; } = 10;

    /// <summary>The seed that deals rows to the parts. Default 2026.</summary>
    public ulong Seed { get; init; } = 2026;

    internal void Check()
    {
        var faults = new List<string>();
        if (!(LeastLeaf is > 0 and <= 0.5)) faults.Add($"LeastLeaf is {LeastLeaf}; it must lie above 0 and be at most 0.5.");
        if (MostDepth is < 1 or > 20) faults.Add($"MostDepth is {MostDepth}; it must lie in 1..20.");
        if (Folds is < 2 or > 100) faults.Add($"Folds is {Folds}; it must lie in 2..100.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }
}
