using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Which route takes what of the rounds that a supplier releases: routes of the lowest preference first, those of one preference in
/// proportion to what each could take alone; the rest goes to the next. What a route with sailings takes waits at its port.
/// </summary>
internal static class ImportEquations
{
    /// <summary>Rounds of each offer that leave the supplier's country in this step, and those that left its stock.</summary>
    /// <param name="Sent">Dispatched, by ships that sail in this step too.</param>
    /// <param name="Taken">Taken from the stock, to be dispatched or to wait at a port.</param>
    /// <param name="Passable">Rounds that would have been taken had no port been full.</param>
    public readonly record struct Leaving(Term[] Sent, Term[] Taken, Term[] Passable);

    public static Leaving Dispatch(Supplier supplier, Term[] released, Side side)
    {
        Route[] routes = [.. side.Parts<Route>().Where(route => route.From == supplier.Name)];
        var taken = Allot(routes, released, side, everPort: false);
        var passable = routes.All(route => route.Sailings?.Storage is null) ? taken : Allot(routes, released, side, everPort: true);
        var sent = released.Select(_ => side.Zero).ToArray();
        var underWay = released.Select(_ => new List<(Route, Term)>()).ToArray();
        foreach (var (route, rounds) in routes.Zip(taken)) Send(supplier, route, rounds, sent, underWay, side);
        for (var i = 0; i < sent.Length; i++)
        {
            var cell = CellOf(supplier, i);
            var firstLots = LotEquations.Send(supplier, cell, sent[i], underWay[i], side);
            foreach (var ((route, rounds), first) in underWay[i].Zip(firstLots).Where(pair => pair.First.Item1.IsInstant))
            {
                RouteEquations.Receive(route, cell, rounds, () => first, side);
            }
        }

        return new(sent, Totals(taken, side), Totals(passable, side));
    }

    private static Term[] Totals(Term[][] byRoute, Side side) =>
        [.. byRoute[0].Select((_, offer) => side.Sum(byRoute.Select(one => one[offer])))];

    /// <summary>For each route what it takes of each offer.</summary>
    private static Term[][] Allot(Route[] routes, Term[] released, Side side, bool everPort)
    {
        var byRoute = new Term[routes.Length][];
        var found = released;
        foreach (var group in routes.Index().GroupBy(pair => pair.Item.Preference).OrderBy(group => group.Key))
        {
            Term[][] alone = [.. group.Select(pair => RouteEquations.Take(pair.Item, found, side, everPort))];
            var taken = alone.Length == 1 ? alone : Together(alone, found, side);
            foreach (var (i, (index, _)) in group.Index()) byRoute[index] = taken[i];
            found = [.. found.Select((rounds, offer) => taken.Aggregate(rounds, (left, one) => Max(0, left - one[offer])))];
        }

        return byRoute;
    }

    /// <summary>Rounds of each offer that routes of one preference take together.</summary>
    private static Term[][] Together(Term[][] alone, Term[] found, Side side)
    {
        Term[][] byOffer = [.. found.Select((rounds, offer) => Together([.. alone.Select(one => one[offer])], rounds, side))];
        return [.. alone.Select((_, route) => byOffer.Select(parts => parts[route]).ToArray())];
    }

    /// <summary>Of one offer, in proportion to what each takes alone.</summary>
    private static Term[] Together(Term[] alone, Term found, Side side)
    {
        var all = side.Sum(alone);
        if (side.Rounding.Whole) return side.Rounding.Apportion(alone, Min(found, all));
        var share = Share(found, all);
        return [.. alone.Select(rounds => rounds * share)];
    }

    private static void Send(Supplier supplier, Route route, Term[] taken, Term[] sent, List<(Route, Term)>[] underWay, Side side)
    {
        var leaving = route.Sailings is null
            ? taken.Select((rounds, offer) => (Cell: CellOf(supplier, offer), Rounds: rounds))
            : ByShip(supplier, route, taken, side);
        foreach (var (cell, rounds) in leaving)
        {
            var offer = OfferOf(supplier, cell);
            underWay[offer].Add((route, RouteEquations.Send(route, cell, rounds, side)));
            RouteEquations.CountDispatch(route, cell.Calibre, rounds, side);
            sent[offer] += rounds;
        }
    }

    /// <summary>Adds what is taken to what waits at the port; gives what sails.</summary>
    private static IEnumerable<(Cell Cell, Term Rounds)> ByShip(Supplier supplier, Route route, Term[] taken, Side side)
    {
        foreach (var cell in side.Topology.Cells(route.Name))
        {
            SailingEquations.Waiting(route, cell, side).Now += taken[OfferOf(supplier, cell)];
        }

        return SailingEquations.Sail(route, side);
    }

    private static Cell CellOf(Supplier supplier, int offer) => new(supplier.Offers[offer].Calibre, supplier.Origin);

    private static int OfferOf(Supplier supplier, Cell cell) =>
        supplier.Offers.Index().First(pair => pair.Item.Calibre == cell.Calibre).Index;
}
