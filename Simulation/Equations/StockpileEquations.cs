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
            var acts = ChangeEquations.Flag(side, hazard);
            foreach (var (i, loss) in Losses(placed, side).Index())
            {
                var name = i == 0 ? "share struck" : $"share struck by strike {i + 1}";
                Destroy(stockpile, (acts * loss).Named(name, stockpile, hazard.From), side);
            }
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
            for (var i = 0; i < cells.Length; i++) Lose(stockpile, cells[i], lost[i].Named("struck", stockpile, cells[i]), share, side);
        }
    }

    private static void Lose(Stockpile stockpile, Cell cell, Term lost, Term share, Side side)
    {
        foreach (var cohorts in side.Stores.Cohorts(stockpile.Name)) cohorts.Lose(cell, share, lost);
        side.Stores.Remove(stockpile.Name, cell, lost);
        side.Book(Quantity.Lost, stockpile, cell, lost);
    }

    /// <summary>
    /// The shares that the strikes of a hazard destroy in a step, one after another: each 0, or where the draw of their number says that
    /// it comes, a log-normal share.
    /// </summary>
    private static IEnumerable<Term> Losses(PlacedChange hazard, Side side)
    {
        var perStep = side.Number(hazard, "eventsPerYear") * (side.StepDays / NumberTerms.DaysPerYear);
        var drawn = side.Builder.Normal(hazard.Key + "/event", hazard);
        // The probability of exactly i - 1 strikes, and of i or more.
        var exactly = Exp(-perStep);
        var chance = 1 - exactly;
        var most = StrikeHazard.MostStrikes(side.StepDays);
        for (var i = 1; i <= most; i++)
        {
            var draw = hazard.Key + (i == 1 ? "/severity" : $"/severity/{i}");
            var severity = Exp(side.Number(hazard, "spread") * side.Builder.Normal(draw, hazard));
            var destroyed = Min(1, side.Number(hazard, "medianLoss") * severity);
            yield return (drawn < InverseNormal(chance)) * (destroyed * side.Number(hazard, "artilleryShare"));
            if (i == most) break;
            exactly *= perStep * (1.0 / i);
            chance = Max(0, chance - exactly);
        }
    }
}
