namespace Supply.Compilation;

/// <summary>Checks how routes replenish, how stockpiles are shared, and what things cost.</summary>
internal sealed class ReplenishmentChecks(Network network, ValueChecks values, Problems problems)
{
    public void Check(string place, Route route)
    {
        Needed(place, route);
        if (route.Replenishment is { } rule) Rules(place, rule);
        Priority(place, route.Priority);
        values.Money(place, "holding cost", route.HoldingCost);
        values.Money(place, "unit cost", route.UnitCost);
        values.Money(place, "fixed cost", route.FixedCost);
        values.Money(place, "backlog cost", route.BacklogCost);
        if (route.BacklogCost is not null && !OrderingRoutes.Orders(route))
        {
            problems.Add(place, "it has a backlog cost, which is paid on what is on order, but it keeps nothing on order; leave the cost out, or let it order by base stock, reorder point or min-max.");
        }
    }

    public void Check(string place, Stockpile stockpile)
    {
        values.Money(place, "holding cost", stockpile.HoldingCost);
        if (stockpile.Allocation is not PriorityAllocation { Width: var width }) return;
        if (NumberChecks.Finite(width) is { } fault) problems.Add(place, $"width of its allocation by priority {fault}.");
        else if (width <= 0) problems.Add(place, $"width of its allocation by priority is {Text.Number(width)}; it must be above 0.");
    }

    public void Check(string place, Consumer consumer)
    {
        Priority(place, consumer.Priority);
        values.Money(place, "shortage cost", consumer.ShortageCost);
        values.Money(place, "backlog cost", consumer.BacklogCost);
        if (consumer.BacklogCost is not null && consumer.Unmet == Unmet.Lost)
        {
            problems.Add(place, "it has a backlog cost, but what it does not get is lost; let it be backordered, or give a shortage cost.");
        }
    }

    /// <summary>Routes that wait for each other's orders.</summary>
    public void Cycle()
    {
        if (OrderingRoutes.Cycle(network) is not { Count: > 0 } cycle) return;
        problems.Add($"Network \"{network.Name}\"", $"routes {Text.All(cycle.Select(route => route.Name))} order in a circle: what each orders depends on what the next has ordered. Let one of them ship by cover or push.");
    }

    private void Needed(string place, Route route)
    {
        if (network.Parts.OfType<Stockpile>().Any(stockpile => stockpile.Name == route.From) && route.Replenishment is null)
        {
            problems.Add(place, $"it starts at the stockpile \"{route.From}\" but has no cover; say how many days of the required rate it keeps at \"{route.To}\", or give it another replenishment.");
        }

        if (network.Parts.OfType<Supplier>().FirstOrDefault(one => one.Name == route.From) is not { } supplier) return;
        if (route.Replenishment is null)
        {
            foreach (var offer in supplier.Offers.Where(offer => offer.Orders is null))
            {
                problems.Add(place, $"it has no replenishment, and the supplier \"{supplier.Name}\" offers {offer.Calibre} without orders, so nothing would be sent; give one of them.");
            }
        }
        else if (supplier.Offers.Any(offer => offer.Orders is not null))
        {
            var what = route.Cover is null ? "replenishment" : "cover";
            problems.Add(place, $"it has a {what} but starts at the supplier \"{route.From}\", which sends what is ordered; leave the {what} out.");
        }
    }

    private void Rules(string place, Replenishment replenishment)
    {
        if (replenishment is not CalibreReplenishment each)
        {
            Rule(place, "", replenishment);
            return;
        }

        if (each.Rules.Count == 0) problems.Add(place, "its replenishment has a rule for no calibre; it needs at least one.");
        foreach (var group in each.Rules.GroupBy(one => one.Calibre).Where(group => group.Count() > 1))
        {
            problems.Add(place, $"its replenishment has {group.Count()} rules for {group.Key}; it may have one.");
        }

        foreach (var one in each.Rules) Rule(place, $" of {one.Calibre}", one.Rule);
    }

    private void Rule(string place, string ofCalibre, Replenishment rule)
    {
        switch (rule)
        {
            case CoverReplenishment one:
                values.Days(place, "cover" + ofCalibre, one.Cover);
                break;
            case PushReplenishment one:
                values.Path(place, "push" + ofCalibre, one.Rate);
                break;
            case BaseStockReplenishment one:
                values.Rounds(place, "level" + ofCalibre, one.Level);
                break;
            case ReorderPointReplenishment one:
                values.Rounds(place, "reorder point" + ofCalibre, one.Point);
                if (values.Rounds(place, "quantity" + ofCalibre, one.Quantity) && Bounds.Of(one.Quantity.Value) is { Low: 0 } bounds)
                {
                    problems.Add(place, $"quantity{ofCalibre} {(bounds.High == 0 ? "is" : "may be")} 0 rounds; it must be above 0.");
                }

                if (one.MostLots < 1) problems.Add(place, $"most lots{ofCalibre} is {one.MostLots}; it must be at least 1.");

                break;
            case MinMaxReplenishment one:
                MinMax(place, ofCalibre, one);
                break;
            default:
                problems.Add(place, $"its replenishment{ofCalibre} is a rule per calibre inside another; name each calibre once, on the outside.");
                break;
        }

        if (rule is OrderingReplenishment { Review: { } review }) Review(place, ofCalibre, review);
    }

    private void MinMax(string place, string ofCalibre, MinMaxReplenishment rule)
    {
        if (!(values.Rounds(place, "reorder point" + ofCalibre, rule.Point) & values.Rounds(place, "order-up-to level" + ofCalibre, rule.UpTo))) return;
        var (point, level) = (Bounds.Of(rule.Point.Value).High, Bounds.Of(rule.UpTo.Value).Low);
        if (point <= level) return;
        var verb = rule.Point.Value is ExactlyValue && rule.UpTo.Value is ExactlyValue ? "is" : "may reach";
        problems.Add(place, $"reorder point{ofCalibre} {verb} {Text.Reach(point, level)} rounds, above the order-up-to level, {Text.Number(level)}; it must be at most that.");
    }

    private void Review(string place, string ofCalibre, Days review)
    {
        if (values.Days(place, "review" + ofCalibre, review) && review.Value is not ExactlyValue)
        {
            problems.Add(place, $"review{ofCalibre} is uncertain; the days between reviews must be an exact number.");
        }
    }

    private void Priority(string place, double priority)
    {
        if (NumberChecks.Finite(priority) is { } fault) problems.Add(place, $"priority {fault}.");
    }
}
