namespace Supply.Compilation;

/// <summary>Checks how long rounds are under way on a route.</summary>
internal static class TransitChecks
{
    private const int MostStages = 100;

    public static void Run(string place, Route route, ValueChecks values, Problems problems)
    {
        var sound = values.Days(place, "lead time", route.LeadTime);
        if (route.Transit is PerShipmentTransit way) Shipments(place, route, way, sound, values, problems);
        if (route.Transit is not ErlangTransit { Order: var order }) return;
        if (order is < 1 or > MostStages)
        {
            problems.Add(place, $"its Erlang transit has the order {order}; it must lie in 1..{MostStages}.");
            return;
        }

        if (!sound || values.Times.StepDays is not { } step) return;
        var (least, longest) = (order * step, Bounds.Of(route.LeadTime.Value).High);
        if (longest >= least) return;
        problems.Add(place, $"lead time {(route.LeadTime.Value is ExactlyValue ? "is" : "reaches at most")} {Text.Reach(longest, least)} days, but {order} {(order == 1 ? "stage takes" : "stages take")} at least {Text.Days(least)}, a step each; take a lower order, or shorter steps.");
    }

    private static void Shipments(string place, Route route, PerShipmentTransit way, bool sound, ValueChecks values, Problems problems)
    {
        values.Spread(place, "the spread of its lead times", way.Spread.Value);
        if (!values.Days(place, "the longest lead time", way.Longest) || !sound) return;
        var (longest, least) = (Bounds.Of(way.Longest.Value).High, Bounds.Of(route.LeadTime.Value).Low);
        if (longest >= least) return;
        problems.Add(place, $"its longest lead time {(way.Longest.Value is ExactlyValue ? "is" : "reaches at most")} {Text.Days(longest)}, but its lead time is {(route.LeadTime.Value is ExactlyValue ? "" : "at least ")}{Text.Days(least)}, so that every shipment would take the longest; take a longer one.");
    }
}
