using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Scenarios that together contain every way in which rounds travel, and every change that acts on it.</summary>
internal static class ShipmentScenarios
{
    private static readonly DateOnly First = new(2024, 3, 1);

    /// <summary>
    /// <code>
    /// DPRK -+-- Rail, order 3 ----------------> Depot -- Trucks, order 2 --> Front
    ///       +-- Sea, ships every few days ----> Depot
    ///       +-- Far sea, ships on given days -> Depot
    /// Iran -+-- Caspian, ships, small port ---> Depot
    ///       +-- Air --------------------------> Depot
    /// China, announced, --- Border -----------> Depot
    /// </code>
    /// </summary>
    public static Scenario Shipments { get; } = new("Shipments", Side(), Horizon.Dated(First, new(2025, 2, 3)));

    /// <summary>The same with closures, pauses, payment stops and new deals.</summary>
    public static Scenario Trouble { get; } = Shipments.With("Trouble",
        new RouteClosure("Rail", At(40)) { Until = At(61), UnderWay = UnderWay.Waits },
        new RouteClosure("Rail", At(55)) { Until = At(70) },
        new RouteClosure("Rail", At(150)) { Until = At(155), UnderWay = UnderWay.Lost },
        new RouteClosure("Air", At(60)) { Until = At(90), UnderWay = UnderWay.Waits },
        new RouteClosure("Air", At(70)) { UnderWay = UnderWay.Lost, Until = At(75) },
        new RouteClosure("Air", At(120)) { Until = At(131), UnderWay = UnderWay.Lost },
        new RouteClosure("Ice road", At(44)) { Until = At(57), UnderWay = UnderWay.Waits },
        new RouteClosure("Ice road", At(65)) { Until = At(71), UnderWay = UnderWay.Lost },
        new RouteClosure("Icebreaker", At(50)) { Until = At(83), UnderWay = UnderWay.Waits },
        new Dispersal("Depot", At(140), Fraction.Of(0.83)) { FurtherHaul = Days.Of(2.7), Until = At(230) },
        new RouteClosure("Sea", At(100)) { Until = At(133), UnderWay = UnderWay.Waits },
        new RouteClosure("Trucks", At(200)) { Until = At(207), UnderWay = UnderWay.Waits },
        new LeadTimeChange("Rail", At(80), Uniform(1.2, 2.1)) { Until = At(240) },
        new LeadTimeChange("Trucks", At(80), 1.37),
        new SailingChange("Sea", At(170), 0) { Until = At(190) },
        new SailingChange("Caspian", At(30), Uniform(0.3, 0.8)),
        new Interdiction("Sea", At(210), Fraction.Of(0.61)) { Loss = Fraction.Of(0.07) },
        new PaymentStop(Dprk, At(90)) { Until = At(160) },
        new PaymentStop(Iran, At(110)) { Good = "oil" },
        new NewDeal(Dprk, At(180)) { Payments = Uniform(1.1, 1.9), Price = 1.21 },
        new NewDeal(Dprk, At(250)) { Price = Triangular(0.6, 0.8, 1.1) },
        new TargetShare(new("China"), At(120), Fraction.Of(0.13), ShareMeaning.Added),
        new ExportLimit(Iran, At(200), PerDay(311)));

    /// <summary>Steps of a week.</summary>
    public static Scenario Weekly { get; } =
        (Trouble with { Name = "Weekly trouble", Horizon = Horizon.Dated(First, new(2025, 2, 3), 7) }).Stretched();

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Trouble with { Name = "Whole trouble", WholeRounds = true };

    private static Moment At(int day) => First.AddDays(day);

