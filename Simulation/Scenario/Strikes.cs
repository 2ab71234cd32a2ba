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
public sealed record StrikeHazard(string Stockpile, Moment From, Uncertain EventsPerYear, Fraction MedianLoss, Uncertain Spread)
    : Change(From)
{
    /// <summary>Share of what a strike destroys that is artillery rounds, 0..1. Default 1.</summary>
    public Fraction ArtilleryShare { get; init; } = Fraction.All;
}

/// <summary>
/// A stockpile is dispersed over more and farther sites: strikes destroy less, but its routes pass less and take longer. While
/// several act on a stockpile, the one that began last counts.
/// </summary>
/// <param name="Stockpile">The name of a stockpile.</param>
/// <param name="From">When it begins.</param>
/// <param name="Throughput">Share that still passes of what the routes from the stockpile would otherwise take, 0..1.</param>
public sealed record Dispersal(string Stockpile, Moment From, Fraction Throughput) : Change(From)
{
    /// <summary>Further days that rounds dispatched while it acts are under way; null: none. Default null.</summary>
    public Days? FurtherHaul { get; init; }

    /// <summary>Share of the loss that a strike still causes, 0..1. Default 1.</summary>
    public Fraction Exposure { get; init; } = Fraction.All;
}
