using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// A route takes what is dispatched, books its loss at once and delivers the rest a lead time later. From a stockpile it
/// fills its destination, with what is under way there, up to a cover of the rate required downstream.
/// </summary>
internal static class RouteEquations
{
    public static void Arrive(Route route, Side side)
    {
        foreach (var cell in side.Cells(route.Name))
        {
            var arrived = DispersalEquations.Arrived(route, cell, side);
            arrived.Label ??= side.Label("arrived", route.Name, cell);
            side.Decrease(route.Name, cell, arrived);
            side.Ledger.Book(Quantity.Received, side, route.Name, cell.Calibre, cell.Origin, arrived);
            if (side.Has<Supplier>(route.From)) Sort(side.Part<Supplier>(route.From), route, cell, arrived, side);
            else side.Increase(route.To, cell, arrived);
        }
    }

    /// <summary>What a route passes of the wishes of a step: its capacity first, then what an interdiction and a dispersal leave.</summary>
    public static Term[] Pass(Route route, Term[] wishes, Side side)
    {
        var b = side.Builder;
        var capacity = route.Capacity is { } path ? side.Capacity(route, path) : null;
        var remaining = Dated.Product<Interdiction>(side, route.Name, change => change.Remaining.Value, "remaining");
        remaining = b.Multiply(remaining, DispersalEquations.Throughput(route, side));
        return [.. SupplierEquations.Limit(wishes, capacity, b).Select(wish => b.Multiply(wish, remaining))];
    }

    /// <summary>Puts dispatched rounds on the way, less the loss.</summary>
    public static void Send(Route route, Cell cell, Term sent, Side side)
    {
        var b = side.Builder;
        var underWay = b.Multiply(sent, Survives(route, side));
        DispersalEquations.Push(route, cell, underWay, side);
        side.Increase(route.Name, cell, underWay);
        side.Ledger.Book(Quantity.Lost, side, route.Name, cell.Calibre, cell.Origin, b.Subtract(sent, underWay));
    }

    /// <summary>The share of what a route sends that is not lost on the way.</summary>
    public static Term Survives(Route route, Side side)
    {
        var b = side.Builder;
        var survives = b.Rest(side.Numbers.Of(route.Loss.Value, side.Address(route, "loss")));
        foreach (var placed in Dated.Of<Interdiction>(side, route.Name))
        {
            var loss = side.Numbers.Of(((Interdiction)placed.Change).Loss.Value, placed.Key + "/loss");
            survives = b.Multiply(survives, b.Select(Dated.Flag(side, placed.Change), b.Rest(loss), b.One));
        }

        return survives;
    }

    /// <summary>Dispatch of all routes that start at one stockpile; they share what is there in proportion to their wishes.</summary>
    /// <param name="stockpile">Where they start.</param>
    /// <param name="wishes">For each route and calibre what it wants, from the state before any dispatch.</param>
    /// <param name="side">The network.</param>
    public static void Dispatch(Stockpile stockpile, IReadOnlyDictionary<(Route Route, Calibre Calibre), Term> wishes, Side side)
    {
        var b = side.Builder;
        foreach (var group in wishes.Where(wish => wish.Key.Route.From == stockpile.Name).GroupBy(wish => wish.Key.Calibre))
        {
            var all = b.Sum(group.Select(wish => wish.Value));
            var share = b.Share(all, side.Pool(stockpile.Name, group.Key));
            share.Label ??= side.Label("share dispatched", stockpile.Name, group.Key);
            foreach (var cell in side.Cells(stockpile.Name, group.Key))
            {
                var taken = b.Multiply(b.Read(side.State(stockpile.Name, cell)), share);
                side.Decrease(stockpile.Name, cell, taken);
                foreach (var ((route, _), wish) in group)
                {
                    var sent = group.Count() == 1 ? taken : b.Multiply(taken, b.Share(wish, all));
                    sent.Label ??= side.Label("sent", route.Name, cell);
                    side.Ledger.Book(Quantity.Dispatched, side, route.Name, cell.Calibre, cell.Origin, sent);
                    Send(route, cell, sent, side);
                }
            }
        }
    }

    /// <summary>What each route from a stockpile wants to ship of each calibre.</summary>
    public static Dictionary<(Route Route, Calibre Calibre), Term> Wishes(Side side)
    {
        var wishes = new Dictionary<(Route, Calibre), Term>();
        foreach (var route in side.Parts<Route>().Where(route => route.Cover is not null && side.Has<Stockpile>(route.From)))
        {
            var calibres = side.Calibres(route.Name).ToArray();
            var passed = Pass(route, [.. calibres.Select(calibre => Gap(route, calibre, side))], side);
            for (var i = 0; i < calibres.Length; i++)
            {
                passed[i].Label ??= side.Label("wanted", route.Name, calibres[i]);
                wishes.Add((route, calibres[i]), passed[i]);
            }
        }

        return wishes;
    }

    private static Term Gap(Route route, Calibre calibre, Side side)
    {
        var b = side.Builder;
        var cover = b.Multiply(side.Numbers.Of(route.Cover!.Value, side.Address(route, "cover")), b.Constant(1 / side.Horizon.StepDays));
        var target = b.Multiply(cover, side.RequiredDownstream(route.To, calibre));
        var inbound = side.Parts<Route>().Where(other => other.To == route.To).ToArray();
        var there = b.Add(side.Pool(route.To, calibre), b.Sum(inbound.Select(other => side.Pool(other.Name, calibre))));
        var gap = b.Max(b.Zero, b.Subtract(target, there));
        return b.Multiply(gap, b.Constant(1.0 / inbound.Count(other => other.Cover is not null)));
    }

    private static void Sort(Supplier supplier, Route route, Cell cell, Term arrived, Side side)
    {
        var b = side.Builder;
        var (rework, useless) = LotEquations.Condition(supplier, route, cell, arrived, side);
        side.Increase(route.To, cell, b.Subtract(b.Subtract(arrived, rework), useless));
        if (supplier.ReworkTo is { } reserve) side.Increase(reserve, cell, rework);
        side.Ledger.Book(Quantity.Rejected, side, route.Name, cell.Calibre, cell.Origin, useless);
    }
}
