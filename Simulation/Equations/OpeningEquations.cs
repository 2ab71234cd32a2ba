using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>Rounds that are under way when the horizon begins: how many there are, and how they arrive.</summary>
internal static class OpeningEquations
{
    /// <summary>Rounds of a cell under way on a route at the start.</summary>
    public static Term UnderWay(Route route, Cell cell, Side side) => side.Sum(Of(route, cell).Select(i => Amount(route, i, side)));

    /// <summary>Rounds of a cell that a stage of a route holds at the start: all stages hold equal parts.</summary>
    public static Term InStage(Route route, int number, int order, Cell cell, Side side)
    {
        var all = UnderWay(route, cell, side);
        if (!side.Rounding.Whole) return all / order;
        return side.Rounding.Nearest(all * number / order) - side.Rounding.Nearest(all * (number - 1) / order);
    }

    /// <summary>Adds to what is due on a route without stages what was under way at the start and arrives in this step.</summary>
    public static Term Due(Route route, Cell cell, Term due, Side side)
    {
        foreach (var i in Of(route, cell)) due += Due(route, i, side) * ClosureEquations.NeverLost(route, side);
        return due;
    }

    private static Term Due(Route route, int i, Side side)
    {
        var (amount, step) = (Amount(route, i, side), side.Table(step => step));
        if (route.InTransit[i].Arrives is null)
        {
            var lag = TransitEquations.UsualLag(route, side);
            var label = side.Label("opening in transit that arrives", route.Name, i);
            return side.Rounding.Run(If(step < lag, amount / lag, 0), label);
        }

        var arrives = Floor(side.Number(route, $"inTransit/{i}/arrives") / side.StepDays + 0.5);
        return If(step < arrives, 0, If(arrives < step, 0, amount));
    }

    private static Term Amount(Route route, int i, Side side) => side.Rounding.Nearest(side.Number(route, $"inTransit/{i}"));

    private static IEnumerable<int> Of(Route route, Cell cell) => route.InTransit.Index()
        .Where(pair => pair.Item.Calibre == cell.Calibre && pair.Item.Origin == cell.Origin).Select(pair => pair.Index);
}
