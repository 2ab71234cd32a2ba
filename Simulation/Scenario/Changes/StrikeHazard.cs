namespace Supply;

/// <summary>
/// Strikes on a stockpile that come at random and rarely, and now and then destroy much: the loss of each is log-normal and at most all.
/// In a step of at most a day there is at most one; in a longer step their number is Poisson, at most 8, and each takes its share of what
/// the one before has left. Several hazards at once strike one after another.
/// </summary>
/// <param name="Stockpile">The name of a stockpile.</param>
/// <param name="From">When it begins.</param>
/// <param name="EventsPerYear">
/// Strikes in a year on average, at least 0. A scenario in which a step of more than a day may expect more than 2 does not compile.
/// </param>
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
    /// <summary>The most strikes that may be expected in a step of more than a day: then more than 8 come in one step of 4,000.</summary>
    internal const double MostExpected = 2;

    /// <summary>The most strikes in a step. One in steps of at most a day, of which hardly any would have two.</summary>
    internal static int MostStrikes(double stepDays) => stepDays > 1 ? 8 : 1;

    /// <summary>
    /// The part of the destroyed share that falls on artillery rounds, 0..1: it multiplies the loss of a strike, after that is cut to all.
    /// Default 1.
    /// </summary>
    public Fraction ArtilleryShare { get; init; } = Fraction.All;
}
