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
        new Dispersal("Depot", At(140), 0.83) { FurtherHaul = 2.7, Until = At(230) },
        new RouteClosure("Sea", At(100)) { Until = At(133), UnderWay = UnderWay.Waits },
        new RouteClosure("Trucks", At(200)) { Until = At(207), UnderWay = UnderWay.Waits },
        new LeadTimeChange("Rail", At(80), Uniform(1.2, 2.1)) { Until = At(240) },
        new LeadTimeChange("Trucks", At(80), 1.37),
        new SailingChange("Sea", At(170), 0) { Until = At(190) },
        new SailingChange("Caspian", At(30), Uniform(0.3, 0.8)),
        new Interdiction("Sea", At(210), 0.61) { Loss = 0.07 },
        new PaymentStop(Dprk, At(90)) { Until = At(160) },
        new PaymentStop(Iran, At(110)) { Good = "oil" },
        new NewDeal(Dprk, At(180)) { Payments = Uniform(1.1, 1.9), Price = 1.21 },
        new NewDeal(Dprk, At(250)) { Price = Triangular(0.6, 0.8, 1.1) },
        new TargetShare(new("China"), At(120), 0.13, ShareMeaning.Added),
        new ExportLimit(Iran, At(200), PerDay(311)));

    /// <summary>Steps of a week.</summary>
    public static Scenario Weekly { get; } = Trouble with { Name = "Weekly trouble", Horizon = Horizon.Dated(First, new(2025, 2, 3), 7) };

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Trouble with { Name = "Whole trouble", WholeRounds = true };

    private static Moment At(int day) => First.AddDays(day);

    private static Network Side() => new("Russia",
        new Stockpile("Depot", [new(Mm152, Russia, 20_003)]),
        new Stockpile("Front"),
        new Reserve("Rework"),
        new ProductionLine("Plant", Mm152, Russia, "Depot", PerDay(Uniform(700, 900))),
        new Supplier("DPRK arsenals", Dprk,
        [
            new(Mm152, 500_003, PerDay(811), RatePath.Constant(PerDay(Uniform(3_000, 4_000))).Times(Noise(0.3, 11))),
            new(Mm122, 200_003, PerDay(303), PerDay(907)),
        ])
        {
            Account = new([new("food", Uniform(20_000, 40_000)), new("oil", 31_007) { From = At(40), Until = At(300) },
                new("money", 9_001) { From = At(-10) }],
                Price: Uniform(0.61, 0.93), Credit: 20_011, Patience: Uniform(30_000, 60_000)) { Opening = 5_003,
                    Reaction = Uniform(9, 31) },
            Rework = 0.13, Useless = 0.021, ReworkTo = "Rework",
        },
        new Supplier("Polar works", new("Polaria"), [new(Mm152, 30_003, PerDay(83), PerDay(301))])
        {
            FirstLots = new(0.31, 0.07), Rework = 0.11, Useless = 0.03, ReworkTo = "Rework",
        },
        new Route("Icebreaker", "Polar works", "Depot", 17.2) { Transit = Transit.PerShipment(0.4, 31.7),
            Sailings = new(Timetable.Every(13.1), 11, 97), Capacity = PerDay(203), Loss = 0.02 },
        new Route("Ice road", "Polar works", "Depot", 9.3) { Capacity = PerDay(151), Loss = 0.05 },
        new Supplier("Iranian stocks", Iran, [new(Mm152, 150_003, PerDay(11), PerDay(613)), new(Mm122, 30_003, PerDay(7), PerDay(151))])
        {
            Account = new([new("oil", 3_001), new("technology", 5_003)], 0.53, 1_009, 4_007),
        },
        new Supplier("Chinese works", new("China"),
            [new(Mm152, 90_003, PerDay(101), PerDay(404)), new(Mm122, 1_003, PerDay(55), PerDay(77))])
        {
            Announced = new(At(20), Uniform(10, 170)) { Probability = Uniform(0.5, 0.9) },
        },
        new Route("Rail", "DPRK arsenals", "Depot", Uniform(14, 25)) { Transit = Transit.Erlang(3), Capacity = PerDay(911), Preference = 0,
            Loss = 0.011 },
        new Route("Sea", "DPRK arsenals", "Depot", Uniform(9, 20))
        {
            Sailings = new(Timetable.Every(Uniform(5, 9)), Uniform(200, 300), Uniform(60, 90))
            {
                Months = [0.31, 0.47, 0.83, 1, 1.1, 1.2, 1.3, Uniform(1.1, 1.4), 1, 0.9, 0, 0.21],
                Factors = [Noise(0.2, 13), 0.97],
                Storage = 41_003,
            },
            Preference = 1, Capacity = PerDay(2_703), Loss = Uniform(0.01, 0.04),
        },
        new Route("Far sea", "DPRK arsenals", "Depot", 27.3)
        {
            Transit = Transit.PerShipment(Uniform(0.3, 0.6), Uniform(50, 70)),
            Sailings = new(Timetable.On(At(33), At(71), At(71), At(160), At(222), At(290)), 97, Uniform(101, 171)), Preference = 1,
                Capacity = PerDay(507),
        },
        new Route("Caspian", "Iranian stocks", "Depot", 6.2) { Transit = Transit.PerShipment(0.7, 22.1),
            Sailings = new(Timetable.Every(11.3), 41, 103) { Storage = Uniform(3_000, 5_000) } },
        new Route("Air", "Iranian stocks", "Depot", 3.4) { Preference = 4, Capacity = PerDay(203) },
        new Route("Border", "Chinese works", "Depot", 44.7) { Transit = Transit.Erlang(6) },
        new Route("Trucks", "Depot", "Front", Uniform(3, 16)) { Transit = Transit.Erlang(2), Cover = 9.1, Capacity = PerDay(6_007) },
        new Consumer("Group", "Front", [new(Mm152, PerDay(Uniform(3_000, 5_000))), new(Mm122, PerDay(1_201))]));
}