    private static Network Side() => new("Russia",
        new Stockpile("Depot", [new(Mm152, Russia, Rounds.Of(20_003))]),
        new Stockpile("Front"),
        new Reserve("Rework"),
        new ProductionLine("Plant", Mm152, Russia, "Depot", PerDay(Uniform(700, 900))),
        new Supplier("DPRK arsenals", Dprk,
        [
            new(Mm152, Rounds.Of(500_003), PerDay(811), RatePath.Constant(PerDay(Uniform(3_000, 4_000))).Times(Noise(0.3, 11))),
            new(Mm122, Rounds.Of(200_003), PerDay(303), PerDay(907)),
        ])
        {
            Account = new([new("food", Money.Of(Uniform(20_000, 40_000))), new("oil", Money.Of(31_007)) { From = At(40), Until = At(300) },
                new("money", Money.Of(9_001)) { From = At(-10) }],
                Price: Money.Of(Uniform(0.61, 0.93)), Credit: Money.Of(20_011),
                    Patience: Money.Of(Uniform(30_000, 60_000))) { Opening = Money.Of(5_003),
                    Reaction = Days.Of(Uniform(9, 31)) },
            Rework = Fraction.Of(0.13), Useless = Fraction.Of(0.021), ReworkTo = "Rework",
        },
        new Supplier("Polar works", new("Polaria"), [new(Mm152, Rounds.Of(30_003), PerDay(83), PerDay(301))])
        {
            FirstLots = new(Fraction.Of(0.31), Fraction.Of(0.07)), Rework = Fraction.Of(0.11), Useless = Fraction.Of(0.03),
                ReworkTo = "Rework",
        },
        new Route("Icebreaker", "Polar works", "Depot", Days.Of(17.2)) { Transit = Transit.PerShipment(Factor.Of(0.4), Days.Of(31.7)),
            Sailings = new(Timetable.Every(Days.Of(13.1)), Units.Of(11), Rounds.Of(97)), Capacity = PerDay(203), Loss = Fraction.Of(0.02) },
        new Route("Ice road", "Polar works", "Depot", Days.Of(9.3)) { Capacity = PerDay(151), Loss = Fraction.Of(0.05) },
        new Supplier("Iranian stocks", Iran, [new(Mm152, Rounds.Of(150_003), PerDay(11), PerDay(613)),
            new(Mm122, Rounds.Of(30_003), PerDay(7), PerDay(151))])
        {
            Account = new([new("oil", Money.Of(3_001)), new("technology", Money.Of(5_003))], Money.Of(0.53), Money.Of(1_009),
                Money.Of(4_007)),
        },
        new Supplier("Chinese works", new("China"),
            [new(Mm152, Rounds.Of(90_003), PerDay(101), PerDay(404)), new(Mm122, Rounds.Of(1_003), PerDay(55), PerDay(77))])
        {
            Announced = new(At(20), Days.Of(Uniform(10, 170))) { Probability = Fraction.Of(Uniform(0.5, 0.9)) },
        },
        new Route("Rail", "DPRK arsenals", "Depot", Days.Of(Uniform(14, 25))) { Transit = Transit.Erlang(3), Capacity = PerDay(911),
            Preference = 0,
            Loss = Fraction.Of(0.011) },
        new Route("Sea", "DPRK arsenals", "Depot", Days.Of(Uniform(9, 20)))
        {
            Sailings = new(Timetable.Every(Days.Of(Uniform(5, 9))), Units.Of(Uniform(200, 300)), Rounds.Of(Uniform(60, 90)))
            {
                Months = Factor.Each(0.31, 0.47, 0.83, 1, 1.1, 1.2, 1.3, Uniform(1.1, 1.4), 1, 0.9, 0, 0.21),
                Factors = [Factor.Of(Noise(0.2, 13)), Factor.Of(0.97)],
                Storage = Rounds.Of(41_003),
            },
            Preference = 1, Capacity = PerDay(2_703), Loss = Fraction.Of(Uniform(0.01, 0.04)),
        },
        new Route("Far sea", "DPRK arsenals", "Depot", Days.Of(27.3))
        {
            Transit = Transit.PerShipment(Factor.Of(Uniform(0.3, 0.6)), Days.Of(Uniform(50, 70))),
            Sailings = new(Timetable.On(At(33), At(71), At(71), At(160), At(222), At(290)), Units.Of(97), Rounds.Of(Uniform(101, 171))),
                Preference = 1,
                Capacity = PerDay(507),
        },
        new Route("Caspian", "Iranian stocks", "Depot", Days.Of(6.2)) { Transit = Transit.PerShipment(Factor.Of(0.7), Days.Of(22.1)),
            Sailings = new(Timetable.Every(Days.Of(11.3)), Units.Of(41), Rounds.Of(103)) { Storage = Rounds.Of(Uniform(3_000, 5_000)) } },
        new Route("Air", "Iranian stocks", "Depot", Days.Of(3.4)) { Preference = 4, Capacity = PerDay(203) },
        new Route("Border", "Chinese works", "Depot", Days.Of(44.7)) { Transit = Transit.Erlang(6) },
        new Route("Trucks", "Depot", "Front", Days.Of(Uniform(3, 16))) { Transit = Transit.Erlang(2), Cover = Days.Of(9.1),
            Capacity = PerDay(6_007) },
        new Consumer("Group", "Front", [new(Mm152, PerDay(Uniform(3_000, 5_000))), new(Mm122, PerDay(1_201))]));
}
