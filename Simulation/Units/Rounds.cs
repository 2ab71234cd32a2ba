namespace Supply;

/// <summary>
/// A number of rounds, at least 0, exact or uncertain: <c>Rounds.Of(10_000)</c>, <c>Rounds.Of(Uncertain.Uniform(1e6, 2e6))</c>. Neither an
/// exact number nor an uncertain one becomes a number of rounds unasked.
/// </summary>
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
