namespace Supply.Compilation;

/// <summary>Checks how long rounds are under way on a route.</summary>
internal static class TransitChecks
{
    private const int MostStages = 100;

    public static void Run(string place, Route route, ValueChecks values, Problems problems)
    {
        var sound = values.Days(place, "lead time", route.LeadTime);
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
}
