using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// The condition of arriving rounds. A supplier whose first lots differ sends its opening stock before what it made later; on the way
/// the first lots are counted beside all.
/// </summary>
internal static class LotEquations
{
    /// <summary>Puts on the way what is of the first lots among the rounds sent.</summary>
    public static void Send(Supplier supplier, Route route, Cell cell, Term sent, Term underWay, Side side)
    {
        if (supplier.FirstLots is null) return;
        var b = side.Builder;
        var left = side.Level($"first lots of {cell.Calibre}", supplier, () => side.State(supplier.Name, cell).Initial);
        var first = b.Min(sent, b.Read(left));
        first.Label ??= side.Label("sent of first lots", supplier.Name, cell.Calibre);
        b.Set(left, b.FlushTiny(b.Subtract(b.Read(left), first)));
        b.Push(FirstOnTheWay(route, cell, side), b.Multiply(underWay, b.Share(first, sent)));
    }

    /// <summary>What needs rework and what is useless of arriving rounds.</summary>
    public static (Term Rework, Term Useless) Condition(Supplier supplier, Route route, Cell cell, Term arrived, Side side)
    {
        var b = side.Builder;
        var (rework, useless) = (Number(supplier.Rework, "rework"), Number(supplier.Useless, "useless"));
        if (supplier.FirstLots is not { } lots) return (b.Multiply(arrived, rework), b.Multiply(arrived, useless));
        var first = b.Delayed(FirstOnTheWay(route, cell, side));
        first.Label ??= side.Label("arrived of first lots", route.Name, cell);
        var later = b.Subtract(arrived, first);
        return (Both(rework, Number(lots.Rework, "firstLots/rework")), Both(useless, Number(lots.Useless, "firstLots/useless")));

        Term Number(Fraction share, string property) => side.Numbers.Of(share.Value, side.Address(supplier, property));

        Term Both(Term share, Term shareOfFirst) => b.Add(b.Multiply(later, share), b.Multiply(first, shareOfFirst));
    }

    private static DelayRef FirstOnTheWay(Route route, Cell cell, Side side) => side.Delay(route, cell, "first lots");
}
