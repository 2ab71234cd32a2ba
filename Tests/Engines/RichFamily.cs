using Supply.Tests.Twin;

namespace Supply.Tests.Engines;

/// <summary>
/// A few scenarios that together hold every kind of part, option, path, number and change, and what to record of them:
/// <c>NobodyForgottenTests</c> holds them to it.
/// </summary>
internal static class RichFamily
{
    public static IReadOnlyList<Scenario> Scenarios { get; } = [
        .. Pinned(), OpeningScenarios.Openings, OpeningScenarios.Whole, SupplyFollowingScenarios.Following, SupplyFollowingScenarios.Whole,
        InstantScenarios.Instant, InstantScenarios.Whole,
        ChanceScenarios.Chance, ChanceScenarios.Whole, DrawingScenarios.Drawings, DrawingScenarios.Whole, TwinScenarios.Asked,
    ];

    public static TheoryData<string> Names => [.. Scenarios.Select(scenario => scenario.Name)];

    /// <summary>Those whose bits are pinned.</summary>
    public static IReadOnlyList<Scenario> Pinned() =>
    [
        RichScenario.Of(), TwinScenarios.Demand, TwinScenarios.HalfDays, TwinMaking.Making,
        ShipmentScenarios.Trouble, ShipmentScenarios.Whole, OrderingScenarios.Ordering, OrderingScenarios.Whole,
        DrawnScenarios.Drawn, MixScenarios.Mixed, MixScenarios.Whole,
    ];

    public static Scenario Of(string name) => Scenarios.Single(scenario => scenario.Name == name);

    /// <summary>Every quantity, whole and narrowed in every way, over two windows, with one outcome of its own window.</summary>
    public static Metrics MetricsOf(Scenario scenario)
    {
        var horizon = scenario.Horizon;
        Moment At(int part) => horizon.StartOf(horizon.Steps * part / 10) is { } date ? date : Moment.AtStep(horizon.Steps * part / 10);
        var (side, consumer) = (scenario.Networks[0], scenario.Networks[0].Parts.OfType<Consumer>().First());
        var origin = side.Parts.OfType<Stockpile>().SelectMany(one => one.Opening).First().Origin;
        var fired = Metric.FiredPerDay.On(side.Name).At(consumer.Name).Of(consumer.Demands[0].Calibre).From(origin);
        var everything = Recorded.Everything(scenario, every: 5);
        everything = everything with { Series = Sound(everything.Series), Scalars = Sound(everything.Scalars) };
        return (everything with { RatioDays = 13, BenchmarkDays = 37, ExhaustionFill = 0.83 })
            .And(fired).And([.. Ratios(scenario), .. Willing(scenario), .. Throttled(scenario)])
            .Over(new("early", At(0), At(6)), new("late", At(3), At(9)))
            .And(new Outcome(Metric.FillRate, new("middle", At(4), At(7))));
    }

    // Shares of several suppliers do not add up.
    private static Items<Metric> Sound(Items<Metric> metrics) =>
        Items.From(metrics.Where(metric => metric.Quantity != Quantity.Willingness));

    private static IEnumerable<Metric> Willing(Scenario scenario) =>
        from network in scenario.Networks
        from supplier in network.Parts.OfType<Supplier>()
        where supplier.Account is not null
        select new Metric(Quantity.Willingness).On(network.Name).At(supplier.Name);

    private static IEnumerable<Metric> Throttled(Scenario scenario) =>
        Compilation.Compiler.Everything(scenario).Series.Where(metric => metric.Quantity == Quantity.ThrottleFactor);

    private static IEnumerable<Metric> Ratios(Scenario scenario)
    {
        if (scenario.Networks is not [var one, var other]) return [];
        return
        [
            Metric.FireRatio(one.Name, other.Name), Metric.EffectiveFireRatio(one.Name, other.Name),
            Metric.EffectiveFireRatio(one.Name, other.Name, new RoundEffect(Origin.Russia, 0.6)),
        ];
    }
}
