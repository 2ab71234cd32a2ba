using Supply.Compilation;

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
    public static Term Planned(RefurbishmentWorks works, Side side) =>
        side.Builder.Multiply(side.Capacity(works, works.Capacity), Yield(works, side));

    private static void Refurbish(Reserve reserve, RefurbishmentWorks[] works, Side side, Term scale)
    {
        var b = side.Builder;
        var calibre = works[0].Calibre;
        Term[] wishes = [.. works.Select(one => side.Rounding.Run(b.Multiply(side.Capacity(one, one.Capacity), scale), side.Label("taken in", one.Name)))];
        var held = side.Cells(reserve.Name, calibre).ToDictionary(cell => cell, cell => b.Read(side.State(reserve.Name, cell)));
        foreach (var (cell, parts) in Take(reserve, calibre, wishes, side))
        {
            for (var i = 0; i < works.Length; i++)
            {
                var good = side.Rounding.Run(b.Multiply(parts[i], Yield(works[i], side.State(reserve.Name, cell).Initial, held[cell], side)), side.Label("refurbished", works[i].Name, cell));
                good.Label ??= side.Label("refurbished", works[i].Name, cell);
                side.Increase(works[i].To, cell, good);
                side.Ledger.Book(Quantity.Refurbished, side, works[i].Name, cell.Calibre, cell.Origin, good);
                side.Ledger.Book(Quantity.Rejected, side, works[i].Name, cell.Calibre, cell.Origin, b.Subtract(parts[i], good));
            }
        }
    }

    /// <summary>Takes from all cells alike, or from one group and then, for what is left of the wishes, from the other.</summary>
    private static IEnumerable<(Cell Cell, Term[] Parts)> Take(Reserve reserve, Calibre calibre, Term[] wishes, Side side)
    {
        var b = side.Builder;
        Cell[] cells = [.. side.Cells(reserve.Name, calibre)];
        if (reserve.Order == RefurbishmentOrder.Proportional) return Withdrawal.Take(reserve.Name, cells, wishes, side.Label("share taken", reserve.Name, calibre), side);
        var taken = new List<(Cell, Term[])>();
        foreach (var group in cells.GroupBy(cell => IsImport(cell, reserve, side) == (reserve.Order == RefurbishmentOrder.ImportsFirst)).OrderByDescending(group => group.Key))
        {
            var all = b.Sum(wishes);
            var left = b.Subtract(all, b.Min(all, b.Sum(group.Select(cell => b.Read(side.State(reserve.Name, cell))))));
            (Cell, Term[] Parts)[] parts = [.. Withdrawal.Take(reserve.Name, [.. group], wishes, side.Label("share taken", reserve.Name, string.Join(", ", group)), side)];
            taken.AddRange(parts);
            wishes = side.Rounding.Whole
                ? [.. wishes.Select((wish, i) => b.Subtract(wish, b.Sum(parts.Select(one => one.Parts[i]))))]
                : [.. wishes.Select(wish => b.Multiply(wish, b.Share(left, all)))];
        }

        return taken;
    }

    private static bool IsImport(Cell cell, Reserve reserve, Side side) =>
        side.Parts<Supplier>().Any(supplier => supplier.ReworkTo == reserve.Name && supplier.Origin == cell.Origin);

    /// <summary>The yield from what is left of a cell's opening; rounds that came later do not count as left of it.</summary>
    private static Term Yield(RefurbishmentWorks works, Term opening, Term held, Side side)
    {
        var b = side.Builder;
        var first = Yield(works, side);
        if (works.LastYield is not { } share || ProgramBuilder.IsZero(opening)) return first;
        var last = side.Numbers.Of(share.Value, side.Address(works, "lastYield"));
        var left = b.Select(b.Less(b.Zero, opening), b.Min(b.One, b.Divide(held, opening)), b.One);
        return b.Add(last, b.Multiply(b.Subtract(first, last), left));
    }

    private static Term Yield(RefurbishmentWorks works, Side side) => side.Numbers.Of(works.Yield.Value, side.Address(works, "yield"));
}
