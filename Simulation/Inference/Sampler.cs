using System.Diagnostics;

namespace Supply.Inference;

/// <summary>Runs populations, one after another, from the prior or from another target to the end of their path.</summary>
internal sealed class Sampler(
    SequentialMonteCarlo settings, TemperedDensity landscape, IProgress<SamplingProgress>? progress, string? checkpoint,
        CancellationToken cancellation)
{
    private const int FewestMoves = 3;

    // Moves after which the particles have spread enough to say more about their own distribution than the last resampling did. Each
    // further reference waits twice as long, because one fitted to the particles it moves narrows them a little.
    private const int MovesOfFirstReference = 25;
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);
    private readonly long began = Stopwatch.GetTimestamp();
    private TimeSpan reported = -pause;

    public ParticleSet Run(ParticleSet? from)
    {
        var file = checkpoint is null ? null : new Checkpoint(checkpoint, settings, landscape, from);
        var populations = file?.Read() ?? [];
        for (var index = 0; index < settings.Populations; index++)
        {
            var mover = new PopulationMover(settings, landscape, index);
            if (index == populations.Count) populations.Add(from is null ? mover.Draw() : mover.Onward(from.All[index]));
            var population = populations[index];
            while (!population.IsDone)
            {
                Rise(population, mover, populations);
                file?.Write(populations);
            }
        }

        return new(landscape.Target, [.. populations], settings);
    }

    private void Rise(Population population, PopulationMover mover, List<Population> all)
    {
        var particles = population.Particles;
        if (!particles.Level.Any(level => level.Rise > double.NegativeInfinity)) throw Nothing(population);
        var next = Tempering.Next(particles.Level, population.Exponent, settings.EffectiveShare);
        var weights = new double[particles.Count];
        population.LogEvidence += Tempering.Weigh(particles.Level, next - population.Exponent, weights);
        var reference = ReferenceDistribution.Of(particles.AllZ, weights, landscape.Choices);
        population.Select(Tempering.Resample(weights, mover.ResamplingUniform(population)));
        (population.Exponent, population.IsDone) = (next, next >= 1);
        population.Exponents++;
        Move(population, mover, reference, all);
    }

    private void Move(Population population, PopulationMover mover, ReferenceDistribution reference, List<Population> all)
    {
        var (most, enough) = population.IsDone ? (settings.MostLastMoves, settings.LastCorrelation)
            : (settings.MostMoves, settings.Correlation);
        mover.Begin(reference);
        var memory = new StartMemory(population.Particles, reference);
        var even = new double[population.Particles.Count];
        Array.Fill(even, 1.0 / even.Length);
        var renewed = MovesOfFirstReference;
        for (var move = 1; move <= most; move++)
        {
            cancellation.ThrowIfCancellationRequested();
            var accepted = mover.Move(population);
            population.Sweeps++;
            var left = memory.Correlation(population.Particles, population.Correlations);
            Report(population, move, accepted, left, all);
            if (left <= enough && move >= FewestMoves) break;
            if (move == renewed)
            {
                renewed *= 2;
                mover.Begin(ReferenceDistribution.Of(population.Particles.AllZ, even, landscape.Choices));
            }
        }
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
