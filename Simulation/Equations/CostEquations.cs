using Supply.Programs;

namespace Supply.Equations;

/// <summary>
/// Costs of the flows and levels of a step, read off the books. A flow or level without a cost adds nothing to a program.
/// </summary>
internal static class CostEquations
{
    /// <summary>A dispatch of fewer rounds than this is rounding, and costs nothing.</summary>
    private const double Negligible = 1e-6;

    public static void Close(Side side)
    {
        foreach (var part in side.Network.Parts)
        {
            foreach (var cost in Costs(part)) Book(part, cost, side);
        }
    }

    /// <summary>By rules that do not order, a dispatch of a calibre is what a fixed cost is paid for.</summary>
    public static void Dispatched(Route route, Calibre calibre, Term sent, Side side)
    {
        if (route.FixedCost is null) return;
        Book(Quantity.OrderingCost, route, calibre, side.Number(route, "fixedCost") * (sent > Negligible), side);
    }

    /// <summary>The costs of a part; the cost of an input is booked where it is supplied.</summary>
    private static IEnumerable<Cost> Costs(Part part) => part switch
    {
        Stockpile one => [new(one.HoldingCost, "holdingCost", Quantity.HoldingCost, Quantity.OnHand, RunsWithTime: true)],
        ProductionLine one => [new(one.UnitCost, "unitCost", Quantity.OrderingCost, Quantity.Produced)],
        Supplier one => [new(one.UnitCost, "unitCost", Quantity.OrderingCost, Quantity.Imported)],
        Consumer one =>
        [
            new(one.ShortageCost, "shortageCost", Quantity.ShortageCost, Quantity.Shortfall),
            new(one.BacklogCost, "backlogCost", Quantity.ShortageCost, Quantity.Backordered, RunsWithTime: true),
        ],
        Route one =>
        [
            new(one.HoldingCost, "holdingCost", Quantity.HoldingCost, Quantity.InTransit, RunsWithTime: true),
            new(one.UnitCost, "unitCost", Quantity.OrderingCost, Quantity.Received),
            new(one.FixedCost, "fixedCost", Quantity.OrderingCost, Quantity.OrderCount),
            new(one.BacklogCost, "backlogCost", Quantity.ShortageCost, Quantity.OnOrder, RunsWithTime: true),
        ],
        Reserve or RefurbishmentWorks or InputStock or InputSource or GunPark => [],
        _ => throw new NotSupportedException($"{part.GetType().Name} has no equations."),
    };

    private static void Book(Part part, Cost cost, Side side)
    {
        if (cost.Given is null) return;
        var price = side.Number(part, cost.Key);
        if (cost.RunsWithTime) price *= side.StepDays;
        var entries = side.Ledger.Entries.Where(entry =>
            entry.Side == side.Network.Name && entry.Place == part.Name && entry.Quantity == cost.Counted);
        foreach (var group in entries.GroupBy(entry => entry.Calibre).ToArray())
        {
            Book(cost.Quantity, part, group.Key, price * side.Sum(group.Select(entry => entry.Term)), side);
        }
    }

    private static void Book(Quantity quantity, Part part, Calibre? calibre, Term amount, Side side)
    {
        side.Ledger.Book(quantity, side, part.Name, calibre, null, amount);
        side.Ledger.Book(Quantity.Cost, side, part.Name, calibre, null, amount);
    }

    /// <summary>One cost of a part.</summary>
    /// <param name="Given">The amount the analyst gives; null: no such cost.</param>
    /// <param name="Key">The key of the number.</param>
    /// <param name="Quantity">The quantity it is booked under.</param>
    /// <param name="Counted">The flow or level that it is paid on.</param>
    /// <param name="RunsWithTime">Whether it is per day.</param>
    private readonly record struct Cost(Money? Given, string Key, Quantity Quantity, Quantity Counted, bool RunsWithTime = false);
}
