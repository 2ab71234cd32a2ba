using Supply.Equations;
using Supply.Programs;

namespace Supply.Compilation;

/// <content>Routes.</content>
internal sealed partial class PartRules
{
    private void Check(string place, Route route)
    {
        if (route.From == route.To) Problems.Add(place, $"it leads from \"{route.From}\" back to \"{route.To}\"; it must join two places.");
        if (route.Transit is ErlangTransit { Order: >= 1 and <= Files.ShipmentShapes.MostStages and var order }) Stages(place, route,
            order);
        if (route.Transit is PerShipmentTransit way) Shipments(place, route, way);
        NoTime(place, route);
        if (IsStockpile(route.From) && route.Preference != 0)
        {
            Problems.Add(place, $"it has a preference but starts at the stockpile \"{route.From}\", whose routes share by their wishes; "
                + "leave it out.");
        }

        if (route.Transit is ErlangTransit && route.InTransit.Any(one => one.Arrives is not null))
        {
            Problems.Add(place, "rounds in transit at the start have a day of arrival, but its rounds pass through stages, which are "
                + "filled evenly; leave the day out.");
        }

        foreach (var one in route.OnOrder.Where(one => route.RuleFor(one.Calibre) is not OrderingReplenishment))
        {
            Problems.Add(place, $"{one.Calibre} is on order at the start, but it does not order {one.Calibre}; leave that out, or let it "
                + "order by base stock, reorder point or min-max.");
        }

        if (route.Sailings is { } sailings) Check(place, route, sailings);
        Replenished(place, route);
        if (route.Replenishment is { } rule) Check(place, rule);
        if (route.BacklogCost is not null && !route.IsOrdering)
        {
            Problems.Add(place, "it has a backlog cost, which is paid on what is on order, but it keeps nothing on order; leave the cost "
                + "out, or let it order by base stock, reorder point or min-max.");
        }
    }

    private void Stages(string place, Route route, int order)
    {
        if (!numbers.Trusts(route.LeadTime.Value) || Times.StepDays is not { } step) return;
        var (least, longest) = (order * step, Bounds.Of(route.LeadTime.Value).High);
        if (longest >= least) return;
        var (reach, stages) = (route.LeadTime.Value is ExactlyValue ? "is" : "reaches at most", order == 1 ? "stage takes" : "stages take");
        Problems.Add(place,
            $"lead time {reach} {MessageText.Reach(longest, least)} days, but {order} {stages} at least {MessageText.Days(least)}, a "
            + "step each; take a lower order, or shorter steps.");
    }

    /// <summary>A lead time of 0 is a way of its own through a step, so it is 0 in all replications or in none.</summary>
    private void NoTime(string place, Route route)
    {
        if (route.IsInstant && route.InTransit.Count > 0)
        {
            Problems.Add(place, "rounds are in transit at the start, but its lead time is 0, so that none are ever under way; let them lie "
                + $"at \"{route.To}\", or give it a lead time.");
        }

        if (route.Transit is ErlangTransit || route.IsInstant || !MayBeZero(route.LeadTime)) return;
        Problems.Add(place, route.LeadTime.IsZero
            ? "its lead time is 0, but each shipment takes a time of its own around it; give it a lead time, or a fixed transit."
            : Reaching("its lead time"));
    }

    private void NoTime(string place, InputSource source)
    {
        if (source.LeadTime is { IsZero: false } time && MayBeZero(time)) Problems.Add(place, Reaching("its lead time"));
    }

    private bool MayBeZero(Days time) => numbers.Trusts(time.Value) && Bounds.Of(time.Value).Low == 0;

    private static string Reaching(string time) =>
        $"{time} may be 0, so no step at all, in some replications and a step or more in others; write 0, with which rounds arrive in "
        + "the step of their dispatch, or let it begin above 0.";

    private void Shipments(string place, Route route, PerShipmentTransit way)
    {
        if (!numbers.Trusts(way.Longest.Value, route.LeadTime.Value)) return;
        var (longest, least) = (Bounds.Of(way.Longest.Value).High, Bounds.Of(route.LeadTime.Value).Low);
        if (longest >= least) return;
        var reach = way.Longest.Value is ExactlyValue ? "is" : "reaches at most";
        var from = route.LeadTime.Value is ExactlyValue ? "" : "at least ";
        Problems.Add(place,
            $"its longest lead time {reach} {MessageText.Days(longest)}, but its lead time is {from}{MessageText.Days(least)}, "
            + "so that every shipment would take the longest; take a longer one.");
    }

