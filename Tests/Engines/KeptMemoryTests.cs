using Supply.Studies;

namespace Supply.Tests.Engines;

/// <summary>Bytes that are alive in the whole process, which tests that run at the same time would change.</summary>
[Collection(nameof(Alone))]
public class KeptMemoryTests
{
    /// <summary>Results of all scenarios are kept, so that memory grows with them; measured as the bytes alive after the run.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(12, false)]
    [InlineData(12, true)]
    public void MemoryNeeded_CoversWhatIsKept(int scenarios, bool liesOff)
    {
        var ensemble = new Ensemble(20_000, Record: Metrics.Standard.Over(TimeWindow.Between(new(2024, 1, 1), new(2024, 1, 31)),
            TimeWindow.Between(new(2024, 2, 1), new(2024, 2, 29)))) { Threads = 1, BlockWidth = 8 };
        if (liesOff)
        {
            DiscrepancyPath path = new([new double[2]], [0.1, 0.2], (_, row) => row - 0.5);
            ensemble = ensemble with { Discrepancy = new(new(2024, 1, 1), Enum.GetValues<DiscrepancyKind>()
                .ToDictionary(kind => (RichScenario.Of().Networks[0].Name, kind), _ => path)) };
        }

        var prepared = ensemble.Prepare(Enumerable.Range(0, scenarios).Select(i => RichScenario.Of($"{i}")));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var study = prepared.Run(cancellation: TestContext.Current.CancellationToken);
        var alive = GC.GetTotalMemory(forceFullCollection: true) - before;
        alive.ShouldBeLessThan(prepared.MemoryNeeded);
        if (scenarios > 1) alive.ShouldBeGreaterThan(prepared.MemoryNeeded / 4);
        study.Scenarios.Count.ShouldBe(scenarios);
    }
}

/// <summary>Tests that run when no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
