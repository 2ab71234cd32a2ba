using System.Collections.Frozen;

namespace Supply;

/// <summary>
/// The table of quantities: one row for each. The name, the measure and the place of booking of a quantity come from here, so that a new
/// quantity is a member of <see cref="Quantity"/>, a row, and the equation that books it or the reading that derives it.
/// </summary>
internal static class Quantities
{
    /// <summary>All rows, in the order in which lists show them.</summary>
    public static IReadOnlyList<QuantityRow> All { get; } =
    [
        Rounds(Quantity.Produced, "produced", Booking.Lines) with { Discrepancy = DiscrepancyKind.Production },
        Rounds(Quantity.Refurbished, "refurbished", Booking.Works) with { Discrepancy = DiscrepancyKind.Refurbishment },
        Rounds(Quantity.Ordered, "ordered", Booking.Suppliers),
        Rounds(Quantity.Imported, "imported", Booking.Suppliers) with { Discrepancy = DiscrepancyKind.Deliveries },
        Rounds(Quantity.SupplierProduction, "supplier production", Booking.Suppliers),
        Rounds(Quantity.HeldByStock, "held by stock", Booking.Suppliers),
        Rounds(Quantity.HeldByExportLimit, "held by export limit", Booking.Suppliers),
        Rounds(Quantity.HeldByRoute, "held by route", Booking.Suppliers),
        Rounds(Quantity.HeldByWillingness, "held by willingness", Booking.PaidSuppliers),
        Rounds(Quantity.HeldBySailings, "held by sailings", Booking.Suppliers),
        Things(Quantity.Voyages, "voyages", Measure.Voyages, Booking.RoutesWithSailings) with { Discrepancy = DiscrepancyKind.Calls },
        Things(Quantity.Paid, "paid", Measure.Money, Booking.PaidSuppliers),
        Things(Quantity.Debited, "debited", Measure.Money, Booking.PaidSuppliers),
        Rounds(Quantity.Dispatched, "dispatched", Booking.RoutesFromStockpiles),
        Rounds(Quantity.Received, "received", Booking.Routes),
        Wanted(Quantity.Required, "required", Booking.Consumers),
        Rounds(Quantity.Fired, "fired", Booking.Consumers) with { Discrepancy = DiscrepancyKind.Fire },
        Wanted(Quantity.Shortfall, "shortfall", Booking.Consumers),
        Rounds(Quantity.EffectiveFired, "effective fired", Booking.Consumers) with { Discrepancy = DiscrepancyKind.Fire },
        Wanted(Quantity.ShortOfRounds, "short of rounds", Booking.Consumers),
        Wanted(Quantity.ShortOfGuns, "short of guns", Booking.ConsumersWithGuns),
        Wanted(Quantity.ShortOfBarrels, "short of barrels", Booking.ConsumersWithGuns),
        Things(Quantity.BarrelsMade, "barrels made", Measure.Barrels, Booking.GunParks),
        Things(Quantity.BarrelsRecovered, "barrels recovered", Measure.Barrels, Booking.GunParks),
        Things(Quantity.BarrelsWorn, "barrels worn", Measure.Barrels, Booking.GunParks),
        Things(Quantity.BarrelsLost, "barrels lost", Measure.Barrels, Booking.GunParks),
        Things(Quantity.GunsLost, "guns lost", Measure.Guns, Booking.GunParks),
        Things(Quantity.GunsCannibalised, "guns cannibalised", Measure.Guns, Booking.GunParks),
        Things(Quantity.GunsReturned, "guns returned", Measure.Guns, Booking.GunParks),
        Rounds(Quantity.HeldByInput, "held by input", Booking.InputStocks),
        Things(Quantity.InputSupplied, "input supplied", Measure.Units, Booking.InputSources),
        Things(Quantity.InputBlocked, "input blocked", Measure.Units, Booking.InputSources),
        Things(Quantity.InputUsed, "input used", Measure.Units, Booking.InputStocks),
        Things(Quantity.InputLost, "input lost", Measure.Units, Booking.InputSources),
        Things(Quantity.InputCost, "input cost", Measure.Money, Booking.PricedInputSources),
        Rounds(Quantity.Lost, "lost", Booking.RoutesAndStockpiles),
        Rounds(Quantity.Rejected, "rejected", Booking.Sorters),
        Orders(Quantity.OrdersPlaced, "orders placed", Measure.Rounds, Booking.OrderingRoutes),
        Orders(Quantity.OrderCount, "order count", Measure.Orders, Booking.OrderingRoutes),
        Orders(Quantity.HoldingCost, "holding cost", Measure.Money, Booking.Holders),
        Orders(Quantity.OrderingCost, "ordering cost", Measure.Money, Booking.Buyers),
        Orders(Quantity.ShortageCost, "shortage cost", Measure.Money, Booking.Wanting),
        Orders(Quantity.Cost, "cost", Measure.Money, Booking.Payers),
        Level(Rounds(Quantity.OnHand, "on hand", Booking.Stockpiles)) with { Discrepancy = DiscrepancyKind.Stock },
        Level(Rounds(Quantity.Reserve, "reserve", Booking.Reserves)) with { Discrepancy = DiscrepancyKind.Stock },
        Level(Rounds(Quantity.AtPort, "at port", Booking.RoutesWithSailings)),
        Level(Things(Quantity.AccountCredit, "account credit", Measure.Money, Booking.PaidSuppliers)),
        Level(Things(Quantity.AccountDebt, "account debt", Measure.Money, Booking.PaidSuppliers)),
        Things(Quantity.Willingness, "willingness", Measure.Willingness, Booking.PaidSuppliers) with
        {
            Kind = QuantityKind.Momentary,
            NotSummed = "several suppliers have an account, and shares do not add up; name one of them.",
        },
        new(Quantity.ThrottleFactor, "throttle factor", QuantityKind.Momentary, Measure.Factor, Narrowing.Calibres, Booking.Throttled)
        {
            NotSummed = "several parts or calibres have a throttle, and factors do not add up; name the part, and of a supplier the "
                + "calibre.",
        },
        Level(Rounds(Quantity.InTransit, "in transit", Booking.Routes)),
        Level(Things(Quantity.GunsInService, "guns in service", Measure.Guns, Booking.GunParks)),
        Level(Things(Quantity.GunsWithBarrel, "guns with barrel", Measure.Guns, Booking.GunParks)),
        Level(Things(Quantity.GunsInReserve, "guns in reserve", Measure.Guns, Booking.GunParks)),
        Level(Things(Quantity.SpareBarrels, "spare barrels", Measure.Barrels, Booking.GunParks)),
        Level(Things(Quantity.InputOnHand, "input on hand", Measure.Units, Booking.InputStocks)),
        Level(Things(Quantity.InputUnderWay, "input under way", Measure.Units, Booking.InputSources)),
        Level(Rounds(Quantity.Exportable, "exportable", Booking.Suppliers)),
        Level(Orders(Quantity.OnOrder, "on order", Measure.Rounds, Booking.OrderingRoutes)),
        Level(Wanted(Quantity.Backordered, "backordered", Booking.ConsumersThatWait)),
        new(Quantity.FillRate, "fill rate", QuantityKind.Ratio, Measure.Fraction, Narrowing.Wanted, Booking: null)
        {
            AxisLabel = "Fraction of required, %",
        },
        new(Quantity.DaysOfSupply, "days of supply", QuantityKind.Ratio, Measure.Days, Narrowing.Wanted, Booking.Stockpiles)
        {
            TakesEnd = true,
        },
        new(Quantity.Share, "share", QuantityKind.Ratio, Measure.Fraction, Narrowing.Rounds, Booking: null)
        {
            NeedsOrigin = true,
            Discrepancy = DiscrepancyKind.Share,
            AxisLabel = "Share of rounds fired, %",
        },
        new(Quantity.Exhaustion, "exhaustion", QuantityKind.Date, Measure.Days, Narrowing.Wanted, Booking: null),
        new(Quantity.FireRatio, "fire ratio", QuantityKind.Ratio, Measure.Ratio, Narrowing.Sides, Booking: null),
        new(Quantity.EffectiveFireRatio, "effective fire ratio", QuantityKind.Ratio, Measure.Ratio, Narrowing.Sides, Booking: null)
        {
            CountsEffects = true,
        },
    ];

