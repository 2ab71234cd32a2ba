using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Routes that open filled, orders and backlogs from before the start, and ships that call at random intervals.</summary>
internal static class OpeningScenarios
{
    /// <summary>
    /// <code>
    /// Works - Coast, River, Air -> Depot - Train (per shipment) -> North -> Guns
    ///                              Depot - Lorries (stages) ----> South -> Crews
    /// </code>
    /// </summary>
    public static Scenario Openings { get; } = new Scenario("Openings", Side(), Horizon.PlainSteps(160)).With("Openings",
        new SailingChange("Coast", At(70), Uniform(0.4, 0.7)) { Until = At(110) },
        new RouteClosure("Air", At(5)) { Until = At(9), UnderWay = UnderWay.Lost },
        new RouteClosure("Train", At(2)) { Until = At(4), UnderWay = UnderWay.Waits },
        new RouteClosure("Lorries", At(90)) { Until = At(97), UnderWay = UnderWay.Lost },
        new Dispersal("Depot", At(1), Fraction.Of(0.9)) { FurtherHaul = Days.Of(1.3), Until = At(40) });

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Openings with { Name = "Whole openings", WholeRounds = true };

    private static Moment At(int step) => Moment.AtStep(step);

    private static Network Side() => new("Green",
        new Stockpile("Depot", [new(Mm152, Russia, Rounds.Of(3_001)), new(Mm122, Russia, Rounds.Of(1_009))]),
        new Stockpile("North", [new(Mm152, Russia, Rounds.Of(203))]),
        new Stockpile("South"),
        new Reserve("Rework"),
        new ProductionLine("Plant", Mm122, Russia, "Depot", PerDay(Uniform(60, 80))),
        new Supplier("Works", Dprk, [new(Mm152, Rounds.Of(30_011), PerDay(Uniform(150, 190)), PerDay(Uniform(300, 400)))])
        {
            Rework = Fraction.Of(0.11), Useless = Fraction.Of(0.03), ReworkTo = "Rework",
            FirstLots = new(Fraction.Of(0.3), Fraction.Of(0.1)),
        },
        new Route("Coast", "Works", "Depot", Days.Of(Uniform(4, 8)))
        {
            Sailings = new(
                Timetable.Renewal(Days.Of(Uniform(4, 6)), Spacing.LogNormal(Factor.Of(Uniform(0.5, 0.9))), mostPerStep: 2,
                    new(Fraction.Of(Uniform(0.1, 0.3)), Days.Of(Uniform(5, 9)), Factor.Of(Uniform(0.3, 0.6)))),
                Units.Of(Uniform(2, 3)), Rounds.Of(Uniform(100, 150))) { Factors = [Factor.Of(Noise(0.2, 9))] },
            InTransit = [new(Mm152, Dprk, Rounds.Of(Uniform(300, 500))) { Arrives = Days.Of(Uniform(0, 5)) },
                new(Mm152, Dprk, Rounds.Of(211)) { Arrives = Days.Of(0) }],
        },
        new Route("River", "Works", "Depot", Days.Of(5.4))
        {
            Sailings = new(Timetable.Renewal(Days.Of(Uniform(1.5, 2.5)), Spacing.Erlang(2), mostPerStep: 3), Units.Of(1), Rounds.Of(151)),
            Preference = 1,
        },
        new Route("Air", "Works", "Depot", Days.Of(Uniform(6, 11)))
        {
            Capacity = PerDay(71), InTransit = [new(Mm152, Dprk, Rounds.Of(Uniform(700, 900)))], Preference = 2,
        },
        new Route("Train", "Depot", "North", Days.Of(Uniform(2, 5)))
        {
            Transit = Transit.PerShipment(Factor.Of(0.4), Days.Of(9)),
            Replenishment = Replenishment.BaseStock(Rounds.Of(Uniform(900, 1_500))),
            InTransit = [new(Mm152, Russia, Rounds.Of(Uniform(200, 300))), new(Mm152, Russia, Rounds.Of(101)) { Arrives = Days.Of(3.4) }],
            OnOrder = [new(Mm152, Rounds.Of(Uniform(100, 150)))],
        },
        new Route("Lorries", "Depot", "South", Days.Of(Uniform(6, 9)))
        {
            Transit = Transit.Erlang(3),
            Replenishment = Replenishment.PerCalibre(
                new(Mm152, Replenishment.MinMax(Rounds.Of(400), Rounds.Of(900))), new(Mm122, Replenishment.ByCover(Days.Of(11)))),
            InTransit = [new(Mm152, Russia, Rounds.Of(100)), new(Mm122, Russia, Rounds.Of(Uniform(200, 300))), new(Mm152, Russia,
                Rounds.Of(103))],
            OnOrder = [new(Mm152, Rounds.Of(53))],
        },
        new Consumer("Guns", "North", [new(Mm152, PerDay(Uniform(150, 200)))])
        {
            Unmet = Unmet.Backordered, Backordered = [new(Mm152, Rounds.Of(Uniform(300, 500)))],
        },
        new Consumer("Crews", "South", [new(Mm152, PerDay(61)), new(Mm122, PerDay(37))]));
}
