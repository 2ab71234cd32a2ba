using static Supply.Uncertain;

namespace Supply.Tests.Unit;

/// <summary>One scenario file with every kind of part, path, number and change in it.</summary>
internal static class EveryKind
{
    private static readonly Moment cutOff = new(2024, 7, 1);

    public static Scenario Baseline { get; } = new(
        "Every kind", [Front(), Other()], Horizon.Dated(new(2022, 2, 24), new(2024, 12, 31), stepDays: 2))
    {
        RecordEnds = cutOff,
        WholeRounds = true,
        Changes = [new DepotStrike("Rear", new(2023, 9, 1), Fraction.Of(0.1)) { Until = new Moment(2023, 9, 2) }],
    };

    public static ScenarioFile File { get; } = new(Baseline)
    {
        Schema = "scenario.schema.json",
        Scenarios =
        [
            Baseline.With("Nothing changes"),
            Baseline.With(
                "Everything changes – \"quoted\", Снаряды",
                new ExportLimit(Origin.Dprk, cutOff, Rate.PerMonth(0)) { Until = new Moment(2024, 10, 1) },
                new TargetShare(Origin.Dprk, Moment.AtStep(20), Fraction.Of(Uniform(0.2, 0.3)), ShareMeaning.Substituted),
                new OrderChange(Origin.Iran, cutOff, 2) { Onset = Days.Of(Uniform(20, 40)), Until = new Moment(2024, 9, 1) },
                new OrderRate(Origin.Iran, Calibre.Mm152, cutOff, Rate.PerMonth(Uniform(1000, 2000))) { Onset = Days.Of(30) },
                new RequiredRate("Guns", Calibre.Mm152, cutOff, Rate.PerDay(Uniform(100, 200))) { Onset = Days.Of(30) },
                new Interdiction("Rail", cutOff, Fraction.Of(0.5)) { Loss = Fraction.Of(Triangular(0, 0.05, 0.1)) },
                new DepotStrike("Rear", cutOff, Fraction.Of(Uniform(0.05, 0.15))),
                new CapacityChange("Line", cutOff, 1.5),
                new CapacityChange("Line", cutOff, 1.1) { If = new(Calibre.Mm152, Rounds.Of(Uniform(1e5, 2e5))) },
                new CapacityChange("Line", cutOff, Uniform(1.1, 1.2)) { Onset = Days.Of(Uniform(100, 200)),
                    Until = new Moment(2024, 9, 1) },
                new RequirementChange("Guns", cutOff, Exactly(1.25).Assumed("An offensive.")),
                new RequirementChange("Rockets", cutOff, Uniform(1.5, 2)) { Onset = Days.Of(10), Until = new Moment(2024, 9, 1),
                    Fading = Days.Of(Uniform(20, 40)) },
                new DemandChange("Guns", cutOff, DemandMechanism.Season, 0.5),
                new DemandChange("Guns", cutOff, DemandMechanism.Displacement, 0) { Until = new Moment(2024, 9, 1) },
                new DemandChange("Guns", cutOff, DemandMechanism.Response, Uniform(1, 2)),
                new InputSanction("Powder by land", cutOff, Fraction.Of(0.4)) { Evaded = Fraction.Of(Uniform(0.5, 0.8)),
                    EvasionDelay = Days.Of(45),
                    PriceFactor = Uniform(1.2, 2) },
                new StrikeHazard("Rear", cutOff, Uniform(0.5, 3), Fraction.Of(0.02), Factor.Of(1.2)) { ArtilleryShare = Fraction.Of(0.6),
                    Until = new Moment(2024, 12, 1) },
                new Dispersal("Rear", cutOff, Fraction.Of(0.8)) { FurtherHaul = Days.Of(Uniform(1, 4)), Exposure = Fraction.Of(0.5) },
                new RouteClosure("Sea", cutOff) { UnderWay = UnderWay.Waits },
                new RouteClosure("Rail", cutOff),
                new RouteClosure("Trucks", cutOff) { UnderWay = UnderWay.Lost },
                new LeadTimeChange("Sea", cutOff, 1.5),
                new SailingChange("Sea", cutOff, 0),
                new PaymentStop(Origin.Iran, cutOff) { Good = "oil" },
                new NewDeal(Origin.Iran, cutOff) { Payments = 1.5, Price = Uniform(0.5, 1) }),
        ],
        Sweep = new Sweep(Origin.Dprk, cutOff, [0, 0.07, 0.2, 1.0 / 3], [ShareMeaning.Added, ShareMeaning.Substituted]),
        LeverSweeps =
        [
            LeverSweep.Of("line capacity", [1, 1.5, 2], factor => factor == 1 ? [] : [new CapacityChange("Line", cutOff, factor)]),
            new("days after July", [new(30, [new DepotStrike("Rear", new(2024, 7, 31), Fraction.Of(0.1))])]),
        ],
        Windows = [TimeWindow.Year(2024)],
        Metrics = ["fired per day", "days of supply"],
    };

