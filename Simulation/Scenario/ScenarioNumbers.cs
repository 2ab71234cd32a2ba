namespace Supply;

/// <summary>One number of a scenario: where it stands, its unit, and its value.</summary>
internal readonly record struct NumberAt(string Place, string Unit, Uncertain Value);

/// <summary>Finds every number of a scenario, in the order of the description.</summary>
internal static class ScenarioNumbers
{
    public static IEnumerable<NumberAt> Of(Scenario scenario)
    {
        foreach (var network in scenario.Networks)
            foreach (var part in network.Parts)
                foreach (var number in OfPart(part))
                    yield return scenario.Networks.Count > 1 ? number with { Place = $"{network.Name}/{number.Place}" } : number;
        foreach (var change in scenario.Changes)
            foreach (var number in OfChange(change))
                yield return number;
    }

    /// <summary>
    /// The values that make up a number: the factors of a product and the cases of a <see cref="Uncertain.OneOf(Case[])"/>,
    /// which is itself listed because its weights are numbers too.
    /// </summary>
    public static IEnumerable<NumberAt> Elements(NumberAt number)
    {
        switch (number.Value)
        {
            case ProductValue product:
                var factor = number.Unit.StartsWith("factor", StringComparison.Ordinal) ? number.Unit : "factor of " + number.Unit;
                return Elements(number with { Unit = factor, Value = product.Left })
                    .Concat(Elements(number with { Unit = factor, Value = product.Right }));
            case OneOfValue choice:
                return choice.Cases
                    .SelectMany(item => Elements(number with { Place = $"{number.Place}, case {item.Label}", Value = item.Value }))
                    .Prepend(number with { Unit = "weights" });
            default:
                return [number];
        }
    }

    private static IEnumerable<NumberAt> OfPart(Part part) => part switch
    {
        Stockpile stockpile => [.. Lots(stockpile.Name, stockpile.Opening), .. Price($"{stockpile.Name}, holding cost", "money/round/day", stockpile.HoldingCost)],
        Reserve reserve => Lots(reserve.Name, reserve.Opening),
        ProductionLine line => [
            .. Path($"{line.Name}, capacity", line.Capacity),
            .. Share($"{line.Name}, yield", line.Yield),
            .. Price($"{line.Name}, unit cost", "money/round", line.UnitCost)],
        RefurbishmentWorks works => [.. Path($"{works.Name}, capacity", works.Capacity), .. Share($"{works.Name}, yield", works.Yield)],
        Supplier supplier => OfSupplier(supplier),
        Route route => [
            new($"{route.Name}, lead time", "days", route.LeadTime.Value),
            .. route.Capacity is { } capacity ? Path($"{route.Name}, capacity", capacity) : [],
            .. Share($"{route.Name}, loss", route.Loss),
            .. route.Replenishment is { } rule ? OfReplenishment(route.Name, rule) : [],
            .. Price($"{route.Name}, holding cost", "money/round/day", route.HoldingCost),
            .. Price($"{route.Name}, unit cost", "money/round", route.UnitCost),
            .. Price($"{route.Name}, fixed cost", "money/order", route.FixedCost),
            .. Price($"{route.Name}, backlog cost", "money/round/day", route.BacklogCost)],
        Consumer consumer => [
            .. consumer.Demands.SelectMany(demand => Path($"{consumer.Name}, required {demand.Calibre}", demand.Required)),
            .. OfRationing(consumer),
            .. OfMechanisms(consumer),
            .. Price($"{consumer.Name}, shortage cost", "money/round", consumer.ShortageCost),
            .. Price($"{consumer.Name}, backlog cost", "money/round/day", consumer.BacklogCost)],
        _ => throw new NotSupportedException($"{part.GetType().Name} is a part whose numbers are not listed yet."),
    };

    private static IEnumerable<NumberAt> OfSupplier(Supplier supplier) => [
        .. supplier.Offers.SelectMany(offer => (IEnumerable<NumberAt>)[
            .. Amount($"{supplier.Name}, exportable {offer.Calibre}", offer.Exportable),
            .. Path($"{supplier.Name}, production {offer.Calibre}", offer.Production),
            .. offer.Orders is { } orders ? Path($"{supplier.Name}, orders {offer.Calibre}", orders) : []]),
        .. supplier.ExportLimit is { } limit ? Path($"{supplier.Name}, export limit", limit) : [],
        .. Share($"{supplier.Name}, rework", supplier.Rework),
        .. Share($"{supplier.Name}, useless", supplier.Useless),
        .. Price($"{supplier.Name}, unit cost", "money/round", supplier.UnitCost)];

    private static IEnumerable<NumberAt> OfReplenishment(string place, Replenishment rule) => rule switch
    {
        CoverReplenishment one => Length($"{place}, cover", one.Cover),
        PushReplenishment one => Path($"{place}, push", one.Rate),
        BaseStockReplenishment one => [.. Amount($"{place}, level", one.Level), .. Length($"{place}, review", one.Review)],
        ReorderPointReplenishment one => [
            .. Amount($"{place}, reorder point", one.Point), .. Amount($"{place}, quantity", one.Quantity), .. Length($"{place}, review", one.Review)],
        MinMaxReplenishment one => [
            .. Amount($"{place}, reorder point", one.Point), .. Amount($"{place}, order up to", one.UpTo), .. Length($"{place}, review", one.Review)],
        CalibreReplenishment each => each.Rules.SelectMany(one => OfReplenishment($"{place}, {one.Calibre}", one.Rule)),
        _ => throw new NotSupportedException($"{rule.GetType().Name} is a replenishment whose numbers are not listed yet."),
    };

