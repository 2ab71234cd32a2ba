namespace Supply;

/// <summary>One number of a scenario: where it stands, its unit, and its value.</summary>
internal readonly record struct NumberAt(string Place, string Unit, Uncertain Value);

/// <summary>Finds every number of a scenario, in the order of the description.</summary>
internal static class ScenarioNumbers
{
    public static IEnumerable<NumberAt> Of(Scenario scenario)
    {
        foreach (var network in scenario.Networks)
            foreach (var number in network.Parts.SelectMany(OfPart).Concat(network.Effects.SelectMany(OfEffect)))
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
            .. line.Inputs.Select(use => new NumberAt($"{line.Name}, use of {use.Stock}", "units/round", use.PerRound.Value)),
            .. Price($"{line.Name}, unit cost", "money/round", line.UnitCost)],
        RefurbishmentWorks works => [
            .. Path($"{works.Name}, capacity", works.Capacity),
            .. Share($"{works.Name}, yield", works.Yield),
            .. works.LastYield is { } last ? Share($"{works.Name}, last yield", last) : []],
        Supplier supplier => OfSupplier(supplier),
        Route route => [
            new($"{route.Name}, lead time", "days", route.LeadTime.Value),
            .. route.Transit is PerShipmentTransit way ? new NumberAt[] { new($"{route.Name}, spread of lead times", "standard deviation of the logarithm", way.Spread.Value), new($"{route.Name}, longest lead time", "days", way.Longest.Value) } : [],
            .. route.Capacity is { } capacity ? Path($"{route.Name}, capacity", capacity) : [],
            .. route.Sailings is { } sailings ? OfSailings(route.Name, sailings) : [],
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
        InputStock stock => Count($"{stock.Name}, opening", stock.Opening, "units"),
        InputSource source => [
            .. Path($"{source.Name}, rate", source.Rate, "units"),
            .. Length($"{source.Name}, lead time", source.LeadTime),
            .. Share($"{source.Name}, loss", source.Loss),
            .. Price($"{source.Name}, unit cost", "money/unit", source.UnitCost)],
        GunPark park => OfPark(park),
        _ => throw new NotSupportedException($"{part.GetType().Name} is a part whose numbers are not listed yet."),
    };

    private static IEnumerable<NumberAt> OfSupplier(Supplier supplier) => [
        .. supplier.Offers.SelectMany(offer => (IEnumerable<NumberAt>)[
            .. Amount($"{supplier.Name}, exportable {offer.Calibre}", offer.Exportable),
            .. Path($"{supplier.Name}, production {offer.Calibre}", offer.Production),
            .. offer.Orders is { } orders ? Path($"{supplier.Name}, orders {offer.Calibre}", orders) : []]),
        .. supplier.ExportLimit is { } limit ? Path($"{supplier.Name}, export limit", limit) : [],
        .. supplier.Account is { } account ? OfAccount(supplier.Name, account) : [],
        .. supplier.Announced is { } announced
            ? [.. Length($"{supplier.Name}, slip of the announced deal", announced.Slip), .. Share($"{supplier.Name}, probability of the announced deal", announced.Probability)]
            : Enumerable.Empty<NumberAt>(),
        .. Share($"{supplier.Name}, rework", supplier.Rework),
        .. Share($"{supplier.Name}, useless", supplier.Useless),
        .. supplier.FirstLots is { } lots ? Share($"{supplier.Name}, rework of the first lots", lots.Rework) : [],
        .. supplier.FirstLots is { } first ? Share($"{supplier.Name}, useless of the first lots", first.Useless) : [],
        .. Price($"{supplier.Name}, unit cost", "money/round", supplier.UnitCost)];

    private static IEnumerable<NumberAt> OfEffect(OriginEffect effect) => Share($"effect of rounds of {effect.Origin}", effect.Effect);

    private static IEnumerable<NumberAt> OfPark(GunPark park) => [
        .. Count($"{park.Name}, guns", park.Guns, "guns"),
        new($"{park.Name}, rate per gun", Unit(park.PerGun, "rounds"), park.PerGun.Value),
        .. Amount($"{park.Name}, barrel life", park.BarrelLife),
        .. Count($"{park.Name}, spare barrels", park.Barrels, "barrels"),
        .. Count($"{park.Name}, reserve", park.Reserve, "guns"),
        .. Share($"{park.Name}, usable share", park.Usable),
        .. park.BarrelProduction is { } made ? Path($"{park.Name}, barrel production", made, "barrels") : [],
        .. park.Cannibalised is { } torn ? Path($"{park.Name}, cannibalised", torn, "guns") : [],
        .. park.Returned is { } back ? Path($"{park.Name}, returned", back, "guns") : [],
        .. park.Losses is { } lost ? Path($"{park.Name}, losses", lost, "guns") : []];

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

    private static IEnumerable<NumberAt> OfSailings(string place, Sailings sailings) => [
        .. sailings.Timetable is EveryTimetable every ? Length($"{place}, interval of calls", every.Interval) : [],
        new($"{place}, containers per voyage", "containers/voyage", sailings.ContainersPerVoyage.Value),
        new($"{place}, rounds per container", "rounds/container", sailings.RoundsPerContainer.Value),
        .. sailings.Months.Select((factor, i) => new NumberAt($"{place}, calls in month {i + 1}", "factor", factor.Value)),
        .. sailings.Factors.Select(factor => new NumberAt($"{place}, calls", "factor", factor.Value)),
        .. sailings.Storage is { } storage ? Amount($"{place}, storage at the port", storage) : []];

