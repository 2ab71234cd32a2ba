using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Every rule by which routes order and stockpiles share, with every cost. Numbers are odd, as in the other scenarios.</summary>
internal static class OrderingScenarios
{
    /// <summary>
    /// <code>
    /// Arsenal - Sea, base stock -> Depot -+- Train, min-max ----> North -+- Vans, lots ---------> Battery
    /// Plant, Mill ---------------> Depot  +- Lorries, cover ----> South  +- Tram, lots, capped -> Post
    ///                                     +- Carts, Sleds, per calibre -> East
    ///                                     +- Barges, push ------> West - Ferry, per calibre -> Island
    /// Depot: by priority; North: equal cover with consumers; South: in order; West: in proportion with consumers
    /// </code>
    /// </summary>
    public static Scenario Ordering { get; } = new Scenario("Ordering", Side(), Horizon.PlainSteps(160, 0.75))
    {
        RecordEnds = At(90),
    }.With("Ordering",
        new RouteClosure("Train", At(30)) { Until = At(47), UnderWay = UnderWay.Waits },
        new RouteClosure("Sea", At(70)) { Until = At(77), UnderWay = UnderWay.Lost },
        new RouteClosure("Vans", At(83)) { Until = At(91), UnderWay = UnderWay.Continues },
        new LeadTimeChange("Sea", At(20), Uniform(1.1, 1.9)) { Until = At(60) },
        new Interdiction("Barges", At(50), Fraction.Of(0.43)) { Loss = Fraction.Of(Uniform(0, 0.1)), Until = At(120) },
        new DepotStrike("North", At(44), Fraction.Of(Uniform(0.3, 0.5))),
        new CapacityChange("Plant", At(100), 0.37) { Onset = Days.Of(Uniform(5, 20)) },
        new CapacityChange("Tram", At(70), 0.61),
        new RequirementChange("Guns", At(60), Uniform(1.3, 1.7)) { Until = At(110), Fading = Days.Of(9.3) },
        new Dispersal("Depot", At(90), Fraction.Of(0.83)) { FurtherHaul = Days.Of(Uniform(0.5, 2)), Until = At(140) });

    /// <summary>The same in whole rounds.</summary>
    public static Scenario Whole { get; } = Ordering with { Name = "Whole ordering", WholeRounds = true };

    private static Moment At(int step) => Moment.AtStep(step);

