namespace Supply;

/// <summary>A number of rounds for each round of something else, at least 0, exact or uncertain.</summary>
/// <remarks><c>Ratio.Of(3)</c>; neither a bare number nor an uncertain one becomes one unasked.</remarks>
public sealed record Ratio
{
    private Ratio(Uncertain value) => Value = value;

    /// <summary>Rounds per round.</summary>
    public Uncertain Value { get; }

    /// <summary>This many rounds for each round.</summary>
    /// <param name="ratio">An exact ratio or an uncertain one, at least 0; a scenario in which it may be less does not compile.</param>
    public static Ratio Of(Uncertain ratio) => new(ratio);

    /// <summary>For people, for example <c>3 rounds per round</c>.</summary>
    public override string ToString() => Value.In("round per round", "rounds per round");
}
