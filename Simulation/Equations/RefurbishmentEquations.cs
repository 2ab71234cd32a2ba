using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Works take rounds of a calibre from a reserve, over origins as its drawing says, up to their capacity; several works on one
/// reserve share it in proportion to their capacities. The serviceable share goes to a stockpile and keeps its origin.
/// </summary>
internal static class RefurbishmentEquations
{
    public static void Refurbish(Reserve reserve, Side side, Func<Calibre, Term> scale)
    {
        foreach (var group in side.Parts<RefurbishmentWorks>().Where(works => works.From == reserve.Name).GroupBy(works => works.Calibre))
        {
            Refurbish(reserve, [.. group], side, scale(group.Key));
        }
    }

    /// <summary>Serviceable rounds that the works plan for this step, whatever the reserve holds.</summary>
    public static Term Planned(RefurbishmentWorks works, Side side) => ChangeEquations.Capacity(side, works) * side.Number(works, "yield");

    private static void Refurbish(Reserve reserve, RefurbishmentWorks[] works, Side side, Term scale)
    {
        var calibre = works[0].Calibre;
        Term[] wishes = [.. works.Select(one =>
            side.Rounding.Run(ChangeEquations.Capacity(side, one) * scale, side.Label("taken in", one.Name)))];
        var held = side.Topology.Cells(reserve.Name, calibre).ToDictionary(cell => cell, cell => side.Stores[reserve.Name, cell].Now);
        var label = side.Label("share taken", reserve.Name, calibre);
        foreach (var (cell, taken) in Withdrawal.Take(reserve, calibre, wishes, label, side))
        {
            var opening = side.Stores[reserve.Name, cell].Initial;
            for (var i = 0; i < works.Length; i++) Restore(works[i], cell, taken[i], Yield(works[i], opening, held[cell], side), side);
        }
    }

    private static void Restore(RefurbishmentWorks works, Cell cell, Term taken, Term yield, Side side)
    {
        var good = side.Rounding.Run(taken * yield, side.Label("refurbished", works.Name, cell)).Named("refurbished", works, cell);
        side.Stores.Add(works.To, cell, good);
        side.Book(Quantity.Refurbished, works, cell, good);
        side.Book(Quantity.Rejected, works, cell, taken - good);
    }

    /// <summary>The yield from what is left of a cell's opening; rounds that came later do not count as left of it.</summary>
    private static Term Yield(RefurbishmentWorks works, Term opening, Term held, Side side)
    {
        var first = side.Number(works, "yield");
        if (works.LastYield is null || IsZero(opening)) return first;
        var last = side.Number(works, "lastYield");
        var left = If(opening > 0, Min(1, held / opening), 1);
        return last + (first - last) * left;
    }
}
