using Supply.Programs;

namespace Supply.Compilation;

/// <summary>
/// Rules that the shape of a change cannot express: which properties go together, and what it needs of the part it acts on.
/// </summary>
internal sealed class ChangeRules(Scenario scenario, NumberChecks numbers)
{
    private Problems Problems => numbers.Problems;

    /// <summary>Which kinds may have a condition, and that it and an onset exclude each other.</summary>
    private void Conditional(string place, Change change)
    {
        var (may, slow) = change switch
        {
            Interdiction or DemandChange => (true, false),
            CapacityChange one => (true, one.Onset is not null),
            OrderChange one => (true, one.Onset is not null),
            RequirementChange one => (true, one.Onset is not null || one.Fading is not null),
            _ => (false, false),
        };
        if (!may)
        {
            Problems.Add(place, "it may not have a condition; interdictions and capacity, order, requirement and demand changes may.");
        }
        else if (slow) Problems.Add(place, "it has a condition and an onset or fading; leave one of them out.");
    }

    /// <param name="place">Name of the change in messages.</param>
    /// <param name="change">The change.</param>
    /// <param name="target">The part it acts on; null if that was not found.</param>
    public void Check(string place, Change change, Part? target)
    {
        if (change.If is not null) Conditional(place, change);
        switch (change)
        {
            case TargetShare share:
                Check(place, share);
                break;
            case DepotStrike { Until: { } until }:
                Problems.Add(place, $"until is {until}, but a strike happens in one step; leave it out.");
                break;
            case RequirementChange { Fading: not null, Until: null }:
                Problems.Add(place, "it fades but has no until; say when the fading begins, or leave fading out.");
                break;
            case OrderChange when target is Supplier supplier && supplier.Offers.All(offer => offer.Orders is null):
                Problems.Add(place, $"supplier \"{supplier.Name}\" plans no orders; give an offer orders, of 0 if none are planned.");
                break;
            case OrderRate order when target is Supplier supplier && supplier.Offers.FirstOrDefault(
                offer => offer.Calibre == order.Calibre) is { Orders: null }:
                Problems.Add(place, $"supplier \"{supplier.Name}\" plans no orders of {order.Calibre}; give the offer orders, of 0 if none "
                    + "are planned.");
                break;
            case OrderRate order when target is Supplier supplier && supplier.Offers.All(offer => offer.Calibre != order.Calibre):
                Problems.Add(place, $"supplier \"{supplier.Name}\" offers no {order.Calibre}."
                    + Nearest.Hint(order.Calibre.Name, [.. supplier.Offers.Select(offer => offer.Calibre.Name)]));
                break;
            case RequiredRate required when target is Consumer consumer && consumer.Demands.All(one => one.Calibre != required.Calibre):
                Problems.Add(place, $"consumer \"{consumer.Name}\" demands no {required.Calibre}."
                    + Nearest.Hint(required.Calibre.Name, [.. consumer.Demands.Select(demand => demand.Calibre.Name)]));
                break;
            case CapacityChange:
                Capacity(place, target);
                break;
            case StrikeHazard hazard:
                Check(place, hazard);
                break;
            case DemandChange demand when target is Consumer consumer:
                DemandChecks.Mechanism(place, demand, consumer, Problems);
                break;
            case RouteClosure { UnderWay: UnderWay.Lost } when target is Route { Transit: PerShipmentTransit } route:
                Problems.Add(place, $"shipments on route \"{route.Name}\" have lead times of their own, and which of them are under way is "
                    + "not kept; let them continue or wait, or give it a fixed or Erlang transit.");
                break;
            case LeadTimeChange when target is Route { Transit: not ErlangTransit } route:
                Problems.Add(place, $"rounds on route \"{route.Name}\" keep the lead time of their dispatch; give it an Erlang transit.");
                break;
            case SailingChange when target is Route { Sailings: null } route:
                Problems.Add(place, $"no ships call for route \"{route.Name}\"; give it sailings, or use a route closure.");
                break;
            case Dispersal { FurtherHaul: { } haul } when target is Stockpile stockpile:
                FurtherHaul(place, stockpile, haul);
                break;
            case InputSanction { EvasionDelay: { } delay } when target is InputSource { LeadTime: null or { IsZero: true } } source:
                if (MayBeZero(delay)) Problems.Add(place, Reaching("its evasion delay", source));
                break;
            case PaymentStop stop when target is Supplier supplier:
                Account(place, supplier, stop.Good);
                break;
            case NewDeal when target is Supplier supplier:
                Account(place, supplier, good: null);
                break;
        }
    }

