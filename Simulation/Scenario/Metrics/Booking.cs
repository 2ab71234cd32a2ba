namespace Supply;

/// <summary>The parts at which a quantity is booked.</summary>
/// <param name="Words">The parts in the analyst's words, in the plural.</param>
/// <param name="Has">Whether a part of a network is one of them.</param>
internal sealed record Booking(string Words, Func<Part, Network, bool> Has)
{
    /// <summary>Words for a part that one could mistake for one of these; null: the part is not like them.</summary>
    public Func<Part, string?> Instead { get; init; } = static _ => null;

    /// <summary>How many values that do not add up a part has, one for each calibre that it throttles, for example. Default 1.</summary>
    public Func<Part, int> Values { get; init; } = static _ => 1;

    public static Booking Stockpiles { get; } = new("stockpiles", part => part is Stockpile);

    public static Booking Reserves { get; } = new("reserves", part => part is Reserve);

    public static Booking Lines { get; } = new("production lines", part => part is ProductionLine);

    public static Booking Works { get; } = new("refurbishment works", part => part is RefurbishmentWorks);

    public static Booking Suppliers { get; } = new("suppliers", part => part is Supplier);

    public static Booking PaidSuppliers { get; } = new("suppliers with an account", part => part is Supplier { Account: not null });

    public static Booking Throttled { get; } = new("lines, works and suppliers with a throttle", part => Throttles(part) > 0)
    {
        Values = Throttles,
    };

    public static Booking Routes { get; } = new("routes", part => part is Route);

    public static Booking RoutesWithSailings { get; } = new("routes with sailings", part => part is Route { Sailings: not null });

    public static Booking RoutesFromStockpiles { get; } = new("routes from stockpiles",
        (part, network) => part is Route route && network.Parts.Any(from => from is Stockpile && from.Name == route.From))
    {
        Instead = part => part is Route ? "a route from a supplier, whose rounds are imported" : null,
    };

    public static Booking OrderingRoutes { get; } = new("routes that order", part => part is Route { IsOrdering: true });

    public static Booking RoutesAndStockpiles { get; } = new("routes and stockpiles", part => part is Route or Stockpile);

    public static Booking Sorters { get; } =
        new("production lines, refurbishment works and routes", part => part is ProductionLine or RefurbishmentWorks or Route);

    public static Booking Consumers { get; } = new("consumers", part => part is Consumer);

    public static Booking ConsumersWithGuns { get; } =
        new("consumers that fire from guns", part => part is Consumer consumer && consumer.Demands.Any(demand => demand.Guns is not null));

    public static Booking ConsumersThatWait { get; } =
        new("consumers whose unmet requirement waits", part => part is Consumer { Unmet: Unmet.Backordered });

    public static Booking GunParks { get; } = new("gun parks", part => part is GunPark);

    public static Booking InputSources { get; } = new("input sources", part => part is InputSource);

    public static Booking PricedInputSources { get; } =
        new("input sources with a unit cost", part => part is InputSource { UnitCost: not null });

    public static Booking InputStocks { get; } = new("input stocks", part => part is InputStock);

    public static Booking Holders { get; } = new("stockpiles and routes with a holding cost",
        part => part is Stockpile { HoldingCost: not null } or Route { HoldingCost: not null });

    public static Booking Buyers { get; } = new("routes, production lines and suppliers with a cost of their rounds or orders",
        part => part is Route { UnitCost: not null } or Route { FixedCost: not null }
            or ProductionLine { UnitCost: not null } or Supplier { UnitCost: not null });

    public static Booking Wanting { get; } = new("routes and consumers with a cost of shortage or backlog",
        part => part is Route { BacklogCost: not null } or Consumer { ShortageCost: not null } or Consumer { BacklogCost: not null });

    public static Booking Payers { get; } = new("parts that have a cost",
        (part, network) => new[] { Holders, Buyers, Wanting, PricedInputSources }.Any(one => one.Has(part, network)));

    private static int Throttles(Part part) => part switch
    {
        ProductionLine { Throttle: not null } or RefurbishmentWorks { Throttle: not null } => 1,
        Supplier supplier => supplier.Offers.Count(offer => offer.Throttle is not null),
        _ => 0,
    };

    private Booking(string words, Func<Part, bool> has)
        : this(words, (part, _) => has(part))
    {
    }
}