    private void Check(string place, Route route, Sailings sailings)
    {
        if (IsStockpile(route.From))
        {
            Problems.Add(place, $"it has sailings but starts at the stockpile \"{route.From}\"; ships load what a supplier releases.");
        }
        else if (route.Replenishment is not null)
        {
            Problems.Add(place, "it has sailings and a replenishment; ships load what is released against the orders of offers, "
                + "so give those and leave the replenishment out.");
        }

        if (sailings.Timetable is OnTimetable on) Calls(place, on);
        if (sailings.Timetable is RenewalTimetable renewal) Calls(place, renewal);
        if (sailings.Months.Count is not (0 or MonthsOfYear))
        {
            Problems.Add(place, $"calls by month have {sailings.Months.Count} factors; there must be {MonthsOfYear}, from January to "
                + "December.");
        }

        if (sailings.Months.Count > 0) Times.Dated(place, "calls by month need");
    }

    /// <summary>Calls that come faster than a step lets in would be put off for ever.</summary>
    private void Calls(string place, RenewalTimetable renewal)
    {
        if (!numbers.Trusts(renewal.Interval.Value) || Times.StepDays is not { } step || renewal.MostPerStep < 1) return;
        var (shortest, least) = (Bounds.Of(renewal.Interval.Value).Low, step / renewal.MostPerStep);
        if (shortest >= least) return;
        var reach = renewal.Interval.Value is ExactlyValue ? "is" : "may be";
        Problems.Add(place,
            $"its mean interval of calls {reach} {MessageText.Reach(shortest, least)} days, but with {renewal.MostPerStep} "
            + $"{(renewal.MostPerStep == 1 ? "call" : "calls")} in a step at most it takes at least {MessageText.Days(least)}; allow more "
            + "calls in a step, or take shorter steps.");
    }

    private void Calls(string place, OnTimetable on)
    {
        if (on.Calls.Count == 0) Problems.Add(place, "its timetable has no calls; it needs at least one.");
        if (!on.Calls.All(Times.Fits)) return;
        for (var i = 1; i < on.Calls.Count; i++)
        {
            if (!Times.InOrder(on.Calls[i], on.Calls[i - 1])) continue;
            Problems.Add(place, $"it has a call on {on.Calls[i]} behind one on {on.Calls[i - 1]}; calls must be in order of time.");
        }
    }

    /// <summary>A route from a stockpile needs a rule, one from a supplier needs either a rule or orders.</summary>
    private void Replenished(string place, Route route)
    {
        if (IsStockpile(route.From) && route.Replenishment is null)
        {
            Problems.Add(place, $"it starts at the stockpile \"{route.From}\" but has no cover; say how many days of the required rate it "
                + $"keeps at \"{route.To}\", or give it another replenishment.");
        }

        if (Parts<Supplier>().FirstOrDefault(one => one.Name == route.From) is not { } supplier) return;
        if (route.Replenishment is null)
        {
            foreach (var offer in supplier.Offers.Where(offer => offer.Orders is null))
            {
                Problems.Add(place, $"it has no replenishment, and the supplier \"{supplier.Name}\" offers {offer.Calibre} without orders, "
                    + "so nothing would be sent; give one of them.");
            }
        }
        else if (supplier.Offers.Any(offer => offer.Orders is not null))
        {
            var what = route.Cover is null ? "replenishment" : "cover";
            Problems.Add(place, $"it has a {what} but starts at the supplier \"{route.From}\", which sends what is ordered; leave the "
                + $"{what} out.");
        }
    }

    private void Check(string place, Replenishment rule)
    {
        if (rule is CalibreReplenishment { Rules.Count: 0 })
        {
            Problems.Add(place, "its replenishment has a rule for no calibre; it needs at least one.");
        }
        if (rule is not CalibreReplenishment each)
        {
            if (rule is MinMaxReplenishment alone) MinMax(place, "", alone);
            return;
        }

        foreach (var one in each.Rules)
        {
            if (one.Rule is MinMaxReplenishment minMax) MinMax(place, $" of {one.Calibre}", minMax);
            if (one.Rule is not CalibreReplenishment) continue;
            Problems.Add(place, $"its replenishment of {one.Calibre} is a rule per calibre inside another; name each calibre once, on the "
                + "outside.");
        }
    }

    private void MinMax(string place, string of, MinMaxReplenishment rule)
    {
        if (!numbers.Trusts(rule.Point.Value, rule.UpTo.Value)) return;
        var (point, level) = (Bounds.Of(rule.Point.Value).High, Bounds.Of(rule.UpTo.Value).Low);
        if (point <= level) return;
        var verb = rule.Point.Value is ExactlyValue && rule.UpTo.Value is ExactlyValue ? "is" : "may reach";
        Problems.Add(place, $"reorder point{of} {verb} {MessageText.Reach(point, level)} rounds, above the order-up-to level, "
            + $"{MessageText.Number(level)}; it must be at most that.");
    }
}
