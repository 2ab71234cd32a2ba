namespace Supply;

/// <summary>A number of rounds, at least 0, exact or uncertain.</summary>
/// <param name="Value">Rounds.</param>
public sealed record Rounds(Uncertain Value)
{
    /// <summary>No rounds.</summary>
    public static Rounds None { get; } = new(0);

    /// <summary>An exact number of rounds.</summary>
    public static implicit operator Rounds(double rounds) => new(rounds);

    /// <summary>An uncertain number of rounds.</summary>
    public static implicit operator Rounds(Uncertain rounds) => new(rounds);
}
