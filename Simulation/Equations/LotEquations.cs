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
    /// <returns>For each route those of the first lots, in the order of <paramref name="underWay"/>.</returns>
    public static Term[] Send(
        Supplier supplier, Cell cell, Term sent, IReadOnlyList<(Route Route, Term Rounds)> underWay, Side side)
    {
        if (supplier.FirstLots is null) return [.. underWay.Select(_ => side.Zero)];
        var left = side.Stores.Level($"first lots of {cell.Calibre}", supplier, () => side.Stores[supplier.Name, cell].Initial);
        var first = Min(sent, left.Now).Named("sent of first lots", supplier, cell.Calibre);
        left.Now = FlushTiny(left.Now - first);
        Term[] parts = [.. underWay.Select(one => one.Rounds * Share(first, sent))];
        foreach (var ((route, _), part) in underWay.Zip(parts))
        {
            if (!route.IsInstant) FirstLotsUnderWay(route, cell, side).Push(part);
        }

        return parts;
    }

    /// <summary>The arriving rounds that need rework, and those that are useless.</summary>
    /// <param name="supplier">The supplier that sent them.</param>
    /// <param name="arrived">All arriving rounds.</param>
    /// <param name="firstOf">Those of the first lots, asked for where these differ.</param>
    /// <param name="side">The network.</param>
    public static (Term Rework, Term Useless) Condition(Supplier supplier, Term arrived, Func<Term> firstOf, Side side)
    {
        var (rework, useless) = (side.Number(supplier, "rework"), side.Number(supplier, "useless"));
        if (supplier.FirstLots is null) return (arrived * rework, arrived * useless);
        var first = firstOf();
        var later = arrived - first;
        return (Both(rework, side.Number(supplier, "firstLots/rework")), Both(useless, side.Number(supplier, "firstLots/useless")));

        Term Both(Term share, Term shareOfFirst) => later * share + first * shareOfFirst;
    }

    /// <summary>Rounds of the first lots that arrive in this step after some time under way.</summary>
    public static Term Arrived(Route route, Cell cell, Side side)
    {
        var (underWay, waiting) = (FirstLotsUnderWay(route, cell, side), TransitEquations.WaitingFirstLots(route, cell, side));
        return TransitEquations.Arrive(route, underWay, waiting, side).Named("arrived of first lots", route, cell);
    }

    private static DelayRef FirstLotsUnderWay(Route route, Cell cell, Side side) => side.Stores.FurtherDelay(route, cell, "first lots");
}
