using Supply.Tests.Twin;

namespace Supply.Tests.Engines;

/// <summary>A side's answer depends on the other side's fire through a delay; every engine must read it alike.</summary>
public class OpponentBitsTests
{
    [Fact]
    public void TwoSidesThatAnswerEachOther_HaveTheSameBitsInAllEngines()
    {
        var scenario = TwinScenarios.Demand;
        var record = Recorded.Everything(scenario).And(Metric.FireRatio("Russia", "Ukraine"), Metric.RequiredPerDay.On("Ukraine"));
        var expected = new Ensemble(67, Record: record) { Engine = Engine.Block, BlockWidth = 1, Threads = 1 }.Run(scenario);
        foreach (var engine in Matrix.Engines)
        {
            Bits.FirstDifference((expected.Ensemble with { Engine = engine, BlockWidth = 16, Threads = 2 }).Run(scenario), expected)
                .ShouldBeNull($"{engine}");
        }
    }
}
