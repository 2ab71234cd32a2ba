using System.Collections.Concurrent;
using Supply.Tests.Laws;

namespace Supply.Tests.Engines;

/// <summary>
/// The scalar engine (width 1, one thread) defines the bits; every other way of running must give them. <see cref="Matrix"/> says how
/// many ways are tried.
/// </summary>
public class BitsTests
{
    private const string EveryKindOfPart = "every kind of part";
    private const string Baseline = "the baseline";

    public static TheoryData<string, int> Blocks => new(
        from scenario in new[] { EveryKindOfPart, Baseline } from threads in Matrix.Threads select (scenario, threads));

    public static TheoryData<string, Engine, int> Engines => new(
        from scenario in new[] { EveryKindOfPart, Baseline }
        from engine in Matrix.Engines
        from threads in Matrix.Threads
        select (scenario, engine, threads));

    private static Dictionary<string, (Scenario Scenario, Metrics Metrics)> Scenarios { get; } = new()
    {
        [EveryKindOfPart] = (RichScenario.Of(), Recorded.Everything(RichScenario.Of())),
        [Baseline] = (AsBuilt.Russia, Metrics.Standard.And(Metric.Share(Origin.Dprk))),
    };

    private static ConcurrentDictionary<(string, int), Study> References { get; } = new();

    [Theory, MemberData(nameof(Blocks))]
    public void Scenario_InBlocksOfAnyWidth_GivesTheBitsOfTheScalarEngine(string name, int threads)
    {
        foreach (var width in Matrix.BlockWidths)
        {
            var expected = Reference(name, Matrix.Replications(width));
            var actual = (expected.Ensemble with { BlockWidth = width, Threads = threads }).Run(Scenarios[name].Scenario);
            Bits.FirstDifference(actual, expected).ShouldBeNull($"width {width}, {threads} threads");
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public void Scenario_OnAnotherEngine_GivesTheBitsOfTheScalarEngine(string name, Engine engine, int threads)
    {
        var expected = Reference(name, Matrix.Few);
        (expected.Ensemble with { Engine = engine, BlockWidth = 128, Threads = threads }).Run(Scenarios[name].Scenario)
            .ShouldBeThoseOf(expected);
    }

    /// <summary>Samples take the numbers of threads alternately, so that every number meets every width.</summary>
    [Fact]
    public void Samples_OnAnyEngineAndWidth_GiveTheBitsOfTheScalarEngine() => Law.ForAll(Matrix.Cases(12, 60), sample =>
    {
        var expected = Scalar(sample.Scenario, Recorded.Everything(sample.Scenario, every: 5), Matrix.Few);
        int Threads(int width) => Matrix.Threads[(sample.Number + width) % Matrix.Threads.Count];
        var ways = Matrix.BlockWidths.Where(width => width < Matrix.Few)
            .Select(width => expected.Ensemble with { BlockWidth = width, Threads = Threads(width) });
        var engines = from engine in Matrix.Engines from threads in Matrix.Threads select expected.Ensemble
            with { Engine = engine, BlockWidth = 128, Threads = threads };
        foreach (var way in ways.Concat(engines))
        {
            Bits.FirstDifference(way.Run(sample.Scenario), expected)
                .ShouldBeNull($"{way.Engine}, width {way.BlockWidth}, {way.Threads} threads");
        }
    });

    [Fact]
    public void Prefix_OfAnyWidth_EqualsTheScalarEngine()
    {
        var expected = Reference(EveryKindOfPart, Matrix.Few);
        foreach (var width in Matrix.BlockWidths)
        {
            // One replication more than whole blocks, and only a part of the large blocks.
            var replications = 1 + (width * 37 % 130);
            var first = (expected.Ensemble with { Replications = replications, BlockWidth = width, Threads = 2 })
                .Run(RichScenario.Of()).Baseline;
            foreach (var metric in expected.Ensemble.Record!.Scalars)
            {
                expected.Baseline.Scalar(metric).Take(replications).Zip(first.Scalar(metric))
                    .ShouldAllBe(pair => Bits.Same(pair.First, pair.Second), $"{metric}, width {width}");
            }
        }
    }

    /// <summary>The comparison sees a difference in a single input, in the seed, and in the last bit of one number.</summary>
    [Fact]
    public void AChangedInput_ChangesBits()
    {
        var metrics = Recorded.Everything(RichScenario.Of());
        Study Run(Scenario scenario, ulong seed = 1) => new Ensemble(20, seed, metrics).Run(scenario);
        var expected = Run(RichScenario.Of());
        Bits.FirstDifference(Run(RichScenario.Of()), expected).ShouldBeNull();
        Bits.FirstDifference(Run(RichScenario.Of(), seed: 2), expected).ShouldNotBeNull();
        Bits.FirstDifference(Run(RichScenario.Of().With("Rich", new RequirementChange("Force", new(2024, 7, 31), 1 + Math.ScaleB(1, -52)))),
            expected).ShouldNotBeNull();
    }

    /// <summary>So does the comparison of each scenario above: another seed is another study.</summary>
    [Theory, InlineData(EveryKindOfPart), InlineData(Baseline)]
    public void AnotherSeed_ChangesBits(string name)
    {
        var expected = Reference(name, Matrix.Few);
        var other = (expected.Ensemble with { Seed = expected.Ensemble.Seed + 1, BlockWidth = 128 }).Run(Scenarios[name].Scenario);
        Bits.FirstDifference(other, expected).ShouldNotBeNull();
    }

    [Fact]
    public void ScenariosOneAfterAnother_DoNotTouchEachOther()
    {
        var (a, b) = (RichScenario.Of("a"), RichScenario.Of("b").With("b", new DepotStrike("Front", new(2024, 2, 2), Fraction.Of(1))));
        var metrics = Recorded.Everything(a);
        var together = new Ensemble(40, Record: metrics).Run(b, a, b with { Name = "b again" });
        Bits.FirstDifference(new Ensemble(40, Record: metrics).Run(a), new Study(together.Ensemble, [together["a"]])).ShouldBeNull();
        Bits.FirstDifference(new Study(together.Ensemble, [together["b again"]]), new Study(together.Ensemble, [together["b"]]))
            .ShouldBeNull();
    }

    private static Study Reference(string name, int replications) =>
        References.GetOrAdd((name, replications), _ => Scalar(Scenarios[name].Scenario, Scenarios[name].Metrics, replications));

    private static Study Scalar(Scenario scenario, Metrics metrics, int replications) =>
        new Ensemble(replications, Record: metrics) { Engine = Engine.Block, BlockWidth = 1, Threads = 1 }.Run(scenario);
}
