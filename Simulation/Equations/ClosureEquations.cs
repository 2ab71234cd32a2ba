using Supply.Compilation;

namespace Supply.Equations;

/// <summary>What closures do to a route and to the rounds that are under way on it.</summary>
internal static class ClosureEquations
{
    /// <summary>1 in the steps in which the route is open, else 0.</summary>
    public static Term Open(Route route, Side side) => OpenFor(Dated.Of<RouteClosure>(side, route.Name), side);

    /// <summary>Takes from the books what is under way when a closure begins that loses it.</summary>
    public static void Lose(Route route, Cell cell, Side side, IEnumerable<StateRef> places)
    {
        var b = side.Builder;
        foreach (var today in Losing(route, side).Select(begin => b.Flag(begin, begin + 1)))
        {
            var lost = b.Multiply(b.Read(side.State(route.Name, cell)), today);
            lost.Label ??= side.Label("lost under way", route.Name, cell);
            side.Decrease(route.Name, cell, lost);
            side.Ledger.Book(Quantity.Lost, side, route.Name, cell.Calibre, cell.Origin, lost);
            foreach (var place in places) b.Set(place, b.Subtract(b.Read(place), b.Multiply(b.Read(place), today)));
        }
    }

    /// <summary>Of what a delay gives out, what was dispatched after the last closure that lost what was under way.</summary>
    public static Term Saved(Route route, DelayRef delay, Side side)
    {
        var b = side.Builder;
        var due = b.Delayed(delay);
        foreach (var begin in Losing(route, side))
        {
            var since = b.Table([.. Enumerable.Range(0, b.Steps).Select(step => step < begin ? double.PositiveInfinity : step - begin)]);
            due = b.Select(b.Less(since, delay.Lag), b.Zero, due);
        }

        return due;
    }

    /// <summary>Holds what would arrive while a closure makes it wait, and gives it out with what arrives once the route is open again.</summary>
    public static Term Wait(Route route, Term due, Func<StateRef> held, Side side)
    {
        var b = side.Builder;
        var waits = Dated.Of<RouteClosure>(side, route.Name).Where(placed => ((RouteClosure)placed.Change).UnderWay == UnderWay.Waits).ToArray();
        if (waits.Length == 0) return due;
        var (open, queue) = (OpenFor(waits, side), held());
        var all = b.Add(b.Read(queue), due);
        b.Set(queue, b.Select(open, b.Zero, all));
        return b.Select(open, all, b.Zero);
    }

    /// <summary>Whether some closure makes rounds wait.</summary>
    public static bool Waits(Route route, Side side) =>
        Dated.Of<RouteClosure>(side, route.Name).Any(placed => ((RouteClosure)placed.Change).UnderWay == UnderWay.Waits);

    private static Term OpenFor(IEnumerable<PlacedChange> closures, Side side)
    {
        var b = side.Builder;
        return closures.Aggregate(b.One, (open, placed) => b.Multiply(open, b.Rest(Dated.Flag(side, placed.Change))));
    }

    private static IEnumerable<int> Losing(Route route, Side side) => Dated.Of<RouteClosure>(side, route.Name)
        .Where(placed => ((RouteClosure)placed.Change).UnderWay == UnderWay.Lost).Select(placed => Dated.Begin(side, placed.Change));
}
