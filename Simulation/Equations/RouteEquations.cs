using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// A route takes what is dispatched, books its loss at once and delivers the rest a lead time later. From a stockpile it
/// ships what its replenishment wants, as far as its capacity and the stockpile's allocation allow.
/// </summary>
internal static class RouteEquations
{
    public static void Arrive(Route route, Side side)
    {
        if (!TransitEquations.IsEverUnderWay(route, side)) return;
        foreach (var cell in side.Topology.Cells(route.Name))
        {
            Receive(route, cell, TransitEquations.Arrive(route, cell, side), () => LotEquations.Arrived(route, cell, side), side);
        }
    }

    /// <summary>Takes arriving rounds from the route to its end.</summary>
    /// <param name="route">The route.</param>
    /// <param name="cell">Calibre and origin.</param>
    /// <param name="arriving">Rounds that arrive.</param>
    /// <param name="firstLots">Those of the first lots; asked for where the first lots of a supplier differ.</param>
    /// <param name="side">The network.</param>
    public static void Receive(Route route, Cell cell, Term arriving, Func<Term> firstLots, Side side)
    {
        var arrived = arriving.Named("arrived", route, cell);
        side.Stores.Remove(route.Name, cell, arrived);
        side.Book(Quantity.Received, route, cell, arrived);
        if (side.Has<Supplier>(route.From)) Sort(side.Part<Supplier>(route.From), route, cell, arrived, firstLots, side);
        else side.Stores.Add(route.To, cell, arrived);
    }

    /// <summary>Wishes of a step that a route passes: they are cut to its capacity, and then to the share its changes leave.</summary>
    public static Term[] Pass(Route route, Term[] wishes, Side side, string? detail = null)
    {
        var remaining = Remaining(route, side);
        return [.. WithinCapacity(route, wishes, side, detail).Select((wish, i) => side.Rounding.Run(
            wish * remaining,
            side.Label("passed", route.Name, detail is null ? i : $"{i}, {detail}")))];
    }

    /// <summary>
    /// Rounds that a route takes from a supplier: all it passes, or with sailings all its port can handle and has room for.
    /// </summary>
    /// <param name="route">A route from a supplier.</param>
    /// <param name="wishes">Rounds that the supplier releases of each offer.</param>
    /// <param name="side">The network.</param>
    /// <param name="everPort">As if the port always had room.</param>
    public static Term[] Take(Route route, Term[] wishes, Side side, bool everPort)
    {
        // What would be taken is not what is taken: with whole rounds each has running totals of its own.
        var detail = everPort ? "ever a port" : null;
        if (route.Sailings is null) return Pass(route, wishes, side, detail);
        var handled = WithinCapacity(route, wishes, side, detail);
        if (everPort) return handled;
        return SupplierEquations.Limit(handled, SailingEquations.Room(route, side), side.Label("room", route.Name), side);
    }

    /// <summary>The share of what a route would dispatch that interdictions, closures and a dispersal leave.</summary>
    public static Term Remaining(Route route, Side side) =>
        ChangeEquations.Product<Interdiction>(side, route.Name, "remaining")
        * DispersalEquations.Throughput(route, side)
        * ClosureEquations.Open(route, side);

    /// <summary>
    /// Puts dispatched rounds on the way, less the loss; gives what is under way. From a stockpile, what takes no time is received at once.
    /// </summary>
    public static Term Send(Route route, Cell cell, Term sent, Side side)
    {
        var underWay = side.Rounding.Run(sent * Kept(route, side), side.Label("under way", route.Name, cell));
        var atOnce = TransitEquations.Send(route, cell, underWay, side);
        side.Stores.Add(route.Name, cell, underWay);
        side.Book(Quantity.Lost, route, cell, sent - underWay);
        if (route.IsInstant && side.Has<Stockpile>(route.From)) Receive(route, cell, atOnce, () => side.Zero, side);
        return underWay;
    }

    /// <summary>Dispatch of all routes that start at one stockpile; its allocation says how they share what is there.</summary>
    /// <param name="stockpile">Where they start.</param>
    /// <param name="wishes">For each route and calibre what it wants, from the state before any dispatch.</param>
    /// <param name="side">The network.</param>
    public static void Dispatch(Stockpile stockpile, IReadOnlyDictionary<(Route Route, Calibre Calibre), Want> wishes, Side side)
    {
        foreach (var group in wishes.Where(wish => wish.Key.Route.From == stockpile.Name).GroupBy(wish => wish.Key.Calibre))
        {
            Dispatch(stockpile, group.Key, [.. group.Select(wish => wish.Key.Route)], [.. group.Select(wish => wish.Value)], side);
        }
    }

    /// <summary>Rounds left on order after a dispatch; where nothing is ordered, the dispatch itself counts as an order.</summary>
    public static void CountDispatch(Route route, Calibre calibre, Term sent, Side side)
    {
        ReplenishmentEquations.Dispatched(route, calibre, sent, side);
        if (route.RuleFor(calibre) is not OrderingReplenishment) CostEquations.Dispatched(route, calibre, sent, side);
    }

