using System.Runtime.InteropServices;
using Supply.Inference;
using Supply.Maths;
using Supply.Tests.Unit.Inference;

namespace Supply.Tests.Laws;

/// <summary>Properties of a sampler on any target: the same bits, and uniform ranks.</summary>
public sealed class InferenceLaws
{
    private static readonly SequentialMonteCarlo small = new() { ParticlesPerPopulation = 128, Populations = 2, Threads = 1 };

    [Fact]
    public void Threads_DoNotChangeTheBits()
    {
        var expected = Bits(small.Sampled(new Conjugate(3, 0.2)));
        foreach (var threads in new[] { 2, 8 })
        {
            Bits((small with { Threads = threads }).Sampled(new Conjugate(3, 0.2))).SequenceEqual(expected)
                .ShouldBeTrue($"{threads} threads");
        }
    }

    [Fact]
    public void Resumed_IsTheSameBits_AsUninterrupted()
    {
        using var files = new CheckpointFiles();
        var target = new Conjugate(3, 0.1);
        var expected = small.Sampled(target);
        var (interruptions, done) = (0, false);
        while (!done)
        {
            // Each time a little more is let through before the simulation fails.
            var interrupted = new Interrupted(target, 6 * (interruptions + 1));
            try
            {
                var resumed = small.Sampled(interrupted, checkpoint: files.Name);
                Bits(resumed).SequenceEqual(Bits(expected)).ShouldBeTrue();
                resumed.LogEvidence.ShouldBe(expected.LogEvidence);
                resumed.Diagnostics.Verdict.ShouldBe(expected.Diagnostics.Verdict);
                resumed.Diagnostics.Simulations.ShouldBe(expected.Diagnostics.Simulations);
                done = true;
            }
            catch (TimeoutException)
            {
                interruptions++;
            }
        }

        interruptions.ShouldBeGreaterThan(2);
    }

    [Fact]
    public void Ranks_OfTheTruth_AreUniform()
    {
        var (first, choice) = ChiSquares(assumedError: 0.5);
        first.ShouldBeLessThan(Tolerance.ChiSquare15);
        choice.ShouldBeLessThan(Tolerance.ChiSquare15);
    }

    // The negative controls: a sampler that is too sure of itself, or not sure enough, must be detected.
    [Theory]
    [InlineData(0.25)]
    [InlineData(1.0)]
    public void Ranks_UnderAWrongLikelihood_AreNotUniform(double assumedError) =>
        ChiSquares(assumedError).Slope.ShouldBeGreaterThan(Tolerance.ChiSquare15);

    /// <summary>
    /// Simulation-based calibration (Talts et al. 2018): truths from the prior, data from the truths, 15 particles of each posterior.
    /// A slope and a choice of one of three levels, five measurements.
    /// </summary>
    private static (double Slope, double Choice) ChiSquares(double assumedError)
    {
        const int runs = 480, kept = 15;
        var (slopes, choices) = (new int[kept + 1], new int[kept + 1]);
        Marginal[] priors = [Marginal.Normal("slope", 0, 1), Marginal.Custom("level", "one of three", u => u < 0.5 ? 0 : u < 0.8 ? 1 : 3)];
        double Draw(int run, int which) => InverseNormal.Of(Philox.Uniform(11, (uint)run, (ulong)which, 0));
        for (var run = 0; run < runs; run++)
        {
            double[] truth = [.. priors.Select((prior, j) => prior.Value(Draw(run, j)))];
            double[] seen = [.. Enumerable.Range(0, 5).Select(k => truth[1] + (truth[0] * (k - 1)) + (0.5 * Draw(run, 2 + k)))];
            var target = Target.Of(priors, x =>
            {
                var sum = 0.0;
                for (var k = 0; k < 5; k++) sum -= 0.5 * Math.Pow((seen[k] - x[1] - (x[0] * (k - 1))) / assumedError, 2);
                return sum;
            });
            var particles = (small with { Populations = 1, Seed = (ulong)run }).Sampled(target);
            var step = particles.Count / kept;

            // Ties of the choice are broken by a draw, so that its rank is uniform too.
            int Rank(int j) => Enumerable.Range(1, kept).Count(k =>
            {
                var other = particles.X((k * step) - 1)[j];
                return other < truth[j] || (other == truth[j]
                    && Philox.Uniform(12, (uint)run, (ulong)k, 1) < Philox.Uniform(12, (uint)run, 0, 0));
            });
            slopes[Rank(0)]++;
            choices[Rank(1)]++;
        }

        double ChiSquare(int[] counts) => counts.Sum(count => Math.Pow(count - (runs / (kept + 1.0)), 2) / (runs / (kept + 1.0)));
        return (ChiSquare(slopes), ChiSquare(choices));
    }

    private static byte[] Bits(ParticleSet particles) =>
    [
        .. Enumerable.Range(0, particles.Count).SelectMany(i => MemoryMarshal.AsBytes(particles.X(i)).ToArray()
            .Concat(MemoryMarshal.AsBytes(particles.Payload(i)).ToArray()).Concat(BitConverter.GetBytes(particles.DrawNumber(i)))),
    ];

    /// <summary>A target whose simulation gives up after some batches.</summary>
    private sealed class Interrupted(Conjugate inner, int batches) : Target
    {
        private int left = batches;

        public override IReadOnlyList<Marginal> Marginals => inner.Marginals;

        public override int HeavyCount => inner.HeavyCount;

        public override int PayloadLength => inner.PayloadLength;

        public override string Fingerprint => inner.Fingerprint;

        public override void Simulate(SimulationBatch batch)
        {
            if (left-- == 0) throw new TimeoutException();
            inner.Simulate(batch);
        }

        public override double LogLikelihood(ReadOnlySpan<double> x, ReadOnlySpan<double> payload) => inner.LogLikelihood(x, payload);
    }
}
