using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Strikes on a stockpile: each takes its share of every cell; what is left faces the next. Dated strikes come first, then those that
/// hazards bring.
/// </summary>
internal static class StockpileEquations
{
    public static void Strike(Stockpile stockpile, Side side)
    {
        foreach (var (strike, placed) in ChangeEquations.Of<DepotStrike>(side, stockpile.Name))
        {
            var begin = ChangeEquations.Begin(side, strike);
            var loss = side.Number(placed, "lossFraction");
            Destroy(stockpile, side.Builder.Flag(begin, begin + 1) * loss, side);
        }

        foreach (var (hazard, placed) in ChangeEquations.Of<StrikeHazard>(side, stockpile.Name))
        {
            var loss = ChangeEquations.Flag(side, hazard) * Loss(placed, side);
            Destroy(stockpile, loss.Named("share struck", stockpile, hazard.From), side);
        }
    }

    private static void Destroy(Stockpile stockpile, Term loss, Side side)
    {
        var share = loss * DispersalEquations.Exposure(stockpile, side);
        foreach (var calibre in side.Topology.Calibres(stockpile.Name))
        {
            Cell[] cells = [.. side.Topology.Cells(stockpile.Name, calibre)];
            Term[] lost = [.. cells.Select(cell => side.Stores[stockpile.Name, cell].Now * share)];
            if (side.Rounding.Whole) lost = side.Rounding.Apportion(lost, side.Rounding.Nearest(side.Sum(lost)));
            for (var i = 0; i < cells.Length; i++) Lose(stockpile, cells[i], lost[i].Named("struck", stockpile, cells[i]), side);
        }
    }

    private static void Lose(Stockpile stockpile, Cell cell, Term lost, Side side)
    {
        side.Stores.Remove(stockpile.Name, cell, lost);
        side.Book(Quantity.Lost, stockpile, cell, lost);
    }

    /// <summary>The share that a hazard destroys in a step: 0, or where a draw says that there is a strike, a log-normal share.</summary>
    private static Term Loss(PlacedChange hazard, Side side)
    {
        var perStep = side.Number(hazard, "eventsPerYear") * (side.StepDays / NumberTerms.DaysPerYear);
        var chance = 1 - Exp(-perStep);
        var happens = side.Builder.Normal(hazard.Key + "/event", hazard) < InverseNormal(chance);
        var severity = Exp(side.Number(hazard, "spread") * side.Builder.Normal(hazard.Key + "/severity", hazard));
        var destroyed = Min(1, side.Number(hazard, "medianLoss") * severity);
        return happens * (destroyed * side.Number(hazard, "artilleryShare"));
    }
}
