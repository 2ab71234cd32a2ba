using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Routes without lead time, one behind another, next to routes that take time.</summary>
internal static class InstantScenarios
{
    /// <summary>
    /// <code>
    /// Arsenals - Rail, at once; Ferry, ships, at once -> Hub   (described after the places that it feeds)
    ///   Hub - Belt, at once -> Yard - Cart, at once -> Battery: Guns        Hub - Road, 2 days -> Battery
    ///   Yard - Van, at once -> Camp: Crews
    /// </code>
    /// </summary>
    public static Scenario Instant { get; } = new Scenario("Instant", Side(), Horizon.PlainSteps(160, 0.5)).With("Instant",
        new Dispersal("Yard", At(20), Fraction.Of(0.9)) { FurtherHaul = Days.Of(Uniform(0.9, 2.1)), Until = At(60) },
        new Dispersal("Hub", At(90), Fraction.Of(0.8)) { FurtherHaul = Days.None, Until = At(120) },
        new RouteClosure("Cart", At(50)) { Until = At(54), UnderWay = UnderWay.Waits },
        new RouteClosure("Van", At(58)) { Until = At(63), UnderWay = UnderWay.Lost },
        new RouteClosure("Rail", At(70)) { Until = At(76), UnderWay = UnderWay.Waits },
        new Interdiction("Belt", At(80), Fraction.Of(Uniform(0.4, 0.7))) { Until = At(95), Loss = Fraction.Of(0.1) },
        new InputSanction("Mill", At(30), Fraction.Of(0.4)) { Evaded = Fraction.Of(0.5), EvasionDelay = Days.Of(Uniform(2, 5)),
            Until = At(70) },
        new InputSanction("Mill", At(110), Fraction.Of(0.7)) { Evaded = Fraction.Of(0.4), EvasionDelay = Days.None });

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Instant with { Name = "Whole instant", WholeRounds = true };

    private static Moment At(int step) => Moment.AtStep(step);

    private static Network Side() => new("Green",
        new Stockpile("Battery", [new(Mm152, Russia, Rounds.Of(301))]),
        new Stockpile("Camp"),
        new Stockpile("Yard", [new(Mm122, Russia, Rounds.Of(407))]) { Allocation = Allocation.EqualCover, HoldingCost = Money.Of(0.2) },
        new Stockpile("Hub", [new(Mm152, Russia, Rounds.Of(Uniform(1_500, 2_500))), new(Mm122, Russia, Rounds.Of(1_103))]),
        new Reserve("Rework"),
        new RefurbishmentWorks("Shop", Mm152, "Rework", "Hub", PerDay(23)) { Yield = Fraction.Of(0.8) },
        new InputStock("Powder", Units.Of(50)),
        new InputSource("Mill", "Powder", PerDay(Uniform(60, 90))) { LeadTime = Days.None, Loss = Fraction.Of(0.02),
            UnitCost = Money.Of(3) },
        new ProductionLine("Plant", Mm152, Russia, "Hub", PerDay(Uniform(80, 110))) { Inputs = [new("Powder", Units.Of(0.9))] },
        new ProductionLine("Mortar plant", Mm122, Russia, "Yard", PerDay(37)),
        new Supplier("Arsenals", Dprk, [new(Mm152, Rounds.Of(6_011), PerDay(Uniform(50, 90)), PerDay(Uniform(150, 210))),
            new(Mm122, Rounds.Of(900), PerDay(41), PerDay(57))])
        {
            Rework = Fraction.Of(0.12), Useless = Fraction.Of(0.03), ReworkTo = "Rework",
            FirstLots = new(Fraction.Of(0.35), Fraction.Of(0.1)),
        },
        new Route("Rail", "Arsenals", "Hub", Days.None) { Capacity = PerDay(131), Loss = Fraction.Of(0.01), UnitCost = Money.Of(1) },
        new Route("Ferry", "Arsenals", "Hub", Days.None)
        {
            Preference = 1, Sailings = new(Timetable.Every(Days.Of(Uniform(3, 5))), Units.Of(2), Rounds.Of(211)),
        },
        new Route("Road", "Hub", "Battery", Days.Of(2)) { Cover = Days.Of(Uniform(2, 4)), Capacity = PerDay(90) },
        new Route("Cart", "Yard", "Battery", Days.None)
        {
            Replenishment = Replenishment.BaseStock(Rounds.Of(Uniform(500, 700))), Loss = Fraction.Of(0.02), FixedCost = Money.Of(5),
        },
        new Route("Van", "Yard", "Camp", Days.None)
        {
            Replenishment = Replenishment.PerCalibre(
                new(Mm152, Replenishment.Push(PerDay(Uniform(30, 50)))), new(Mm122, Replenishment.ByCover(Days.Of(3)))),
        },
        new Route("Belt", "Hub", "Yard", Days.None)
        {
            Replenishment = Replenishment.MinMax(Rounds.Of(200), Rounds.Of(Uniform(800, 1_100))), HoldingCost = Money.Of(0.4),
        },
        new Consumer("Guns", "Battery", [new(Mm152, PerDay(Uniform(150, 220)))])
        {
            Unmet = Unmet.Backordered, Rationing = Rationing.ByCover(Days.Of(2), counting: ["Yard"]),
        },
        new Consumer("Crews", "Camp", [new(Mm152, PerDay(53)), new(Mm122, PerDay(61))]));
}
