using Supply.Tests.Twin;

namespace Supply.Tests.Engines;

/// <summary>What a side answers comes out of the other side's fire through a delay; every engine must read it alike.</summary>
public class OpponentBitsTests
{
    [Fact]
    public void TwoSidesThatAnswerEachOther_HaveTheSameBitsInAllEngines()
    {
        var scenario = TwinScenarios.Demand;
        var record = Recorded.Everything(scenario).And(Metric.FireRatio("Russia", "Ukraine"), Metric.RequiredPerDay.On("Ukraine"));
        Study Run(Engine engine, int width) => new Ensemble(67, Record: record) { Engine = engine, BlockWidth = width }.Run(scenario);
        var expected = new Ensemble(67, Record: record) { Engine = Engine.Block, BlockWidth = 1, Threads = 1 }.Run(scenario);
        Bits.FirstDifference(Run(Engine.Block, 16), expected).ShouldBeNull("block, width 16");
        Bits.FirstDifference(new Ensemble(67, Record: record) { Engine = Engine.Kernel }.Run(scenario), expected).ShouldBeNull("kernel");
    }
}