    /// <summary>A file that names its baseline.</summary>
    public static ScenarioFile Named { get; } = new ScenarioFile(Baselines.Ukraine2022).Brief();

    private static Network Other() => new(
        "Other side",
        new Stockpile("Depot"),
        new ProductionLine("Line", Calibre.Mm152, new("Ukraine"), "Depot",
            RatePath.Logistic(new(2024, 6, 1), Rate.PerMonth(Pert(1_000, 2_000, 5_000)), Rate.PerMonth(50_000), Days.Of(400),
                Days.Of(Pert(0, 60, 300)))),
        new ProductionLine("Other line", Calibre.Mm152, new("Ukraine"), "Depot",
            RatePath.Logistic(cutOff, Rate.Zero, Rate.PerMonth(50_000), Days.Of(400)).Times(Drift(new(2023, 1, 1), 0.3, until: cutOff))));

    private static Network Front() => new(
        "Front",
        new Stockpile("Rear", [
            new(Calibre.Mm152, Origin.Russia,
                Rounds.Of(LogNormal(1e6, 3e6).Named("stock").Cited(new(2022, 2, 24), "B2", "RUSI", "Half of the range.", "E001", "E002"))),
            new(Calibre.Mm122, Origin.Dprk, Rounds.Of(Exactly(5e5).Assumed("Nobody says."))),
        ]),
        new Stockpile("Guns' depot") { Key = "Old name", Allocation = Allocation.ByPriority(1.5), HoldingCost = Money.Of(0.1) },
        new Stockpile("Battery", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(10))]) { Allocation = Allocation.Proportional
            with { WithConsumers = true } },
        new Stockpile("Reserve battery")
        {
            Allocation = Allocation.InOrder,
            Drawing = Drawing.OneOf(new("as it comes", 1, Drawing.Proportional), new("fresh", 2, Drawing.NewestFirst(4, Days.Of(30))),
                new("foreign", 1, Drawing.ByPreference(Origin.Dprk, Origin.Iran))).Named("drawing").Assumed("Nobody says."),
        },
        new Stockpile("School") { Allocation = Allocation.EqualCover with { WithConsumers = true } },
        new Reserve("Old shells", [new(Calibre.Mm152, Origin.Russia,
            Rounds.Of(LogNormal(1e6, 2e6, 0.5)))]) { Drawing = Drawing.ByPreference(Origin.Russia) },
        new Reserve("Shells to rework") { Drawing = Drawing.NewestFirst(3, Days.Of(60)) },
        new Reserve("Last shells"),
        new InputStock("Powder", Units.Of(LogNormal(300, 900))),
        new InputStock("Fuzes"),
        new InputSource("Powder by land", "Powder", Rate.PerMonth(Uniform(400, 600))) { LeadTime = Days.Of(40), Loss = Fraction.Of(0.02),
            UnitCost = Money.Of(Triangular(2_000, 3_000, 6_000)) },
        new InputSource("Powder plant", "Powder", RatePath.FirstOrder(cutOff, Rate.PerYear(1_000), Rate.PerYear(3_000), Days.Of(200))),
        new InputSource("Fuze plant", "Fuzes",
            RatePath.Linear(new(2022, 6, 1), Rate.PerDay(3_000), new(2024, 1, 1), Rate.PerMonth(150_000))),
        new GunPark("Howitzers", Units.Of(Normal(4_000, 100)), Rate.PerDay(40), Rounds.Of(Uniform(2_000, 4_000)))
        {
            Barrels = Units.Of(800), BarrelProduction = RatePath.Logistic(cutOff, Rate.PerMonth(8), Rate.PerMonth(20), Days.Of(300)),
            Reserve = Units.Of(Uniform(7_000, 12_000)), Cannibalised = Rate.PerMonth(300), Usable = Fraction.Of(0.7),
            Returned = RatePath.Table(Interpolation.Step, (cutOff, Rate.PerMonth(50))), Losses = Rate.PerDay(3),
        },
        new ProductionLine("Line", Calibre.Mm152, Origin.Russia, "Rear",
            RatePath.Linear(new(2022, 6, 1), Rate.PerMonth(50_000), new(2024, 1, 1), Rate.PerYear(2.1e6))
            .Times(Noise(0.1, 30))
            .Times(Drift(cutOff, 0.2).Named("growth")))
        { Yield = Fraction.Of(Normal(0.95, 0.01)), Inputs = [new("Powder", Units.Of(Uniform(0.007, 0.009))), new("Fuzes", Units.Of(1))],
            UnitCost = Money.Of(1000),
            Throttle = new(["Rear", "Guns' depot"], Days.Of(Uniform(60, 90)), Days.Of(180), Days.Of(30)) { Floor = Fraction.Of(0.2) } },
        new RefurbishmentWorks("Works", Calibre.Mm152, "Old shells", "Rear",
            RatePath.FirstOrder(new(2022, 3, 1), Rate.Zero, Rate.PerDay(2000), Days.Of(180))) { Yield = Fraction.Of(0.9),
                LastYield = Fraction.Of(Uniform(0.3, 0.6)), Throttle = new(["Rear"], Days.Of(100), Days.Of(200), Days.Of(60)) },
        new Supplier("Korea", Origin.Dprk, [
            new(Calibre.Mm152, Rounds.Of(2e6), Rate.PerMonth(30_000),
                RatePath.Table(Interpolation.Step, (new(2023, 9, 1), Rate.PerMonth(100_000)), (Moment.AtStep(700), Rate.PerDay(1)))),
            new(Calibre.Mm122, Rounds.None, RatePath.PerStep(0.1, 1.0 / 3, 1e-300, 12345678.9),
                RatePath.Table((new(2023, 9, 1), Rate.Zero)).Times(2))
            {
                Throttle = new(["Rear"], Days.Of(90), Days.Of(Uniform(120, 200)), Days.Of(Uniform(20, 40))) { Floor = Fraction.Of(0.1) },
            },
        ])
        {
            ExportLimit = RatePath.Constant(Rate.PerMonth(200_000)).Times(Uniform(0.9, 1.1)),
            Rework = Fraction.Of(0.2),
            Useless = Fraction.Of(OneOf(new Alternative("low", 1, 0.05), new Alternative("high", 2, Uniform(0.1, 0.2))).Named("quality")),
            FirstLots = new(Fraction.Of(0.5), Fraction.Of(Uniform(0.2, 0.4))),
            ReworkTo = "Old shells",
        },
        new Route("Rail", "Korea", "Rear", Days.Of(Triangular(20, 30, 60))) { Capacity = Rate.PerDay(10_000), Loss = Fraction.Of(0.01) },
        new Supplier("Persia", Origin.Iran, [new(Calibre.Mm152, Rounds.Of(3e5), Rate.Zero, Rate.PerMonth(50_000))])
        {
            Account = new([new("oil", Money.Of(Uniform(1, 2))), new("gold", Money.Of(3)) { From = new(2023, 1, 1), Until = cutOff }],
                Money.Of(0.001), Money.Of(50),
                Money.Of(100)) { Opening = Money.Of(20), Reaction = Days.Of(45) },
            Announced = new(new(2022, 9, 1), Days.Of(Uniform(30, 90))) { Probability = Fraction.Of(0.9) },
        },
        new Route("Sea", "Persia", "Rear", Days.Of(12))
        {
            Sailings = new(Timetable.Every(Days.Of(Uniform(9, 15))), Units.Of(247),
                Rounds.Of(Uniform(266, 367))) { Months = Factor.Each(0, 0, 0.5, 1, 1, 1, 1, 1, 1, 1, 0.5, 0),
                Factors = [Factor.Of(Noise(0.2, 30))], Storage = Rounds.Of(100_000) },
            Transit = Transit.Erlang(4),
            Preference = 1,
        },
        new Route("Second sea", "Persia", "Rear", Days.Of(12)) { Sailings = new(Timetable.On(new(2023, 1, 8), new(2023, 3, 7)),
            Units.Of(100), Rounds.Of(300)) },
        new Route("Third sea", "Persia", "Rear", Days.Of(9)) { Sailings = new(Timetable.Renewal(Days.Of(Uniform(8, 12)),
            Spacing.LogNormal(Factor.Of(0.6)), mostPerStep: 2, new(Fraction.Of(0.1), Days.Of(30), Factor.Of(0.4))),
            Units.Of(50), Rounds.Of(300)) },
        new Route("Fourth sea", "Persia", "Rear", Days.Of(9)) { Sailings = new(Timetable.Renewal(Days.Of(20), Spacing.Erlang(2)),
            Units.Of(50), Rounds.Of(300)) },
        new Route("Trucks", "Rear", "Guns' depot", Days.Of(3)) { Cover = Days.Of(10),
            Transit = Transit.PerShipment(Factor.Of(Uniform(0.2, 0.4)), Days.Of(30)),
            InTransit = [new(Calibre.Mm152, Origin.Russia, Rounds.Of(900)) { Arrives = Days.Of(Uniform(0, 3)) },
                new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uniform(100, 200)))] },
        new Supplier("Iran", Origin.Iran, [new(Calibre.Mm122, Rounds.Of(1e12), Rate.Zero)]) { UnitCost = Money.Of(500) },
        new Route("Caspian", "Iran", "Rear", Days.Of(12))
        {
            Replenishment = Replenishment.BaseStock(Rounds.Of(5_000), review: Days.Of(7)), HoldingCost = Money.Of(0.2),
                UnitCost = Money.Of(Uniform(1, 2)), FixedCost = Money.Of(10_000),
                BacklogCost = Money.Of(3),
        },
        new Route("Lorries", "Guns' depot", "Battery",
            Days.Of(1)) { Replenishment = Replenishment.ReorderPoint(Rounds.Of(100), Rounds.Of(Uniform(50, 60)), review: Days.Of(2),
                mostLots: 3), Priority = 2, OnOrder = [new(Calibre.Mm152, Rounds.Of(50))] },
        new Route("Vans", "Guns' depot", "Reserve battery", Days.Of(1)) { Replenishment = Replenishment.MinMax(Rounds.Of(100),
            Rounds.Of(500)), Priority = -1 },
        new Route("Carts", "Guns' depot", "School", Days.Of(1))
        {
            Replenishment = Replenishment.PerCalibre(
                new(Calibre.Mm152, Replenishment.Push(Rate.PerDay(5))), new(Calibre.Mm122, Replenishment.ByCover(Days.Of(4)))),
        },
        new Consumer("Crews", "Battery", [new(Calibre.Mm152, Rate.PerDay(3))]) { Unmet = Unmet.Backordered, BacklogCost = Money.Of(5),
            ShortageCost = Money.Of(2), Priority = 1, Backordered = [new(Calibre.Mm152, Rounds.Of(20))] },
        new Consumer("Guns", "Guns' depot", [
            new(Calibre.Mm152, Rate.PerDay(
                Exactly(10_000) * Uniform(0.8, 1.2) * (Exactly(2) * Exactly(3)) * (Normal(1, 0.1) * 2).Named("tempo"))) { Guns =
                "Howitzers" },
        ])
        {
            Rationing = Rationing.ByCover(Days.Of(30), Rounds.None, ["Rear"]),
            Season = new(new(2022, 7, 15), Fraction.Of(Uniform(0, 0.3))),
            Displacement = new(new(2023, 10, 1), Days.Of(700), Fraction.Of(Triangular(0, 0.2, 0.5)), Growth.Logistic),
            Response = new("Other side/Guns", Fraction.Of(0.3), Ratio.Of(Uniform(0.5, 1))) { TrailingDays = 14 },
        },
        new Consumer("Mixed battery", "Rear",
            [new(Calibre.Mm152, Rate.PerDay(4)), new(Calibre.Mm122, Rate.PerDay(3)) { Weight = Factor.Of(Uniform(0.6, 0.9)) }])
        {
            Mixes = [new([Calibre.Mm152, Calibre.Mm122], Fraction.Of(Uniform(0, 1))) { Counting = ["Battery"] }],
        },
        new Stockpile("Range"),
        new Route("Shuttle", "Rear", "Range", Days.None) { Replenishment = Replenishment.PerCalibre(
            new(Calibre.Mm152, Replenishment.Push(RatePath.Drawn(StepDraw.Discrete((0, 0.7), (25, 0.3)), 2))),
            new(Calibre.Mm122, Replenishment.Push(RatePath.Drawn(StepDraw.Gamma(2, 10), 2)))),
            Capacity = RatePath.Drawn(StepDraw.Normal(100, 20), 2) },
        new Consumer("Recruits", "Range", [
            new(Calibre.Mm152, RatePath.Drawn(StepDraw.Poisson(12.5), 2).Times(Uniform(0.9, 1.1))),
            new(Calibre.Mm122, RatePath.Drawn(StepDraw.CompoundPoisson(1.5, (4, 2), (10, 1)), 2)),
        ]),
        new Consumer("Rockets", "Rear", [new(Calibre.Rocket122, Rate.PerDay(1)) { Ceiling = Rate.PerDay(Uniform(5, 9)) }])
        {
            FollowsSupply = OneOf(new Alternative("given", 1, 0), new Alternative("as supply allows", 1, 1)).Named("wish"),
            Rationing = Rationing.ByCover(Days.Of(5), Rounds.Of(1000)),
                Displacement = new(Moment.AtStep(100), Days.Of(Uniform(100, 200)), Fraction.Of(0.1), Growth.Linear),
        })
    { Key = "front", Effects = [new(Origin.Dprk, Fraction.Of(Uniform(0.5, 0.9))), new(Origin.Russia, Fraction.Of(1))] };
}
