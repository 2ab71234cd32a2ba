using Supply.Inference;
using Supply.Tests.Unit.Inference;

namespace Supply.Tests.Laws;

/// <summary>A fit in stages is the fit: coarse steps first, populations apart, and interrupted wherever it may be.</summary>
public sealed class StagedCalibrationLaws
{
    private static readonly SequentialMonteCarlo small =
        new() { ParticlesPerPopulation = 64, Populations = 2, Threads = 1, FreshDraws = 0, MostLastMoves = 60 };

    private static Calibration Fit => SmallWar.Calibration(SmallWar.Claims) with { Sampler = small, Errors = new() };

    /// <summary>The same distribution within the errors of both, from steps of two days first.</summary>
    [Fact]
    public void CoarseStepsFirst_GiveTheSameDistribution()
    {
        var sampler = SmallWar.Sampler with { LastCorrelation = 0.1 };
        var direct = (Fit with { Sampler = sampler }).Run(null, null, TestContext.Current.CancellationToken);
        var staged = (Fit with { Sampler = sampler with { Seed = 5 }, CoarseStepDays = 2 })
            .Run(null, null, TestContext.Current.CancellationToken);
        staged.Particles!.Target.PayloadLength.ShouldBe(direct.Particles!.Target.PayloadLength);
        foreach (var (one, other) in direct.Particles.Diagnostics.Coordinates.Zip(staged.Particles.Diagnostics.Coordinates))
        {
            var error = Math.Sqrt((one.MonteCarloError * one.MonteCarloError) + (other.MonteCarloError * other.MonteCarloError));
            other.Mean.ShouldBe(one.Mean, Tolerance.StandardErrors * error, one.Name);
        }

        staged.LogEvidence.ShouldBe(direct.LogEvidence, 2 * Tolerance.SampledEvidence);
    }

    [Fact]
    public void PopulationsApart_JoinToTheSameBits()
    {
        using var files = new CheckpointFiles();
        foreach (var population in new[] { 1, 0 })
        {
            var alone = (Fit with { Sampler = small with { OnlyPopulation = population }, CoarseStepDays = 2 })
                .Run(null, files.Name, TestContext.Current.CancellationToken);
            alone.Count.ShouldBe(64);
            alone.Verdict.ShouldContain("one population cannot be compared with another");
        }

        var fit = Fit with { CoarseStepDays = 2 };
        var joined = fit.Run(null, files.Name, TestContext.Current.CancellationToken);
        Bits(joined).ShouldBe(Bits(fit.Run(null, null, TestContext.Current.CancellationToken)));
    }

    /// <summary>Interrupted again and again, at moves chosen by the clock, in both stages and within the last exponent.</summary>
    [Fact]
    public void InterruptedAtAnyMove_ResumesToTheSameBits()
    {
        using var files = new CheckpointFiles();
        var fit = Fit with { CoarseStepDays = 2 };
        var expected = Bits(fit.Run(null, null, TestContext.Current.CancellationToken));
        var interruptions = 0;
        for (var allowed = 8; ; allowed *= 4)
        {
            using var source = new CancellationTokenSource();
            try
            {
                Bits(fit.Run(new Counting(source, allowed), files.Name, source.Token)).ShouldBe(expected);
                break;
            }
            catch (OperationCanceledException)
            {
                interruptions++;
            }
        }

        interruptions.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void LeavingOut_Interrupted_ResumesToTheSameStatements()
    {
        using var files = new CheckpointFiles();
        var posterior = Fit.Run(null, null, TestContext.Current.CancellationToken);
        var expected = Words(posterior.LeaveOut(null, null, 20, TestContext.Current.CancellationToken));
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => posterior.LeaveOut(new Second(source), files.Name, 20, source.Token));
        File.Exists(files.Name).ShouldBeTrue();
        Words(posterior.LeaveOut(null, files.Name, 20, TestContext.Current.CancellationToken)).ShouldBe(expected);
        var other = (Fit with { Sampler = small with { Seed = 3 } }).Run(null, null, TestContext.Current.CancellationToken);
        Should.Throw<InvalidDataException>(() => other.LeaveOut(null, files.Name, 20, TestContext.Current.CancellationToken))
            .Message.ShouldContain("belongs to another posterior");
    }

    private static IEnumerable<string> Words(Posterior posterior) => posterior.Influences.Select(influence =>
        $"{influence.Witness} {influence.Verdict} {string.Join(" ", influence.Claims)} {string.Join(" ", influence.Readings.Values)}");

    private static double[] Bits(Posterior posterior) =>
        [posterior.LogEvidence, .. posterior.Parameters.Keys.SelectMany(posterior.Parameters.Column)];

    private sealed class Counting(CancellationTokenSource source, int allowed) : IProgress<SamplingProgress>
    {
        private int reports;

        public void Report(SamplingProgress value)
        {
            // Reports come ten times a second, so each move is delayed that long.
            Thread.Sleep(110);
            if (++reports == allowed) source.Cancel();
        }
    }

    private sealed class Second(CancellationTokenSource source) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == SmallWar.Staff) source.Cancel();
        }
    }
}
