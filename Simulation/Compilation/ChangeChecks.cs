namespace Supply.Compilation;

/// <summary>Checks the changes of a scenario and finds the part each acts on.</summary>
internal sealed class ChangeChecks(Scenario scenario, ValueChecks values, Problems problems)
{
    private readonly Dictionary<string, int> keys = [];

    public IReadOnlyList<PlacedChange> Run()
    {
        foreach (var twice in scenario.Changes.Where(IsSound).GroupBy(change => change).Where(group => group.Count() > 1))
        {
            problems.Add(PlaceOf(twice.Key), $"it is there {twice.Count()} times; keep one. What is meant to act twice goes into one number.");
        }

        return [.. scenario.Changes.Select(Place).OfType<PlacedChange>()];
    }

    private string Networks => string.Join(" or ", scenario.Networks.Select(network => $"network \"{network.Name}\""));

    // Numbers nested too deep cannot be compared; their own check says so.
    private static bool IsSound(Change change) => Number(change) is not ProductValue;

    private static Uncertain? Number(Change change) => change switch
    {
        ExportLimit limit => limit.Limit.Value,
        TargetShare target => target.Share.Value,
        Interdiction interdiction => interdiction.Remaining.Value is ProductValue remaining ? remaining : interdiction.Loss.Value,
        DepotStrike strike => strike.LossFraction.Value,
        CapacityChange capacity => capacity.Factor,
        RequirementChange requirement => requirement.Factor,
        DemandChange demand => demand.Factor,
        StrikeHazard hazard => First(hazard.EventsPerYear, hazard.MedianLoss.Value, hazard.Spread, hazard.ArtilleryShare.Value),
        Dispersal dispersal => First(dispersal.Throughput.Value, dispersal.FurtherHaul?.Value, dispersal.Exposure.Value),
        InputSanction sanction => First(sanction.Remaining.Value, sanction.Evaded.Value, sanction.EvasionDelay?.Value, sanction.PriceFactor),
        LeadTimeChange lead => lead.Factor,
        SailingChange sailing => sailing.Factor,
        NewDeal deal => deal.Payments is ProductValue ? deal.Payments : deal.Price,
        _ => null,
    };

    private static Uncertain? First(params Uncertain?[] numbers) => Array.Find(numbers, number => number is ProductValue);

    private PlacedChange? Place(Change change)
    {
        var place = PlaceOf(change);
        values.Times.Begins(place, "From", change.From);
        if (change.Until is { } until && change is not DepotStrike) values.Times.Until(place, change.From, until);
        Values(place, change);
        return Target(place, change) is var (side, part) && part is not null ? new(change, side, part.Name, Key(change, part)) : null;
    }

    /// <summary>Kind and date; also the part, where kind and date fit several changes.</summary>
    private string PlaceOf(Change change)
    {
        var place = $"{change.GetType().Name} from {change.From}";
        var rivals = scenario.Changes.Count(other => other.GetType() == change.GetType() && other.From == change.From);
        return rivals == 1 ? place : $"{change.GetType().Name} {Aim(change)}from {change.From}";
    }

    private static string Aim(Change change) => change switch
    {
        ExportLimit limit => $"on {limit.Origin} ",
        TargetShare target => $"of {target.Origin} ",
        Interdiction interdiction => $"of \"{interdiction.Route}\" ",
        DepotStrike strike => $"on \"{strike.Stockpile}\" ",
        CapacityChange capacity => $"of \"{capacity.Part}\" ",
        RequirementChange requirement => $"of \"{requirement.Consumer}\" ",
        DemandChange demand => $"of \"{demand.Consumer}\" ",
        StrikeHazard hazard => $"of \"{hazard.Stockpile}\" ",
        Dispersal dispersal => $"of \"{dispersal.Stockpile}\" ",
        InputSanction sanction => $"on \"{sanction.Source}\" ",
        RouteClosure closure => $"of \"{closure.Route}\" ",
        LeadTimeChange lead => $"of \"{lead.Route}\" ",
        SailingChange sailing => $"of \"{sailing.Route}\" ",
        PaymentStop stop => $"of {stop.Origin} ",
        NewDeal deal => $"with {deal.Origin} ",
        _ => "",
    };

