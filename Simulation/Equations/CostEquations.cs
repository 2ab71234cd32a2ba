using Supply.Compilation;

namespace Supply.Equations;

/// <summary>What the flows and levels of a step cost, read off the books. What has no cost adds nothing to a program.</summary>
internal static class CostEquations
{
    /// <summary>A dispatch of fewer rounds than this is rounding, and costs nothing.</summary>
    private const double Negligible = 1e-6;

    public static void Close(Side side)
    {
        foreach (var part in side.Network.Parts)
        {
            foreach (var (cost, property, quantity, counted, perDay) in Costs(part)) Book(part, cost, property, quantity, counted, perDay, side);
        }
    }

    /// <summary>By rules that do not order, a dispatch of a calibre is what a fixed cost is paid for.</summary>
    public static void Dispatched(Route route, Calibre calibre, Term sent, Side side)
    {
        if (route.FixedCost is null) return;
        var b = side.Builder;
        var amount = b.Multiply(side.Numbers.Of(route.FixedCost.Value, side.Address(route, "fixedCost")), b.Less(b.Constant(Negligible), sent));
        Book(Quantity.OrderingCost, route, calibre, amount, side);
    }

    /// <summary>For each cost of a part: its number, the property that it is, what it counts as, what it is taken on, and whether it runs with time.</summary>
    private static IEnumerable<(Money? Cost, string Property, Quantity Quantity, Quantity Counted, bool PerDay)> Costs(Part part) => part switch
    {
        Stockpile one => [(one.HoldingCost, "holdingCost", Quantity.HoldingCost, Quantity.OnHand, true)],
        ProductionLine one => [(one.UnitCost, "unitCost", Quantity.OrderingCost, Quantity.Produced, false)],
        Supplier one => [(one.UnitCost, "unitCost", Quantity.OrderingCost, Quantity.Imported, false)],
        Consumer one =>
        [
            (one.ShortageCost, "shortageCost", Quantity.ShortageCost, Quantity.Shortfall, false),
            (one.BacklogCost, "backlogCost", Quantity.ShortageCost, Quantity.Backordered, true),
        ],
        Route one =>
        [
            (one.HoldingCost, "holdingCost", Quantity.HoldingCost, Quantity.InTransit, true),
            (one.UnitCost, "unitCost", Quantity.OrderingCost, Quantity.Received, false),
            (one.FixedCost, "fixedCost", Quantity.OrderingCost, Quantity.OrderCount, false),
            (one.BacklogCost, "backlogCost", Quantity.ShortageCost, Quantity.OnOrder, true),
        ],
        _ => [],
    };

    private static void Book(Part part, Money? cost, string property, Quantity quantity, Quantity counted, bool perDay, Side side)
    {
        if (cost is null) return;
        var b = side.Builder;
        var price = side.Numbers.Of(cost.Value, side.Address(part, property));
        if (perDay) price = b.Multiply(price, b.Constant(side.Horizon.StepDays));
        var entries = side.Ledger.Entries.Where(entry => entry.Side == side.Network.Name && entry.Place == part.Name && entry.Quantity == counted);
        foreach (var group in entries.GroupBy(entry => entry.Calibre).ToArray())
        {
            var amount = b.Multiply(price, b.Sum(group.Select(entry => entry.Term)));
            Book(quantity, part, group.Key, amount, side);
        }
    }

    private static void Book(Quantity quantity, Part part, Calibre? calibre, Term amount, Side side)
    {
        side.Ledger.Book(quantity, side, part.Name, calibre, null, amount);
        side.Ledger.Book(Quantity.Cost, side, part.Name, calibre, null, amount);
    }
}
