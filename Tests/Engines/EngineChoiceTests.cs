namespace Supply.Tests.Engines;

/// <summary>The engine, the threads and the size of an ensemble do not show in a study.</summary>
public class EngineChoiceTests
{
    private static readonly Scenario[] scenarios = [Small.TwoStocks(300), Small.TwoStocks(300).With("Strike", new DepotStrike("Rear", Moment.AtStep(100), 0.3))];

    [Theory]
    [InlineData(Engine.Kernel, 1)]
    [InlineData(Engine.Kernel, 2)]
    [InlineData(Engine.Kernel, 8)]
    [InlineData(Engine.Auto, 2)]
    [InlineData(Engine.Block, 8)]
    public void Study_OfAnyEngine_IsThatOfTheBlockEngine(Engine engine, int threads) =>
        Files(new(1001) { Engine = engine, Threads = threads }).ShouldBe(Files(new(1001) { Engine = Engine.Block, Threads = 1 }));

    [Fact]
    public void Study_ThatTheKernelTakesOver_IsThatOfTheBlockEngine()
    {
        // Large enough for Auto to make a kernel, and for blocks to run before it is there.
        var ensemble = new Ensemble(40_000) { Threads = 2 };
        Files(ensemble).ShouldBe(Files(ensemble with { Engine = Engine.Block }));
    }

    [Fact]
    public void Replications_OfALargerEnsemble_BeginWithThoseOfASmaller()
    {
        var small = new Ensemble(130) { Engine = Engine.Kernel }.Run(scenarios);
        var large = new Ensemble(1000) { Engine = Engine.Kernel }.Run(scenarios);
        foreach (var metric in Metrics.Standard.Scalars)
        {
            large.Baseline.Scalar(metric).Take(130).ShouldBe(small.Baseline.Scalar(metric));
        }
    }

    [Fact]
    public void Engine_ThatIsNone_IsAProblem() =>
        Should.Throw<ArgumentException>(() => new Ensemble(1) { Engine = (Engine)7 }.Run(scenarios)).Message.ShouldBe("Engine is 7; it must be Auto, Block or Kernel.");

    /// <summary>All that a study writes, as one text.</summary>
    private static string Files(Ensemble ensemble)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            ensemble.Run(scenarios).WriteCsv(folder.FullName);
            return string.Join("\n", Directory.GetFiles(folder.FullName).Order().Select(File.ReadAllText));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
