using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// Ships load what waits at the port where a route begins. A clock counts calls and parts of calls; each whole one is a ship.
/// </summary>
internal static class SailingEquations
{
    // Ten times a tenth of a call is a whole one, in spite of rounding.
    internal const double Slack = 1e-9;

    /// <summary>Rounds of a cell that wait at the port of a route.</summary>
    public static StateRef Waiting(Route route, Cell cell, Side side) => side.Stores.Level($"at port, {cell}", route);

    /// <summary>Room for further rounds at the port; null: no limit.</summary>
    public static Term? Room(Route route, Side side)
    {
        if (route.Sailings!.Storage is null) return null;
        var storage = side.Rounding.Down(side.Number(route, "sailings/storage"));
        return Max(0, storage - side.Sum(side.Topology.Cells(route.Name).Select(cell => Waiting(route, cell, side).Now)));
    }

    /// <summary>Takes what sails from the port; in the order of the route's cells.</summary>
    public static IEnumerable<(Cell Cell, Term Rounds)> Sail(Route route, Side side)
    {
        var ship = (side.Number(route, "sailings/containersPerVoyage") * side.Number(route, "sailings/roundsPerContainer"))
            .Named("rounds on a ship", route);
        var cells = side.Topology.Cells(route.Name);
        Term[] waiting = [.. cells.Select(cell => Waiting(route, cell, side).Now)];
        var loaded = SupplierEquations.Limit(waiting, Calls(route, side) * ship, side.Label("loaded", route.Name), side);
        var remaining = RouteEquations.Remaining(route, side);
        Term[] sailed = [.. cells.Zip(loaded, (cell, rounds) => Sail(route, cell, rounds * remaining, side))];

        // As many ships as what sails fills, rounded up: the last of them may be half empty.
        var ships = -Floor(Slack - side.Sum(sailed) / ship);
        side.Book(Quantity.Voyages, route, If(ship > 0, ships, 0));
        return cells.Zip(sailed);
    }

    /// <summary>Rounds off what is too small to count and books what waits.</summary>
    public static void Close(Side side)
    {
        foreach (var route in side.Parts<Route>().Where(route => route.Sailings is not null))
        {
            foreach (var cell in side.Topology.Cells(route.Name))
            {
                var waiting = Waiting(route, cell, side);
                waiting.Now = FlushTiny(waiting.Now);
                side.Book(Quantity.AtPort, route, cell, waiting.Now);
            }
        }
    }

    private static Term Sail(Route route, Cell cell, Term rounds, Side side)
    {
        var sailed = side.Rounding.Run(rounds, side.Label("sailed", route.Name, cell)).Named("sailed", route, cell);
        Waiting(route, cell, side).Now -= sailed;
        return sailed;
    }

    /// <summary>Ships that call in this step.</summary>
    private static Term Calls(Route route, Side side)
    {
        if (route.Sailings!.Timetable is RenewalTimetable) return CallEquations.Calls(route, CallsDue(route, side), side);
        var clock = side.Stores.Level("clock of calls", route);
        var counted = clock.Now + CallsDue(route, side);
        var calls = Floor(counted + Slack).Named("calls", route);
        clock.Now = counted - calls;
        return calls;
    }

    /// <summary>Calls and parts of calls that are due in a step.</summary>
    private static Term CallsDue(Route route, Side side)
    {
        var sailings = route.Sailings!;
        var due = sailings.Timetable switch
        {
            EveryTimetable => side.StepDays / side.Number(route, "sailings/interval"),
            RenewalTimetable => CallEquations.Running(route, side) / side.Number(route, "sailings/interval"),
            OnTimetable on => side.Table(step => on.Calls.Count(call => side.Horizon.StepAt(call) == step)),
            _ => throw new NotSupportedException($"{sailings.Timetable.GetType().Name} has no equations."),
        };
        for (var i = 0; i < sailings.Factors.Count; i++) due *= side.Number(route, $"sailings/factors/{i}");
        if (sailings.Months.Count > 0) due *= FactorOfMonth(route, side);
        return due * ChangeEquations.Product<SailingChange>(side, route.Name, "factor");
    }

    private static Term FactorOfMonth(Route route, Side side)
    {
        Term[] factors = [.. route.Sailings!.Months.Select((_, i) => side.Number(route, $"sailings/months/{i + 1}"))];
        int[] month = [.. Enumerable.Range(0, side.Horizon.Steps).Select(step => side.Horizon.StartOf(step)!.Value.Month - 1)];
        return side.Builder.Lookup(factors, month, new double[month.Length]);
    }
}
