namespace Supply;

/// <summary>
/// Calibres of which a force fires more where rounds are there and less where they are short. It wants as many rounds of all of them as
/// it requires; how many of each lies between the shares that it prefers (those of its demands) and the shares of the available rounds.
/// A calibre that its guns cannot fire is replaced by the others. Rounds of different calibres count alike, unless a
/// <see cref="Demand.Weight"/> says otherwise. Requirement and fill rate of a calibre are those of the preferred shares.
/// </summary>
/// <param name="Calibres">At least two calibres of the consumer's demands; a calibre is in one mix at most.</param>
/// <param name="Elasticity">
/// 0..1. At 0 the preferred shares, as without a mix; at 1 the shares of the available rounds, whatever is preferred.
/// </param>
public sealed record CalibreMix(Items<Calibre> Calibres, Fraction Elasticity)
{
    /// <summary>Stockpiles whose rounds are available in addition to those of the consumer's own. Default none.</summary>
    public Items<string> Counting { get; init; } = [];

    /// <summary>For people, for example <c>152 mm, 122 mm, elasticity 50 %</c>.</summary>
    public override string ToString() => $"{string.Join(", ", Calibres)}, elasticity {Elasticity}"
        + (Counting.Count == 0 ? "" : $", counting {string.Join(", ", Counting.Select(name => $"\"{name}\""))}");
}