    /// <summary>Wishes of each route with a replenishment, for each calibre; from a stockpile as far as the route passes them.</summary>
    public static Dictionary<(Route Route, Calibre Calibre), Want> Wishes(Side side)
    {
        var wishes = new Dictionary<(Route, Calibre), Want>();
        foreach (var route in side.Parts<Route>().Where(route => route.Replenishment is not null))
        {
            Calibre[] calibres = [.. side.Topology.Calibres(route.Name)];
            Term[] wanted = [.. calibres.Select(calibre => ReplenishmentEquations.Wish(route, calibre, side))];
            if (side.Has<Stockpile>(route.From)) wanted = Pass(route, wanted, side);
            foreach (var (calibre, wish) in calibres.Zip(wanted))
            {
                wishes.Add((route, calibre), new(
                    route,
                    wish.Named("wanted", route, calibre),
                    ReplenishmentEquations.There(route.To, calibre, side),
                    side.Requirements.Downstream(route.To, calibre)));
            }
        }

        return wishes;
    }

    private static Term[] WithinCapacity(Route route, Term[] wishes, Side side, string? detail)
    {
        var capacity = route.Capacity is null ? null : ChangeEquations.Capacity(side, route);
        return SupplierEquations.Limit(wishes, capacity, side.Label("capacity", route.Name, detail), side);
    }

    /// <summary>The share of what is dispatched that is not lost: (1 - loss), times (1 - loss) of each interdiction that acts.</summary>
    private static Term Kept(Route route, Side side) => ChangeEquations.Of<Interdiction>(side, route.Name).Aggregate(
        Rest(side.Number(route, "loss")),
        (kept, one) => kept * If(side.Conditions.Acts(one.Placed), Rest(side.Number(one.Placed, "loss")), 1));

    private static void Dispatch(Stockpile stockpile, Calibre calibre, Route[] routes, Want[] wants, Side side)
    {
        var allotted = Allot(stockpile, calibre, wants, side);
        var sent = routes.Select(_ => side.Zero).ToArray();
        var label = side.Label("share dispatched", stockpile.Name, calibre);
        foreach (var (cell, parts) in Withdrawal.Take(stockpile, calibre, allotted, label, side))
        {
            foreach (var (i, part) in parts.Index())
            {
                side.Book(Quantity.Dispatched, routes[i], cell, part.Named("sent", routes[i], cell));
                Send(routes[i], cell, part, side);
                sent[i] += part;
            }
        }

        foreach (var (route, rounds) in routes.Zip(sent)) CountDispatch(route, calibre, rounds, side);
    }

    /// <summary>Rounds that routes get; where they share with consumers, consumers put in their wishes first.</summary>
    private static Term[] Allot(Stockpile stockpile, Calibre calibre, Want[] routes, Side side)
    {
        var pool = side.Stores.Pool(stockpile.Name, calibre);
        if (!stockpile.Allocation.WithConsumers) return AllocationEquations.Allot(stockpile.Allocation, routes, pool, side);
        var consumers = side.Parts<Consumer>()
            .Where(consumer => consumer.At == stockpile.Name)
            .Select(consumer => ConsumerEquations.Want(consumer, calibre, side.Requirements.WithBacklog(consumer, calibre), side))
            .ToArray();
        Want[] all = [.. side.Network.Parts.SelectMany(part => routes.Concat(consumers).Where(want => want.Part == part))];
        var given = AllocationEquations.Cut(stockpile.Allocation, all, pool, side);
        return [.. routes.Select(want => given[Array.IndexOf(all, want)])];
    }

    /// <summary>Sends the serviceable rounds from a supplier to the end of the route, and the rest to rework or to waste.</summary>
    private static void Sort(Supplier supplier, Route route, Cell cell, Term arrived, Func<Term> firstLots, Side side)
    {
        var (rework, useless) = LotEquations.Condition(supplier, arrived, firstLots, side);
        if (side.Rounding.Whole) (rework, useless) = InWholeRounds(rework, useless, route, cell, side);
        side.Stores.Add(route.To, cell, arrived - rework - useless);
        if (supplier.ReworkTo is { } reserve) side.Stores.Add(reserve, cell, rework);
        side.Book(Quantity.Rejected, route, cell, useless);
    }

    /// <summary>Two running totals could complete a round at once where only one arrives, so the sum is rounded and then split.</summary>
    private static (Term Rework, Term Useless) InWholeRounds(Term rework, Term useless, Route route, Cell cell, Side side)
    {
        var all = rework + useless;
        var share = Share(rework, all);
        var whole = side.Rounding.Run(all, side.Label("unserviceable", route.Name, cell));
        var wholeRework = side.Rounding.Run(whole * share, side.Label("rework", route.Name, cell));
        return (wholeRework, whole - wholeRework);
    }
}
