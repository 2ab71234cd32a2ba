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
/// <param name="Opening">What is there when the horizon starts; at most one lot of a calibre and origin.</param>
public sealed record Stockpile(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>A stockpile that starts empty.</summary>
    public Stockpile(string name) : this(name, Items<Lot>.Empty) { }

    /// <summary>How routes and consumers share what is there when it is too little. Default <see cref="Allocation.Proportional"/>.</summary>
    public Allocation Allocation { get; init; } = Allocation.Proportional;

    /// <summary>What holding costs, per round on hand at the end of a step and day. Null: nothing is counted. Default null.</summary>
    public Money? HoldingCost { get; init; }
}

/// <summary>Unserviceable rounds that can be refurbished.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Opening">What is there when the horizon starts; at most one lot of a calibre and origin.</param>
public sealed record Reserve(string Name, Items<Lot> Opening) : Part(Name)
{
    /// <summary>
    /// Which rounds works take first; imports are those of origins whose supplier sends its rework here. Default
    /// <see cref="RefurbishmentOrder.Proportional"/>.
    /// </summary>
    public RefurbishmentOrder Order { get; init; }

    /// <summary>A reserve that starts empty.</summary>
    public Reserve(string name) : this(name, Items<Lot>.Empty) { }
}

/// <summary>A line that makes new rounds of one calibre into a stockpile.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Calibre">What it makes.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="To">The stockpile that receives its serviceable output.</param>
/// <param name="Capacity">Gross output over time, at least 0; the line runs at capacity as far as its inputs allow.</param>
public sealed record ProductionLine(string Name, Calibre Calibre, Origin Origin, string To, RatePath Capacity) : Part(Name)
{
    /// <summary>Serviceable share of gross output, 0..1. Default 1: published output counts accepted rounds.</summary>
    public Fraction Yield { get; init; } = Fraction.All;

    /// <summary>Bill of materials of a round: the scarcest input limits the output. Default none: nothing limits it.</summary>
    public Items<InputUse> Inputs { get; init; } = Items<InputUse>.Empty;

    /// <summary>What a round of gross output costs. Null: nothing is counted. Default null.</summary>
    public Money? UnitCost { get; init; }
}

/// <summary>Works that make reserve rounds of one calibre serviceable; rounds keep their origin.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Calibre">What it restores.</param>
/// <param name="From">The reserve it draws on, over all origins in proportion.</param>
/// <param name="To">The stockpile that receives its serviceable output.</param>
/// <param name="Capacity">Rounds taken in over time, at least 0.</param>
public sealed record RefurbishmentWorks(string Name, Calibre Calibre, string From, string To, RatePath Capacity) : Part(Name)
{
    /// <summary>Serviceable share of the rounds taken in, 0..1; with a <see cref="LastYield"/> that of the first. Default 1.</summary>
    public Fraction Yield { get; init; } = Fraction.All;

    /// <summary>
    /// Serviceable share of the last rounds of the opening reserve, 0..1: the best lots go first, and the yield moves in a straight
    /// line with the share of the opening that is gone. Null: the yield stays. Default null.
    /// </summary>
    public Fraction? LastYield { get; init; }
}

/// <summary>What a foreign supplier can send of one calibre.</summary>
/// <param name="Calibre">The calibre.</param>
/// <param name="Exportable">Stock it is ready to part with at the start of the horizon, at least 0.</param>
/// <param name="Production">What its own production adds to that stock, at least 0.</param>
/// <param name="Orders">
/// What is planned to be dispatched, at least 0; the stock may not cover it. Null where the route of the supplier orders by a
/// <see cref="Route.Replenishment"/>. Default null.
/// </param>
public sealed record Offer(Calibre Calibre, Rounds Exportable, RatePath Production, RatePath? Orders = null);

/// <summary>
/// A foreign supplier: a finite exportable stock, its own production, orders placed with it and a limit on exports. When
/// the stock is gone, what it sends falls to what it makes. At least one route starts at it.
/// </summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="Origin">Country of manufacture of all it sends; one supplier of an origin in a program.</param>
/// <param name="Offers">One for each calibre it sends.</param>
public sealed record Supplier(string Name, Origin Origin, Items<Offer> Offers) : Part(Name)
{
    /// <summary>The most it exports over time, all calibres together (willingness, payment); null: no limit. Default null.</summary>
    public RatePath? ExportLimit { get; init; }

