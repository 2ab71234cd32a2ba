using Supply.Tests.Laws;

namespace Supply.Tests.Engines;

/// <summary>The scalar engine (width 1, one thread) says what the bits are; every other way of running must give them.</summary>
public class BitsTests
{
    private static readonly int[] widths = [2, 3, 7, 8, 9, 16, 33, 64, 127, 128, 130];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void RichScenario_AtAnyWidthAndThreadCount_GivesTheBitsOfTheScalarEngine(int threads)
    {
        var scenario = RichScenario.Of();
        var metrics = Recorded.Everything(scenario);
        var expected = new Ensemble(131, Record: metrics) { BlockWidth = 1, Threads = 1 }.Run(scenario);
        foreach (var width in widths)
        {
            var actual = new Ensemble(131, Record: metrics) { BlockWidth = width, Threads = threads }.Run(scenario);
            Bits.FirstDifference(actual, expected).ShouldBeNull($"width {width}, {threads} threads");
        }
    }

    [Fact]
    public void Samples_AtAnyWidthAndThreadCount_GiveTheBitsOfTheScalarEngine() => Law.ForAll(12, sample =>
    {
        var metrics = Recorded.Everything(sample.Scenario, every: 5);
        var expected = new Ensemble(35, Record: metrics) { BlockWidth = 1, Threads = 1 }.Run(sample.Scenario);
        foreach (var width in widths)
        {
            var threads = 1 + width % 3;
            var actual = new Ensemble(35, Record: metrics) { BlockWidth = width, Threads = threads }.Run(sample.Scenario);
            Bits.FirstDifference(actual, expected).ShouldBeNull($"width {width}, {threads} threads");
        }
    });

    [Fact]
    public void Prefix_OfAnyWidth_EqualsTheScalarEngine()
    {
        var metrics = Recorded.Everything(RichScenario.Of());
        var all = new Ensemble(60, Record: metrics) { BlockWidth = 1, Threads = 1 }.Run(RichScenario.Of()).Baseline;
        var first = new Ensemble(37, Record: metrics) { BlockWidth = 16, Threads = 2 }.Run(RichScenario.Of()).Baseline;
        foreach (var metric in metrics.Scalars) all.Scalar(metric).Take(37).Zip(first.Scalar(metric)).ShouldAllBe(pair => Bits.Same(pair.First, pair.Second));
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
        Bits.FirstDifference(Run(RichScenario.Of().With("Rich", new RequirementChange("Force", new(2024, 7, 31), 1 + Math.ScaleB(1, -52)))), expected).ShouldNotBeNull();
    }

    [Fact]
    public void ScenariosOneAfterAnother_DoNotTouchEachOther()
    {
        var (a, b) = (RichScenario.Of("a"), RichScenario.Of("b").With("b", new DepotStrike("Front", new(2024, 2, 2), 1)));
        var metrics = Recorded.Everything(a);
        var together = new Ensemble(40, Record: metrics).Run(b, a, b with { Name = "b again" });
        Bits.FirstDifference(new Ensemble(40, Record: metrics).Run(a), new Study(together.Ensemble, [together["a"]])).ShouldBeNull();
        Bits.FirstDifference(new Study(together.Ensemble, [together["b again"]]), new Study(together.Ensemble, [together["b"]])).ShouldBeNull();
    }
}
