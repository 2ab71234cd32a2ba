using Supply.Cases;
using Supply.Tests.Unit.Inference;
using Supply.Inference;

namespace Supply.Tests.Laws;

/// <summary>Properties of the whole chain from scenario to posterior: uniform ranks, and the same bits.</summary>
public sealed class CalibrationLaws
{
    private const int Kept = 7;
    private const string SmallNetwork = "small network", OpenedBaseline = "opened baseline", OpenedUkraine = "opened Ukrainian side";

    private static readonly SequentialMonteCarlo small =
        new() { ParticlesPerPopulation = 128, Populations = 1, Threads = 1, FreshDraws = 0, LastCorrelation = 0.1, MostLastMoves = 60 };

    private static readonly SequentialMonteCarlo opened = new()
    {
        ParticlesPerPopulation = 1024, Populations = 1, FreshDraws = 0, LightMoves = 2, MostLastMoves = 1200, LastCorrelation = 0.3,
    };

    // Two uncertain numbers of the scenario, two scopes and two readings. If all is well, one of the six exceeds the bound 1 time in
    // 10,000 seeds.
    private static readonly string[] statistics = [
        "made", "wanted", "scope of Front staff on fire", "scope of Factory house on production", SmallWar.FiredInAll, SmallWar.DprkShare];

    private static readonly string[] shipped =
    [
        .. Russia2022.Record.Followed.Where(reading => reading.Id.EndsWith("2024", StringComparison.Ordinal)).Select(reading => reading.Id),
        "scope of RUSI and Open Source Centre on domestic_production", "open opening stock",
    ];

    private static readonly string[] ukrainian =
    [
        "open Forces demand", "Czech tube share", "scope of Ukrainian command on rounds_fired",
        "scope of NATO, EU and Western officials on rounds_fired", "error scale of letter D", "discrepancy of fire, size",
    ];

    /// <summary>
    /// Where SUPPLY_RANKS names a folder also the shipped cases, opened: 48 truths each, in steps of four days. A fit of the Ukrainian side
    /// takes a minute on two processors; one of the Russian case, 307 numbers, that has forgotten where it began takes most of an hour. So
    /// each truth is a stage that is kept there.
    /// </summary>
    public static TheoryData<string> Cases => Folder is null ? [SmallNetwork] : [SmallNetwork, OpenedUkraine, OpenedBaseline];

    private static string? Folder => Environment.GetEnvironmentVariable("SUPPLY_RANKS") is { Length: > 0 } folder ? folder : null;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ranks_OfTheTruth_AreUniform(string name)
    {
        var (chain, checkedOnes, runs) = name switch
        {
            SmallNetwork => (new Chain(SmallWar.Calibration(SmallWar.Claims) with { Sampler = small }), statistics, Matrix.Cases(144, 960)),
            OpenedUkraine => (new Chain(Calibration.Of(Ukraine2022.Alone) with { Sampler = opened with
            {
                ParticlesPerPopulation = 512, MostLastMoves = 400,
            } }, stepDays: 4), ukrainian, 48),
            _ => (new Chain(Russia2022.Calibration with { Sampler = opened }, stepDays: 4), shipped, 48),
        };
        var stages = name == SmallNetwork ? null : chain.Stages(Path.Combine(Folder!, name), checkedOnes, Kept);
        foreach (var (statistic, counts) in checkedOnes.Zip(chain.Ranks(checkedOnes, runs, Kept, stages: stages)))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{statistic}: {string.Join(' ', counts)}, {Chain.ChiSquare(counts):F1}");
            Chain.ChiSquare(counts).ShouldBeLessThan(Tolerance.ChiSquare7, $"{statistic}: {string.Join(' ', counts)}");
        }
    }

    // The negative control: witnesses who err three times as far as they are assumed to.
    [Fact]
    public void Ranks_WhenErrorsAreWiderThanAssumed_AreNotUniform()
    {
        var calibration = SmallWar.Calibration([.. SmallWar.Claims.Select(claim => claim with { Doubt = 0 })]) with { Sampler = small };
        var ranks = new Chain(calibration).Ranks(statistics, Matrix.Cases(112, 480), Kept, widened: 3);
        ranks.Max(Chain.ChiSquare).ShouldBeGreaterThan(
            Tolerance.ChiSquare7, string.Join("; ", ranks.Select(counts => string.Join(' ', counts))));
    }

    [Fact]
    public void Threads_DoNotChangeTheBits()
    {
        var expected = Bits(Run(1));
        foreach (var threads in new[] { 2, 8 }) Bits(Run(threads)).ShouldBe(expected, $"{threads} threads");
    }

    [Fact]
    public void Resumed_IsTheSameBits_AsUninterrupted()
    {
        using var files = new CheckpointFiles();
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => Twice(1).Run(new Interrupting(source), files.Name, source.Token));
        File.Exists(files[0]).ShouldBeTrue();
        Bits(Twice(1).Run(null, files.Name, TestContext.Current.CancellationToken)).ShouldBe(Bits(Run(1)));
    }

    [Fact]
    public void Checkpoint_OfAnotherScenario_IsRefused()
    {
        using var files = new CheckpointFiles();
        var tiny = SmallWar.Calibration([.. SmallWar.Claims.Take(2)])
            with { Sampler = new() { ParticlesPerPopulation = 16, Populations = 1, Threads = 1, MostLastMoves = 3 } };
        tiny.Run(null, files.Name, TestContext.Current.CancellationToken);

        // The same uncertain numbers; the plant makes a tenth less.
        var other = tiny with { Scenario = SmallWar.Scenario.With("Other", new CapacityChange("Plant", new(2024, 1, 20), 0.9)) };
        Should.Throw<InvalidDataException>(() => other.Run(null, files.Name, TestContext.Current.CancellationToken)).Message.ShouldContain(
            "belongs to another target");
    }

    private static Calibration Twice(int threads) => SmallWar.Calibration(SmallWar.Claims) with
    {
        Sampler = small with { ParticlesPerPopulation = 64, Populations = 2, Threads = threads, MostLastMoves = 20 },
            Ensemble = new() { Threads = threads },
    };

    private static Posterior Run(int threads) => Twice(threads).Run(null, null, TestContext.Current.CancellationToken);

    private static IEnumerable<double> Bits(Posterior posterior) =>
    [
        posterior.LogEvidence, .. posterior.Parameters.Keys.SelectMany(posterior.Parameters.Column),
        .. posterior.Calibration.Claims.SelectMany(claim => posterior.Said(claim).Concat(posterior.Scope(claim))),
            .. posterior.Reading(SmallWar.DprkShare),
    ];

    /// <summary>
    /// Cancels as soon as there is something to resume from. Reports come ten times a second, so it delays each move that long.
    /// </summary>
    private sealed class Interrupting(CancellationTokenSource source) : IProgress<SamplingProgress>
    {
        public void Report(SamplingProgress value)
        {
            Thread.Sleep(110);
            if (value.Exponents > 1 || value.Population > 0) source.Cancel();
        }
    }
}
