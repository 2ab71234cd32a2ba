namespace Supply;

/// <summary>A directed link from a supplier or stockpile to a stockpile.</summary>
/// <param name="Name">Unique in its network.</param>
/// <param name="From">A supplier or a stockpile.</param>
/// <param name="To">A stockpile.</param>
/// <param name="LeadTime">
/// Dispatch to receipt, rounded to whole steps, halves up, at least one step; drawn once per replication. Exactly 0: what is dispatched is
/// received in the same step, before anything farther on is dispatched, on a route with a fixed transit; an uncertain one may not reach 0.
/// </param>
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

    /// <summary>
    /// Its priority where the stockpile it starts at is shared by priority; higher is served first; -1e6 to 1e6. Default 0.
    /// </summary>
    public double Priority { get; init; }

    /// <summary>
    /// Rounds under way on it at the start of the horizon, of kinds that it carries; with sailings, those that have sailed. Default none.
    /// </summary>
    public Items<Consignment> InTransit { get; init; } = Items<Consignment>.Empty;

    /// <summary>
    /// Rounds that it ordered before the start of the horizon and that are not dispatched yet, of calibres that it orders, each once.
    /// Default none.
    /// </summary>
    public Items<Outstanding> OnOrder { get; init; } = Items<Outstanding>.Empty;

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

    /// <summary>Whether what it dispatches is received in the same step.</summary>
    internal bool IsInstant => Transit is FixedTransit && LeadTime.IsZero;

    /// <summary>Whether it orders rounds of some calibre.</summary>
    internal bool IsOrdering => Replenishment is { } rule && rule.All().Any(one => one is OrderingReplenishment);

    /// <summary>How it replenishes a calibre; null: it does not.</summary>
    internal Replenishment? RuleFor(Calibre calibre) => Replenishment?.For(calibre);
}
