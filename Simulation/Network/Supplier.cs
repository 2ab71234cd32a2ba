namespace Supply;

/// <summary>
/// A foreign supplier: a finite exportable stock, its own production, orders placed with it and a limit on exports. Once the stock is
/// gone, it sends no more than it makes. At least one route starts at it.
/// </summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Origin">Country of manufacture of all it sends; each origin has at most one supplier in a scenario.</param>
/// <param name="Offers">One for each calibre it sends.</param>
public sealed record Supplier(string Name, Origin Origin, Items<Offer> Offers) : Part(Name)
{
    /// <summary>The most it exports over time, all calibres together (willingness, payment); null: no limit. Default null.</summary>
    public RatePath? ExportLimit { get; init; }

    /// <summary>Its payments and its response to arrears; null: payment does not matter. Default null.</summary>
    public BarterAccount? Account { get; init; }

    /// <summary>The announcement of the deal on which its orders depend; null: orders stand. Default null.</summary>
    public Announcement? Announced { get; init; }

    /// <summary>Share of arriving rounds that need rework before use, 0..1. Default 0.</summary>
    public Fraction Rework { get; init; } = Fraction.None;

    /// <summary>Share of arriving rounds that are useless, 0..1; with <see cref="Rework"/> at most 1. Default 0.</summary>
    public Fraction Useless { get; init; } = Fraction.None;

    /// <summary>
    /// The condition of the opening exportable stock, which is sent before later production; <see cref="Rework"/> and <see
    /// cref="Useless"/> then apply only to new production. Null: all lots are alike. Default null.
    /// </summary>
    public LotCondition? FirstLots { get; init; }

    /// <summary>The reserve that takes the rounds that need rework; required if some do. Default null.</summary>
    public string? ReworkTo { get; init; }

    /// <summary>Cost of a dispatched round. Null: not counted. Default null.</summary>
    public Money? UnitCost { get; init; }
}
