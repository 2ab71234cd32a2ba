namespace Supply;

/// <summary>
/// Strikes on a stockpile that come at random and rarely, and now and then destroy much: in each step at most one, its loss
/// log-normal and at most all. Several hazards at once strike one after another.
/// </summary>
/// <param name="Stockpile">The name of a stockpile.</param>
/// <param name="From">When it begins.</param>
/// <param name="EventsPerYear">Strikes in a year on average, at least 0.</param>
/// <param name="MedianLoss">Share of what is stored that the median strike destroys, 0..1.</param>
/// <param name="Spread">
/// Standard deviation of the logarithm of that share, at least 0: at 1 one strike in twenty destroys more than five times the
/// median, at 1.5 more than twelve times.
/// </param>
public sealed record StrikeHazard(string Stockpile, Moment From, Uncertain EventsPerYear, Fraction MedianLoss, Factor Spread)
    : Change(From)
{
    /// <summary>Share of what a strike destroys that is artillery rounds, 0..1. Default 1.</summary>
    public Fraction ArtilleryShare { get; init; } = Fraction.All;
}