    private void Values(string place, Change change)
    {
        switch (change)
        {
            case ExportLimit limit:
                values.Rate(place, "Limit", limit.Limit);
                break;
            case TargetShare target:
                if (values.Fraction(place, "Share", target.Share) && target.Meaning == ShareMeaning.Added && Bounds.Of(target.Share.Value).High == 1)
                {
                    problems.Add(place, $"Share {(target.Share.Value is ExactlyValue ? "is" : "may reach")} 1; an added share must stay below 1, since nothing added on top can make up the whole.");
                }

                break;
            case Interdiction interdiction:
                values.Fraction(place, "Remaining", interdiction.Remaining);
                values.Fraction(place, "Loss", interdiction.Loss);
                break;
            case DepotStrike strike:
                values.Fraction(place, "LossFraction", strike.LossFraction);
                if (strike.Until is { } until) problems.Add(place, $"Until is {until}, but a strike happens in one step; leave it out.");
                break;
            case CapacityChange capacity:
                values.ChangeFactor(place, "Factor", capacity.Factor);
                if (capacity.Onset is { } onset) values.Days(place, "Onset", onset, above: true);
                break;
            case RequirementChange requirement:
                values.ChangeFactor(place, "Factor", requirement.Factor);
                DemandChecks.Ramp(place, requirement, values, problems);
                break;
            case DemandChange demand:
                values.ChangeFactor(place, "Factor", demand.Factor);
                break;
            case StrikeHazard hazard:
                values.Constant(place, "EventsPerYear", hazard.EventsPerYear);
                values.Fraction(place, "MedianLoss", hazard.MedianLoss);
                values.Spread(place, "Spread", hazard.Spread);
                values.Fraction(place, "ArtilleryShare", hazard.ArtilleryShare);
                break;
            case Dispersal dispersal:
                values.Fraction(place, "Throughput", dispersal.Throughput);
                values.Fraction(place, "Exposure", dispersal.Exposure);
                if (dispersal.FurtherHaul is { } haul) values.Days(place, "FurtherHaul", haul);
                break;
            case InputSanction sanction:
                values.Fraction(place, "Remaining", sanction.Remaining);
                values.Fraction(place, "Evaded", sanction.Evaded);
                if (sanction.EvasionDelay is { } delay) values.Days(place, "EvasionDelay", delay);
                if (sanction.PriceFactor is { } price) values.Constant(place, "PriceFactor", price);
                break;
            case LeadTimeChange lead:
                values.ChangeFactor(place, "Factor", lead.Factor);
                break;
            case SailingChange sailing:
                values.ChangeFactor(place, "Factor", sailing.Factor);
                break;
            case NewDeal deal:
                values.ChangeFactor(place, "Payments", deal.Payments);
                values.ChangeFactor(place, "Price", deal.Price);
                break;
        }
    }

    private (string Side, Part? Part) Target(string place, Change change)
    {
        switch (change)
        {
            case ExportLimit limit: return Supplier(place, limit.Origin);
            case TargetShare target:
                Planned(place, target);
                return Supplier(place, target.Origin);
            case Interdiction interdiction: return Named(place, interdiction.Route, "route", part => part is Route);
            case DepotStrike strike: return Named(place, strike.Stockpile, "stockpile", part => part is Stockpile);
            case CapacityChange capacity: return Capacity(place, capacity);
            case RequirementChange requirement: return Named(place, requirement.Consumer, "consumer", part => part is Consumer);
            case DemandChange demand: return Mechanism(place, demand);
            case StrikeHazard hazard: return Named(place, hazard.Stockpile, "stockpile", part => part is Stockpile);
            case Dispersal dispersal: return Named(place, dispersal.Stockpile, "stockpile", part => part is Stockpile);
            case InputSanction sanction: return Named(place, sanction.Source, "input source", part => part is InputSource);
            case RouteClosure closure: return Closure(place, closure);
            case LeadTimeChange lead: return LeadTime(place, lead);
            case SailingChange sailing: return Sailing(place, sailing);
            case PaymentStop stop: return Account(place, stop.Origin, stop.Good);
            case NewDeal deal: return Account(place, deal.Origin, good: null);
            default:
                problems.Add(place, "no equations are known for this kind of change.");
                return ("", null);
        }
    }

    private (string, Part?) Capacity(string place, CapacityChange change)
    {
        var found = Named(place, change.Part, "line, works, route, input source or gun park", part => part is ProductionLine or RefurbishmentWorks or Route or InputSource or GunPark);
        if (found.Item2 is Route { Capacity: null } route) problems.Add(place, $"route \"{route.Name}\" has no capacity to multiply; give it one, or use an Interdiction.");
        if (found.Item2 is GunPark { BarrelProduction: null } park) problems.Add(place, $"gun park \"{park.Name}\" has no barrel production to multiply; give it one.");
        return found;
    }

    private (string, Part?) Mechanism(string place, DemandChange change)
    {
        var found = Named(place, change.Consumer, "consumer", part => part is Consumer);
        if (found.Item2 is Consumer consumer) DemandChecks.Mechanism(place, change, consumer, problems);
        return found;
    }

    private (string, Part?) Closure(string place, RouteClosure change)
    {
        var found = Named(place, change.Route, "route", part => part is Route);
        if (change.UnderWay == UnderWay.Lost && found.Item2 is Route { Transit: PerShipmentTransit } route)
        {
            problems.Add(place, $"shipments on route \"{route.Name}\" have lead times of their own, and which of them are under way is not kept; let them continue or wait, or give it a fixed or Erlang transit.");
        }

        return found;
    }

