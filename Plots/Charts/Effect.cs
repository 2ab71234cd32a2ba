namespace Supply.Plots;

/// <summary>One effect among others: a box for half of the runs, a longer one for 90 %, a bar for the median.</summary>
/// <param name="Name">The cause of the effect; long names wrap.</param>
/// <param name="Difference">The difference that it makes, replication by replication.</param>
public sealed record Effect(string Name, Distribution Difference)
{
    /// <summary>A colour key, see <see cref="Palette"/>. Default: one that no meaning owns.</summary>
    public string Colour { get; init; } = "effect";
}
