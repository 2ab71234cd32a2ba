using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// A route takes what is dispatched, books its loss at once and delivers the rest a lead time later. From a stockpile it
/// ships what its replenishment wants, as far as its capacity and the stockpile's allocation allow.
/// </summary>
internal static class RouteEquations
{
    public static void Arrive(Route route, Side side)
    {
        foreach (var cell in side.Cells(route.Name))
        {
            var arrived = TransitEquations.Arrive(route, cell, side);
            arrived.Label ??= side.Label("arrived", route.Name, cell);
            side.Decrease(route.Name, cell, arrived);
            side.Ledger.Book(Quantity.Received, side, route.Name, cell.Calibre, cell.Origin, arrived);
            if (side.Has<Supplier>(route.From)) Sort(side.Part<Supplier>(route.From), route, cell, arrived, side);
            else side.Increase(route.To, cell, arrived);
        }
    }

    /// <summary>What a route passes of the wishes of a step: its capacity first, then what interdictions, closures and a dispersal leave.</summary>
    public static Term[] Pass(Route route, Term[] wishes, Side side, string? detail = null)
    {
        var b = side.Builder;
        var remaining = Remaining(route, side);
        var limited = SupplierEquations.Limit(wishes, Capacity(route, side), side.Label("capacity", route.Name, detail), side);
        return [.. limited.Select((wish, i) => side.Rounding.Run(b.Multiply(wish, remaining), side.Label("passed", route.Name, detail is null ? i : $"{i}, {detail}")))];
    }

    /// <summary>What a route takes from a supplier: what it passes, or with sailings what its port can handle and has room for.</summary>
    /// <param name="route">A route from a supplier.</param>
    /// <param name="wishes">What the supplier releases of each offer.</param>
    /// <param name="side">The network.</param>
    /// <param name="everPort">As if the port always had room.</param>
    public static Term[] Take(Route route, Term[] wishes, Side side, bool everPort)
    {
        // What would be taken is not what is taken: with whole rounds each has running totals of its own.
        var detail = everPort ? "ever a port" : null;
        if (route.Sailings is null) return Pass(route, wishes, side, detail);
        var handled = SupplierEquations.Limit(wishes, Capacity(route, side), side.Label("capacity", route.Name, detail), side);
        return everPort ? handled : SupplierEquations.Limit(handled, SailingEquations.Room(route, side), side.Label("room", route.Name), side);
    }

    /// <summary>The share of what a route would dispatch that interdictions, closures and a dispersal leave.</summary>
    public static Term Remaining(Route route, Side side)
    {
        var b = side.Builder;
        var remaining = Dated.Product<Interdiction>(side, route.Name, change => change.Remaining.Value, "remaining");
        return b.Multiply(b.Multiply(remaining, DispersalEquations.Throughput(route, side)), ClosureEquations.Open(route, side));
    }

    private static Term? Capacity(Route route, Side side) => route.Capacity is { } path ? side.Capacity(route, path) : null;

    /// <summary>Puts dispatched rounds on the way, less the loss; gives what is under way.</summary>
    public static Term Send(Route route, Cell cell, Term sent, Side side)
    {
        var b = side.Builder;
        var survives = b.Rest(side.Numbers.Of(route.Loss.Value, side.Address(route, "loss")));
        foreach (var placed in Dated.Of<Interdiction>(side, route.Name))
        {
            var loss = side.Numbers.Of(((Interdiction)placed.Change).Loss.Value, placed.Key + "/loss");
            survives = b.Multiply(survives, b.Select(Dated.Flag(side, placed.Change), b.Rest(loss), b.One));
        }

        var underWay = side.Rounding.Run(b.Multiply(sent, survives), side.Label("under way", route.Name, cell));
        TransitEquations.Send(route, cell, underWay, side);
        side.Increase(route.Name, cell, underWay);
        side.Ledger.Book(Quantity.Lost, side, route.Name, cell.Calibre, cell.Origin, b.Subtract(sent, underWay));
        return underWay;
    }

