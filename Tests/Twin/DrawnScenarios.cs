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
        new StrikeHazard("Depot", At(20), Uniform(8, 20), Fraction.Of(Uniform(0.02, 0.05)),
            Factor.Of(Uniform(0.8, 1.4))) { ArtilleryShare = Fraction.Of(Uniform(0.3, 0.8)) },
        new Interdiction("Rail", At(50), Fraction.Of(Uniform(0.4, 0.6))) { Loss = Fraction.Of(Uniform(0.02, 0.2)), Until = At(90) },
        new InputSanction("Steel by sea", At(40), Fraction.Of(Uniform(0.3, 0.6)))
        {
            Evaded = Fraction.Of(Uniform(0.2, 0.6)), EvasionDelay = Days.Of(Uniform(9, 19)), PriceFactor = Uniform(1.2, 2),
        },
        new CapacityChange("Foundry", At(70), Uniform(1.2, 1.6)) { Onset = Days.Of(Uniform(9, 33)) },
        new NewDeal(Dprk, At(120)) { Payments = Uniform(0.3, 0.6), Price = Uniform(1, 1.3) },
        new PaymentStop(Dprk, At(150)) { Good = "food", Until = At(180) });

    private static Moment At(int day) => First.AddDays(day);

    private static Network Side() => new("Red",
        new Stockpile("Depot", [new(Mm152, Russia, Rounds.Of(Uniform(9_000, 12_000)))]),
        new Reserve("Old rounds", [new(Mm152, Russia, Rounds.Of(Uniform(20_000, 40_000)))]) { Drawing = Drawing.ByPreference(Russia) },
        new RefurbishmentWorks("Yard", Mm152, "Old rounds", "Depot",
            RatePath.Logistic(At(60), PerDay(Uniform(60, 90)), PerDay(Uniform(200, 300)), Days.Of(Uniform(60, 90)),
                Days.Of(Uniform(0, 20))))
        {
            Yield = Fraction.Of(Uniform(0.8, 0.95)), LastYield = Fraction.Of(Uniform(0.3, 0.5)),
        },
        new InputStock("Steel", Units.Of(Uniform(3_000, 6_000))),
        new InputSource("Steel by sea", "Steel",
            RatePath.FirstOrder(At(30), PerDay(Uniform(100, 140)), PerDay(Uniform(200, 300)), Days.Of(Uniform(20, 40))))
        {
            LeadTime = Days.Of(Uniform(5, 9)), Loss = Fraction.Of(Uniform(0.01, 0.1)), UnitCost = Money.Of(Uniform(2, 5)),
        },
        new ProductionLine("Foundry", Mm152, Russia, "Depot", PerDay(Uniform(130, 170)))
        {
            Inputs = [new("Steel", Units.Of(Uniform(0.9, 1.2)))], UnitCost = Money.Of(Uniform(700, 900)),
                Yield = Fraction.Of(Uniform(0.9, 0.99)),
        },
        new Supplier("Works", Dprk,
        [
            new(Mm152, Rounds.Of(Uniform(20_000, 30_000)),
                RatePath.Table((At(0), PerDay(Uniform(90, 130))), (At(90), PerDay(171))), PerDay(Uniform(200, 300))),
        ])
        {
            Account = new([new("food", Money.Of(Uniform(3_000, 5_000))), new("oil", Money.Of(1_703))],
                Price: Money.Of(Uniform(0.7, 0.9)), Credit: Money.Of(Uniform(4_000, 6_000)), Patience: Money.Of(Uniform(9_000, 12_000)))
            {
                Opening = Money.Of(Uniform(1_000, 3_000)), Reaction = Days.Of(Uniform(5, 20)),
            },
            Announced = new(At(9), Days.Of(Uniform(3, 20))) { Probability = Fraction.Of(Uniform(0.7, 0.95)) },
            ExportLimit = RatePath.Table(Interpolation.Step, (At(0), PerDay(Uniform(170, 210))), (At(80), PerDay(Uniform(230, 260)))),
            Rework = Fraction.Of(Uniform(0.1, 0.2)), Useless = Fraction.Of(Uniform(0.02, 0.05)),
                FirstLots = new(Fraction.Of(Uniform(0.3, 0.4)), Fraction.Of(Uniform(0.2, 0.3))),
            ReworkTo = "Old rounds",
            UnitCost = Money.Of(Uniform(400, 600)),
        },
        new Route("Rail", "Works", "Depot", Days.Of(Uniform(7, 12)))
        {
            Capacity = PerDay(Uniform(180, 240)), Loss = Fraction.Of(Uniform(0, 0.03)), HoldingCost = Money.Of(Uniform(0.1, 0.2)),
        },
        new Route("Sea", "Works", "Depot", Days.Of(Uniform(9, 12)))
        {
            Sailings = new(Timetable.Every(Days.Of(Uniform(5, 9))), Units.Of(Uniform(3, 5)), Rounds.Of(Uniform(200, 300)))
            {
                Factors = [Factor.Of(Uniform(0.8, 1.2))], Storage = Rounds.Of(Uniform(2_000, 3_000)),
            },
            Preference = 1,
        },
        new GunPark("Howitzers", Units.Of(Uniform(20, 30)), PerDay(Uniform(15, 25)), Rounds.Of(Uniform(900, 1_300)))
        {
            Barrels = Units.Of(Uniform(5, 9)), BarrelProduction = PerMonth(Uniform(3, 5)), Reserve = Units.Of(Uniform(20, 40)),
            Cannibalised = PerMonth(Uniform(2, 4)), Usable = Fraction.Of(Uniform(0.5, 0.8)),
            Returned = RatePath.Linear(At(20), PerMonth(Uniform(0.5, 1)), At(90), PerMonth(Uniform(1, 3))),
            Losses = PerDay(Uniform(0.05, 0.12)),
        },
        new Consumer("Guns", "Depot", [new(Mm152, PerDay(Uniform(450, 600))) { Guns = "Howitzers" }])
        {
            Rationing = Rationing.ByCover(Days.Of(Uniform(9, 20)), Rounds.Of(Uniform(100, 900))),
        })
    { Effects = [new(Dprk, Fraction.Of(Uniform(0.4, 0.9)))] };
}
