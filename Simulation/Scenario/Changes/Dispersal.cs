namespace Supply;

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
