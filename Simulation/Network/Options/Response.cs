namespace Supply;

/// <summary>
/// A force that answers fire: it requires (1 - weight) times its own requirement plus weight times ratio times what an opponent fired per
/// step, averaged over the last steps before the current one. Rounds of all calibres are counted; the answer is divided among the
/// calibres like the own requirement. In the first step there is only the own requirement.
/// </summary>
/// <param name="Opponent">A consumer of another network of the scenario, <c>Side/Consumer</c>.</param>
/// <param name="Weight">How much of the requirement is an answer, 0..1.</param>
/// <param name="Ratio">Rounds wanted for each round of the opponent, at least 0.</param>
public sealed record Response(string Opponent, Fraction Weight, Ratio Ratio)
{
    /// <summary>Days over which the opponent's fire is averaged, at least 1. Default 30.</summary>
    public int TrailingDays { get; init; } = 30;

    /// <summary>For people, for example <c>50 % an answer to "Red/Force", 3 rounds per round, over 30 days</c>.</summary>
    public override string ToString() => $"{Weight} an answer to \"{Opponent}\", {Ratio}, over {Days.Of(TrailingDays)}";
}
