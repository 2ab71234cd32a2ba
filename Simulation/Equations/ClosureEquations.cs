using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Effects of closures on a route and on the rounds that are under way on it.</summary>
internal static class ClosureEquations
{
    /// <summary>1 in the steps in which the route is open, else 0.</summary>
    public static Term Open(Route route, Side side) =>
        Open(ChangeEquations.Of<RouteClosure>(side, route.Name).Select(one => one.Change), side);

    /// <summary>Takes from the books what is under way when a closure begins that loses it.</summary>
    public static void Lose(Route route, Cell cell, Side side, IEnumerable<StateRef> places)
    {
        foreach (var begins in Losing(route, side).Select(begin => side.Builder.Flag(begin, begin + 1)))
        {
            var lost = (side.Stores[route.Name, cell].Now * begins).Named("lost under way", route, cell);
            side.Stores.Remove(route.Name, cell, lost);
            side.Book(Quantity.Lost, route, cell, lost);
            foreach (var place in places) place.Now -= place.Now * begins;
        }
    }

    /// <summary>The part of a delay's output that was dispatched after the last closure that lost the rounds under way.</summary>
    public static Term Due(Route route, DelayRef delay, Side side)
    {
        var due = delay.Due;
        foreach (var begin in Losing(route, side))
        {
            var since = side.Table(step => step < begin ? double.PositiveInfinity : step - begin);
            due = If(since < delay.Lag, 0, due);
        }

        return due;
    }

    /// <summary>1 until the first closure that loses the rounds under way begins, then 0.</summary>
    public static Term NeverLost(Route route, Side side) =>
        Losing(route, side).Aggregate(side.One, (kept, begin) => kept * side.Builder.Flag(0, begin));

    /// <summary>Holds what is due while a closure makes it wait, and gives it out with what is due once the route is open again.</summary>
    public static Term Wait(Route route, Term due, Func<StateRef> waitingOf, Side side)
    {
        var closures = Closures(route, UnderWay.Waits, side).ToArray();
        if (closures.Length == 0) return due;
        var (open, waiting) = (Open(closures, side), waitingOf());
        var all = waiting.Now + due;
        waiting.Now = If(open, 0, all);
        return If(open, all, 0);
    }

    /// <summary>Whether some closure makes rounds wait.</summary>
    public static bool Waits(Route route, Side side) => Closures(route, UnderWay.Waits, side).Any();

    private static Term Open(IEnumerable<RouteClosure> closures, Side side) =>
        closures.Aggregate(side.One, (open, closure) => open * Rest(ChangeEquations.Flag(side, closure)));

    private static IEnumerable<int> Losing(Route route, Side side) =>
        Closures(route, UnderWay.Lost, side).Select(closure => ChangeEquations.Begin(side, closure));

    /// <summary>The closures of a route that do the same to what is under way.</summary>
    private static IEnumerable<RouteClosure> Closures(Route route, UnderWay underWay, Side side) =>
        ChangeEquations.Of<RouteClosure>(side, route.Name).Select(one => one.Change).Where(closure => closure.UnderWay == underWay);
}
