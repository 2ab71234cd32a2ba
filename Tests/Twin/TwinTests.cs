namespace Supply.Tests.Twin;

/// <summary>The engine and a program written from MODEL.md alone give the same numbers.</summary>
public class TwinTests
{
    private const int Replications = 5;
    private static readonly Metrics Settings = new();
    private static readonly Scenario[] Dated =
    [
        TwinScenarios.Full, TwinScenarios.Changed, TwinScenarios.Shares, TwinScenarios.Asked, TwinScenarios.Alone,
        TwinScenarios.Weeks, TwinScenarios.Sides, TwinScenarios.Renamed, TwinScenarios.Demand,
        TwinMaking.Making, TwinMaking.Weeks,
        ShipmentScenarios.Shipments, ShipmentScenarios.Trouble, ShipmentScenarios.Weekly, ShipmentScenarios.Whole,
        DrawnScenarios.Drawn, MixScenarios.Mixed, MixScenarios.Whole, DrawingScenarios.Drawings, DrawingScenarios.Weeks,
        DrawingScenarios.Whole,
    ];

    private static readonly Scenario[] Plain =
        [
            OrderingScenarios.Ordering, OrderingScenarios.Whole, OpeningScenarios.Openings, OpeningScenarios.Whole,
            SupplyFollowingScenarios.Following, SupplyFollowingScenarios.Whole,
            InstantScenarios.Instant, InstantScenarios.Whole, ChanceScenarios.Chance, ChanceScenarios.Whole,
        ];

    private static readonly Lazy<(Scenario, TwinModel)[]> once = new(RunOnce);

    /// <summary>All scenarios, besides random ones, that the twin is compared on.</summary>
    public static IReadOnlyList<Scenario> Scenarios { get; } = [.. Dated, TwinScenarios.HalfDays, .. Plain];

    /// <summary>Each with one replication of the twin.</summary>
    internal static IReadOnlyList<(Scenario Scenario, TwinModel Twin)> Once => once.Value;

    public static TheoryData<string> DatedNames => [.. Dated.Select(scenario => scenario.Name)];

    public static TheoryData<string> PlainNames => [.. Plain.Select(scenario => scenario.Name)];

    [Theory, MemberData(nameof(DatedNames))]
    public void Engine_OnADatedScenario_EqualsTheTwin(string name)
    {
        var scenario = Dated.Single(one => one.Name == name);
        var end = scenario.Horizon.EndOf(scenario.Horizon.Steps - 1)!.Value;
        Compare(scenario, Settings,
            new("whole", scenario.Horizon.Start!.Value, end),
            new("middle", new DateOnly(2024, 4, 10), new DateOnly(2024, 6, 5)),
            new("late", end.AddDays(-40), end.AddDays(-3)));
    }

    [Fact]
    public void Engine_OnPlainHalfDays_EqualsTheTwin() =>
        Compare(TwinScenarios.HalfDays, Settings with { Every = 4, FillDays = 8, ShareDays = 13, ExhaustionFill = 0.71 },
        new("whole", Moment.AtStep(0), Moment.AtStep(149)), new("one", Moment.AtStep(60), Moment.AtStep(60)),
            new("late", Moment.AtStep(80), Moment.AtStep(140)));

    [Theory, MemberData(nameof(PlainNames))]
    public void Engine_OnAPlainScenario_EqualsTheTwin(string name) => Compare(
        Plain.Single(one => one.Name == name), Settings with { Every = 5, FillDays = 11, ShareDays = 17, BenchmarkDays = 41 },
        new("whole", Moment.AtStep(0), Moment.AtStep(159)),
        new("middle", Moment.AtStep(35), Moment.AtStep(95)),
        new("late", Moment.AtStep(130), Moment.AtStep(150)));

    [Fact]
    public void Engine_WithGivenParameters_EqualsTheTwin()
    {
        // A number of its own, a one-of (its case), a lead time, a shared number and a drift (its slope).
        string[] keys = ["Russia/Plant/capacity/timeConstant", "lineage", "Russia/Sea/leadTime", "quality",
            "Russia/Plant/capacity/factors/1"];
        double[][] values = [[66.6, 177.7], [1, 2], [17.7, 25.2], [0.03, 0.08], [1.1, -0.7]];
        var metrics = new Metrics { Scalars = Metrics.Standard.Scalars };
        var study = new Ensemble(2, 3, metrics) { Parameters = new(keys, values) }.Run(TwinScenarios.Full);
        var window = new TimeWindow("whole", Moment.AtStep(0), Moment.AtStep(TwinScenarios.Full.Horizon.Steps - 1));
        var comparison = new Comparison();
        for (var replication = 0; replication < 2; replication++)
        {
            var given = keys.Index().ToDictionary(pair => pair.Item, pair => values[pair.Index][replication]);
            var twin = TwinModel.Run(TwinScenarios.Full, 3, replication, given);
            foreach (var metric in metrics.Scalars)
                comparison.Same(study["Full"].Scalar(metric)[replication], TwinMetrics.Scalar(twin, metric, window, metrics).Value,
                    $"{metric}, replication {replication}");
        }
    }

    [Fact]
    public void Twin_OfRenamedParts_HasTheSameParameters() => TwinModel.Run(TwinScenarios.Renamed, 3, 1).Parameters
        .ShouldBe(TwinModel.Run(TwinScenarios.Changed, 3, 1).Parameters, ignoreOrder: true);

    /// <summary>So that no quantity is compared as 0 with 0 alone.</summary>
    [Fact]
    public void Scenarios_HaveSomethingOfEveryQuantity()
    {
        var seen = Once.SelectMany(pair => pair.Twin.Books)
            .Where(pair => pair.Value.Any(amount => amount != 0)).Select(pair => pair.Key.Quantity).ToHashSet();
        Recorded.Flows.Concat(Recorded.Levels).Except(seen).ShouldBeEmpty();
    }

    private static (Scenario, TwinModel)[] RunOnce() => [.. Scenarios.Select(scenario => (scenario, TwinModel.Run(scenario, 3, 1)))];

    private static void Compare(Scenario scenario, Metrics settings, params TimeWindow[] windows)
    {
        var comparison = Comparison.Of(scenario, Replications, settings, windows);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{scenario.Name}: {comparison.Count} values, {comparison.Telling} neither 0 nor undefined, largest relative difference "
                + $"{comparison.Largest:G3}");
        comparison.Telling.ShouldBeGreaterThan(comparison.Count / 3);
    }
}
