using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Works take rounds of a calibre from a reserve, over origins in proportion, up to their capacity; several works on one
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
        foreach (var (cell, taken) in Take(reserve, calibre, wishes, side))
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

    /// <summary>Takes from all cells alike, or from one group and then, for what is left of the wishes, from the other.</summary>
    private static IEnumerable<(Cell Cell, Term[] Parts)> Take(Reserve reserve, Calibre calibre, Term[] wishes, Side side)
    {
        Cell[] cells = [.. side.Topology.Cells(reserve.Name, calibre)];
        if (reserve.Order == RefurbishmentOrder.Proportional) return Take(reserve, cells, wishes, $"{calibre}", side);
        var taken = new List<(Cell, Term[])>();
        foreach (var group in cells.GroupBy(cell => IsFirst(cell, reserve, side)).OrderByDescending(group => group.Key))
        {
            var all = side.Sum(wishes);
            var left = all - Min(all, side.Stores.Pool(reserve.Name, group));
            (Cell, Term[] Parts)[] parts = [.. Take(reserve, [.. group], wishes, string.Join(", ", group), side)];
            taken.AddRange(parts);
            wishes = side.Rounding.Whole
                ? [.. wishes.Select((wish, i) => wish - side.Sum(parts.Select(one => one.Parts[i])))]
                : [.. wishes.Select(wish => wish * Share(left, all))];
        }

        return taken;
    }

    private static IEnumerable<(Cell Cell, Term[] Parts)> Take(Reserve reserve, Cell[] cells, Term[] wishes, string detail, Side side) =>
        Withdrawal.Take(reserve.Name, cells, wishes, side.Label("share taken", reserve.Name, detail), side);

    /// <summary>Whether works take from a cell before they take from the other group.</summary>
    private static bool IsFirst(Cell cell, Reserve reserve, Side side) => reserve.Order switch
    {
        RefurbishmentOrder.ImportsFirst => IsImport(cell, reserve, side),
        RefurbishmentOrder.LegacyFirst => !IsImport(cell, reserve, side),
        _ => throw new NotSupportedException($"Order {reserve.Order} has no equations."),
    };

    private static bool IsImport(Cell cell, Reserve reserve, Side side) =>
        side.Parts<Supplier>().Any(supplier => supplier.ReworkTo == reserve.Name && supplier.Origin == cell.Origin);

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