    private static readonly FrozenDictionary<Quantity, QuantityRow> rows = Checked(All).ToFrozenDictionary(row => row.Quantity);

    /// <summary>The row of a quantity.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quantity.</exception>
    public static QuantityRow Of(Quantity quantity) =>
        Find(quantity) ?? throw new ArgumentOutOfRangeException(nameof(quantity), quantity, "There is no such quantity.");

    /// <summary>The row of a quantity; null for a number that is none.</summary>
    public static QuantityRow? Find(Quantity quantity) => rows.GetValueOrDefault(quantity);

    /// <summary>The faults of a table: each quantity has one row, and each row words of its own.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<QuantityRow> table) =>
    [
        .. from quantity in Enum.GetValues<Quantity>()
           let count = table.Count(row => row.Quantity == quantity)
           where count != 1
           select $"{quantity} has {count} rows.",
        .. from row in table
           group row by row.Words into called
           where called.Count() > 1
           select $"{string.Join(" and ", called.Select(row => row.Quantity))} are both called \"{called.Key}\".",
        .. from row in table where row.Words.Length == 0 || row.Words.Contains(',', StringComparison.Ordinal)
           select $"{row.Quantity} is called \"{row.Words}\"; names of metrics are split at commas.",
        .. from row in table where row.IsBooked && row.Booking is null
           select $"{row.Quantity} is booked, but nowhere.",
    ];

    private static IReadOnlyList<QuantityRow> Checked(IReadOnlyList<QuantityRow> table) =>
        Faults(table).ToArray() is { Length: > 0 } faults ? throw new InvalidOperationException(string.Join(" ", faults)) : table;

    private static QuantityRow Rounds(Quantity quantity, string words, Booking booking) =>
        new(quantity, words, QuantityKind.Flow, Measure.Rounds, Narrowing.Rounds, booking);

    private static QuantityRow Wanted(Quantity quantity, string words, Booking booking) =>
        new(quantity, words, QuantityKind.Flow, Measure.Rounds, Narrowing.Wanted, booking);

    private static QuantityRow Orders(Quantity quantity, string words, Measure measure, Booking booking) =>
        new(quantity, words, QuantityKind.Flow, measure, Narrowing.Orders, booking);

    private static QuantityRow Things(Quantity quantity, string words, Measure measure, Booking booking) =>
        new(quantity, words, QuantityKind.Flow, measure, Narrowing.Things, booking);

    /// <summary>The same at the end of a step.</summary>
    private static QuantityRow Level(QuantityRow flow) => flow with { Kind = QuantityKind.Level };
}
