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
        foreach (var (cell, parts) in Withdrawal.Take(reserve.Name, calibre, wishes, side.Label("share taken", reserve.Name, calibre), side))
        {
            for (var i = 0; i < works.Length; i++)
            {
                var good = side.Rounding.Run(b.Multiply(parts[i], Yield(works[i], side)), side.Label("refurbished", works[i].Name, cell));
                good.Label ??= side.Label("refurbished", works[i].Name, cell);
                side.Increase(works[i].To, cell, good);
                side.Ledger.Book(Quantity.Refurbished, side, works[i].Name, cell.Calibre, cell.Origin, good);
                side.Ledger.Book(Quantity.Rejected, side, works[i].Name, cell.Calibre, cell.Origin, b.Subtract(parts[i], good));
            }
        }
    }

    private static Term Yield(RefurbishmentWorks works, Side side) => side.Numbers.Of(works.Yield.Value, side.Address(works, "yield"));
}
