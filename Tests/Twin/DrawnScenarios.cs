using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Whatever the other scenarios give as an exact number is uncertain here, so that each number is drawn in one of them.</summary>
internal static class DrawnScenarios
{
    private static readonly DateOnly First = new(2024, 3, 1);

    /// <summary>
    /// <code>
    /// Works, with an account - Rail, Sea -> Depot -> Guns with a park of howitzers
    /// Old rounds - Yard ------------------> Depot
    /// Steel ---------- Foundry -----------> Depot
    /// </code>
    /// </summary>
    public static Scenario Drawn { get; } = new Scenario("Drawn", Side(), Horizon.Dated(First, new(2024, 9, 27))).With("Drawn",
        new StrikeHazard("Depot", At(20), Uniform(8, 20), Uniform(0.02, 0.05), Uniform(0.8, 1.4)) { ArtilleryShare = Uniform(0.3, 0.8) },
        new Interdiction("Rail", At(50), Uniform(0.4, 0.6)) { Loss = Uniform(0.02, 0.2), Until = At(90) },
        new InputSanction("Steel by sea", At(40), Uniform(0.3, 0.6))
        {
            Evaded = Uniform(0.2, 0.6), EvasionDelay = Uniform(9, 19), PriceFactor = Uniform(1.2, 2),
        },
        new CapacityChange("Foundry", At(70), Uniform(1.2, 1.6)) { Onset = Uniform(9, 33) },
        new NewDeal(Dprk, At(120)) { Payments = Uniform(0.3, 0.6), Price = Uniform(1, 1.3) },
        new PaymentStop(Dprk, At(150)) { Good = "food", Until = At(180) });

    private static Moment At(int day) => First.AddDays(day);

    private static Network Side() => new("Red",
        new Stockpile("Depot", [new(Mm152, Russia, Uniform(9_000, 12_000))]),
        new Reserve("Old rounds", [new(Mm152, Russia, Uniform(20_000, 40_000))]) { Order = RefurbishmentOrder.LegacyFirst },
        new RefurbishmentWorks("Yard", Mm152, "Old rounds", "Depot",
            RatePath.Logistic(At(60), PerDay(Uniform(60, 90)), PerDay(Uniform(200, 300)), Uniform(60, 90), Uniform(0, 20)))
        {
            Yield = Uniform(0.8, 0.95), LastYield = Uniform(0.3, 0.5),
        },
        new InputStock("Steel", Uniform(3_000, 6_000)),
        new InputSource("Steel by sea", "Steel",
            RatePath.FirstOrder(At(30), PerDay(Uniform(100, 140)), PerDay(Uniform(200, 300)), Uniform(20, 40)))
        {
            LeadTime = Uniform(5, 9), Loss = Uniform(0.01, 0.1), UnitCost = Uniform(2, 5),
        },
        new ProductionLine("Foundry", Mm152, Russia, "Depot", PerDay(Uniform(130, 170)))
        {
            Inputs = [new("Steel", Uniform(0.9, 1.2))], UnitCost = Uniform(700, 900), Yield = Uniform(0.9, 0.99),
        },
        new Supplier("Works", Dprk,
        [
            new(Mm152, Uniform(20_000, 30_000),
                RatePath.Table((At(0), PerDay(Uniform(90, 130))), (At(90), PerDay(171))), PerDay(Uniform(200, 300))),
        ])
        {
            Account = new([new("food", Uniform(3_000, 5_000)), new("oil", 1_703)],
                Price: Uniform(0.7, 0.9), Credit: Uniform(4_000, 6_000), Patience: Uniform(9_000, 12_000))
            {
                Opening = Uniform(1_000, 3_000), Reaction = Uniform(5, 20),
            },
            Announced = new(At(9), Uniform(3, 20)) { Probability = Uniform(0.7, 0.95) },
            ExportLimit = RatePath.Table(Interpolation.Step, (At(0), PerDay(Uniform(170, 210))), (At(80), PerDay(Uniform(230, 260)))),
            Rework = Uniform(0.1, 0.2), Useless = Uniform(0.02, 0.05), FirstLots = new(Uniform(0.3, 0.4), Uniform(0.2, 0.3)),
            ReworkTo = "Old rounds",
            UnitCost = Uniform(400, 600),
        },
        new Route("Rail", "Works", "Depot", Uniform(7, 12))
        {
            Capacity = PerDay(Uniform(180, 240)), Loss = Uniform(0, 0.03), HoldingCost = Uniform(0.1, 0.2),
        },
        new Route("Sea", "Works", "Depot", Uniform(9, 12))
        {
            Sailings = new(Timetable.Every(Uniform(5, 9)), Uniform(3, 5), Uniform(200, 300))
            {
                Factors = [Uniform(0.8, 1.2)], Storage = Uniform(2_000, 3_000),
            },
            Preference = 1,
        },
        new GunPark("Howitzers", Uniform(20, 30), PerDay(Uniform(15, 25)), Uniform(900, 1_300))
        {
            Barrels = Uniform(5, 9), BarrelProduction = PerMonth(Uniform(3, 5)), Reserve = Uniform(20, 40),
            Cannibalised = PerMonth(Uniform(2, 4)), Usable = Uniform(0.5, 0.8),
            Returned = RatePath.Linear(At(20), PerMonth(Uniform(0.5, 1)), At(90), PerMonth(Uniform(1, 3))),
            Losses = PerDay(Uniform(0.05, 0.12)),
        },
        new Consumer("Guns", "Depot", [new(Mm152, PerDay(Uniform(450, 600))) { Guns = "Howitzers" }])
        {
            Rationing = Rationing.ByCover(Uniform(9, 20), Uniform(100, 900)),
        })
    { Effects = [new(Dprk, Uniform(0.4, 0.9))] };
}
