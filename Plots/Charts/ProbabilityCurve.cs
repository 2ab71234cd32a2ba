namespace Supply.Plots;

/// <summary>A probability over time with the uncertainty from the number of runs. NaN is a missing value.</summary>
/// <param name="Name">The name of the curve, usually a scenario.</param>
/// <param name="Probability">The share of runs, 0..1, at each position; it holds until the next.</param>
/// <param name="Low">The lower limit of its 90 % interval.</param>
/// <param name="High">The upper limit of its 90 % interval.</param>
public sealed record ProbabilityCurve(string Name, IReadOnlyList<double> Probability, IReadOnlyList<double> Low, IReadOnlyList<double> High)
{
    /// <summary>A colour key, see <see cref="Palette"/>. Default null: the name is the key.</summary>
    public string? Colour { get; init; }
}
