using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Rate;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Forces that fire what there is, with guns that are enough for some calibres and not for others.</summary>
internal static class MixScenarios
{
    private static readonly Calibre Mm130 = new("130 mm");

    /// <summary>
    /// <code>
    /// Plants -> Rear -- Lorries --> Front: Guns fire 152, 122 and 130 mm as they are there, rockets by themselves;
    ///                               Reserve brigade fires 152 and 122 mm in equal parts of what is there
    /// </code>
    /// </summary>
    public static Scenario Mixed { get; } = new("Mixed", new Network("Side",
        new Stockpile("Rear",
            [new(Mm152, Russia, Rounds.Of(Uniform(9_000, 15_000))), new(Mm122, Dprk, Rounds.Of(30_000)),
                new(Mm130, Dprk, Rounds.Of(4_000))]),
        new Stockpile("Front", [new(Mm152, Dprk, Rounds.Of(700)), new(Rocket122, Russia, Rounds.Of(5_000))]),
        new ProductionLine("Plant 152", Mm152, Russia, "Rear", PerDay(Uniform(60, 140))),
        new ProductionLine("Plant 122", Mm122, Russia, "Rear", PerDay(Uniform(20, 50))),
        new Route("Lorries", "Rear", "Front", Days.Of(Uniform(2, 4))) { Cover = Days.Of(9), Capacity = PerDay(900) },
        new GunPark("Howitzers", Units.Of(Uniform(30, 60)), PerDay(9), Rounds.Of(1_500))
        {
            Barrels = Units.Of(11), Losses = PerDay(Uniform(0.1, 0.3)),
        },
        new GunPark("Light guns", Units.Of(Uniform(8, 20)), PerDay(12), Rounds.Of(2_000)) { Losses = PerDay(0.05) },
        new Consumer("Guns", "Front",
        [
            new(Mm152, PerDay(Uniform(250, 330))) { Guns = "Howitzers" },
            new(Mm122, PerDay(90)) { Guns = "Light guns", Weight = Factor.Of(Uniform(0.5, 0.9)) },
            new(Mm130, PerDay(Uniform(0, 20))) { Weight = Factor.Of(0.8) },
            new(Rocket122, PerDay(41)),
        ])
        {
            Mixes = [new([Mm152, Mm122, Mm130], Fraction.Of(Uniform(0.2, 0.9))) { Counting = ["Rear"] }],
            Rationing = Rationing.ByCover(Days.Of(Uniform(4, 9)), counting: ["Rear"]),
            Season = new(new(2024, 7, 1), Fraction.Of(0.3)),
        },
        new Consumer("Reserve brigade", "Front", [new(Mm122, PerDay(13)) { Guns = "Light guns" }, new(Mm152, PerDay(31))])
        {
            Mixes = [new([Mm122, Mm152], Fraction.Of(1))],
        }), Horizon.Dated(new(2024, 1, 1), new(2024, 12, 1)))
    {
        Changes = [new DepotStrike("Rear", new(2024, 5, 1), Fraction.Of(0.3)), new CapacityChange("Plant 152", new(2024, 6, 1), 0)],
    };

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Mixed with { Name = "Mixed whole", WholeRounds = true };
}
