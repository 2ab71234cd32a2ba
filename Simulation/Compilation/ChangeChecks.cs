namespace Supply.Compilation;

/// <summary>Checks the changes of a scenario and finds the part each acts on.</summary>
internal sealed class ChangeChecks(Scenario scenario, ValueChecks values, Problems problems)
{
    private readonly Dictionary<string, int> keys = [];

    public IReadOnlyList<PlacedChange> Run() => [.. scenario.Changes.Select(Place).OfType<PlacedChange>()];

    private PlacedChange? Place(Change change)
    {
        var place = $"{change.GetType().Name} from {change.From}";
        values.Moment(place, change.From, "From");
        if (change.Until is { } until && values.Kind(place, "Until", until) && values.Kind(place, "From", change.From)
            && values.Horizon.DaysTo(until) <= values.Horizon.DaysTo(change.From))
        {
            problems.Add(place, $"Until is {until}; it must be after {change.From}.");
        }

        Values(place, change);
        return Target(place, change) is var (side, part) && part is not null ? new(change, side, part.Name, Key(change, part)) : null;
    }

    private void Values(string place, Change change)
    {
        switch (change)
        {
            case ExportLimit limit:
                values.Rate(place, "Limit", limit.Limit);
                break;
            case TargetShare target:
                values.Fraction(place, "Share", target.Share);
                if (target.Meaning == ShareMeaning.Added && Bounds.Of(target.Share.Value).High == 1)
                {
                    problems.Add(place, "Share may reach 1; an added share must stay below 1.");
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
                values.Factor(place, "Factor", capacity.Factor);
                break;
            case RequirementChange requirement:
                values.Factor(place, "Factor", requirement.Factor);
                break;
        }
    }

    private (string Side, Part? Part) Target(string place, Change change) => change switch
    {
        ExportLimit limit => Supplier(place, limit.Origin),
        TargetShare target => Supplier(place, target.Origin),
        Interdiction interdiction => Named(place, interdiction.Route, "route", part => part is Route),
        DepotStrike strike => Named(place, strike.Stockpile, "stockpile", part => part is Stockpile),
        CapacityChange capacity => Capacity(place, capacity),
        RequirementChange requirement => Named(place, requirement.Consumer, "consumer", part => part is Consumer),
        _ => throw new ArgumentException($"Unknown change {change.GetType().Name}.", nameof(change)),
    };

    private (string, Part?) Capacity(string place, CapacityChange change)
    {
        var found = Named(place, change.Part, "line, works or route", part => part is ProductionLine or RefurbishmentWorks or Route);
        if (found.Item2 is Route { Capacity: null } route) problems.Add(place, $"route \"{route.Name}\" has no capacity to multiply; give it one, or use an Interdiction.");
        return found;
    }

    private (string, Part?) Supplier(string place, Origin origin)
    {
        var found = Parts(part => part is Supplier supplier && supplier.Origin == origin).ToArray();
        if (found.Length == 1) return found[0];
        var known = Parts(part => part is Supplier).Select(one => ((Supplier)one.Part!).Origin.Name).ToArray();
        problems.Add(place, found.Length == 0
            ? $"no supplier of origin \"{origin}\" in {Networks}.{Nearest.Hint(origin.Name, known)}"
            : $"{found.Length} suppliers are of origin \"{origin}\"; there may be one.");
        return ("", null);
    }

    private (string, Part?) Named(string place, string name, string kind, Func<Part, bool> fits)
    {
        var found = Parts(fits).Where(one => one.Part!.Name == name || $"{one.Side}/{one.Part.Name}" == name).ToArray();
        if (found.Length == 1) return found[0];
        var known = Parts(fits).Select(one => scenario.Networks.Count == 1 ? one.Part!.Name : $"{one.Side}/{one.Part!.Name}").ToArray();
        if (found.Length == 0) problems.Add(place, $"no {kind} \"{name}\" in {Networks}.{Nearest.Hint(name, known)}");
        else if (found.Select(one => one.Side).Distinct().Count() > 1) problems.Add(place, $"\"{name}\" is in {found.Length} networks; write \"{found[0].Side}/{name}\".");
        return ("", null);
    }

    private string Networks => string.Join(" or ", scenario.Networks.Select(network => $"network \"{network.Name}\""));

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
