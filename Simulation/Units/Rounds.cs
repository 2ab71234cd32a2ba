namespace Supply;

/// <summary>A number of rounds, at least 0, exact or uncertain.</summary>
/// <remarks><c>Rounds.Of(10_000)</c>; neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Rounds
{
    private Rounds(Uncertain value) => Value = value;

    /// <summary>No rounds.</summary>
    public static Rounds None { get; } = new(0);

    /// <summary>Rounds.</summary>
    public Uncertain Value { get; }

    /// <summary>This many rounds.</summary>
    /// <param name="rounds">An exact number or an uncertain one, at least 0; a scenario in which it may be less does not compile.</param>
    public static Rounds Of(Uncertain rounds) => new(rounds);

    /// <summary>For people, for example <c>10,000 rounds</c>.</summary>
    public override string ToString() => Value.In("round", "rounds");
}
