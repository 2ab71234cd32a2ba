namespace Supply.Tests.Laws;

/// <summary>Edits of samples whose effect is known.</summary>
internal static class Edits
{
    /// <summary>All rounds and rates times a factor, with the addresses of draws kept.</summary>
    public static Sample Scaled(Sample sample, double by)
    {
        var parts = sample.Network.Parts.Select(part => Scaled(part, by));
        var changes = sample.Scenario.Changes.Select(change => change switch
        {
            ExportLimit one => one with { Limit = Scaled(one.Limit, by) },
            OrderRate one => one with { Rate = Scaled(one.Rate, by) },
            RequiredRate one => one with { Rate = Scaled(one.Rate, by) },
            _ => change,
        });
        return sample with { Scenario = sample.Scenario
            with { Networks = [sample.Network with { Parts = Items.From(parts) }], Changes = Items.From(changes) } };
    }

    /// <summary>Other names for the network, all parts and all named numbers; keys stay.</summary>
    public static Sample Renamed(Sample sample)
    {
        static string New(string name) => "New " + name;
        var parts = sample.Network.Parts.Select<Part, Part>(part => part switch
        {
            ProductionLine line => line with { Name = New(line.Name), To = New(line.To), Capacity = Renamed(line.Capacity) },
            RefurbishmentWorks works =>
                works with { Name = New(works.Name), From = New(works.From), To = New(works.To), Capacity = Renamed(works.Capacity) },
            Supplier supplier =>
                supplier with { Name = New(supplier.Name), ReworkTo = supplier.ReworkTo is { } reserve ? New(reserve) : null },
            Route route => route with { Name = New(route.Name), From = New(route.From), To = New(route.To) },
            Consumer { Rationing: CoverRationing rule } consumer => consumer with
            {
                Name = New(consumer.Name), At = New(consumer.At),
                    Rationing = rule with { Counting = Items.From(rule.Counting.Select(New)) },
            },
            Consumer consumer => consumer with { Name = New(consumer.Name), At = New(consumer.At) },
            _ => part with { Name = New(part.Name) },
        });
        var changes = sample.Scenario.Changes.Select<Change, Change>(change => change switch
        {
            Interdiction one => one with { Route = New(one.Route) },
            DepotStrike one => one with { Stockpile = New(one.Stockpile) },
            CapacityChange one => one with { Part = New(one.Part) },
            RouteClosure one => one with { Route = New(one.Route) },
            LeadTimeChange one => one with { Route = New(one.Route) },
            SailingChange one => one with { Route = New(one.Route) },
            RequirementChange one => one with { Consumer = New(one.Consumer) },
            RequiredRate one => one with { Consumer = New(one.Consumer) },
            _ => change,
        });
        var network = sample.Network with { Name = "New side", Parts = Items.From(parts) };
        return sample with { Scenario = sample.Scenario with { Networks = [network], Changes = Items.From(changes) } };
    }

    private static RatePath Renamed(RatePath path) => path with
    {
        Factors = Items.From(path.Factors.Select(factor => factor.Name is null ? factor : factor.Named("New " + factor.Name))),
    };

    private static Part Scaled(Part part, double by) => part switch
    {
        Stockpile one => one with { Opening = Scaled(one.Opening, by) },
        Reserve one => one with { Opening = Scaled(one.Opening, by) },
        ProductionLine one => one with { Capacity = one.Capacity.Times(by) },
        RefurbishmentWorks one => one with { Capacity = one.Capacity.Times(by) },
        Route one => one with
        {
            Capacity = one.Capacity?.Times(by),
            Replenishment = Scaled(one.Replenishment, by),
            Sailings = one.Sailings is not { } ships ? null : ships with
            {
                RoundsPerContainer = Rounds.Of(Scaled(ships.RoundsPerContainer.Value, by)),
                Storage = ships.Storage is { } storage ? Rounds.Of(Scaled(storage.Value, by)) : null,
            },
        },
        Supplier one => one with
        {
            ExportLimit = one.ExportLimit?.Times(by),
            Account = one.Account is { } account ? account with { Price = Money.Of(Scaled(account.Price.Value, 1 / by)) } : null,
            Offers = Items.From(one.Offers.Select(offer => offer with
            {
                Exportable = Rounds.Of(Scaled(offer.Exportable.Value, by)), Production = offer.Production.Times(by),
                    Orders = offer.Orders?.Times(by),
            })),
        },
        Consumer one => one with
        {
            Demands = Items.From(one.Demands.Select(demand => demand with { Required = demand.Required.Times(by) })),
            Rationing = one.Rationing is CoverRationing rule ? rule with { Safety = Rounds.Of(Scaled(rule.Safety.Value,
                by)) } : one.Rationing,
        },
        _ => part,
    };

    private static Replenishment? Scaled(Replenishment? rule, double by) => rule switch
    {
        PushReplenishment one => one with { Rate = one.Rate.Times(by) },
        BaseStockReplenishment one => one with { Level = Rounds.Of(Scaled(one.Level.Value, by)) },
        ReorderPointReplenishment one => one with { Point = Rounds.Of(Scaled(one.Point.Value, by)),
            Quantity = Rounds.Of(Scaled(one.Quantity.Value, by)) },
        MinMaxReplenishment one => one with { Point = Rounds.Of(Scaled(one.Point.Value, by)),
            UpTo = Rounds.Of(Scaled(one.UpTo.Value, by)) },
        _ => rule,
    };

    private static Items<Lot> Scaled(Items<Lot> lots, double by) =>
        Items.From(lots.Select(lot => lot with { Amount = Rounds.Of(Scaled(lot.Amount.Value, by)) }));

    private static Rate Scaled(Rate rate, double by) => rate with { Value = Scaled(rate.Value, by) };

    private static Uncertain Scaled(Uncertain number, double by) => number switch
    {
        ExactlyValue one => one with { Value = one.Value * by },
        UniformValue one => one with { Low = one.Low * by, High = one.High * by },
        TriangularValue one => one with { Low = one.Low * by, Mode = one.Mode * by, High = one.High * by },
        PertValue one => one with { Low = one.Low * by, Mode = one.Mode * by, High = one.High * by },
        NormalValue one => one with { Mean = one.Mean * by, Sd = one.Sd * by },
        ProductValue one => one with { Left = Scaled(one.Left, by) },
        OneOfValue one => one with { Cases = Items.From(one.Cases.Select(value => value with { Value = Scaled(value.Value, by) })) },
        _ => throw new ArgumentException($"{number.GetType().Name} is not scaled by samples.", nameof(number)),
    };
}
