using static Supply.Uncertain;

namespace Supply.Tests.Invalid;

/// <summary>Scenarios and metrics with mistakes that no file can hold, or that only code makes.</summary>
internal static class InvalidScenarios
{
    private static readonly Moment june = new(2024, 6, 1);

    public static Dictionary<string, Func<(Scenario[] Scenarios, Metrics Record)>> All { get; } = new()
    {
        ["nan-in-every-number"] = () => Of(Full(double.NaN)),
        ["infinity-in-every-number"] = () => Of(Full(double.PositiveInfinity)),
        ["nan-in-distributions"] = () => Of(Small(
            Uniform(double.NaN, 1), Triangular(0, double.NaN, 1), Normal(1, double.NaN), LogNormal(1, double.NaN),
                LogNormal(1, 2, double.NaN),
            OneOf(new Alternative("one", double.NaN, 1)), OneOf(new("one", 1, double.NaN), new("two", double.PositiveInfinity, 1)),
            Drift(june, double.NaN), Noise(double.NaN, 10), Noise(0.1, double.NaN), Exactly(2) * double.NaN)),
        ["distributions-out-of-range"] = () => Of(Small(
            Normal(1, -0.1), LogNormal(-1, 2), LogNormal(1, 2, 0), LogNormal(1, 2, 1e-9), LogNormal(1, 2, 1), LogNormal(2, 1),
                Uniform(2, 1), Triangular(3, 2, 4),
            OneOf(), OneOf(new Alternative(" ", 1, 1)), OneOf(new("one", -1, 1), new("two", 2, 1)),
                OneOf(new("one", 1e308, 1), new("two", 1e308, 1)), Noise(-1, 10), Drift(june, -1), Drift(june, 1e6), Normal(0, 1))),
        ["numbers-that-run-away"] = () => Of(Small(
            Enumerable.Range(0, 100_000).Aggregate(Exactly(1), (product, _) => product * 1.00001),
            Enumerable.Range(0, 90).Aggregate(Exactly(1), (product, _) => product * product),
            Enumerable.Range(0, 20).Aggregate(Uniform(1, 1e15), (product, _) => product * 1e15))),
        ["names-of-draws"] = () => Of(Small(
            Uniform(0, 1).Named(""), Exactly(5).Named("five"), (Uniform(0, 1) * 2).Named("twice"),
            Uniform(0, 1).Named("a").Named("c"), Uniform(0, 1).Named("b").Named("c"), Uniform(0, 1).Named("d"), Uniform(0, 2).Named("d"),
                Uniform(0, 1).Named("D"))),
        ["draw-named-like-an-address"] = () => Of(Small(Uniform(0, 1), Uniform(0, 2).Named("Side/Line/capacity/factors/0"))),
        ["part-and-change-of-unknown-kind"] = () => Of(Small() with
        {
            Networks = [Small().Networks[0] with { Parts = [.. Small().Networks[0].Parts, new Balloon("Montgolfier")] }],
            Changes = [new Eclipse(june)],
        }),
        ["default-structs"] = () => Of(Small() with
        {
            Networks = [Small().Networks[0]
                with { Parts = [.. Small().Networks[0].Parts, new Stockpile("Nowhere", [new(default, default, Rounds.Of(1))])] }],
            Changes = [new ExportLimit(default, june, Rate.Zero)],
        }, Metrics.Standard.And(Metric.FiredPerDay.Of(default), Metric.FiredPerDay.From(default))),
        ["no-network"] = () => Of(new Scenario("Nothing", [], Horizon.Dated(new(2024, 12, 31), new(2024, 1, 1)))),
        ["step-not-a-number"] = () => Of(Small() with { Horizon = Horizon.PlainSteps(10, double.NaN) }),
        ["metric-settings"] = () =>
            Of(Small(), new Metrics { Every = 0, FillDays = -1, ShareDays = int.MaxValue, ExhaustionFill = double.NaN }),
        ["windows"] = () => Of(Weekly(), Metrics.Standard.Over(
            TimeWindow.Year(2025), new("backwards", june, new(2024, 3, 1)), new("short", new(2024, 1, 2), new(2024, 1, 5)),
                new("same", june, june.Date!.Value.AddDays(7)), new("Same", june, june.Date!.Value.AddDays(30)),
                new(" ", june, june.Date!.Value.AddDays(7)))),
        ["metrics-of-unknown-names"] = () => Of(Small(), Metrics.Standard.And(
            Metric.FiredPerDay.From(new("Rusia")), Metric.FiredPerDay.Of(new("152 m")), Metric.FiredPerDay.At("Gun"),
                Metric.FiredPerDay.On("Sid"), Metric.OnHand.At("Nowhere"))),
        ["metrics-of-the-wrong-kind"] = () => Of(Full(1e-3), Metrics.Standard.And(
            Metric.OnHand.At("Line"), Metric.FiredPerDay.At("Depot"), Metric.ProducedPerDay.At("Korea"),
                new Metric(Quantity.Dispatched).At("Sea"), Metric.Reserve.At("Depot"),
            Metric.RequiredPerDay.From(Origin.Russia), new Metric(Quantity.Share), Metric.FillRate.At("Guns"),
                new Metric((Quantity)99)) with
        {
            Series = [Metric.Exhaustion],
        }),
        ["metrics-of-fire-ratios"] = () => Of(Two(), Metrics.Standard.And(
            Metric.FireRatio("Side", "Side"), Metric.FireRatio("Side", "Othr"), Metric.FireRatio("Sid", "Other"),
                new Metric(Quantity.FireRatio).On("Side"),
            Metric.FireRatio("Side", "Other").Of(Calibre.Mm152), Metric.FireRatio("Side", "Other") with { Effects = [new(Origin.Iran, 1)] },
            Metric.EffectiveFireRatio("Side", "Other", new(Origin.Iran, -1), new(Origin.Iran, 1), new(new("Irn"), double.NaN)),
            Metric.FiredPerDay with { Opponent = "Other" }) with { RatioDays = 0 }),
        ["metrics-of-making"] = () =>
            Of(Full(0.25) with { Networks = [
                Full(0.25).Networks[0] with { Parts = Items.From(Full(0.25).Networks[0].Parts.Append(Rockets())) }] }, Metrics.Standard.And(
            new Metric(Quantity.InputOnHand).At("Mill"), new Metric(Quantity.InputUsed).Of(Calibre.Mm152),
                new Metric(Quantity.HeldByInput).At("Line"),
            new Metric(Quantity.GunsInService).At("Guns"), new Metric(Quantity.BarrelsMade).From(Origin.Russia),
                new Metric(Quantity.ShortOfGuns).At("Rockets"),
            new Metric(Quantity.ShortOfBarrels).From(Origin.Russia), new Metric(Quantity.EffectiveFired).At("Depot"))),
        ["mixes"] = () =>
            Of(Small() with { Networks = [new("Side", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))]),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1)) { Weight = Factor.Of(0) }])
            {
                Mixes = [new([Calibre.Mm152], Fraction.Of(1.5)),
                    new([Calibre.Mm152, new("125 mm")], Fraction.Of(0.5)) { Counting = ["Depot"] }],
                Unmet = Unmet.Backordered,
            },
            new Consumer("Other", "Depot", [new(Calibre.Mm152, Rate.PerDay(1)) { Weight = Factor.Of(0.5) }]))] }),
        ["wishes-that-follow-supply"] = () =>
            Of(Small() with { Networks = [new("Side", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))]),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))])
            {
                FollowsSupply = Uncertain.OneOf(new Alternative("given", 1, 0), new Alternative("follows", 1, 1)),
                Unmet = Unmet.Backordered,
            },
            new Consumer("Half", "Depot", [new(Calibre.Mm152, Rate.PerDay(1)) { Ceiling = Rate.PerDay(-5) }])
            {
                FollowsSupply = 0.5, Rationing = Rationing.ByCover(Days.Of(9)),
            },
            new Consumer("Uniform", "Depot", [new(Calibre.Mm152, Rate.PerDay(1)) { Ceiling = Rate.PerDay(5) }])
            {
                FollowsSupply = Uncertain.Uniform(0, 1), Rationing = Rationing.ByCover(Days.Of(9)),
            },
            new Consumer("Other", "Depot", [new(Calibre.Mm152, Rate.PerDay(1)) { Ceiling = Rate.PerDay(5) }]))] }),
        ["throttles"] = () => Of(Small() with { Networks = [new("Side",
            new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9)), new(Calibre.Mm122, Origin.Russia, Rounds.Of(9))]),
            new Stockpile("Rockets", [new(Calibre.Rocket122, Origin.Russia, Rounds.Of(9))]),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(3)) { Throttle = Cut(60, 60, "Rockets") },
            new ProductionLine("Mill", Calibre.Mm122, Origin.Russia, "Depot", Rate.PerDay(3))
            {
                Throttle = Cut(Uncertain.Uniform(20, 50), Uncertain.Uniform(40, 90), "Depot", "Depot") with { Floor = Fraction.Of(1.5) },
            },
            new Supplier("Korea", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(9), Rate.PerDay(1)) { Throttle = Cut(10, 20) }]),
            new Route("Sea", "Korea", "Depot", Days.Of(9)) { Replenishment = Replenishment.BaseStock(Rounds.Of(9)) },
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))]))] }),
        ["throttles-of-unknown-stockpiles"] = () => Of(Small() with { Networks = [Small().Networks[0] with
        {
            Parts = Items.From(Small().Networks[0].Parts.Select(part =>
                part is ProductionLine line ? line with { Throttle = Cut(10, 20, "Depots", "Guns") } : part)),
        }] }),
        ["throttle-factors"] = () => Of(Small() with { Networks = [Small().Networks[0] with
        {
            Parts = Items.From(Small().Networks[0].Parts
                .Select(part => part is ProductionLine line ? line with { Throttle = Cut(10, 20, "Depot") } : part)
                .Append(new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(3))
                {
                    Throttle = Cut(1, 2, "Depot"),
                })
                .Append(new ProductionLine("Mill", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(3)))),
        }] }, Metrics.Standard.And(new Metric(Quantity.ThrottleFactor), new Metric(Quantity.ThrottleFactor).At("Line"),
            new Metric(Quantity.ThrottleFactor).At("Mill"), new Metric(Quantity.ThrottleFactor).At("Plant").From(Origin.Russia))),
        ["drawings"] = () => Of(Small() with { Networks = [new("Side",
            new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))]) { Drawing = Drawing.NewestFirst(1, Days.Of(30)) },
            new Stockpile("Rear", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))])
            {
                Drawing = Drawing.NewestFirst(101, Days.Of(Uncertain.Uniform(1, 2))),
            },
            new Stockpile("Front", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))])
            {
                Drawing = Drawing.ByPreference(new("Rusia"), Origin.Russia, Origin.Russia),
            },
            new Stockpile("Store", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))]) { Drawing = Drawing.ByPreference() },
            new Stockpile("Yard", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))])
            {
                Drawing = Drawing.OneOf(new("one", -1, Drawing.NewestFirst(3, Days.Of(0.2))),
                    new("one", 0, Drawing.ByPreference(Origin.Iran)),
                    new("more", 1, Drawing.OneOf(new DrawingAlternative("in", 1, Drawing.Proportional)))),
            },
            new Stockpile("Shed", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))]) { Drawing = Drawing.OneOf() },
            new Stockpile("Dump", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))])
            {
                Drawing = Drawing.OneOf(new("a", 1, Drawing.Proportional), new("b", 1, Drawing.ByPreference(Origin.Russia))).Named("draw"),
            },
            new Reserve("Old", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9))])
            {
                Drawing = Drawing.OneOf(new("a", 1, Drawing.Proportional), new("c", 1, Drawing.ByPreference(Origin.Russia))).Named("draw"),
            },
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))]))] }),
        ["metrics-of-two-networks"] = () => Of(Two(), Metrics.Standard.And(
            Metric.OnHand.At("Depot"), Metric.OnHand.At("Side/Depot"), Metric.OnHand.On("Side").At("Other depot"))),
    };

    /// <summary>One line whose capacity has the given factors.</summary>
    public static Scenario Small(params Uncertain[] factors) => new("Small", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1000))]),
        new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Depot",
            factors.Aggregate((RatePath)Rate.PerDay(10), (path, factor) => path.Times(factor))),
        new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(20))])), Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31)));

    /// <summary>The number wherever one can be written.</summary>
    public static Scenario Full(double x) => new("Full", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(x))]),
        new Stockpile("Front"),
        new Reserve("Old", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(x))]),
        new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Depot",
            RatePath.FirstOrder(june, Rate.PerDay(x), Rate.PerMonth(x), Days.Of(x))) { Yield = Fraction.Of(x),
                Inputs = [new("Powder", Units.Of(x))] },
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", RatePath.PerStep([.. Enumerable.Repeat(x, 366)])),
        new RefurbishmentWorks("Works", Calibre.Mm152, "Old", "Depot", RatePath.Table((june, Rate.PerYear(x)))) { Yield = Fraction.Of(x),
            LastYield = Fraction.Of(x) },
        new Supplier("Korea", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(x), Rate.PerDay(x), RatePath.Constant(Rate.PerDay(x)).Times(x))])
        {
            ExportLimit = Rate.PerDay(x), Rework = Fraction.Of(x), Useless = Fraction.Of(x), ReworkTo = "Old",
                FirstLots = new(Fraction.Of(x), Fraction.Of(x)),
        },
        new Route("Sea", "Korea", "Depot", Days.Of(x)) { Capacity = Rate.PerDay(x), Loss = Fraction.Of(x) },
        new Route("Road", "Depot", "Front", Days.Of(x)) { Cover = Days.Of(x) },
        new InputStock("Powder", Units.Of(x)),
        new InputSource("Mill", "Powder", Rate.PerDay(x)) { LeadTime = Days.Of(x), Loss = Fraction.Of(x), UnitCost = Money.Of(x) },
        new GunPark("Howitzers", Units.Of(x), Rate.PerDay(x), Rounds.Of(x))
        {
            Barrels = Units.Of(x), BarrelProduction = Rate.PerDay(x), Reserve = Units.Of(x), Cannibalised = Rate.PerDay(x),
                Usable = Fraction.Of(x),
                Returned = Rate.PerDay(x), Losses = Rate.PerDay(x),
        },
        new Consumer("Guns", "Front", [new(Calibre.Mm152, Rate.PerDay(x)) { Guns = "Howitzers" }])
        { Rationing = Rationing.ByCover(Days.Of(x), Rounds.Of(x)) }),
        Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31)))
    {
        Changes =
        [
            new ExportLimit(Origin.Dprk, june, Rate.PerDay(x)), new TargetShare(Origin.Dprk, june, Fraction.Of(x), ShareMeaning.Added),
                new Interdiction("Sea", june, Fraction.Of(x)) { Loss = Fraction.Of(x) },
            new DepotStrike("Depot", june, Fraction.Of(x)), new CapacityChange("Line", june, x), new RequirementChange("Guns", june, x),
            new InputSanction("Mill", june, Fraction.Of(x)) { Evaded = Fraction.Of(x), EvasionDelay = Days.Of(x), PriceFactor = x },
                new StrikeHazard("Depot", june, x, Fraction.Of(x), Factor.Of(x)) { ArtilleryShare = Fraction.Of(x) },
            new Dispersal("Depot", june, Fraction.Of(x)) { FurtherHaul = Days.Of(x), Exposure = Fraction.Of(x) },
        ],
    };

    private static Throttle Cut(Uncertain begins, Uncertain complete, params string[] counting) =>
        new(Items.Of<string>(counting), Days.Of(begins), Days.Of(complete), Days.Of(9));

    private static Consumer Rockets() => new("Rockets", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))]);

    public static Scenario Two() => Small() with
    {
        Networks = [Small().Networks[0],
            new Network("Other", new Stockpile("Depot", [new(Calibre.Mm122, Origin.Iran, Rounds.Of(5))]),
                new Stockpile("Other depot", [new(Calibre.Mm122, Origin.Iran, Rounds.Of(5))]))],
    };

    private static Scenario Weekly() => Small() with { Horizon = Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31), stepDays: 7) };

    private static (Scenario[], Metrics) Of(Scenario scenario, Metrics? record = null) => ([scenario], record ?? Metrics.Standard);

    private sealed record Balloon(string Name) : Part(Name);

    private sealed record Eclipse(Moment From) : Change(From);
}