    /// <summary>In a step no more strikes may be expected than the equations can bring.</summary>
    private void Check(string place, StrikeHazard hazard)
    {
        if (!numbers.Trusts(hazard.EventsPerYear) || numbers.Times.StepDays is not { } step || StrikeHazard.MostStrikes(step) == 1) return;
        var most = NumberChecks.Greatest(hazard.EventsPerYear);
        var longest = StrikeHazard.MostExpected / most * NumberTerms.DaysPerYear;
        if (!(longest < step)) return;
        Problems.Add(place, $"events per year {(hazard.EventsPerYear is ExactlyValue ? "is" : "may be")} {MessageText.Number(most)}, more "
            + $"than {MessageText.Number(StrikeHazard.MostExpected)} in a step of {MessageText.Days(step)}; "
            + $"{numbers.Times.Shorten(longest)}.");
    }

    private void Check(string place, TargetShare target)
    {
        if (target.Meaning == ShareMeaning.Added && numbers.Trusts(target.Share.Value)
            && Bounds.Of(target.Share.Value).High is > 1 - ShareSumChecks.LeastRest and <= 1 and var most)
        {
            Problems.Add(place, $"share {(target.Share.Value is ExactlyValue ? "is" : "may reach")} {MessageText.Number(most)}; an added "
                + "share must stay below 1, since nothing added on top can make up the whole.");
        }

        // A target share is a share of planned supply, which must be known before anything is ordered.
        foreach (var network in scenario.Networks.Where(network =>
            network.Parts.OfType<Supplier>().Any(one => one.Origin == target.Origin)))
        {
            foreach (var supplier in network.Parts.OfType<Supplier>())
            {
                var route = network.Parts.OfType<Route>()
                    .FirstOrDefault(one => one.From == supplier.Name && one.Replenishment is not null);
                if (route is null) continue;
                Problems.Add(place, $"a target share needs the planned supply of all sources, but what \"{supplier.Name}\" sends follows "
                    + $"the replenishment of the route \"{route.Name}\"; give its offers orders instead.");
            }
        }
    }

    /// <summary>Where a lead time is 0, a further haul decides whether rounds are under way, in all replications or in none.</summary>
    private void FurtherHaul(string place, Stockpile stockpile, Days haul)
    {
        var network = scenario.Networks.First(network => network.Parts.Any(part => ReferenceEquals(part, stockpile)));
        var route = network.Parts.OfType<Route>().FirstOrDefault(route => route.From == stockpile.Name && route.IsInstant);
        if (route is not null && MayBeZero(haul)) Problems.Add(place, Reaching("its further haul", route));
    }

    private static string Reaching(string time, Part part) =>
        $"{time} may be 0, so no step at all, in some replications and a step or more in others, since "
        + $"\"{part.Name}\" takes no time; write 0, or let it begin above 0.";

    private bool MayBeZero(Days time) => numbers.Trusts(time.Value) && !time.IsZero && Bounds.Of(time.Value).Low == 0;

    private void Capacity(string place, Part? target)
    {
        if (target is Route { Capacity: null } route)
        {
            Problems.Add(place, $"route \"{route.Name}\" has no capacity to multiply; give it one, or use an interdiction.");
        }
        if (target is GunPark { BarrelProduction: null } park)
        {
            Problems.Add(place, $"gun park \"{park.Name}\" has no barrel production to multiply; give it one.");
        }
    }

    private void Account(string place, Supplier supplier, string? good)
    {
        if (supplier.Account is not { } account)
        {
            Problems.Add(place, $"supplier \"{supplier.Name}\" has no account; give it one, or use an export limit.");
        }
        else if (good is not null && account.Payments.All(payment => payment.Good != good))
        {
            Problems.Add(place, $"supplier \"{supplier.Name}\" is not paid with "
                + $"\"{good}\".{Nearest.Hint(good, [.. account.Payments.Select(payment => payment.Good)])}");
        }
    }
}
