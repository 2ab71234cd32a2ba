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
            foreach (var cell in side.Cells(stockpile.Name))
            {
                var lost = b.Multiply(b.Read(side.State(stockpile.Name, cell)), today);
                lost.Label ??= side.Label("struck", stockpile.Name, cell);
                side.Decrease(stockpile.Name, cell, lost);
                side.Ledger.Book(Quantity.Lost, side, stockpile.Name, cell.Calibre, cell.Origin, lost);
            }
        }
    }
}
