namespace Supply.Inference;

/// <summary>Draws a population from the prior and moves it, each move exact for the density at its exponent.</summary>
internal sealed class PopulationMover
{
    private readonly SequentialMonteCarlo settings;
    private readonly TemperedDensity landscape;
    private readonly int index;
    private readonly SamplerDraws draws;
    private readonly Proposals proposals;
    private readonly SimulationBatch batch;
    private readonly ParallelOptions parallel;
    private bool hasLight;

    public PopulationMover(SequentialMonteCarlo settings, TemperedDensity landscape, int index)
    {
        (this.settings, this.landscape, this.index) = (settings, landscape, index);
        var n = settings.ParticlesPerPopulation;
        draws = new(settings.Seed, landscape, index, n);
        proposals = new(settings, landscape, draws);
        batch = new(n, landscape.Dimension, landscape.Target.PayloadLength);
        parallel = new() { MaxDegreeOfParallelism = settings.Threads };
    }

    public double ResamplingUniform(Population population) => draws.Uniform(SamplerDraws.Purpose.Resample, 0, population.Iteration);

    /// <summary>A population from the prior.</summary>
    public Population Draw()
    {
        var particles = new Particles(settings.ParticlesPerPopulation, landscape.Dimension, landscape.Target.PayloadLength);
        var population = new Population(index, particles);
        draws.Fill(0, 0, settings.Threads);
        Parallel.For(0, particles.Count, parallel, i =>
        {
            var z = particles.Z(i);
            var x = particles.X(i);
            for (var j = 0; j < z.Length; j++) x[j] = landscape[j].Value(z[j] = draws.Normal(i, j));
            particles.DrawNumber[i] = draws.Number(i, 0);
        });
        batch.Clear();
        for (var i = 0; i < particles.Count; i++) batch.Add(particles.X(i), particles.DrawNumber[i]);
        if (landscape.Simulates) Simulate(population);
        Parallel.For(0, particles.Count, parallel, i =>
        {
            batch.Payload(i).CopyTo(particles.Payload(i));
            particles.Level[i] = batch.HasFailed(i) ? Level.Impossible
                : landscape.Evaluate(particles.Z(i), particles.X(i), particles.Payload(i));
        });
        population.Impossible = particles.Level.Count(level => !level.IsPossible);
        return population;
    }

    /// <summary>A population of another target at the start of its path to this one.</summary>
    public Population Onward(Population from)
    {
        var population = from.Onward();
        var particles = population.Particles;
        Parallel.For(0, particles.Count, parallel,
            i => particles.Level[i] = landscape.Evaluate(particles.Z(i), particles.X(i), particles.Payload(i)));
        population.Impossible = particles.Level.Count(level => !level.IsPossible);
        return population;
    }

    /// <summary>Takes the references of either half of the particles.</summary>
    public void Begin(ReferenceDistribution[] next)
    {
        hasLight = landscape.HeavyCount > 0 && landscape.HeavyCount < landscape.Dimension && settings.LightMoves > 0;
        proposals.Begin(next, hasLight ? [.. next.Select(reference => new ConditionalReference(reference, landscape.HeavyCount))] : null);
    }

    /// <summary>One proposal for each particle, and several for the light coordinates; returns the accepted share of the former.</summary>
    public double Move(Population population)
    {
        var accepted = Move(population, isLight: false, isFirst: true);
        for (var k = 0; hasLight && k < settings.LightMoves; k++) Move(population, isLight: true, isFirst: k == 0);
        return accepted;
    }

    private double Move(Population population, bool isLight, bool isFirst)
    {
        var particles = population.Particles;
        population.Iteration++;
        draws.Fill(population.Iteration, isLight ? landscape.HeavyCount : 0, settings.Threads);
        Parallel.For(0, particles.Count, parallel, i => proposals.Propose(population, i, isLight, isFirst));
        batch.Clear();
        for (var i = 0; i < particles.Count; i++)
        {
            proposals.Slot[i] = proposals.Simulates[i] ? batch.Add(proposals.X(i), proposals.DrawNumber[i]) : -1;
        }
        if (batch.Count > 0) Simulate(population);
        Parallel.For(0, particles.Count, parallel, i => Decide(population, i));
        return Count(population);
    }

    /// <summary>Metropolis and Hastings: the ratio of the densities times that of the proposals.</summary>
    private void Decide(Population population, int i)
    {
        var particles = population.Particles;
        var slot = proposals.Slot[i];
        var payload = slot < 0 ? particles.Payload(i) : batch.Payload(slot);
        var level = slot >= 0 && batch.HasFailed(slot) ? Level.Impossible : landscape.Evaluate(proposals.Z(i), proposals.X(i), payload);
        proposals.Possible[i] = level.IsPossible;
        var ratio = level.At(population.Exponent) - particles.Level[i].At(population.Exponent) + proposals.LogRatio[i];
        var accept = Maths.Log.Of(draws.Uniform(SamplerDraws.Purpose.Accept, i, population.Iteration)) < ratio;
        proposals.Accepted[i] = accept;
        if (!accept) return;
        proposals.Z(i).CopyTo(particles.Z(i));
        proposals.X(i).CopyTo(particles.X(i));
        if (slot >= 0) payload.CopyTo(particles.Payload(i));
        (particles.DrawNumber[i], particles.Level[i]) = (proposals.DrawNumber[i], level);
    }

    private double Count(Population population)
    {
        Span<int> proposed = stackalloc int[4], accepted = stackalloc int[4];
        for (var i = 0; i < proposals.Accepted.Length; i++)
        {
            var kind = (int)proposals.Kind[i];
            proposed[kind]++;
            if (proposals.Accepted[i]) accepted[kind]++;
            if (!proposals.Possible[i]) population.Impossible++;
        }

        var (all, taken) = (0, 0);
        for (var kind = 0; kind < 4; kind++)
        {
            population.Proposed[kind] += proposed[kind];
            population.Accepted[kind] += accepted[kind];
            (all, taken) = (all + proposed[kind], taken + accepted[kind]);
            if (proposed[kind] == 0) continue;
            var change = (accepted[kind] / (double)proposed[kind]) - settings.Acceptance;
            population.Steps[kind] = Math.Clamp(population.Steps[kind] * Maths.Exp.Of(change), 1e-4, 1);
        }

        return taken / (double)all;
    }

    private void Simulate(Population population)
    {
        landscape.Target.Simulate(batch);
        population.Simulations += batch.Count;
        population.Failed += batch.FailedCount;
    }
}
