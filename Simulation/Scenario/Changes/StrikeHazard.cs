namespace Supply;

/// <summary>
/// Strikes on a stockpile that come at random and rarely, and now and then destroy much: in each step at most one, its loss
/// log-normal and at most all. Several hazards at once strike one after another.
/// </summary>
/// <param name="Stockpile">The name of a stockpile.</param>
/// <param name="From">When it begins.</param>
/// <param name="EventsPerYear">Strikes in a year on average, at least 0.</param>
/// <param name="MedianLoss">
/// Share of a depot that the median strike destroys, 0..1; of the rounds stored it destroys <see cref="ArtilleryShare"/> of that share.
/// </param>
/// <param name="Spread">
/// Standard deviation of the logarithm of that share, at least 0: at 1 one strike in twenty destroys more than five times the
/// median, at 1.5 more than twelve times.
/// </param>
public sealed record StrikeHazard(string Stockpile, Moment From, Uncertain EventsPerYear, Fraction MedianLoss, Factor Spread)
    : Change(From)
{
    /// <summary>
    /// The part of the destroyed share that falls on artillery rounds, 0..1: it multiplies the loss of a strike, after that is cut to all.
    /// Default 1.
    /// </summary>
    public Fraction ArtilleryShare { get; init; } = Fraction.All;
}
