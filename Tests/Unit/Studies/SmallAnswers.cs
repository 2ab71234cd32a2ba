namespace Supply.Tests.Unit.Studies;

/// <summary>A force that fires all shells that a plant makes and a tenth of the rockets that pile up: changes of fire are known.</summary>
internal static class SmallAnswers
{
    //   Shells, 80 to 120 a day -> Depot -> Force, which wants 200 shells and 10 rockets a day
    //   Rockets, 50 a day ------^
    public static Scenario Plan { get; } = new("Plan", new Network("Side",
        new Stockpile("Depot"),
        new ProductionLine("Shells", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(80, 120).Named("shell output"))),
        new ProductionLine("Rockets", Calibre.Rocket122, Origin.Russia, "Depot", Rate.PerDay(50))
        {
            Yield = Fraction.Of(Uncertain.Uniform(0.5, 1)),
        },
        new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(200)), new(Calibre.Rocket122, Rate.PerDay(10))])),
        Horizon.Dated(new(2025, 1, 1), new(2025, 12, 31)));

    public static DateOnly Turn { get; } = new(2025, 3, 1);

    public static TimeWindow Window { get; } = new("from the turn", Turn, new(2025, 12, 31));

    public static Scenario Shells(string name, Uncertain factor, double days = 0) =>
        Plan.With(name, new CapacityChange("Shells", Turn, factor) { Onset = days > 0 ? Days.Of(days) : null });

    public static Study Run(Scenario changed, int replications = 400, Metric? metric = null, ulong seed = 2026) =>
        new Ensemble(replications, seed, Answer.Record(Plan, changed, metric)).Run(Plan, changed);

    //   Arsenal, 30 a day made and sent as ordered -> Sea -> Depot, with 60 a day from the Plant; the force wants 500
    public static Scenario Supplied { get; } = new("Supplied", new Network("Side",
        new Stockpile("Depot"),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(50, 70).Named("plant output"))),
        new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.None, Rate.PerDay(30), Rate.PerDay(20))]),
        new Route("Sea", "Arsenal", "Depot", Days.Of(5)),
        new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(500))])),
        Horizon.Dated(new(2025, 1, 1), new(2025, 12, 31)));

    public static Sweep Sweep { get; } = new(Origin.Dprk, new(2025, 3, 1), [0, 0.1, 0.2, 0.4, 0.6, 0.8], [ShareMeaning.Added]);

    public static Study RunSweep(Metrics? record = null) =>
        new Ensemble(400, Record: record ?? Answer.Record(Supplied, Sweep)).Run([Supplied, .. Sweep.Expand(Supplied)]);
}
