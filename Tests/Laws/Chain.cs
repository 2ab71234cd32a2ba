using System.Diagnostics;
using Supply.Evidence;
using Supply.Inference;
using Supply.Maths;
using Supply.Studies;

namespace Supply.Tests.Laws;

/// <summary>
/// Simulation-based calibration (Talts et al. 2018) of the whole chain: truths from the prior, the model's values for them, claims that
/// are published with their assumed error, and the rank of the truth among particles of the posterior. A reading ranks by its value
/// without noise.
/// </summary>
internal sealed class Chain
{
    private const ulong Seed = 77;
    private readonly Claim[] claims;
    private readonly IReadOnlyList<PlausibilityCheck> followed;
    private readonly SequentialMonteCarlo sampler;
    private readonly ClaimsTarget target;
    private readonly ClaimsTarget world;

    /// <param name="calibration">The calibration; its claims supply witness, error, width and bounds, but not their figures.</param>
    /// <param name="stepDays">
    /// Days of the steps in which truths are made and fitted, without noise; null: those of the scenario, and truths have noise.
    /// </param>
    public Chain(Calibration calibration, int? stepDays = null)
    {
        // A claim with less than a whole vote is not a distribution to draw from.
        claims = [.. calibration.Claims.Select(claim => claim with { Weight = 1 })];
        (followed, sampler) = (calibration.Followed, calibration.Sampler with { Populations = 1 });
        calibration = calibration with { Claims = claims };
        var outcomes = ClaimsTarget.Outcomes(claims, followed).ToArray();
        ClaimsTarget Of(Simulator simulator) => new(calibration, [new(simulator)], 0, _ => true, new double[claims.Length]);
        if (stepDays is { } days)
        {
            const int runs = 1_000_000;
            target = world = Of(new(calibration.Scenario, outcomes, calibration.Ensemble, runs, quiet: true, days));
            return;
        }

        // Truths have noise from step to step, which the fit counts as error.
        (target, world) = (calibration.Target(_ => true), Of(new(calibration.Scenario, outcomes, calibration.Ensemble, 1000)));
    }

    /// <summary>
    /// For each statistic, a coordinate or a followed reading, how often the truth had each rank among the kept particles.
    /// </summary>
    /// <param name="statistics">Names of coordinates or ids of readings.</param>
    /// <param name="runs">Truths, each with a fit of its own.</param>
    /// <param name="kept">Particles of each fit.</param>
    /// <param name="widened">Errors are multiplied by this when claims are published: 1 is the assumption of the fit.</param>
    /// <param name="stages">Keeps the ranks of each truth, and takes those that are kept; null: all are made now.</param>
    public int[][] Ranks(IReadOnlyList<string> statistics, int runs, int kept, double widened = 1, RankStages? stages = null)
    {
        var truths = Truths(runs);
        var rows = new ParameterMatrix(target.Keys, [.. target.Keys.Select((_, j) => truths.Select(truth => truth[j]).ToArray())]);
        var ((said, _), (heard, sound)) = (target.Say(rows), world.Say(rows));
        var ranks = statistics.Select(_ => new int[kept + 1]).ToArray();
        for (var run = 0; run < runs; run++)
        {
            sound[run].ShouldBeTrue();
            var began = Stopwatch.GetTimestamp();
            if (stages?.Read(run) is { } known)
            {
                foreach (var (rank, counts) in known.Zip(ranks)) counts[rank]++;
                continue;
            }

            Claim[] published = [.. claims.Select(
                (claim, i) => Published(claim, world.View, i, world.Counted(i, truths[run], [.. heard.Select(values => values[run])]),
                    truths[run],
                    new RunDice(run, i), widened))];
            var particles = (sampler with { Seed = (ulong)run })
                .Sample(target.Hearing(published), null, null, TestContext.Current.CancellationToken);
            var step = particles.Count / kept;
            int[] found = [.. statistics.Select(statistic =>
            {
                var (values, truth) = Of(statistic, particles, truths[run], said, run);
                return Enumerable.Range(1, kept).Count(k => values[(k * step) - 1] < truth);
            })];
            foreach (var (rank, counts) in found.Zip(ranks)) counts[rank]++;
            stages?.Write(run, found, Stopwatch.GetElapsedTime(began), particles.Diagnostics);
        }

        return ranks;
    }

    /// <summary>Stages in a folder: those of the given statistics under this target and its settings.</summary>
    public RankStages Stages(string folder, IReadOnlyList<string> statistics, int kept) => new(folder,
        $"{target.Fingerprint}\n{sampler with { Threads = 1 }}\n{string.Join('\n', statistics)}\n{kept}");

    /// <summary>The distance of counts from even ones.</summary>
    public static double ChiSquare(int[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private double[][] Truths(int runs) =>
        [.. Enumerable.Range(0, runs).Select(
            run => target.Marginals.Select((marginal, j) => marginal.Value(new RunDice(run, 1000 + j).Normal(0))).ToArray())];

    private (double[] Values, double Truth) Of(string statistic, ParticleSet particles, double[] truth, double[][] said, int run)
    {
        var j = target.Marginals.ToList().FindIndex(marginal => marginal.Name == statistic);
        if (j >= 0) return (particles.Values(statistic), truth[j]);
        var place = followed.ToList().FindIndex(reading => reading.Id == statistic);
        var at = place >= 0 ? claims.Length + place : throw new KeyNotFoundException($"There is no number and no reading \"{statistic}\".");
        return ([.. Enumerable.Range(0, particles.Count).Select(i => particles.Payload(i)[at])], said[at][run]);
    }

    /// <summary>
    /// A claim as its witness would publish it: a point; a range of the given width around what the witness saw; or above or below a
    /// bound that somebody asked about.
    /// </summary>
    private static Claim Published(Claim claim, ClaimView view, int i, double value, double[] truth, RunDice dice, double widened)
    {
        var (mean, sd) = dice.Uniform(0) < claim.Doubt ? (view.WrongMean(i, truth), Claim.WrongError) : (0, view.Sd(i, truth) * widened);
        var saw = Math.Exp(view.Seen(i, value, truth) + mean + (sd * dice.Normal(1)));
        Claim Saying(double low, double high) => claim with { Check = claim.Check with { Low = low, High = high } };
        if (!claim.HasTwoEnds)
        {
            return saw > claim.Value ? Saying(claim.Value, double.PositiveInfinity) : Saying(double.NegativeInfinity, claim.Value);
        }
        var width = claim.Check.High / claim.Check.Low;
        if (width < 1.0002) return Saying(saw, saw);
        var low = saw * Math.Pow(width, dice.Uniform(2) - 1);
        return Saying(low, low * width);
    }

    private readonly record struct RunDice(int Run, int Key)
    {
        public double Uniform(uint which) => Philox.Uniform(Seed, (uint)Run, (ulong)Key, which);

        public double Normal(uint which) => InverseNormal.Of(Uniform(which));
    }
}
