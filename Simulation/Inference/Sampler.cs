using System.Diagnostics;

namespace Supply.Inference;

/// <summary>Runs populations, one after another, from the prior or from another target to the end of their path.</summary>
internal sealed class Sampler(
    SequentialMonteCarlo settings, TemperedDensity landscape, IProgress<SamplingProgress>? progress, string? checkpoint,
        CancellationToken cancellation)
{
    private const int FewestMoves = 3;

    // Moves after which the particles have spread enough to say more about their own distribution than the last resampling did.
    private const int MovesOfFirstReference = 25;

    // Moves at an exponent between two writings of the state.
    private const int MovesToCheckpoint = 25;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);
    private readonly long began = Stopwatch.GetTimestamp();
    private TimeSpan reported = -pause;

    public ParticleSet Run(ParticleSet? from)
    {
        var populations = new List<Population>();
        foreach (var index in settings.OnlyPopulation is { } only ? [only] : Enumerable.Range(0, settings.Populations))
        {
            var start = from?.All.First(population => population.Index == index);
            var file = checkpoint is null ? null : new Checkpoint($"{checkpoint}.{index}", settings, landscape, from?.Target, start, index);
            var mover = new PopulationMover(settings, landscape, index);
            populations.Add(file?.Read() ?? (start is null ? mover.Draw() : mover.Onward(start)));
            var population = populations[^1];
            while (!population.IsDone || population.Motion is not null)
            {
                if (population.Motion is null) Rise(population, mover);
                Move(population, mover, populations, file);
                file?.Write(population);
            }
        }

        return new(landscape.Target, [.. populations], settings);
    }

    private void Rise(Population population, PopulationMover mover)
    {
        var particles = population.Particles;
        if (!particles.Level.Any(level => level.Rise > double.NegativeInfinity)) throw Nothing(population);
        var next = Tempering.Next(particles.Level, population.Exponent, settings.EffectiveShare);
        var weights = new double[particles.Count];
        population.LogEvidence += Tempering.Weigh(particles.Level, next - population.Exponent, weights);
        var ancestors = Tempering.Resample(weights, mover.ResamplingUniform(population));
        mover.Turn(population);

        // Resampling keeps the order, so the ancestors of the second half are the later ones, except the one in the middle.
        var middle = ancestors[particles.Count / 2];
        population.Exponent = next;
        var known = mover.Information(population);
        var whole = ReferenceDistribution.Of(particles.AllZ, weights, landscape, known);
        var references = Crossed(particles.AllZ, weights, i => i >= middle, known);
        population.Select(ancestors);
        population.IsDone = next >= 1;
        population.Exponents++;
        population.Motion = new(references, new StartMemory(population.Particles, whole)) { Renewal = MovesOfFirstReference };
    }

    /// <summary>
    /// A distribution for the proposals of either half, fitted to the particles of the other: one fitted to the particles that it moves
    /// would narrow them.
    /// </summary>
    /// <param name="z">The particles.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="isSecond">Whether a particle belongs to the second half.</param>
    /// <param name="known">Curvature and slopes of the likelihood; null: not known.</param>
    private ReferenceDistribution[] Crossed(double[] z, double[] weights, Func<int, bool> isSecond, Information? known)
    {
        return [OfHalf(true), OfHalf(false)];

        ReferenceDistribution OfHalf(bool second)
        {
            double[] some = [.. weights.Select((weight, i) => isSecond(i) == second ? weight : 0)];
            var sum = some.Sum();

            // Where one particle has all the weight there is no other half.
            if (!(sum > 0)) some = weights;
            else for (var i = 0; i < some.Length; i++) some[i] /= sum;
            return ReferenceDistribution.Of(z, some, landscape, known);
        }
    }

    private void Move(Population population, PopulationMover mover, List<Population> all, Checkpoint? file)
    {
        var (most, enough) = population.IsDone ? (settings.MostLastMoves, settings.LastCorrelation)
            : (settings.MostMoves, settings.Correlation);
        var motion = population.Motion!;
        var half = population.Particles.Count / 2;
        mover.Begin(motion.References);
        while (motion.Moves < most)
        {
            cancellation.ThrowIfCancellationRequested();
            var accepted = mover.Move(population);
            motion.Moves++;
            if (int.IsPow2(motion.Moves) && population.Surrogate is { IsFed: true } surrogate)
            {
                surrogate.Fit();
            }

            population.Sweeps++;
            var left = motion.Memory.Correlation(population.Particles, population.Correlations);
            Report(population, motion.Moves, accepted, left, all);
            if (left <= enough && motion.Moves >= FewestMoves) break;
            if (motion.Moves == motion.Renewal)
            {
                var even = new double[population.Particles.Count];
                Array.Fill(even, 1.0 / even.Length);
                motion = motion with { References = Crossed(population.Particles.AllZ, even, i => i >= half, mover.Information(population)),
                    Renewal = 2 * motion.Renewal };
                population.Motion = motion;
                mover.Begin(motion.References);
            }

            if (motion.Moves % MovesToCheckpoint == 0) file?.Write(population);
        }

        population.Motion = null;
    }

    private void Report(Population population, int move, double accepted, double left, List<Population> all)
    {
        var elapsed = Stopwatch.GetElapsedTime(began);
        if (progress is null || elapsed - reported < pause) return;
        reported = elapsed;
        progress.Report(new(population.Index, population.Exponent, population.Exponents, move, all.Sum(one => one.Simulations), accepted,
            left, elapsed));
    }

    private static InvalidOperationException Nothing(Population population) => new(
        $"None of the {population.Particles.Count} particles of population {population.Index} is possible at the next exponent: "
        + $"the likelihood is 0 or not a number for each, and {population.Failed} of {population.Simulations} simulations failed. Widen "
            + $"the likelihood or narrow the priors.");
}
