using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Forces that fire as supply allows in some replications, and makers and suppliers that are throttled as stock grows.</summary>
internal static class SupplyFollowingScenarios
{
    /// <summary>
    /// <code>
    /// Plants, Works, Arsenal -> Rear -- Lorries --> Front: Guns (given or as supply allows), Brigade (as supply allows), Rockets (given)
    ///                                   South: Militia (given)
    /// </code>
    /// </summary>
    public static Scenario Following { get; } = new Scenario("Following", Side(), Horizon.PlainSteps(160)).With("Following",
        new CapacityChange("Plant 152", At(60), Uniform(0.3, 0.5)) { Until = At(105) },
        new RequirementChange("Guns", At(40), Uniform(1.2, 1.6)) { Until = At(120) },
        new DepotStrike("Rear", At(77), Fraction.Of(Uniform(0.3, 0.5))),
        new TargetShare(Iran, At(90), Fraction.Of(Uniform(0.1, 0.2)), ShareMeaning.Substituted) { Until = At(140) });

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Following with { Name = "Whole following", WholeRounds = true };

    private static Uncertain Choice(double given, double follows) =>
        OneOf(new Alternative("given", given, 0), new Alternative("as supply allows", follows, 1));

    private static Moment At(int step) => Moment.AtStep(step);

    private static Throttle Cut(double begins, double complete, double floor, params string[] counting) =>
        new(Items.Of<string>(counting), Days.Of(Uniform(begins, begins + 2)), Days.Of(Uniform(complete, complete + 5)),
            Days.Of(Uniform(3, 8)))
        {
            Floor = Fraction.Of(Uniform(floor, floor + 0.1)),
        };

    private static Network Side() => new("Amber",
        new Stockpile("Rear", [new(Mm152, Russia, Rounds.Of(Uniform(2_000, 5_000))), new(Mm122, Russia, Rounds.Of(4_007))]),
        new Stockpile("Front", [new(Mm152, Russia, Rounds.Of(901)), new(Rocket122, Russia, Rounds.Of(803))]),
        new Stockpile("South", [new(Mm122, Russia, Rounds.Of(Uniform(100, 900)))]),
        new Reserve("Old shells", [new(Mm122, Russia, Rounds.Of(20_011))]),
        new InputStock("Powder", Units.Of(Uniform(9_000, 15_000))),
        new InputSource("Powder plant", "Powder", PerDay(90)),
        new ProductionLine("Plant 152", Mm152, Russia, "Rear", PerDay(Uniform(120, 160)))
        {
            Yield = Fraction.Of(0.93), Throttle = Cut(9, 30, 0.2, "Rear", "Front"), Inputs = [new("Powder", Units.Of(1))],
        },
        new ProductionLine("Plant rockets", Rocket122, Russia, "Front", PerDay(Uniform(30, 60))) { Throttle = Cut(4, 20, 0, "Front") },
        new RefurbishmentWorks("Works", Mm122, "Old shells", "Rear", PerDay(Uniform(90, 130)))
        {
            Yield = Fraction.Of(0.81), Throttle = Cut(12, 33, 0.1, "Rear"),
        },
        new Supplier("Arsenal", Iran,
        [
            new(Mm152, Rounds.Of(9_001), PerDay(31), PerDay(Uniform(60, 90))) { Throttle = Cut(10, 28, 0.3, "Rear") },
            new(Mm122, Rounds.Of(7_001), PerDay(12), PerDay(43)) { Throttle = Cut(6, 40, 0.2, "South") },
        ]),
        new Route("Sea", "Arsenal", "Rear", Days.Of(Uniform(3, 7))),
        new Route("Lorries", "Rear", "Front", Days.Of(Uniform(2, 4))) { Cover = Days.Of(6), Capacity = PerDay(700) },
        new Route("Vans", "Rear", "South", Days.Of(2)) { Cover = Days.Of(8) },
        new Consumer("Guns", "Front", [new(Mm152, PerDay(Uniform(90, 130))) { Ceiling = PerDay(Uniform(250, 400)) },
            new(Mm122, PerDay(71)) { Ceiling = RatePath.Linear(At(20), PerDay(90), At(100), PerDay(Uniform(200, 300))) }])
        {
            FollowsSupply = Choice(1, 1),
            Rationing = Rationing.ByCover(Days.Of(Uniform(4, 9)), Rounds.Of(100), ["Rear"]),
            Mixes = [new([Mm152, Mm122], Fraction.Of(Uniform(0.2, 0.8)))],
            Displacement = new(At(30), Days.Of(60), Fraction.Of(0.4), Growth.Linear),
        },
        new Consumer("Brigade", "Front", [new(Mm152, PerDay(13)) { Ceiling = PerDay(51) }])
        {
            FollowsSupply = 1, Rationing = Rationing.ByCover(Days.Of(11.0 * Drift(At(30), 0.9, At(110)) * Noise(0.2, 9))),
            Unmet = Unmet.Lost,
        },
        new Consumer("Rockets", "Front", [new(Rocket122, PerDay(Uniform(20, 50)))]),
        new Consumer("Militia", "South", [new(Mm122, PerDay(23)) { Ceiling = PerDay(40) }])
        {
            FollowsSupply = 0, Rationing = Rationing.ByCover(Days.Of(3)),
        });
}
