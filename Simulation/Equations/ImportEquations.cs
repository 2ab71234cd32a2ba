using Supply.Compilation;

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
    /// <param name="Passable">What would have been taken had no port been full.</param>
    public readonly record struct Leaving(Term[] Sent, Term[] Taken, Term[] Passable);

    public static Leaving Dispatch(Supplier supplier, Term[] released, Side side)
    {
        var b = side.Builder;
        Route[] routes = [.. side.Parts<Route>().Where(route => route.From == supplier.Name)];
        var taken = Allot(routes, released, side, everPort: false);
        var passable = routes.All(route => route.Sailings?.Storage is null) ? taken : Allot(routes, released, side, everPort: true);
        var sent = released.Select(_ => b.Zero).ToArray();
        var underWay = released.Select(_ => new List<(Route, Term)>()).ToArray();
        for (var i = 0; i < routes.Length; i++) Send(supplier, routes[i], taken[i], sent, underWay, side);
        for (var i = 0; i < sent.Length; i++) LotEquations.Send(supplier, new(supplier.Offers[i].Calibre, supplier.Origin), sent[i], underWay[i], side);
        return new(sent, Totals(taken, b), Totals(passable, b));
    }

    private static Term[] Totals(Term[][] byRoute, ProgramBuilder b) =>
        [.. Enumerable.Range(0, byRoute[0].Length).Select(offer => b.Sum(byRoute.Select(one => one[offer])))];

    /// <summary>For each route what it takes of each offer.</summary>
    private static Term[][] Allot(Route[] routes, Term[] released, Side side, bool everPort)
    {
        var b = side.Builder;
        var byRoute = new Term[routes.Length][];
        var rest = released;
        foreach (var group in routes.Index().GroupBy(pair => pair.Item.Preference).OrderBy(group => group.Key))
        {
            Term[][] alone = [.. group.Select(pair => RouteEquations.Take(pair.Item, rest, side, everPort))];
            var shared = alone.Length == 1 ? alone : Share(alone, rest, side);
            foreach (var (i, (index, _)) in group.Index()) byRoute[index] = shared[i];
            rest = [.. rest.Select((rounds, offer) => shared.Aggregate(rounds, (left, one) => b.Max(b.Zero, b.Subtract(left, one[offer]))))];
        }

        return byRoute;
    }

    /// <summary>What routes take together, of each offer in proportion to what each takes alone.</summary>
    private static Term[][] Share(Term[][] alone, Term[] rest, Side side)
    {
        var b = side.Builder;
        Term[][] byOffer =
        [
            .. rest.Select((there, offer) =>
            {
                Term[] parts = [.. alone.Select(one => one[offer])];
                if (side.Rounding.Whole) return side.Rounding.Apportion(parts, b.Min(there, b.Sum(parts)));
                var cut = b.Share(there, b.Sum(parts));
                return [.. parts.Select(part => b.Multiply(part, cut))];
            }),
        ];
        return [.. alone.Select((_, route) => byOffer.Select(parts => parts[route]).ToArray())];
    }

    private static void Send(Supplier supplier, Route route, Term[] taken, Term[] sent, List<(Route, Term)>[] underWay, Side side)
    {
        var b = side.Builder;
        int OfferOf(Cell cell) => supplier.Offers.Index().First(pair => pair.Item.Calibre == cell.Calibre).Index;
        if (route.Sailings is not null)
        {
            foreach (var cell in side.Cells(route.Name))
            {
                var waiting = SailingEquations.Waiting(route, cell, side);
                b.Set(waiting, b.Add(b.Read(waiting), taken[OfferOf(cell)]));
            }

            foreach (var (cell, rounds) in SailingEquations.Sail(route, side)) Go(OfferOf(cell), cell, rounds);
            return;
        }

        for (var i = 0; i < taken.Length; i++) Go(i, new(supplier.Offers[i].Calibre, supplier.Origin), taken[i]);

        void Go(int offer, Cell cell, Term rounds)
        {
            underWay[offer].Add((route, RouteEquations.Send(route, cell, rounds, side)));
            RouteEquations.CountDispatch(route, cell.Calibre, rounds, side);
            sent[offer] = b.Add(sent[offer], rounds);
        }
    }
}
