namespace Supply.Tests.Engines;

/// <summary>Scenarios that compile and run very quickly.</summary>
internal static class Small
{
    /// <summary>A plant fills a rear stock, a road the front, and guns fire from there.</summary>
    public static Scenario TwoStocks(int steps) => new("Two stocks", new Network("Side", Items.From(Chain(""))), Horizon.PlainSteps(steps));

    /// <summary>The same side by side, each with its own draws.</summary>
    public static Scenario Copies(int copies, int steps) =>
        new("Copies", new Network("Side", Items.From(Enumerable.Range(1, copies).SelectMany(i => Chain($" {i}")))),
            Horizon.PlainSteps(steps));

    private static IEnumerable<Part> Chain(string suffix) =>
    [
        new Stockpile("Rear" + suffix, [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.LogNormal(5e4, 2e5)))]),
        new Stockpile("Front" + suffix),
        new ProductionLine("Plant" + suffix, Calibre.Mm152, Origin.Russia, "Rear" + suffix,
            RatePath.Constant(Rate.PerDay(3000)).Times(Uncertain.Noise(0.1, 30))),
        new Route("Road" + suffix, "Rear" + suffix, "Front" + suffix, Days.Of(Uncertain.Uniform(2, 9))) { Cover = Days.Of(20),
            Capacity = Rate.PerDay(9000) },
        new Consumer("Guns" + suffix, "Front" + suffix,
            [new(Calibre.Mm152, Rate.PerDay(Uncertain.Uniform(4000, 9000)))]) { Rationing = Rationing.ByCover(Days.Of(30), Rounds.None) },
    ];
}