    private (string, Part?) LeadTime(string place, LeadTimeChange change)
    {
        var found = Named(place, change.Route, "route", part => part is Route);
        if (found.Item2 is Route { Transit: not ErlangTransit } route) problems.Add(place, $"rounds on route \"{route.Name}\" keep the lead time of their dispatch; give it an Erlang transit.");
        return found;
    }

    private (string, Part?) Sailing(string place, SailingChange change)
    {
        var found = Named(place, change.Route, "route", part => part is Route);
        if (found.Item2 is Route { Sailings: null } route) problems.Add(place, $"no ships call for route \"{route.Name}\"; give it sailings, or use a RouteClosure.");
        return found;
    }

    private (string, Part?) Account(string place, Origin origin, string? good)
    {
        var found = Supplier(place, origin);
        if (found.Item2 is not Supplier supplier) return found;
        if (supplier.Account is not { } account)
        {
            problems.Add(place, $"supplier \"{supplier.Name}\" has no account; give it one, or use an ExportLimit.");
        }
        else if (good is not null && account.Payments.All(payment => payment.Good != good))
        {
            problems.Add(place, $"supplier \"{supplier.Name}\" is not paid with \"{good}\".{Nearest.Hint(good, [.. account.Payments.Select(payment => payment.Good)])}");
        }

        return found;
    }

    private (string, Part?) Supplier(string place, Origin origin)
    {
        var found = Parts(part => part is Supplier supplier && supplier.Origin == origin).ToArray();
        if (found.Length == 1) return found[0];
        var known = Parts(part => part is Supplier).Select(one => ((Supplier)one.Part!).Origin.Name).Distinct().ToArray();
        problems.Add(place, found.Length == 0
            ? $"no supplier of origin \"{origin}\" in {Networks}.{Nearest.Hint(origin.Name ?? "", known)}"
            : $"{found.Length} suppliers are of origin \"{origin}\", {Text.All(found.Select(Qualified))}; a change needs one. Give each an origin of its own.");
        return ("", null);
    }

    /// <summary>A target share is a share of planned supply, which has to be known before anything is ordered.</summary>
    private void Planned(string place, TargetShare target)
    {
        foreach (var network in scenario.Networks.Where(network => network.Parts.OfType<Supplier>().Any(one => one.Origin == target.Origin)))
        {
            foreach (var supplier in network.Parts.OfType<Supplier>())
            {
                if (network.Parts.OfType<Route>().FirstOrDefault(one => one.From == supplier.Name && one.Replenishment is not null) is not { } route) continue;
                problems.Add(place, $"a target share needs the planned supply of all sources, but what \"{supplier.Name}\" sends follows the replenishment of the route \"{route.Name}\"; give its offers orders instead.");
            }
        }
    }

    private (string, Part?) Named(string place, string name, string kind, Func<Part, bool> fits)
    {
        bool Called((string Side, Part? Part) one) => one.Part!.Name == name || Qualified(one) == name;
        var found = Parts(fits).Where(Called).ToArray();
        if (found.Length == 1) return found[0];
        var known = Parts(fits).Select(one => scenario.Networks.Count == 1 ? one.Part!.Name : Qualified(one)).ToArray();
        if (found.Length == 0 && Parts(_ => true).FirstOrDefault(Called).Part is { } other)
        {
            problems.Add(place, $"\"{name}\" is {Words.OneOf(other)}; it must be {Words.OneOf(kind)}.{Nearest.Hint(name, known)}");
        }
        else if (found.Length == 0)
        {
            problems.Add(place, $"no {kind} \"{name}\" in {Networks}.{Nearest.Hint(name, known)}");
        }
        else if (found.Select(one => one.Side).Distinct().Count() > 1)
        {
            problems.Add(place, $"\"{name}\" is in {found.Length} networks; write {string.Join(" or ", found.Select(one => $"\"{Qualified(one)}\""))}.");
        }

        return ("", null);
    }

    private static string Qualified((string Side, Part? Part) one) => $"{one.Side}/{one.Part!.Name}";

    private IEnumerable<(string Side, Part? Part)> Parts(Func<Part, bool> fits) =>
        from network in scenario.Networks from part in network.Parts where fits(part) select (network.Name, (Part?)part);

    /// <summary>The address of a change's draws: kind, part and date, with a number for the second and later of one kind.</summary>
    private string Key(Change change, Part part)
    {
        var key = $"changes/{change.GetType().Name}/{part.Key}/{change.From}";
        keys[key] = keys.GetValueOrDefault(key) + 1;
        return keys[key] == 1 ? key : $"{key}#{keys[key]}";
    }
}
