using Supply.Compilation;

namespace Supply.Equations;

/// <summary>Strikes on a stockpile: each takes its share of every cell; what is left faces the next.</summary>
internal static class StockpileEquations
{
    public static void Strike(Stockpile stockpile, Side side)
    {
        var b = side.Builder;
        foreach (var placed in Dated.Of<DepotStrike>(side, stockpile.Name))
        {
            var begin = Dated.Begin(side, placed.Change);
            var share = side.Numbers.Of(((DepotStrike)placed.Change).LossFraction.Value, placed.Key + "/lossFraction");
            var today = b.Multiply(b.Flag(begin, begin + 1), share);
            foreach (var calibre in side.Calibres(stockpile.Name))
            {
                Cell[] cells = [.. side.Cells(stockpile.Name, calibre)];
                Term[] lost = [.. cells.Select(cell => b.Multiply(b.Read(side.State(stockpile.Name, cell)), today))];
                if (side.Rounding.Whole) lost = side.Rounding.Apportion(lost, side.Rounding.Nearest(b.Sum(lost)));
                for (var i = 0; i < cells.Length; i++) Lose(stockpile, cells[i], lost[i], side);
            }
        }
    }

    private static void Lose(Stockpile stockpile, Cell cell, Term lost, Side side)
    {
        lost.Label ??= side.Label("struck", stockpile.Name, cell);
        side.Decrease(stockpile.Name, cell, lost);
        side.Ledger.Book(Quantity.Lost, side, stockpile.Name, cell.Calibre, cell.Origin, lost);
    }
}
