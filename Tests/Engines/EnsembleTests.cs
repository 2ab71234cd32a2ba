using Supply.Studies;

namespace Supply.Tests.Engines;

public class EnsembleTests
{
    private static readonly Metric OnHand = Metric.OnHand;

    /// <summary>A part that is not a number in some replications: each factor is allowed, their product overflows.</summary>
    internal static Scenario NotANumber { get; } = new("Not a number", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1000))]),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", 
            Enumerable.Range(0, 20).Aggregate(
                ((RatePath)Rate.PerDay(1e15)).Times(Uncertain.OneOf(new Alternative("sound", 3, 0), new("huge", 1, 1))), (path, _) =>
                path.Times(1e15))) { Yield = Fraction.Of(0.5) },
        new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(10))])), Horizon.PlainSteps(10));

    [Fact]
    public void ReplicationThatIsNotANumber_FailsByItsNumber()
    {
        var failed = Failed(20);
        failed.ShouldNotBeEmpty();
        var thrown = Should.Throw<ReplicationException>(() => new Ensemble(20).Run(NotANumber));
        thrown.Replications.ShouldBe(failed);
        thrown.Message.ShouldBe($"Scenario \"Not a number\": {failed.Length} replications failed.\n"
            + string.Join("\n", failed.Take(10)
                .Select(number =>
                    $"  Replication {number}: balance[Side, 152 mm, Russia] is not a number.")));
    }

    [Fact]
    public void AllowFailed_LeavesThemOutAndCountsThem()
    {
        var failed = Failed(20);
        var result = new Ensemble(20, Record: new Metrics().And(OnHand)) { AllowFailed = failed.Length }.Run(NotANumber).Baseline;
        result.Failed.ShouldBe(failed);
        result.Distribution(OnHand).Undefined.ShouldBe(failed.Length);
        failed.ShouldAllBe(number => double.IsNaN(result.Scalar(OnHand)[number]));
        result.Distribution(OnHand).Median.ShouldBe(900, Tolerance.Books);
        Should.Throw<ReplicationException>(() => new Ensemble(20) { AllowFailed = failed.Length - 1 }.Run(NotANumber));
    }

    [Fact]
    public void AllowFailed_IsSaidBesideEveryTable()
    {
        var failed = Failed(20);
        var study = new Ensemble(20, Record: new Metrics().And(OnHand)) { AllowFailed = 20 }.Run(NotANumber);
        study.Table(OnHand).Notes.ShouldContain(
            $"\"Not a number\": {failed.Length} replications failed and are left out: {string.Join(", ", failed)}.");
    }

    [Fact]
    public void EverySettingOutOfRange_IsReportedAtOnce() =>
        Should.Throw<ArgumentException>(() => new Ensemble(0) { Threads = 0, BlockWidth = 0, AllowFailed = -1 }.Run())
            .Message.ShouldBe("Replications is 0; it must lie in 1..2000000000.\nThreads is 0; it must be at least 1.\nBlockWidth is 0; it "
                + "must lie in 1..65536.\n"
                + "AllowFailed is -1; it must be at least 0.\nThere is no scenario to run.");

    [Fact]
    public void ScenariosOfOneName_AreRefused() =>
        Should.Throw<ScenarioException>(() => new Ensemble(1).Run(RichScenario.Of(), RichScenario.Of()))
            .Message.ShouldBe("The study has 1 problem:\n  Study: 2 scenarios are called \"Rich\"; a name must be unique.");

    [Fact]
    public void ProblemsOfSeveralScenarios_AreReportedTogether()
    {
        var a = RichScenario.Of("a").With("a", new DepotStrike("Reer", new(2024, 2, 1), Fraction.Of(0.5)));
        var b = RichScenario.Of("b").With("b", new DepotStrike("Rear", new(2024, 2, 1), Fraction.Of(1.5)));
        Should.Throw<ScenarioException>(() => new Ensemble(1).Run(a, RichScenario.Of(), b)).Message.ShouldBe(
            "2 scenarios have 2 problems:\n"
            + "  Scenario \"a\", Depot strike from 2024-02-01: no stockpile \"Reer\" in network \"Side\". Nearest: \"Rear\".\n"
            + "  Scenario \"b\", Depot strike from 2024-02-01: loss fraction is 1.5; it must lie in 0..1.");
    }

    [Fact]
    public void MemoryLimit_IsCheckedBeforeTheRun()
    {
        var ensemble = new Ensemble(1000) { MemoryLimit = 1 << 20, Threads = 1, BlockWidth = 8 };
        var needed = (ensemble with { MemoryLimit = long.MaxValue }).Prepare(RichScenario.Of()).MemoryNeeded;
        Should.Throw<ArgumentException>(() => ensemble.Run(RichScenario.Of())).Message.ShouldBe(
            $"Scenario \"Rich\" with 1000 replications needs {needed >> 20} MiB for samples; the limit is 1 MiB. "
            + "Record fewer series or windows, run fewer replications, or raise MemoryLimit.");
        (ensemble with { MemoryLimit = needed }).Run(RichScenario.Of()).Scenarios.Count.ShouldBe(1);
    }

    [Fact]
    public void MemoryOfSeveralScenarios_IsTheirSum()
    {
        var ensemble = new Ensemble(1000) { Threads = 1, BlockWidth = 8 };
        long Needed(int count) => ensemble.Prepare(Enumerable.Range(0, count).Select(i => RichScenario.Of($"{i}"))).MemoryNeeded;
        (Needed(28) - Needed(2)).ShouldBe(26 * (Needed(3) - Needed(2)));
        (Needed(2) - Needed(1)).ShouldBeGreaterThan(Needed(3) - Needed(2), "the first keeps what the others begin with");
        var limited = ensemble with { MemoryLimit = Needed(27) };
        Should.Throw<ArgumentException>(() => limited.Prepare(Enumerable.Range(0, 28).Select(i => RichScenario.Of($"{i}")))).Message
            .ShouldBe($"28 scenarios with 1000 replications need {Needed(28) >> 20} MiB for samples; the limit is {Needed(27) >> 20} MiB. "
                + "Record fewer series or windows, run fewer scenarios or replications, or raise MemoryLimit.");
    }

    /// <summary>An exception of the caller's own code arrives as it was thrown, from whichever thread.</summary>
    [Theory]
    [InlineData(1, Engine.Block)]
    [InlineData(3, Engine.Block)]
    [InlineData(3, Engine.Auto)]
    public void ExceptionOfTheListener_ArrivesAsItself(int threads, Engine engine)
    {
        var ensemble = new Ensemble(500) { Threads = threads, Engine = engine };
        Should.Throw<InvalidTimeZoneException>(() => ensemble.Run(
            [RichScenario.Of()], progress: new Failing(), cancellation: TestContext.Current.CancellationToken)).Message.ShouldBe("mine");
        Should.Throw<InvalidTimeZoneException>(() => ensemble.Run([RichScenario.Of()], _ => throw new InvalidTimeZoneException("mine"),
            cancellation: TestContext.Current.CancellationToken)).Message.ShouldBe("mine");
    }

    private sealed class Failing : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => throw new InvalidTimeZoneException("mine");
    }

    [Fact]
    public void Finished_IsCalledAfterEachScenario()
    {
        var names = new List<string>();
        new Ensemble(2).Run([RichScenario.Of("a"), RichScenario.Of("b")], result => names.Add(result.Scenario.Name),
            cancellation: TestContext.Current.CancellationToken);
        names.ShouldBe(["a", "b"]);
    }

    /// <summary>The replications in which the factor is the huge one, from its own draw.</summary>
    private static int[] Failed(int replications)
    {
        var parameters = new Ensemble(replications) { AllowFailed = replications }.Run(NotANumber).Baseline.Parameters;
        return [.. Enumerable.Range(0, replications).Where(i => parameters.Column("Side/Plant/capacity/factors/0")[i] == 1)];
    }
}
