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
        var wishes = works.Select(one => b.Multiply(side.Capacity(one, one.Capacity), scale)).ToArray();
        var wanted = b.Sum(wishes);
        foreach (var (cell, share) in Shares(reserve, calibre, wanted, side))
        {
            var held = b.Read(side.State(reserve.Name, cell));
            var taken = b.Multiply(held, share);
            side.Decrease(reserve.Name, cell, taken);
            for (var i = 0; i < works.Length; i++)
            {
                var part = works.Length == 1 ? taken : b.Multiply(taken, b.Share(wishes[i], wanted));
                var good = b.Multiply(part, Yield(works[i], side.State(reserve.Name, cell).Initial, held, side));
                good.Label ??= side.Label("refurbished", works[i].Name, cell);
                side.Increase(works[i].To, cell, good);
                side.Ledger.Book(Quantity.Refurbished, side, works[i].Name, cell.Calibre, cell.Origin, good);
                side.Ledger.Book(Quantity.Rejected, side, works[i].Name, cell.Calibre, cell.Origin, b.Subtract(part, good));
            }
        }
    }

    /// <summary>The share taken of each cell: of all alike, or of one group and then, for what is left of the wish, of the other.</summary>
    private static List<(Cell Cell, Term Share)> Shares(Reserve reserve, Calibre calibre, Term wanted, Side side)
    {
        var b = side.Builder;
        Cell[] cells = [.. side.Cells(reserve.Name, calibre)];
        var groups = reserve.Order == RefurbishmentOrder.Proportional ? [cells]
            : cells.GroupBy(cell => IsImport(cell, reserve, side) == (reserve.Order == RefurbishmentOrder.ImportsFirst))
                .OrderByDescending(group => group.Key).Select(group => group.ToArray()).ToArray();
        var shares = new List<(Cell, Term)>();
        foreach (var group in groups)
        {
            var pool = b.Sum(group.Select(cell => b.Read(side.State(reserve.Name, cell))));
            var share = b.Share(wanted, pool);
            share.Label ??= side.Label("share taken", reserve.Name, groups.Length == 1 ? calibre : string.Join(", ", group));
            shares.AddRange(group.Select(cell => (cell, share)));
            wanted = b.Subtract(wanted, b.Min(wanted, pool));
        }

        return shares;
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