    private static IEnumerable<NumberAt> OfAccount(string place, BarterAccount account) => [
        .. account.Payments.Select(payment => new NumberAt($"{place}, payment with {payment.Good}", "money/month", payment.PerMonth.Value)),
        new($"{place}, price", "money/round", account.Price.Value),
        new($"{place}, credit", "money", account.Credit.Value),
        new($"{place}, patience", "money", account.Patience.Value),
        new($"{place}, paid in advance", "money", account.Opening.Value),
        .. Length($"{place}, reaction", account.Reaction)];

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
            ExportLimit limit => [new(place, Unit(limit.Limit, "rounds"), limit.Limit.Value)],
            TargetShare share => Share(place, share.Share),
            Interdiction interdiction => [.. Share($"{place}, remaining", interdiction.Remaining), .. Share($"{place}, loss", interdiction.Loss)],
            DepotStrike strike => Share($"{place} on {strike.Stockpile}", strike.LossFraction),
            CapacityChange capacity => [new($"{place} of {capacity.Part}", "factor", capacity.Factor), .. Length($"{place} of {capacity.Part}, onset", capacity.Onset)],
            RequirementChange requirement => [
                new($"{place} of {requirement.Consumer}", "factor", requirement.Factor),
                .. Length($"{place} of {requirement.Consumer}, onset", requirement.Onset),
                .. Length($"{place} of {requirement.Consumer}, fading", requirement.Fading)],
            DemandChange demand => [new($"{place} of {demand.Consumer}, {demand.Mechanism}", "factor", demand.Factor)],
            InputSanction sanction => [
                .. Share($"{place} on {sanction.Source}, remaining", sanction.Remaining),
                .. Share($"{place} on {sanction.Source}, evaded", sanction.Evaded),
                .. Length($"{place} on {sanction.Source}, evasion delay", sanction.EvasionDelay),
                .. Maybe($"{place} on {sanction.Source}, price", "factor", sanction.PriceFactor)],
            StrikeHazard hazard => [
                new($"{place} of {hazard.Stockpile}", "events/year", hazard.EventsPerYear),
                .. Share($"{place} of {hazard.Stockpile}, median loss", hazard.MedianLoss),
                new($"{place} of {hazard.Stockpile}, spread", "standard deviation of the logarithm", hazard.Spread),
                .. Share($"{place} of {hazard.Stockpile}, artillery share", hazard.ArtilleryShare)],
            Dispersal dispersal => [
                .. Share($"{place} of {dispersal.Stockpile}, throughput", dispersal.Throughput),
                .. Length($"{place} of {dispersal.Stockpile}, further haul", dispersal.FurtherHaul),
                .. Share($"{place} of {dispersal.Stockpile}, exposure", dispersal.Exposure)],
            RouteClosure => [],
            LeadTimeChange lead => [new($"{place} of {lead.Route}", "factor", lead.Factor)],
            SailingChange sailing => [new($"{place} of {sailing.Route}", "factor", sailing.Factor)],
            PaymentStop => [],
            NewDeal deal => [new($"{place} with {deal.Origin}, payments", "factor", deal.Payments), new($"{place} with {deal.Origin}, price", "factor", deal.Price)],
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

    private static IEnumerable<NumberAt> Count(string place, Units units, string things) =>
        ReferenceEquals(units, Units.None) ? [] : [new(place, things, units.Value)];

    private static IEnumerable<NumberAt> Maybe(string place, string unit, Uncertain? number) => number is null ? [] : [new(place, unit, number)];

    private static IEnumerable<NumberAt> Price(string place, string unit, Money? cost) => cost is null ? [] : [new(place, unit, cost.Value)];

    private static string Unit(Rate rate, string things) => rate.Unit switch
    {
        RateUnit.PerDay => things + "/day",
        RateUnit.PerMonth => things + "/month",
        _ => things + "/year",
    };

    private static IEnumerable<NumberAt> Path(string place, RatePath path, string things = "rounds")
    {
        IEnumerable<NumberAt> own = path switch
        {
            ConstantPath constant => [new(place, Unit(constant.Rate, things), constant.Rate.Value)],
            TablePath table => table.Points.Select(point => new NumberAt($"{place} at {point.At}", Unit(point.Rate, things), point.Rate.Value)),
            FirstOrderPath approach => [
                new($"{place} before {approach.Start}", Unit(approach.From, things), approach.From.Value),
                new($"{place} after {approach.Start}", Unit(approach.To, things), approach.To.Value),
                new($"{place}, time constant", "days", approach.TimeConstant.Value)],
            LogisticPath ramp => [
                new($"{place} before the ramp of {ramp.Midpoint}", Unit(ramp.From, things), ramp.From.Value),
                new($"{place} after the ramp of {ramp.Midpoint}", Unit(ramp.To, things), ramp.To.Value),
                new($"{place}, duration of the ramp", "days", ramp.Duration.Value),
                .. Length($"{place}, slip of the ramp", ramp.Slip)],
            PerStepPath steps => steps.RoundsPerDay.Select((rate, step) => new NumberAt($"{place} at step {step}", things + "/day", rate)),
            _ => throw new NotSupportedException($"{path.GetType().Name} is a path whose numbers are not listed yet."),
        };
        return own.Concat(path.Factors.Select(factor => new NumberAt(place, "factor", factor)));
    }
}
