using static Supply.Calibre;
using static Supply.Origin;
using static Supply.Uncertain;

namespace Supply.Tests.Twin;

/// <summary>Amounts that are drawn in each step, of every distribution and wherever there is a rate.</summary>
internal static class ChanceScenarios
{
    private const double Step = 2.5;

    /// <summary>
    /// <code>
    /// Plant, gamma -> Depot - Road, base stock, capacity gamma -> Front: Guns, Poisson and compound Poisson
    /// Abroad, orders discrete - Sea -> Depot - Push, discrete -> Camp: Crews, normal
    /// </code>
    /// </summary>
    public static Scenario Chance { get; } = new Scenario("Chance", Side(), Horizon.PlainSteps(160, Step)).With("Chance",
        new CapacityChange("Plant", Moment.AtStep(60), Uniform(0.3, 0.6)) { Until = Moment.AtStep(100) },
        new RequirementChange("Guns", Moment.AtStep(90), 1.3) { Onset = Days.Of(30) });

    /// <summary>Whole rounds.</summary>
    public static Scenario Whole { get; } = Chance with { Name = "Whole chance", WholeRounds = true };

    private static RatePath Each(StepDraw draw) => RatePath.Drawn(draw, Step);

    private static Network Side() => new("Side",
        new Stockpile("Depot", [new(Mm152, Russia, Rounds.Of(900)), new(Mm122, Russia, Rounds.Of(300))]),
        new Stockpile("Front", [new(Mm152, Russia, Rounds.Of(300))]),
        new Stockpile("Camp"),
        new InputStock("Powder", Units.Of(30)),
        new InputSource("Mill", "Powder", Each(StepDraw.Poisson(21.7))),
        new ProductionLine("Plant", Mm152, Russia, "Depot", Each(StepDraw.Gamma(2.7, 93)).Times(Uniform(0.8, 1.1)))
        {
            Inputs = [new("Powder", Units.Of(0.08))],
        },
        new ProductionLine("Bench", Mm122, Russia, "Depot", Each(StepDraw.Gamma(0.37, 113)).Times(Noise(0.2, 9))),
        new Supplier("Abroad", Dprk,
            [new(Mm152, Rounds.Of(700), Each(StepDraw.Normal(40, 35)), Each(StepDraw.Discrete((211, 0.2), (0, 0.5), (53.5, 0.3))))])
        {
            ExportLimit = Each(StepDraw.Gamma(900, 0.13)),
        },
        new Route("Sea", "Abroad", "Depot", Days.Of(Uniform(4, 9))),
        new Route("Road", "Depot", "Front", Days.Of(3))
        {
            Replenishment = Replenishment.BaseStock(Rounds.Of(Uniform(400, 600))), Capacity = Each(StepDraw.Gamma(31, 12.3)),
        },
        new Route("Push", "Depot", "Camp", Days.None)
        {
            Replenishment = Replenishment.PerCalibre(
                new(Mm152, Replenishment.Push(Each(StepDraw.Discrete((17, 3), (41, 1))))), new(Mm122, Replenishment.ByCover(Days.Of(4)))),
        },
        new GunPark("Howitzers", Units.Of(40), Rate.PerDay(9), Rounds.Of(700))
        {
            Barrels = Units.Of(3), BarrelProduction = Each(StepDraw.Poisson(0.7)),
            Losses = Each(StepDraw.CompoundPoisson(0.3, (1, 2), (3, 1))),
        },
        new Consumer("Guns", "Front",
            [new(Mm152, Each(StepDraw.CompoundPoisson(4.3, (12, 1), (30, 2.5), (75, 0.5)))) { Guns = "Howitzers" }])
        {
            Unmet = Unmet.Backordered,
        },
        new Consumer("Siege guns", "Front", [new(Mm152, Each(StepDraw.Poisson(61.3)).Times(Uniform(0.5, 1.5)))]),
        new Consumer("Crews", "Camp", [new(Mm122, Each(StepDraw.Normal(30, 40))), new(Mm152, Each(StepDraw.Poisson(0)))]));
}
