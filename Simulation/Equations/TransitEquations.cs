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
            FixedTransit => OpeningEquations.Due(route, cell, DispersalEquations.Due(route, cell, side), side),
            ErlangTransit erlang => Advance(route, erlang.Order, cell, side),
            PerShipmentTransit => OpeningEquations.Due(route, cell, side.Stores.Delay(route, cell).Due, side),
            _ => throw NoEquations(route),
        };
        return ClosureEquations.Wait(route, due, () => Waiting(route, cell, side), side);
    }

    /// <summary>Arrivals of rounds that are also counted separately, on a route without stages.</summary>
    public static Term Arrive(Route route, DelayRef delay, StateRef waiting, Side side) =>
        ClosureEquations.Wait(route, ClosureEquations.Due(route, delay, side), () => waiting, side);

    /// <summary>Whether rounds on a route can be under way at the end of a step.</summary>
    public static bool IsEverUnderWay(Route route, Side side) => !route.IsInstant || DispersalEquations.IsEverLonger(route, side);

    /// <summary>Puts rounds of a cell on the way; gives those that arrive in the same step.</summary>
    public static Term Send(Route route, Cell cell, Term rounds, Side side)
    {
        switch (route.Transit)
        {
            case FixedTransit: return DispersalEquations.Send(route, cell, rounds, side);
            case ErlangTransit: Stage(route, 1, cell, side).Now += rounds; break;
            case PerShipmentTransit: side.Stores.Delay(route, cell).Push(rounds); break;
            default: throw NoEquations(route);
        }

        return side.Zero;
    }

    /// <summary>A new delay for a cell, whose lag is drawn once or for each shipment.</summary>
    public static DelayRef NewDelay(Route route, Cell cell, Side side)
    {
        var name = side.Label("delay", route.Name, cell);
        switch (route.Transit)
        {
            case FixedTransit:
                var lag = side.Lag(side.Number(route, "leadTime"));
                lag.Label ??= side.Label("lag", route.Name);
                return side.Builder.NewDelay(name, lag, side.LongestLag(Longest(route.LeadTime)));
            case PerShipmentTransit transit:
                return side.Builder.NewDelay(name, ShipmentLag(route, side), side.LongestLag(Longest(transit.Longest)), perShipment: true);
            default: throw NoEquations(route);
        }
    }

    /// <summary>Steps that the lead time of a route takes, with lead times per shipment its median.</summary>
    public static Term UsualLag(Route route, Side side)
    {
        var days = side.Number(route, "leadTime");
        return side.Lag(route.Transit is PerShipmentTransit ? Min(days, side.Number(route, "transit/longest")) : days);
    }

    /// <summary>A new delay for some rounds of a cell, which go with the others or take longer than the lead time of the route.</summary>
    /// <param name="route">The route.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="name">The rounds that go that way.</param>
    /// <param name="longer">How much longer they take; null: they go with the others.</param>
    /// <param name="address">The address of its draw.</param>
    /// <param name="side">The network.</param>
    public static DelayRef NewFurtherDelay(Route route, Cell cell, string name, Days? longer, string address, Side side)
    {
        var label = side.Label($"delay of {name}", route.Name, cell);
        if (longer is not null)
        {
            var lag = side.Lag(side.Number(route, "leadTime") + side.Numbers.Of(longer.Value, address));
            return side.Builder.NewDelay(label, lag, side.LongestLag(Longest(route.LeadTime) + Longest(longer)));
        }

        var usual = side.Stores.Delay(route, cell);
        return side.Builder.NewDelay(label, usual.Lag, usual.MaxLag, usual.PerShipment);
    }

    /// <summary>Rounds off what is too small to count.</summary>
    public static void Close(Side side)
    {
        foreach (var route in side.Parts<Route>())
        {
            var places = side.Topology.Cells(route.Name).SelectMany(cell => Places(route, cell, side));
            foreach (var place in places) place.Now = FlushTiny(place.Now);
        }
    }

    /// <summary>First lots among the rounds that wait before the end of a route.</summary>
    public static StateRef WaitingFirstLots(Route route, Cell cell, Side side) =>
        side.Stores.Level($"first lots held under way, {cell}", route);

    /// <summary>Steps that what is dispatched in this step is under way; one draw for all that leaves by the route.</summary>
    private static Term ShipmentLag(Route route, Side side)
    {
        var factor = Exp(side.Number(route, "transit/spread") * side.Builder.Normal(side.Address(route, "transit/shipment"), route));
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
        var days = LeadTime(route, side) * ChangeEquations.Product<LeadTimeChange>(side, route.Name, "factor");
        return Min(1, order * side.StepDays / days).Named("share that leaves a stage", route);
    }

    private static Term LeadTime(Route route, Side side) => side.Number(route, "leadTime") + DispersalEquations.FurtherHaul(route, side);

    /// <summary>Where rounds of a cell are on a route, as far as they are not in delays.</summary>
    private static IEnumerable<StateRef> Places(Route route, Cell cell, Side side)
    {
        if (route.Transit is ErlangTransit erlang)
        {
            for (var i = 1; i <= erlang.Order; i++) yield return Stage(route, i, cell, side);
        }

        if (!ClosureEquations.Waits(route, side) || !IsEverUnderWay(route, side)) yield break;
        yield return Waiting(route, cell, side);
        if (side.Network.Parts.FirstOrDefault(part => part.Name == route.From) is Supplier { FirstLots: not null })
        {
            yield return WaitingFirstLots(route, cell, side);
        }
    }

    private static StateRef Stage(Route route, int number, Cell cell, Side side) =>
        side.Stores.Level($"stage {number}, {cell}", route,
            () => OpeningEquations.InStage(route, number, ((ErlangTransit)route.Transit).Order, cell, side));

    private static StateRef Waiting(Route route, Cell cell, Side side) => side.Stores.Level($"held under way, {cell}", route);

    private static double Longest(Days time) => Bounds.Of(time.Value).High;

    private static NotSupportedException NoEquations(Route route) => new($"{route.Transit.GetType().Name} has no equations.");
}
