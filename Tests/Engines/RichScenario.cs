namespace Supply.Tests.Engines;

/// <summary>A scenario with every kind of part, path, number and change.</summary>
internal static class RichScenario
{
    public static Scenario Of(string name = "Rich") => new(name, Network, Horizon.Dated(new(2024, 1, 1), new(2024, 7, 31)))
    {
        Changes =
        [
            new TargetShare(Origin.Dprk, new(2024, 2, 1), Fraction.Of(Uncertain.Triangular(0.1, 0.2, 0.4)),
                ShareMeaning.Added) { Until = new Moment(2024, 4, 1) },
            new TargetShare(Origin.Dprk, new(2024, 4, 1), Fraction.Of(0.3), ShareMeaning.Substituted) { Until = new Moment(2024, 5, 1) },
            new ExportLimit(Origin.Dprk, new(2024, 6, 1), Rate.PerMonth(Uncertain.Uniform(0, 900))),
            new Interdiction("Road", new(2024, 3, 1), Fraction.Of(Uncertain.Uniform(0.3, 0.8))) { Until = new Moment(2024, 3, 20),
                Loss = Fraction.Of(0.1) },
            new DepotStrike("Rear", new(2024, 5, 15), Fraction.Of(Uncertain.Uniform(0.05, 0.4))),
            new CapacityChange("Plant", new(2024, 4, 15), Uncertain.LogNormal(0.5, 1)),
            new RequirementChange("Force", new(2024, 3, 10), 1.5 * Uncertain.Noise(0.2, 5)) { Until = new Moment(2024, 6, 10) },
        ],
    };

    private static Network Network { get; } = new("Side",
        new Stockpile("Rear",
        [
            new(Calibre.Mm152, Origin.Russia,
                Rounds.Of(Uncertain.OneOf(new Alternative("low", 1, 9_000), new("high", 2, Uncertain.Normal(20_000, 500))).Named("world"))),
            new(Calibre.Mm122, Origin.Russia, Rounds.Of(8_000)),
        ]),
        new Stockpile("Front", [new(Calibre.Mm152, Origin.Dprk, Rounds.Of(700))]),
        new Reserve("Old stock", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.LogNormal(5_000, 20_000))),
            new(Calibre.Mm152, Origin.Belarus, Rounds.Of(900))]),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Rear",
            RatePath.Linear(new(2024, 1, 1), Rate.PerDay(Uncertain.Uniform(50, 90)), new(2024, 6, 1), Rate.PerMonth(4_000))
                .Times(Uncertain.Drift(new(2024, 3, 1), 0.5)))
        {
            Yield = Fraction.Of(Uncertain.Triangular(0.8, 0.95, 1)),
        },
        new ProductionLine("Mill", Calibre.Mm122, Origin.Russia, "Rear",
            RatePath.FirstOrder(new(2024, 2, 1), Rate.PerYear(10_000), Rate.PerDay(Uncertain.Uniform(40, 60)),
                Days.Of(Uncertain.Uniform(20, 90)))),
        new RefurbishmentWorks("Works", Calibre.Mm152, "Old stock", "Rear",
            ((RatePath)Rate.PerDay(80)).Times(Uncertain.Noise(0.3, 20).Named("shifts"))) { Yield = Fraction.Of(0.9) },
        new RefurbishmentWorks("Yard", Calibre.Mm152, "Old stock", "Front",
            RatePath.Table(Interpolation.Step, (new(2024, 2, 1), Rate.PerDay(Uncertain.Uniform(5, 10))),
                (new(2024, 5, 1), Rate.PerDay(20)))),
        new Supplier("Arsenals", Origin.Dprk,
        [
            new(Calibre.Mm152, Rounds.Of(Uncertain.Uniform(4_000, 9_000)), Rate.PerMonth(900),
                ((RatePath)Rate.PerDay(60)).Times(Uncertain.Noise(0.3, 20).Named("shifts"))),
            new(Calibre.Mm122, Rounds.Of(Uncertain.Pert(1_000, 2_000, 4_000)), Rate.PerDay(5),
                RatePath.Logistic(new(2024, 3, 1), Rate.PerDay(10), Rate.PerDay(Uncertain.Pert(20, 25, 50)),
                    Days.Of(Uncertain.Uniform(30, 90)),
                    Days.Of(Uncertain.Pert(0, 5, 30)))),
        ])
        {
            ExportLimit = Rate.PerDay(90), Rework = Fraction.Of(Uncertain.Uniform(0.1, 0.3)), Useless = Fraction.Of(0.05),
                ReworkTo = "Old stock",
        },
        new Route("Sea", "Arsenals", "Rear", Days.Of(Uncertain.Uniform(20, 45))) { Capacity = Rate.PerMonth(2_500),
            Loss = Fraction.Of(0.02) },
        new Route("Road", "Rear", "Front", Days.Of(Uncertain.OneOf(new Alternative("quick", 3, 2),
            new("slow", 1, 6)))) { Cover = Days.Of(10),
            Capacity = Rate.PerDay(Uncertain.Uniform(250, 400)), Loss = Fraction.Of(Uncertain.Uniform(0, 0.03)) },
        new Consumer("Force", "Front",
        [
            new(Calibre.Mm152, ((RatePath)Rate.PerDay(220)).Times(Uncertain.Noise(0.2, 7))),
            new(Calibre.Mm122, Rate.PerDay(Uncertain.Uniform(50, 120))),
        ])
        {
            Rationing = Rationing.ByCover(Days.Of(Uncertain.Uniform(6, 10)), Rounds.Of(Uncertain.Uniform(0, 200)), ["Rear"]),
        });
}
