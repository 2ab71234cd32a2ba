namespace Supply;

/// <summary>A named part of a network.</summary>
/// <param name="Name">Unique in its network; tables, changes and messages use it.</param>
public abstract record Part(string Name)
{
    /// <summary>
    /// The address of the part's draws: the name at creation. A copy with another <see cref="Name"/> keeps it, and so its draws.
    /// </summary>
    public string Key { get; init; } = Name;
}

/// <summary>Rounds of one calibre and origin at one place.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="Amount">Rounds at the start of the horizon, at least 0.</param>
public sealed record Lot(Calibre Calibre, Origin Origin, Rounds Amount);

/// <summary>Serviceable rounds at a place, by calibre and origin.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">Rounds there when the horizon starts; at most one lot per calibre and origin.</param>
public sealed record Stockpile(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>A stockpile that starts empty.</summary>
    public Stockpile(string name) : this(name, Items<Lot>.Empty) { }

    /// <summary>How routes and consumers share the rounds when there are too few. Default <see cref="Allocation.Proportional"/>.</summary>
    public Allocation Allocation { get; init; } = Allocation.Proportional;

    /// <summary>Cost of holding a round that is on hand at the end of a step, per day. Null: not counted. Default null.</summary>
    public Money? HoldingCost { get; init; }
}

/// <summary>Unserviceable rounds that can be refurbished.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">Rounds there when the horizon starts; at most one lot per calibre and origin.</param>
public sealed record Reserve(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>
    /// Which rounds works take first; imports are those of origins whose supplier sends its rework to this reserve. Default <see
    /// cref="RefurbishmentOrder.Proportional"/>.
    /// </summary>
    public RefurbishmentOrder Order { get; init; }

    /// <summary>A reserve that starts empty.</summary>
    public Reserve(string name) : this(name, Items<Lot>.Empty) { }
}

/// <summary>A line that makes new rounds of one calibre into a stockpile.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Calibre">The calibre it makes.</param>
/// <param name="Origin">The country of manufacture.</param>
/// <param name="To">The stockpile that receives its serviceable output.</param>
/// <param name="Capacity">Gross output over time, at least 0; the line runs at capacity as far as its inputs allow.</param>
public sealed record ProductionLine(string Name, Calibre Calibre, Origin Origin, string To, RatePath Capacity) : Part(Name)
{
    /// <summary>Serviceable share of gross output, 0..1. Default 1: published output counts accepted rounds.</summary>
    public Fraction Yield { get; init; } = Fraction.All;

    /// <summary>Bill of materials of a round: the scarcest input limits the output. Default none: nothing limits it.</summary>
    public Items<InputUse> Inputs { get; init; } = Items<InputUse>.Empty;

    /// <summary>Cost of a round of gross output. Null: not counted. Default null.</summary>
    public Money? UnitCost { get; init; }
}

/// <summary>Works that make reserve rounds of one calibre serviceable; rounds keep their origin.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Calibre">The calibre it restores.</param>
/// <param name="From">The reserve it draws on, over all origins in proportion.</param>
/// <param name="To">The stockpile that receives its serviceable output.</param>
/// <param name="Capacity">Rounds taken in over time, at least 0.</param>
public sealed record RefurbishmentWorks(string Name, Calibre Calibre, string From, string To, RatePath Capacity) : Part(Name)
{
    /// <summary>
    /// Serviceable share of the rounds taken in, 0..1; with a <see cref="LastYield"/> that of the first rounds. Default 1.
    /// </summary>
    public Fraction Yield { get; init; } = Fraction.All;

    /// <summary>
    /// Serviceable share of the last rounds of the opening reserve, 0..1: the best lots go first, and the yield changes linearly with the
    /// share of the opening reserve that is gone. Null: the yield stays. Default null.
    /// </summary>
    public Fraction? LastYield { get; init; }
}

/// <summary>A foreign supplier's rounds of one calibre.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Exportable">Stock it is ready to part with at the start of the horizon, at least 0.</param>
/// <param name="Production">Its own production, which adds to that stock, at least 0.</param>
/// <param name="Orders">
/// Rounds planned to be dispatched, at least 0; the stock may not cover them. Null where the route of the supplier orders by a <see
/// cref="Route.Replenishment"/>. Default null.
/// </param>
public sealed record Offer(Calibre Calibre, Rounds Exportable, RatePath Production, RatePath? Orders = null);

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

/// <summary>A directed link from a supplier or stockpile to a stockpile.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="From">A supplier or a stockpile.</param>
/// <param name="To">A stockpile.</param>
/// <param name="LeadTime">Dispatch to receipt, rounded to whole steps, halves up, at least one step; drawn once per replication.</param>
public sealed record Route(string Name, string From, string To, Days LeadTime) : Part(Name)
{
    /// <summary>
    /// The most it passes over time, all calibres together; with sailings, the most its port takes in. Null: no limit. Default null.
    /// </summary>
    public RatePath? Capacity { get; init; }

    /// <summary>The ships of a route from a supplier; null: rounds leave as soon as they are released. Default null.</summary>
    public Sailings? Sailings { get; init; }

    /// <summary>
    /// Among several routes from one supplier, the one with the lower preference takes first, up to its capacity; routes of equal
    /// preference share in proportion to what each could take alone. Default 0.
    /// </summary>
    public int Preference { get; init; }

    /// <summary>How lead times vary on the route. Default <see cref="Transit.Fixed"/>.</summary>
    public Transit Transit { get; init; } = Transit.Fixed;

    /// <summary>Share destroyed or diverted on the way, 0..1, booked at dispatch. Default 0.</summary>
    public Fraction Loss { get; init; } = Fraction.None;

    /// <summary>
    /// The rule for how many rounds it ships. Required for a route from a stockpile; a route from a supplier has one where the offers
    /// have no orders. Default null.
    /// </summary>
    public Replenishment? Replenishment { get; init; }

    /// <summary>Short for a <see cref="Replenishment"/> by cover, in days; null for any other rule.</summary>
    public Days? Cover
    {
        get => (Replenishment as CoverReplenishment)?.Cover;
        init => Replenishment = value is null ? null : Replenishment.ByCover(value);
    }

    /// <summary>Its priority where the stockpile it starts at is shared by priority; higher is served first. Default 0.</summary>
    public double Priority { get; init; }

    /// <summary>Cost of a round that is in transit at the end of a step, per day. Null: not counted. Default null.</summary>
    public Money? HoldingCost { get; init; }

    /// <summary>Cost of a received round. Null: not counted. Default null.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>
    /// Cost of an order of a calibre, whatever its size; by cover or push, of a dispatch. Null: not counted. Default null.
    /// </summary>
    public Money? FixedCost { get; init; }

    /// <summary>
    /// Cost of a round that is on order and not dispatched at the end of a step, per day. Null: not counted. Default null.
    /// </summary>
    public Money? BacklogCost { get; init; }

    /// <summary>How it replenishes a calibre; null: it does not.</summary>
    internal Replenishment? RuleFor(Calibre calibre) => Replenishment?.For(calibre);
}
