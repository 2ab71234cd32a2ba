using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// The condition of arriving rounds. A supplier whose first lots differ sends its opening stock before what it made later; on the way
/// the first lots are counted separately as well as among all rounds.
/// </summary>
internal static class LotEquations
{
    /// <summary>Puts on the way what is of the first lots among the rounds sent.</summary>
    /// <param name="supplier">The supplier that sends them.</param>
    /// <param name="cell">Calibre and origin.</param>
    /// <param name="sent">Rounds sent in this step, by all routes.</param>
    /// <param name="underWay">The part of them that sets out by each route.</param>
    /// <param name="side">The network.</param>
    public static void Send(Supplier supplier, Cell cell, Term sent, IEnumerable<(Route Route, Term Rounds)> underWay, Side side)
    {
        if (supplier.FirstLots is null) return;
        var left = side.Stores.Level($"first lots of {cell.Calibre}", supplier, () => side.Stores[supplier.Name, cell].Initial);
        var first = Min(sent, left.Now).Named("sent of first lots", supplier, cell.Calibre);
        left.Now = FlushTiny(left.Now - first);
        foreach (var (route, rounds) in underWay) FirstLotsUnderWay(route, cell, side).Push(rounds * Share(first, sent));
    }

    /// <summary>The arriving rounds that need rework, and those that are useless.</summary>
    public static (Term Rework, Term Useless) Condition(Supplier supplier, Route route, Cell cell, Term arrived, Side side)
    {
        var (rework, useless) = (side.Number(supplier, "rework"), side.Number(supplier, "useless"));
        if (supplier.FirstLots is null) return (arrived * rework, arrived * useless);
        var (underWay, waiting) = (FirstLotsUnderWay(route, cell, side), TransitEquations.WaitingFirstLots(route, cell, side));
        var first = TransitEquations.Arrive(route, underWay, waiting, side).Named("arrived of first lots", route, cell);
        var later = arrived - first;
        return (Both(rework, side.Number(supplier, "firstLots/rework")), Both(useless, side.Number(supplier, "firstLots/useless")));

        Term Both(Term share, Term shareOfFirst) => later * share + first * shareOfFirst;
    }

    private static DelayRef FirstLotsUnderWay(Route route, Cell cell, Side side) => side.Stores.FurtherDelay(route, cell, "first lots");
}
