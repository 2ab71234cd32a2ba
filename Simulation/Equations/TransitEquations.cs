using Supply.Programs;
using static Supply.Programs.Arithmetic;

namespace Supply.Equations;

/// <summary>
/// How rounds move along a route, from dispatch to its end: through a fixed delay, or through stages of which each gives out a
/// share of what it holds, or each shipment with a lead time of its own. Closures may lose them or make them wait before the end.
/// </summary>
internal static class TransitEquations
{
    /// <summary>Rounds of a cell that arrive in this step.</summary>
    public static Term Arrive(Route route, Cell cell, Side side)
    {
        ClosureEquations.Lose(route, cell, side, Places(route, cell, side));
        var due = route.Transit switch
        {
            FixedTransit => DispersalEquations.Due(route, cell, side),
            ErlangTransit erlang => Advance(route, erlang.Order, cell, side),
            PerShipmentTransit => side.Delay(route.Name, cell).Due,
            _ => throw NoEquations(route),
        };
        return ClosureEquations.Wait(route, due, () => Waiting(route, cell, side), side);
    }

    /// <summary>Arrivals of rounds that are also counted separately, on a route without stages.</summary>
    public static Term Arrive(Route route, DelayRef delay, StateRef waiting, Side side) =>
        ClosureEquations.Wait(route, ClosureEquations.Due(route, delay, side), () => waiting, side);

    /// <summary>Puts rounds of a cell on the way.</summary>
    public static void Send(Route route, Cell cell, Term rounds, Side side)
    {
        switch (route.Transit)
        {
            case FixedTransit: DispersalEquations.Send(route, cell, rounds, side); break;
            case ErlangTransit: Stage(route, 1, cell, side).Now += rounds; break;
            case PerShipmentTransit: side.Delay(route.Name, cell).Push(rounds); break;
            default: throw NoEquations(route);
        }
    }

    /// <summary>The delay of a cell whose shipments have lead times of their own.</summary>
    public static DelayRef NewDelay(Route route, Cell cell, Side side)
    {
        var longest = side.LongestLag(Bounds.Of(((PerShipmentTransit)route.Transit).Longest.Value).High);
        return side.Builder.NewDelay(side.Label("delay", route.Name, cell), ShipmentLag(route, side), longest, perShipment: true);
    }

    /// <summary>Rounds off what is too small to count.</summary>
    public static void Close(Side side)
    {
        foreach (var route in side.Parts<Route>())
        {
            foreach (var place in side.Cells(route.Name).SelectMany(cell => Places(route, cell, side))) place.Now = FlushTiny(place.Now);
        }
    }

    /// <summary>First lots among the rounds that wait before the end of a route.</summary>
    public static StateRef WaitingFirstLots(Route route, Cell cell, Side side) =>
        side.Level($"first lots held under way, {cell}", route, () => side.Zero);

    /// <summary>Steps that what is dispatched in this step is under way; one draw for all that leaves by the route.</summary>
    private static Term ShipmentLag(Route route, Side side)
    {
        var factor = Exp(side.Number(route, "transit/spread") * side.Builder.Normal(side.Address(route, "transit/shipment")));
        var days = LeadTime(route, side) * factor;
        return side.Lag(Min(days, side.Number(route, "transit/longest"))).Named("lag of what is dispatched", route);
    }

    /// <summary>Every stage passes the same share of its contents to the next; returns the rounds that leave the last one.</summary>
    private static Term Advance(Route route, int order, Cell cell, Side side)
    {
        var share = Outflow(route, order, side);
        var given = side.Zero;
        for (var i = 1; i <= order; i++)
        {
            var stage = Stage(route, i, cell, side);
            var leaves = side.Rounding.Run(stage.Now * share, side.Label($"out of stage {i}", route.Name, cell));
            stage.Now = stage.Now - leaves + given;
            given = leaves;
        }

        return given;
    }

    /// <summary>The share of its rounds that a stage gives out in a step.</summary>
    private static Term Outflow(Route route, int order, Side side)
    {
        var days = LeadTime(route, side) * Dated.Product<LeadTimeChange>(side, route.Name, "factor");
        return Min(1, order * side.StepDays / days).Named("share that leaves a stage", route);
    }

    private static Term LeadTime(Route route, Side side) => side.LeadTime(route) + DispersalEquations.FurtherHaul(route, side);

    /// <summary>Where rounds of a cell are on a route, as far as they are not in delays.</summary>
    private static IEnumerable<StateRef> Places(Route route, Cell cell, Side side)
    {
        if (route.Transit is ErlangTransit erlang)
        {
            for (var i = 1; i <= erlang.Order; i++) yield return Stage(route, i, cell, side);
        }

        if (!ClosureEquations.Waits(route, side)) yield break;
        yield return Waiting(route, cell, side);
        if (side.Network.Parts.FirstOrDefault(part => part.Name == route.From) is Supplier { FirstLots: not null })
        {
            yield return WaitingFirstLots(route, cell, side);
        }
    }

    private static StateRef Stage(Route route, int number, Cell cell, Side side) =>
        side.Level($"stage {number}, {cell}", route, () => side.Zero);

    private static StateRef Waiting(Route route, Cell cell, Side side) => side.Level($"held under way, {cell}", route, () => side.Zero);

    private static NotSupportedException NoEquations(Route route) => new($"{route.Transit.GetType().Name} has no equations.");
}
