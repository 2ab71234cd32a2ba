namespace Supply.Tests.Engines;

/// <summary>A study does not depend on the engine, the threads or the size of the ensemble.</summary>
public class EngineChoiceTests
{
    private static readonly Scenario[] scenarios = [
        Small.TwoStocks(300), Small.TwoStocks(300).With("Strike", new DepotStrike("Rear", Moment.AtStep(100), Fraction.Of(0.3)))];

    public static TheoryData<Engine, int> Runs =>
        new(from engine in Matrix.Engines from threads in Matrix.Threads select (engine, threads));

    [Theory, MemberData(nameof(Runs))]
    public void Study_OfAnyEngine_IsThatOfTheBlockEngine(Engine engine, int threads) =>
        Agree(new(1001) { Engine = engine, Threads = threads });

    [Fact]
    public void Study_ThatTheKernelTakesOver_IsThatOfTheBlockEngine()
    {
        // Large enough for Auto to make a kernel, and for blocks to run before it is ready.
        Agree(new(30_000) { Threads = 2 });
    }

    [Fact]
    public void Replications_OfALargerEnsemble_BeginWithThoseOfASmaller()
    {
        foreach (var engine in Matrix.Engines)
        {
            var small = new Ensemble(130) { Engine = engine }.Run(scenarios);
            var large = new Ensemble(1000) { Engine = engine }.Run(scenarios);
            foreach (var metric in Metrics.Standard.Scalars)
            {
                large.Baseline.Scalar(metric).Take(130).ShouldBe(small.Baseline.Scalar(metric));
            }
        }
    }

    [Fact]
    public void Kernel_WithoutVectors_IsAProblem()
    {
        Study Run() => new Ensemble(1) { Engine = Engine.Kernel }.Run(scenarios);
        if (Matrix.VectorBits >= 256) Run().Scenarios.Count.ShouldBe(2);
        else Should.Throw<ArgumentException>(Run).Message.ShouldBe(
            "Engine is Kernel, but this process may not make machine code or has no vectors for it; use Auto or Block.");
    }

    [Fact]
    public void Engine_ThatIsNone_IsAProblem() =>
        Should.Throw<ArgumentException>(() => new Ensemble(1) { Engine = (Engine)7 }.Run(scenarios)).Message.ShouldBe(
            "Engine is 7; it must be Auto, Block or Kernel.");

    private static void Agree(Ensemble ensemble) =>
        Bits.FirstDifference(ensemble.Run(scenarios), (ensemble with { Engine = Engine.Block }).Run(scenarios)).ShouldBeNull();
}
