namespace Supply;

/// <summary>
/// Sanctions on a source of an input: part of it still passes, part is evaded by a longer and dearer way, the rest is blocked.
/// While several act on a source, the one that began last counts. What is under way when it begins still arrives.
/// </summary>
/// <param name="Source">The name of an input source.</param>
/// <param name="From">When it begins.</param>
/// <param name="Remaining">Share of what the source would supply that still passes directly, 0..1.</param>
public sealed record InputSanction(string Source, Moment From, Fraction Remaining) : Change(From)
{
    /// <summary>Share of the rest that comes all the same, through third countries, 0..1. Default 0.</summary>
    public Fraction Evaded { get; init; } = Fraction.None;

    /// <summary>Further days that the evaded part takes beyond the lead time of the source; null: none. Default null.</summary>
    public Days? EvasionDelay { get; init; }

    /// <summary>Multiplier of the price of the evaded part, at least 0; null: the price stays. Default null.</summary>
    public Uncertain? PriceFactor { get; init; }
}
