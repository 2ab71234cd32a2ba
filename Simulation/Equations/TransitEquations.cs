using Supply.Compilation;

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
            ErlangTransit erlang => Advance(route, erlang.Order, cell, side),
            PerShipmentTransit => side.Builder.Delayed(side.Delay(route.Name, cell)),
            _ => DispersalEquations.Arrived(route, cell, side),
        };
        return ClosureEquations.Wait(route, due, () => Held(route, cell, side), side);
    }

    /// <summary>What arrives of rounds that are counted beside the others on a route without stages.</summary>
    public static Term Arrive(Route route, DelayRef delay, StateRef held, Side side) =>
        ClosureEquations.Wait(route, ClosureEquations.Saved(route, delay, side), () => held, side);

    /// <summary>Puts rounds of a cell on the way.</summary>
    public static void Send(Route route, Cell cell, Term rounds, Side side)
    {
        var b = side.Builder;
        switch (route.Transit)
        {
            case ErlangTransit:
                var first = Stage(route, 1, cell, side);
                b.Set(first, b.Add(b.Read(first), rounds));
                break;
            case PerShipmentTransit: b.Push(side.Delay(route.Name, cell), rounds); break;
            default: DispersalEquations.Push(route, cell, rounds, side); break;
        }
    }

    /// <summary>The delay of a cell whose shipments have lead times of their own.</summary>
    public static DelayRef NewDelay(Route route, Cell cell, Side side)
    {
        var way = (PerShipmentTransit)route.Transit;
        return side.Builder.NewDelay(side.Label("delay", route.Name, cell), ShipmentLag(route, way, side), side.LongestLag(Bounds.Of(way.Longest.Value).High), perShipment: true);
    }

    /// <summary>Steps that what is dispatched in this step is under way; one draw for all that leaves by the route.</summary>
    private static Term ShipmentLag(Route route, PerShipmentTransit way, Side side)
    {
        var b = side.Builder;
        var spread = side.Numbers.Of(way.Spread.Value, side.Address(route, "transit/spread"));
        var factor = b.Exp(b.Multiply(spread, b.Normal(side.Address(route, "transit/shipment"))));
        var days = b.Multiply(b.Add(side.LeadTime(route), DispersalEquations.Further(route, side)), factor);
        var lag = side.Lag(b.Min(days, side.Numbers.Of(way.Longest.Value, side.Address(route, "transit/longest"))));
        lag.Label ??= side.Label("lag of what is dispatched", route.Name);
        return lag;
    }

    /// <summary>Rounds off what is too small to count.</summary>
    public static void Close(Side side)
    {
        var b = side.Builder;
        foreach (var route in side.Parts<Route>())
        {
            foreach (var place in side.Cells(route.Name).SelectMany(cell => Places(route, cell, side))) b.Set(place, b.FlushTiny(b.Read(place)));
        }
    }

    /// <summary>Every stage gives the same share of what it held to the next; returned is what leaves the last one.</summary>
    private static Term Advance(Route route, int order, Cell cell, Side side)
    {
        var b = side.Builder;
        var share = Outflow(route, order, side);
        var given = b.Zero;
        for (var i = 1; i <= order; i++)
        {
            var stage = Stage(route, i, cell, side);
            var leaves = side.Rounding.Run(b.Multiply(b.Read(stage), share), side.Label($"out of stage {i}", route.Name, cell));
            b.Set(stage, b.Add(b.Subtract(b.Read(stage), leaves), given));
            given = leaves;
        }

        return given;
    }

    /// <summary>The share of its rounds that a stage gives out in a step: order times step over lead time, all of it at most.</summary>
    private static Term Outflow(Route route, int order, Side side)
    {
        var b = side.Builder;
        var days = b.Multiply(b.Add(side.LeadTime(route), DispersalEquations.Further(route, side)), Dated.Product<LeadTimeChange>(side, route.Name, change => change.Factor, "factor"));
        var share = b.Min(b.One, b.Divide(b.Constant(order * side.Horizon.StepDays), days));
        share.Label ??= side.Label("share that leaves a stage", route.Name);
        return share;
    }

    private static IEnumerable<StateRef> Places(Route route, Cell cell, Side side)
    {
        if (route.Transit is ErlangTransit erlang)
        {
            for (var i = 1; i <= erlang.Order; i++) yield return Stage(route, i, cell, side);
        }

        if (!ClosureEquations.Waits(route, side)) yield break;
        yield return Held(route, cell, side);
        if (side.Network.Parts.FirstOrDefault(part => part.Name == route.From) is Supplier { FirstLots: not null }) yield return HeldOfFirstLots(route, cell, side);
    }

    /// <summary>First lots among the rounds that wait before the end of a route.</summary>
    public static StateRef HeldOfFirstLots(Route route, Cell cell, Side side) =>
        side.Level($"first lots held under way, {cell}", route, () => side.Builder.Zero);

    private static StateRef Stage(Route route, int number, Cell cell, Side side) => side.Level($"stage {number}, {cell}", route, () => side.Builder.Zero);

    private static StateRef Held(Route route, Cell cell, Side side) => side.Level($"held under way, {cell}", route, () => side.Builder.Zero);
}
