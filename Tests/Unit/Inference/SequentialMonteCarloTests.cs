using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public sealed class SequentialMonteCarloTests : IDisposable
{
    private readonly CheckpointFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Sample_WithSimulationsThatFail_HasTheConjugateAnswer()
    {
        var target = new Conjugate(4, 0.3);
        var particles = new SequentialMonteCarlo().Sampled(target);
        Answers(particles, target, 4);
        particles.LogEvidence.ShouldBe(target.LogEvidence, Tolerance.SampledEvidence);
        var diagnostics = particles.Diagnostics;
        diagnostics.IsUsable.ShouldBeTrue(diagnostics.Verdict);
        diagnostics.Verdict.ShouldStartWith("The populations agree: ");
        diagnostics.FailedSimulations.ShouldBeInRange(1, diagnostics.Simulations / 5);
        diagnostics.Coordinates[0].Contraction.ShouldBe(1 / target.Variance, Tolerance.SampledDeviation);
        for (var i = 0; i < particles.Count; i++) (particles.DrawNumber(i) % 10).ShouldNotBe(0u);
    }

    [Fact]
    public void Bridge_ThereAndBack_HasTheMomentsOfBoth()
    {
        var (first, second) = (new Conjugate(4, 0.5), new Conjugate(1, 1));
        var sampler = new SequentialMonteCarlo();
        var start = sampler.Sampled(first);
        var there = sampler.Bridged(start, second);
        Answers(there, second, 1);
        there.LogEvidence.ShouldBe(second.LogEvidence, Tolerance.SampledEvidence);
        var back = sampler.Bridged(there, first);
        Answers(back, first, 4);
        back.LogEvidence.ShouldBe(first.LogEvidence, Tolerance.SampledEvidence);
    }

    [Fact]
    public void Checkpoint_OfAnotherRunOrDamaged_IsRefused()
    {
        var sampler = new SequentialMonteCarlo { ParticlesPerPopulation = 64, Populations = 1 };
        sampler.Sampled(new Conjugate(1), checkpoint: files.Name);
        void Refused(Action run, string why) =>
            Should.Throw<InvalidDataException>(run).Message.ShouldBe($"The checkpoint {files[0]} {why}. Move or delete it to start again.");
        Refused(() => sampler.Sampled(new Conjugate(2), checkpoint: files.Name), "belongs to another target or other settings");
        Refused(() => (sampler with { Seed = 1 }).Sampled(new Conjugate(1), checkpoint: files.Name),
            "belongs to another target or other settings");
        var bytes = File.ReadAllBytes(files[0]);
        bytes[^100] ^= 1;
        File.WriteAllBytes(files[0], bytes);
        Refused(() => sampler.Sampled(new Conjugate(1), checkpoint: files.Name), "is damaged: its checksum does not match its content");
    }

    [Fact]
    public void Settings_OutOfRange_AreAllNamed()
    {
        var sampler = new SequentialMonteCarlo { ParticlesPerPopulation = 3, EffectiveShare = 2, Threads = 0 };
        Should.Throw<ArgumentException>(
            () => sampler.Sampled(Target.Of([Marginal.Normal("a", 0, 1), Marginal.Normal("a", 0, 1)], _ => 0))).Message.ShouldBe(
            "ParticlesPerPopulation is 3; it must lie in 16..10000000.\nThreads is 0; it must lie in 1..2147483647.\n"
            + "EffectiveShare is 2; it must lie in 0.1..0.99.\n2 coordinates are named \"a\"; names must be unique.");
    }

    [Fact]
    public void Bridge_ToOtherCoordinates_IsRefused()
    {
        var sampler = new SequentialMonteCarlo { ParticlesPerPopulation = 64, Populations = 2 };
        var particles = sampler.Sampled(Target.Of([Marginal.Normal("a", 0, 1)], _ => 0));
        Should.Throw<ArgumentException>(() => sampler.Bridged(particles, Target.Of([Marginal.Normal("b", 0, 1)], _ => 0))).Message.ShouldBe(
            "The targets differ in their marginals or their order: a ~ Normal(0, 1), b ~ Normal(0, 1).");
    }

    [Fact]
    public void Target_ThatIsNowherePossible_SaysSo() => Should.Throw<InvalidOperationException>(
        () =>
            new SequentialMonteCarlo().Sampled(Target.Of([Marginal.Normal("a", 0, 1)], _ => double.NaN))).Message.ShouldStartWith(
            "None of the 1024 particles of population 0 is possible");

    [Fact]
    public void FewParticles_ThatHardlyMove_AreNotToBeUsed()
    {
        var hurried = new SequentialMonteCarlo { ParticlesPerPopulation = 64, MostMoves = 1, MostLastMoves = 1 };
        var diagnostics = hurried.Sampled(Target.Of([Marginal.Normal("a", 0, 1)], x => -0.5 * Math.Pow((x[0] - 3) / 0.01, 2))).Diagnostics;
        diagnostics.IsUsable.ShouldBeFalse();
        diagnostics.Verdict.ShouldStartWith("Do not use: ");
        diagnostics.Verdict.ShouldContain("the effective sample size is below 400 for a (");
    }

    [Fact]
    public void Progress_IsTold_AndCancellationEndsTheRun()
    {
        using var source = new CancellationTokenSource();
        var listener = new Listener(source);
        Should.Throw<OperationCanceledException>(
            () => new SequentialMonteCarlo().Sample(new Conjugate(4, 0.1), listener, cancellation: source.Token));
        listener.Last!.Simulations.ShouldBeGreaterThan(0);
        listener.Last.Exponent.ShouldBeInRange(0, 1);
    }

    private static void Answers(ParticleSet particles, Conjugate target, double seen)
    {
        var variance = 1 - (1 / target.Variance);
        foreach (var name in particles.Names)
        {
            particles.Mean(name).ShouldBe(seen / target.Variance, Tolerance.SampledMean, name);
            particles.StandardDeviation(name).ShouldBe(Math.Sqrt(variance), Tolerance.SampledDeviation, name);
        }
    }

    private sealed class Listener(CancellationTokenSource source) : IProgress<SamplingProgress>
    {
        public SamplingProgress? Last { get; private set; }

        public void Report(SamplingProgress value)
        {
            Last = value;
            source.Cancel();
        }
    }
}
