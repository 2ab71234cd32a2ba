using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// Strikes on a stockpile: each takes its share of every cell; what is left faces the next. Dated strikes come first, then those that
/// hazards bring.
/// </summary>
internal static class StockpileEquations
{
    private const double DaysPerYear = 365.25;

    public static void Strike(Stockpile stockpile, Side side)
    {
        var b = side.Builder;
        foreach (var placed in Dated.Of<DepotStrike>(side, stockpile.Name))
        {
            var begin = Dated.Begin(side, placed.Change);
            var share = side.Numbers.Of(((DepotStrike)placed.Change).LossFraction.Value, placed.Key + "/lossFraction");
            Destroy(stockpile, b.Multiply(b.Flag(begin, begin + 1), share), side);
        }

        foreach (var placed in Dated.Of<StrikeHazard>(side, stockpile.Name))
        {
            var share = b.Multiply(Dated.Flag(side, placed.Change), Loss((StrikeHazard)placed.Change, placed.Key, side));
            share.Label ??= side.Label("share struck", stockpile.Name, placed.Change.From);
            Destroy(stockpile, share, side);
        }
    }

    private static void Destroy(Stockpile stockpile, Term share, Side side)
    {
        var b = side.Builder;
        share = b.Multiply(share, DispersalEquations.Exposure(stockpile, side));
        foreach (var calibre in side.Calibres(stockpile.Name))
        {
            Cell[] cells = [.. side.Cells(stockpile.Name, calibre)];
            Term[] lost = [.. cells.Select(cell => b.Multiply(b.Read(side.State(stockpile.Name, cell)), share))];
            if (side.Rounding.Whole) lost = side.Rounding.Apportion(lost, side.Rounding.Nearest(b.Sum(lost)));
            for (var i = 0; i < cells.Length; i++) Lose(stockpile, cells[i], lost[i], side);
        }
    }

    private static void Lose(Stockpile stockpile, Cell cell, Term lost, Side side)
    {
        lost.Label ??= side.Label("struck", stockpile.Name, cell);
        side.Decrease(stockpile.Name, cell, lost);
        side.Ledger.Book(Quantity.Lost, side, stockpile.Name, cell.Calibre, cell.Origin, lost);
    }

    /// <summary>The share that a hazard destroys in a step: 0, or where a draw says that there is a strike, a log-normal share.</summary>
    private static Term Loss(StrikeHazard hazard, string key, Side side)
    {
        var b = side.Builder;
        var perStep = b.Multiply(side.Numbers.Of(hazard.EventsPerYear, key + "/eventsPerYear"), b.Constant(side.Horizon.StepDays / DaysPerYear));
        var chance = b.Rest(b.Exp(b.Subtract(b.Zero, perStep)));
        var happens = b.Less(b.Normal(key + "/event"), b.InverseNormal(chance));
        var spread = side.Numbers.Of(hazard.Spread, key + "/spread");
        var severity = b.Exp(b.Multiply(spread, b.Normal(key + "/severity")));
        var destroyed = b.Min(b.One, b.Multiply(side.Numbers.Of(hazard.MedianLoss.Value, key + "/medianLoss"), severity));
        return b.Multiply(happens, b.Multiply(destroyed, side.Numbers.Of(hazard.ArtilleryShare.Value, key + "/artilleryShare")));
    }
}