    private static IEnumerable<NumberAt> OfRationing(Consumer consumer) => consumer.Rationing is CoverRationing rationing
        ? [.. Length($"{consumer.Name}, rationing cover", rationing.Cover), .. Amount($"{consumer.Name}, safety stock", rationing.Safety)]
        : [];

    private static IEnumerable<NumberAt> OfMechanisms(Consumer consumer) => [
        .. consumer.Season is { } season ? Share($"{consumer.Name}, season amplitude", season.Amplitude) : [],
        .. consumer.Displacement is { } displacement ? Length($"{consumer.Name}, displacement takes", displacement.Over) : [],
        .. consumer.Displacement is { } displaced ? Share($"{consumer.Name}, displacement ceiling", displaced.Ceiling) : [],
        .. consumer.Response is { } response ? Share($"{consumer.Name}, response weight", response.Weight) : [],
        .. consumer.Response is { } answer ? [new NumberAt($"{consumer.Name}, response ratio", "rounds per round", answer.Ratio.Value)] : (IEnumerable<NumberAt>)[]];

    private static IEnumerable<NumberAt> OfChange(Change change)
    {
        var place = $"{change.GetType().Name} from {change.From}";
        return change switch
        {
            ExportLimit limit => [new(place, Unit(limit.Limit), limit.Limit.Value)],
            TargetShare share => Share(place, share.Share),
            Interdiction interdiction => [.. Share($"{place}, remaining", interdiction.Remaining), .. Share($"{place}, loss", interdiction.Loss)],
            DepotStrike strike => Share($"{place} on {strike.Stockpile}", strike.LossFraction),
            CapacityChange capacity => [new($"{place} of {capacity.Part}", "factor", capacity.Factor)],
            RequirementChange requirement => [
                new($"{place} of {requirement.Consumer}", "factor", requirement.Factor),
                .. Length($"{place} of {requirement.Consumer}, onset", requirement.Onset),
                .. Length($"{place} of {requirement.Consumer}, fading", requirement.Fading)],
            DemandChange demand => [new($"{place} of {demand.Consumer}, {demand.Mechanism}", "factor", demand.Factor)],
            _ => throw new NotSupportedException($"{change.GetType().Name} is a change whose numbers are not listed yet."),
        };
    }

    private static IEnumerable<NumberAt> Lots(string place, Items<Lot> lots) =>
        lots.SelectMany(lot => Amount($"{place}, opening {lot.Calibre} of {lot.Origin}", lot.Amount));

    // A default that the analyst left alone is documented where it is declared; it is no number of the scenario.
    private static IEnumerable<NumberAt> Amount(string place, Rounds rounds) =>
        ReferenceEquals(rounds, Rounds.None) ? [] : [new(place, "rounds", rounds.Value)];

    private static IEnumerable<NumberAt> Share(string place, Fraction share) =>
        ReferenceEquals(share, Fraction.None) || ReferenceEquals(share, Fraction.All) ? [] : [new(place, "fraction", share.Value)];

    private static IEnumerable<NumberAt> Length(string place, Days? days) =>
        days is null || ReferenceEquals(days, Days.None) ? [] : [new(place, "days", days.Value)];

    private static IEnumerable<NumberAt> Price(string place, string unit, Money? cost) => cost is null ? [] : [new(place, unit, cost.Value)];

    private static string Unit(Rate rate) => rate.Unit switch
    {
        RateUnit.PerDay => "rounds/day",
        RateUnit.PerMonth => "rounds/month",
        _ => "rounds/year",
    };

    private static IEnumerable<NumberAt> Path(string place, RatePath path)
    {
        IEnumerable<NumberAt> own = path switch
        {
            ConstantPath constant => [new(place, Unit(constant.Rate), constant.Rate.Value)],
            TablePath table => table.Points.Select(point => new NumberAt($"{place} at {point.At}", Unit(point.Rate), point.Rate.Value)),
            FirstOrderPath approach => [
                new($"{place} before {approach.Start}", Unit(approach.From), approach.From.Value),
                new($"{place} after {approach.Start}", Unit(approach.To), approach.To.Value),
                new($"{place}, time constant", "days", approach.TimeConstant.Value)],
            LogisticPath ramp => [
                new($"{place} before the ramp of {ramp.Midpoint}", Unit(ramp.From), ramp.From.Value),
                new($"{place} after the ramp of {ramp.Midpoint}", Unit(ramp.To), ramp.To.Value),
                new($"{place}, duration of the ramp", "days", ramp.Duration.Value),
                .. Length($"{place}, slip of the ramp", ramp.Slip)],
            PerStepPath steps => steps.RoundsPerDay.Select((rate, step) => new NumberAt($"{place} at step {step}", "rounds/day", rate)),
            _ => throw new NotSupportedException($"{path.GetType().Name} is a path whose numbers are not listed yet."),
        };
        return own.Concat(path.Factors.Select(factor => new NumberAt(place, "factor", factor)));
    }
}