    /// <summary>What it is paid for what it sends, and how it answers if it is not; null: payment does not matter. Default null.</summary>
    public BarterAccount? Account { get; init; }

    /// <summary>The announcement of a deal without which nothing is ordered from it; null: orders stand. Default null.</summary>
    public Announcement? Announced { get; init; }

    /// <summary>Share of arriving rounds that need rework before use, 0..1. Default 0.</summary>
    public Fraction Rework { get; init; } = Fraction.None;

    /// <summary>Share of arriving rounds that are useless, 0..1; with <see cref="Rework"/> at most 1. Default 0.</summary>
    public Fraction Useless { get; init; } = Fraction.None;

    /// <summary>
    /// The condition of the opening exportable stock, which is sent before what is made later; <see cref="Rework"/> and
    /// <see cref="Useless"/> then hold for new production alone. Null: all lots are alike. Default null.
    /// </summary>
    public LotCondition? FirstLots { get; init; }

    /// <summary>The reserve that takes the rounds that need rework; needed if some do. Default null.</summary>
    public string? ReworkTo { get; init; }

    /// <summary>What a round costs that is dispatched. Null: nothing is counted. Default null.</summary>
    public Money? UnitCost { get; init; }
}

/// <summary>A directed link from a supplier or stockpile to a stockpile.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="From">A supplier or a stockpile.</param>
/// <param name="To">A stockpile.</param>
/// <param name="LeadTime">Dispatch to receipt, rounded to whole steps, halves up, at least one step; drawn once per replication.</param>
public sealed record Route(string Name, string From, string To, Days LeadTime) : Part(Name)
{
    /// <summary>The most it passes over time, all calibres together; with sailings what its port can take in. Null: no limit. Default null.</summary>
    public RatePath? Capacity { get; init; }

    /// <summary>The ships of a route from a supplier; null: rounds leave as they are released. Default null.</summary>
    public Sailings? Sailings { get; init; }

    /// <summary>
    /// Of several routes from one supplier the lower takes first, up to its capacity; those of equal preference share in proportion to
    /// what each could take alone. Default 0.
    /// </summary>
    public int Preference { get; init; }

    /// <summary>How the times that rounds spend on it differ. Default <see cref="Transit.Fixed"/>.</summary>
    public Transit Transit { get; init; } = Transit.Fixed;

    /// <summary>Share destroyed or diverted on the way, 0..1, booked at dispatch. Default 0.</summary>
    public Fraction Loss { get; init; } = Fraction.None;

    /// <summary>
    /// What decides how many rounds it ships. Needed for a route from a stockpile; a route from a supplier has one where the
    /// offers have no orders. Default null.
    /// </summary>
    public Replenishment? Replenishment { get; init; }

    /// <summary>Short for a <see cref="Replenishment"/> by cover, in days; null if it is another one.</summary>
    public Days? Cover
    {
        get => (Replenishment as CoverReplenishment)?.Cover;
        init => Replenishment = value is null ? null : Replenishment.ByCover(value);
    }

    /// <summary>Its place where the stockpile that it starts at is shared by priority; the higher is served first. Default 0.</summary>
    public double Priority { get; init; }

    /// <summary>What a round under way costs at the end of a step, per day. Null: nothing is counted. Default null.</summary>
    public Money? HoldingCost { get; init; }

    /// <summary>What a round costs that is received. Null: nothing is counted. Default null.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>What an order of a calibre costs, whatever its size; by cover or push, a dispatch of one. Null: nothing is counted. Default null.</summary>
    public Money? FixedCost { get; init; }

    /// <summary>What a round costs that is on order and not dispatched at the end of a step, per day. Null: nothing is counted. Default null.</summary>
    public Money? BacklogCost { get; init; }

    /// <summary>How it replenishes a calibre; null: it does not.</summary>
    internal Replenishment? RuleFor(Calibre calibre) => Replenishment?.For(calibre);
}