    /// <summary>Dispatch of all routes that start at one stockpile; its allocation says how they share what is there.</summary>
    /// <param name="stockpile">Where they start.</param>
    /// <param name="wishes">For each route and calibre what it wants, from the state before any dispatch.</param>
    /// <param name="side">The network.</param>
    public static void Dispatch(Stockpile stockpile, IReadOnlyDictionary<(Route Route, Calibre Calibre), Claim> wishes, Side side)
    {
        foreach (var group in wishes.Where(wish => wish.Key.Route.From == stockpile.Name).GroupBy(wish => wish.Key.Calibre))
        {
            Claim[] claims = [.. group.Select(wish => wish.Value)];
            var label = side.Label("share dispatched", stockpile.Name, group.Key);
            var sent = claims.Select(_ => side.Builder.Zero).ToArray();
            foreach (var (cell, parts) in Withdrawal.Take(stockpile.Name, group.Key, Allot(stockpile, group.Key, claims, side), label, side))
            {
                for (var i = 0; i < parts.Length; i++)
                {
                    var route = (Route)claims[i].Part;
                    parts[i].Label ??= side.Label("sent", route.Name, cell);
                    side.Ledger.Book(Quantity.Dispatched, side, route.Name, cell.Calibre, cell.Origin, parts[i]);
                    Send(route, cell, parts[i], side);
                    sent[i] = side.Builder.Add(sent[i], parts[i]);
                }
            }

            for (var i = 0; i < sent.Length; i++) CountDispatch((Route)claims[i].Part, group.Key, sent[i], side);
        }
    }

    /// <summary>What is left on order after a dispatch; where nothing is ordered, the dispatch itself counts as an order.</summary>
    public static void CountDispatch(Route route, Calibre calibre, Term sent, Side side)
    {
        ReplenishmentEquations.Dispatched(route, calibre, sent, side);
        if (route.RuleFor(calibre) is not OrderingReplenishment) CostEquations.Dispatched(route, calibre, sent, side);
    }

    /// <summary>What each route with a replenishment wants to ship of each calibre; from a stockpile as far as the route passes it.</summary>
    public static Dictionary<(Route Route, Calibre Calibre), Claim> Wishes(Side side)
    {
        var wishes = new Dictionary<(Route, Calibre), Claim>();
        foreach (var route in side.Parts<Route>().Where(route => route.Replenishment is not null))
        {
            Calibre[] calibres = [.. side.Calibres(route.Name)];
            Term[] wanted = [.. calibres.Select(calibre => ReplenishmentEquations.Wish(route, calibre, side))];
            if (side.Has<Stockpile>(route.From)) wanted = Pass(route, wanted, side);
            for (var i = 0; i < calibres.Length; i++)
            {
                wanted[i].Label ??= side.Label("wanted", route.Name, calibres[i]);
                wishes.Add((route, calibres[i]), new(route, wanted[i], ReplenishmentEquations.There(route.To, calibres[i], side), side.RequiredDownstream(route.To, calibres[i])));
            }
        }

        return wishes;
    }

    /// <summary>What routes get; where they share with consumers, these claim theirs first.</summary>
    private static Term[] Allot(Stockpile stockpile, Calibre calibre, Claim[] routes, Side side)
    {
        var b = side.Builder;
        var pool = side.Pool(stockpile.Name, calibre);
        if (!stockpile.Allocation.WithConsumers) return AllocationEquations.Allot(stockpile.Allocation, routes, pool, b);
        Claim[] consumers = [.. side.Parts<Consumer>().Where(one => one.At == stockpile.Name).Select(one => ConsumerEquations.Claim(one, calibre, side.Wanted(one, calibre), side))];
        Claim[] all = [.. side.Network.Parts.SelectMany(part => routes.Concat(consumers).Where(claim => claim.Part == part))];
        var given = AllocationEquations.Cut(stockpile.Allocation, all, pool, b);
        return [.. routes.Select(claim => given[Array.IndexOf(all, claim)])];
    }

    private static void Sort(Supplier supplier, Route route, Cell cell, Term arrived, Side side)
    {
        var b = side.Builder;
        var (rework, useless) = LotEquations.Condition(supplier, route, cell, arrived, side);
        if (side.Rounding.Whole)
        {
            // Two running totals could complete a round at once where only one arrives.
            var bad = b.Add(rework, useless);
            var share = b.Share(rework, bad);
            bad = side.Rounding.Run(bad, side.Label("unserviceable", route.Name, cell));
            rework = side.Rounding.Run(b.Multiply(bad, share), side.Label("rework", route.Name, cell));
            useless = b.Subtract(bad, rework);
        }

        side.Increase(route.To, cell, b.Subtract(b.Subtract(arrived, rework), useless));
        if (supplier.ReworkTo is { } reserve) side.Increase(reserve, cell, rework);
        side.Ledger.Book(Quantity.Rejected, side, route.Name, cell.Calibre, cell.Origin, useless);
    }
}
