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
        var share = b.Share(wanted, side.Pool(reserve.Name, calibre));
        share.Label ??= side.Label("share taken", reserve.Name, calibre);
        foreach (var cell in side.Cells(reserve.Name, calibre))
        {
            var taken = b.Multiply(b.Read(side.State(reserve.Name, cell)), share);
            side.Decrease(reserve.Name, cell, taken);
            for (var i = 0; i < works.Length; i++)
            {
                var part = works.Length == 1 ? taken : b.Multiply(taken, b.Share(wishes[i], wanted));
                var good = b.Multiply(part, Yield(works[i], side));
                good.Label ??= side.Label("refurbished", works[i].Name, cell);
                side.Increase(works[i].To, cell, good);
                side.Ledger.Book(Quantity.Refurbished, side, works[i].Name, cell.Calibre, cell.Origin, good);
                side.Ledger.Book(Quantity.Rejected, side, works[i].Name, cell.Calibre, cell.Origin, b.Subtract(part, good));
            }
        }
    }

    private static Term Yield(RefurbishmentWorks works, Side side) => side.Numbers.Of(works.Yield.Value, side.Address(works, "yield"));
}
