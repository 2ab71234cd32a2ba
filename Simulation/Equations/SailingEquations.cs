using Supply.Compilation;

namespace Supply.Equations;

/// <summary>
/// Ships load what waits at the port where a route begins. A clock counts calls and parts of calls; each whole one is a ship.
/// </summary>
internal static class SailingEquations
{
    // Ten times a tenth of a call is a whole one, in spite of rounding.
    private const double Slack = 1e-9;

    /// <summary>Rounds of a cell that wait at the port of a route.</summary>
    public static StateRef Waiting(Route route, Cell cell, Side side) => side.Level($"at port, {cell}", route, () => side.Builder.Zero);

    /// <summary>Room for further rounds at the port; null: no limit.</summary>
    public static Term? Room(Route route, Side side)
    {
        if (route.Sailings!.Storage is not { } storage) return null;
        var b = side.Builder;
        var room = b.Subtract(side.Rounding.Down(side.Numbers.Of(storage.Value, side.Address(route, "sailings/storage"))), Queue(route, side));
        return b.Max(b.Zero, room);
    }

    /// <summary>Takes what sails from the port; in the order of the route's cells.</summary>
    public static IEnumerable<(Cell Cell, Term Rounds)> Sail(Route route, Side side)
    {
        var b = side.Builder;
        var ship = b.Multiply(Of(route, route.Sailings!.ContainersPerVoyage, "containersPerVoyage", side), Of(route, route.Sailings.RoundsPerContainer, "roundsPerContainer", side));
        ship.Label ??= side.Label("rounds on a ship", route.Name);
        var cells = side.Cells(route.Name);
        Term[] waiting = [.. cells.Select(cell => b.Read(Waiting(route, cell, side)))];
        var loaded = SupplierEquations.Limit(waiting, b.Multiply(Calls(route, side), ship), side.Label("loaded", route.Name), side);
        var remaining = RouteEquations.Remaining(route, side);
        var all = b.Zero;
        var sailed = new List<(Cell, Term)>();
        for (var i = 0; i < loaded.Length; i++)
        {
            var rounds = side.Rounding.Run(b.Multiply(loaded[i], remaining), side.Label("sailed", route.Name, cells[i]));
            rounds.Label ??= side.Label("sailed", route.Name, cells[i]);
            b.Set(Waiting(route, cells[i], side), b.Subtract(waiting[i], rounds));
            all = b.Add(all, rounds);
            sailed.Add((cells[i], rounds));
        }

        // As many ships as what sails fills; the last of them may be half empty.
        var ships = b.Subtract(b.Zero, b.Floor(b.Subtract(b.Constant(Slack), b.Divide(all, ship))));
        side.Ledger.Book(Quantity.Voyages, side, route, b.Select(b.Less(b.Zero, ship), ships, b.Zero));
        return sailed;
    }

    /// <summary>Rounds off what is too small to count and books what waits.</summary>
    public static void Close(Side side)
    {
        var b = side.Builder;
        foreach (var route in side.Parts<Route>().Where(route => route.Sailings is not null))
        {
            foreach (var cell in side.Cells(route.Name))
            {
                var waiting = Waiting(route, cell, side);
                b.Set(waiting, b.FlushTiny(b.Read(waiting)));
                side.Ledger.Book(Quantity.AtPort, side, route.Name, cell.Calibre, cell.Origin, b.Read(waiting));
            }
        }
    }

    private static Term Queue(Route route, Side side) =>
        side.Builder.Sum(side.Cells(route.Name).Select(cell => side.Builder.Read(Waiting(route, cell, side))));

    /// <summary>Ships that call in this step.</summary>
    private static Term Calls(Route route, Side side)
    {
        var b = side.Builder;
        var clock = side.Level("clock of calls", route, () => b.Zero);
        var counted = b.Add(b.Read(clock), Due(route, side));
        var calls = b.Floor(b.Add(counted, b.Constant(Slack)));
        calls.Label ??= side.Label("calls", route.Name);
        b.Set(clock, b.Subtract(counted, calls));
        return calls;
    }

    /// <summary>Calls and parts of calls that a step brings.</summary>
    private static Term Due(Route route, Side side)
    {
        var b = side.Builder;
        var sailings = route.Sailings!;
        var due = sailings.Timetable switch
        {
            EveryTimetable every => b.Divide(b.Constant(side.Horizon.StepDays), Of(route, every.Interval.Value, "interval", side)),
            OnTimetable on => b.Table([.. Enumerable.Range(0, b.Steps).Select(step => (double)on.Calls.Count(call => side.Horizon.StepAt(call) == step))]),
            _ => throw new NotSupportedException($"{sailings.Timetable.GetType().Name} has no equations."),
        };
        for (var i = 0; i < sailings.Factors.Count; i++) due = b.Multiply(due, Of(route, sailings.Factors[i], $"factors/{i}", side));
        if (sailings.Months.Count > 0) due = b.Multiply(due, OfMonth(route, side));
        return b.Multiply(due, Dated.Product<SailingChange>(side, route.Name, change => change.Factor, "factor"));
    }

    private static Term OfMonth(Route route, Side side)
    {
        var factors = route.Sailings!.Months.Select((factor, i) => Of(route, factor, $"months/{i + 1}", side)).ToArray();
        int[] month = [.. Enumerable.Range(0, side.Builder.Steps).Select(step => side.Horizon.DateOf(step)!.Value.Month - 1)];
        return side.Builder.Lookup(factors, month, new double[month.Length]);
    }

    private static Term Of(Route route, Uncertain number, string property, Side side) =>
        side.Numbers.Of(number, side.Address(route, "sailings/" + property));
}
