namespace Supply.Analysis;

/// <summary>How patiently boxes are peeled.</summary>
public sealed record PrimSettings
{
    /// <summary>The share of the rows of a box that a peel removes, above 0 and below 0.5. Default 0.05.</summary>
    public double Peel { get; init; } = 0.05;

    /// <summary>The share of the rows of a box that pasting adds, above 0 and below 0.5. Default 0.05.</summary>
    public double Paste { get; init; } = 0.05;

    /// <summary>The least share of all rows that a box holds, above 0 and below 1. Default 0.05.</summary>
    public double LeastMass { get; init; } = 0.05;

    /// <summary>
    /// The quasi p-value above which a limit is taken off the chosen box again, above 0 and at most 1; 1: none is. Without effect where
    /// outcomes are not 0 or 1. Default 0.05.
    /// </summary>
    public double MostChance { get; init; } = 0.05;

    /// <summary>Which peel is taken. Default <see cref="PrimCriterion.StandardError"/>.</summary>
    public PrimCriterion Criterion { get; init; }

    /// <summary>The most boxes that are looked for, one after another, 1..20. Default 1.</summary>
    public int MostBoxes { get; init; } = 1;

    /// <summary>Bootstrap resamples for the reproducibility of restrictions, 0..10,000; 0: none. Default 20.</summary>
    public int Resamples { get; init; } = 20;

    /// <summary>The seed of the resamples. Default 2026.</summary>
    public ulong Seed { get; init; } = 2026;

    internal void Check()
    {
        var faults = new List<string>();
        if (!(Peel is > 0 and < 0.5)) faults.Add($"Peel is {Peel}; it must lie above 0 and below 0.5.");
        if (!(Paste is > 0 and < 0.5)) faults.Add($"Paste is {Paste}; it must lie above 0 and below 0.5.");
        if (!(LeastMass is > 0 and < 1)) faults.Add($"LeastMass is {LeastMass}; it must lie above 0 and below 1.");
        if (!(MostChance is > 0 and <= 1)) faults.Add($"MostChance is {MostChance}; it must lie above 0 and not above 1.");
        if (!Enum.IsDefined(Criterion)) faults.Add($"Criterion is {Criterion}; it must be StandardError, Mean or MeanPerRow.");
        if (MostBoxes is < 1 or > 20) faults.Add($"MostBoxes is {MostBoxes}; it must lie in 1..20.");
        if (Resamples is < 0 or > 10_000) faults.Add($"Resamples is {Resamples}; it must lie in 0..10000.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }
}
