namespace Supply;

/// <summary>
/// A force that answers fire: what it requires is (1 - weight) times its own requirement plus weight times ratio times what an
/// opponent fired per step, on the average of the last steps until the one before. Rounds of all calibres are counted; the
/// answer is divided among the calibres as the own requirement is. In the first step there is only the own requirement.
/// </summary>
/// <param name="Opponent">A consumer of another network of the scenario, <c>Side/Consumer</c>.</param>
/// <param name="Weight">How much of the requirement is an answer, 0..1.</param>
/// <param name="Ratio">Rounds wanted for each round of the opponent, at least 0.</param>
public sealed record Response(string Opponent, Fraction Weight, Ratio Ratio)
{
    /// <summary>Days over which the opponent's fire is averaged, at least 1. Default 30.</summary>
    public int TrailingDays { get; init; } = 30;
}
