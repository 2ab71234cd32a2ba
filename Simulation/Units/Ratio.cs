namespace Supply;

/// <summary>A number of rounds for each round of something else, at least 0, exact or uncertain.</summary>
/// <param name="Value">Rounds per round.</param>
public sealed record Ratio(Uncertain Value)
{
    /// <summary>An exact ratio.</summary>
    public static implicit operator Ratio(double ratio) => new(ratio);

    /// <summary>An uncertain ratio.</summary>
    public static implicit operator Ratio(Uncertain ratio) => new(ratio);
}