    private static Network Side() => new("Blue",
        new Stockpile("Depot", 
        [
            new(Mm152, Ukraine, Rounds.Of(Uniform(4_000, 9_000).Cited(new(2024, 1, 1), "B2", "RUSI", "Half of the range.", "E001"))),
            new(Mm122, Ukraine, Rounds.Of(3_003)),
        ])
        {
            Allocation = Allocation.ByPriority(1.7) with { WithConsumers = true }, HoldingCost = Money.Of(Uniform(0.01, 0.03)),
                Key = "Old depot",
        },
        new Stockpile("North", [new(Mm152, Ukraine, Rounds.Of(907))])
        {
            Allocation = Allocation.EqualCover with { WithConsumers = true }, HoldingCost = Money.Of(0.05),
        },
        new Stockpile("South", [new(Mm152, Ukraine, Rounds.Of(1_103))]) { Allocation = Allocation.InOrder },
        new Stockpile("West", [new(Mm122, Ukraine, Rounds.Of(701))]) { Allocation = Allocation.Proportional with { WithConsumers = true } },
        new Stockpile("East"),
        new Stockpile("Battery"),
        new Stockpile("Post"),
        new Stockpile("Island"),
        new ProductionLine("Plant", Mm152, Ukraine, "Depot",
            RatePath.PerStep([.. Enumerable.Range(0, 160).Select(i => 301 + (17.3 * i % 97))]))
        {
            UnitCost = Money.Of(Uniform(900, 1_100)),
        },
        new ProductionLine("Mill", Mm122, Ukraine, "Depot",
            RatePath.Logistic(At(50), PerDay(Uniform(150, 190)), PerDay(311), Days.Of(60))
                .Times(Drift(At(20), 0.9, At(80))).Times(Exactly(0.97).Assumed("Holidays.")))
        {
            Yield = Fraction.Of(0.93),
        },
        new Supplier("Arsenal", UnitedStates,
            [new(Mm152, Rounds.Of(20_003), RatePath.Constant(PerDay(Uniform(60, 90)))), new(Mm122, Rounds.Of(9_001), PerDay(31))])
        {
            UnitCost = Money.Of(Uniform(1_500, 2_500)),
        },
        new Route("Sea", "Arsenal", "Depot", Days.Of(Uniform(5, 9)))
        {
            Transit = Transit.Erlang(3), Replenishment = Replenishment.BaseStock(Rounds.Of(Uniform(3_000, 6_000)), review: Days.Of(3)),
                Capacity = PerDay(703),
            HoldingCost = Money.Of(Uniform(0.01, 0.02)), UnitCost = Money.Of(Uniform(40, 60)),
            FixedCost = Money.Of(Uniform(5_000, 9_000)), BacklogCost = Money.Of(Uniform(0.1, 0.2)),
        },
        new Route("Train", "Depot", "North", Days.Of(Uniform(1, 4)))
        {
            Transit = Transit.PerShipment(Factor.Of(0.31), Days.Of(9)),
            Replenishment = Replenishment.MinMax(Rounds.Of(Uniform(800, 1_200)), Rounds.Of(Uniform(2_000, 3_000)), review: Days.Of(1.5)),
            Priority = 2, FixedCost = Money.Of(301),
        },
        new Route("Lorries", "Depot", "South", Days.Of(2.1)) { Cover = Days.Of(Uniform(3, 6)), Priority = 1.3, Capacity = PerDay(409),
            FixedCost = Money.Of(11.3) },
        new Route("Carts", "Depot", "East", Days.Of(1.2))
        {
            Replenishment = Replenishment.PerCalibre(
                new(Mm152, Replenishment.Push(RatePath.Linear(At(10), PerDay(Uniform(50, 70)), At(90), PerDay(111)))),
                new(Mm122, Replenishment.BaseStock(Rounds.Of(Uniform(300, 500))))),
        },
        new Route("Sleds", "Depot", "East", Days.Of(2.3))
        {
            Replenishment = Replenishment.PerCalibre(
                new(Mm152, Replenishment.ByCover(Days.Of(Uniform(2, 4)))),
                new(Mm122, Replenishment.ReorderPoint(Rounds.Of(Uniform(400, 600)), Rounds.Of(Uniform(70, 90))))),
        },
        new Route("Barges", "Depot", "West", Days.Of(Uniform(3, 6)))
        {
            Replenishment = Replenishment.Push(PerDay(Uniform(150, 250))), Priority = -0.7, UnitCost = Money.Of(3.7),
        },
        new Route("Vans", "North", "Battery", Days.Of(0.9))
        {
            Replenishment = Replenishment.ReorderPoint(Rounds.Of(Uniform(150, 250)), Rounds.Of(Uniform(90, 130)), review: Days.Of(2),
                mostLots: 2),
            BacklogCost = Money.Of(1.1), Loss = Fraction.Of(0.013),
        },
        new Route("Tram", "North", "Post", Days.Of(1.7)) { Replenishment = Replenishment.ReorderPoint(Rounds.Of(203), Rounds.Of(41)),
            Capacity = PerDay(83) },
        new Route("Ferry", "West", "Island", Days.Of(Uniform(1, 2)))
        {
            Replenishment = Replenishment.PerCalibre(new CalibreRule(Mm122,
                Replenishment.MinMax(Rounds.Of(Uniform(200, 250)), Rounds.Of(Uniform(400, 450))))),
        },
        new Consumer("Guns", "North", [new(Mm152, RatePath.Constant(PerDay(Uniform(150, 250))).Times(Noise(0.3, 5)))])
        {
            Unmet = Unmet.Backordered, ShortageCost = Money.Of(Uniform(50, 90)), BacklogCost = Money.Of(Uniform(1, 2)),
        },
        new Consumer("Crews", "Battery", [new(Mm152, PerDay(Uniform(90, 130))), new(Mm122, PerDay(17))])
        {
            Unmet = Unmet.Backordered, ShortageCost = Money.Of(71),
        },
        new Consumer("Guards", "Post", [new(Mm152, PerDay(61))]),
        new Consumer("First line", "South", [new(Mm152, PerDay(Uniform(200, 300)))]) { Priority = 1 },
        new Consumer("Second line", "South", [new(Mm152, PerDay(173)), new(Mm122, PerDay(101))])
        {
            Rationing = Rationing.ByCover(Days.Of(Uniform(3, 5)), Rounds.Of(Uniform(10, 90))),
        },
        new Consumer("School", "East", [new(Mm152, PerDay(79)), new(Mm122, PerDay(Uniform(60, 90)))]),
        new Consumer("Depot guard", "Depot", [new(Mm122, PerDay(43))])
        {
            Priority = 0.9, Rationing = Rationing.ByCover(Days.Of(9.1), counting: ["West"]),
        },
        new Consumer("West guns", "West", [new(Mm122, PerDay(Uniform(110, 160)))]) { Unmet = Unmet.Lost, ShortageCost = Money.Of(31) },
        new Consumer("Fort", "Island", [new(Mm122, PerDay(53))]))
    { Key = "Old blue" };
}
