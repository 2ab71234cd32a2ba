using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// The condition of arriving rounds. A supplier whose first lots differ sends its opening stock before what it made later; on the way
/// the first lots are counted beside all.
/// </summary>
internal static class LotEquations
{
    /// <summary>Puts on the way what is of the first lots among the rounds sent.</summary>
    /// <param name="supplier">Who sends them.</param>
    /// <param name="cell">Calibre and origin.</param>
    /// <param name="sent">What is sent in this step, by all routes.</param>
    /// <param name="underWay">What of it goes on the way by each route.</param>
    /// <param name="side">The network.</param>
    public static void Send(Supplier supplier, Cell cell, Term sent, IEnumerable<(Route Route, Term Rounds)> underWay, Side side)
    {
        if (supplier.FirstLots is null) return;
        var b = side.Builder;
        var left = side.Level($"first lots of {cell.Calibre}", supplier, () => side.State(supplier.Name, cell).Initial);
        var first = b.Min(sent, b.Read(left));
        first.Label ??= side.Label("sent of first lots", supplier.Name, cell.Calibre);
        b.Set(left, b.FlushTiny(b.Subtract(b.Read(left), first)));
        foreach (var (route, rounds) in underWay) b.Push(FirstOnTheWay(route, cell, side), b.Multiply(rounds, b.Share(first, sent)));
    }

    /// <summary>What needs rework and what is useless of arriving rounds.</summary>
    public static (Term Rework, Term Useless) Condition(Supplier supplier, Route route, Cell cell, Term arrived, Side side)
    {
        var b = side.Builder;
        var (rework, useless) = (Number(supplier.Rework, "rework"), Number(supplier.Useless, "useless"));
        if (supplier.FirstLots is not { } lots) return (b.Multiply(arrived, rework), b.Multiply(arrived, useless));
        var first = TransitEquations.Arrive(route, FirstOnTheWay(route, cell, side), TransitEquations.HeldOfFirstLots(route, cell, side), side);
        first.Label ??= side.Label("arrived of first lots", route.Name, cell);
        var later = b.Subtract(arrived, first);
        return (Both(rework, Number(lots.Rework, "firstLots/rework")), Both(useless, Number(lots.Useless, "firstLots/useless")));

        Term Number(Fraction share, string property) => side.Numbers.Of(share.Value, side.Address(supplier, property));

        Term Both(Term share, Term shareOfFirst) => b.Add(b.Multiply(later, share), b.Multiply(first, shareOfFirst));
    }

    private static DelayRef FirstOnTheWay(Route route, Cell cell, Side side) => side.Delay(route, cell, "first lots");
}
