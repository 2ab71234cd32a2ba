namespace Supply;

/// <summary>
/// Spells in which no ship calls. Behind each call begins one with some probability, independently; the time to the next call stands
/// still from the next step on, for as long as the spell lasts, which is drawn for each (log-normal). Spells that begin while another
/// lasts follow it.
/// </summary>
/// <param name="Probability">The chance that a spell follows a call, 0..1.</param>
/// <param name="Median">Median length of a spell, in days.</param>
/// <param name="Spread">
/// Standard deviation of the logarithm of a length, at least 0. The mean length is the median times exp(spread squared / 2).
/// </param>
public sealed record IdleSpells(Fraction Probability, Days Median, Factor Spread)
{
    /// <summary>For people, for example <c>a spell of 20 days, spread 0.5, behind a call with probability 10 %</c>.</summary>
    public override string ToString() => $"a spell of {Median}, spread {Spread.Value}, behind a call with probability {Probability}";
}
