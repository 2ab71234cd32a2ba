namespace Supply.Inference;

/// <summary>Draws a population from the prior and moves it, each move exact for the density at its exponent.</summary>
internal sealed class PopulationMover
{
    // One of this many moves is of the other kinds.
    private const int MovesBetweenOthers = 4;

    // The approximation learns from one simulation of this many.
    private const int SimulationsPerLesson = 4;

    // On the way a population moves only until it is spread out; at the end chains may be longer.
    private const int TimesLongerLast = 4;
    private readonly SequentialMonteCarlo settings;
    private readonly TemperedDensity landscape;
    private readonly int index;
    private readonly SamplerDraws draws;
    private readonly Proposals proposals;
    private readonly SimulationBatch batch;
    private readonly ParallelOptions parallel;
    private readonly Particles chained;
    private readonly double[] guesses;
    private readonly double[] started;
    private double[] features = [];
    private double[] nextFeatures = [];
    private bool hasLight;

    public PopulationMover(SequentialMonteCarlo settings, TemperedDensity landscape, int index)
    {
        (this.settings, this.landscape, this.index) = (settings, landscape, index);
        var n = settings.ParticlesPerPopulation;
        draws = new(settings.Seed, landscape, index, n);
        proposals = new(settings, landscape, draws);
        batch = new(n, landscape.Dimension, landscape.Target.PayloadLength);
        parallel = new() { MaxDegreeOfParallelism = settings.Threads };
        var chains = HasChains ? n : 0;
        chained = new(chains, landscape.Dimension, landscape.Target.PayloadLength);
        (guesses, started) = (new double[chains * landscape.Target.PayloadLength], new double[chains]);
    }

    private bool HasChains => settings.MostChained > 0 && landscape.Simulates && landscape.Target.FeatureCount > 0;

    public double ResamplingUniform(Population population) => draws.Uniform(SamplerDraws.Purpose.Resample, 0, population.Iteration);

    /// <summary>A population from the prior.</summary>
    /// <param name="given">Replaces normal coordinates of a particle, which are drawn otherwise. Null: none. Default null.</param>
    public Population Draw(GivenCoordinates? given = null)
    {
        var particles = new Particles(settings.ParticlesPerPopulation, landscape.Dimension, landscape.Target.PayloadLength);
        var population = new Population(index, particles);
        draws.Fill(0, 0, settings.Threads);
        Parallel.For(0, particles.Count, parallel, i =>
        {
            var z = particles.Z(i);
            var x = particles.X(i);
            for (var j = 0; j < z.Length; j++) z[j] = draws.Normal(i, j);
            given?.Invoke(i, z);
            for (var j = 0; j < z.Length; j++) x[j] = landscape[j].Value(z[j]);
            particles.DrawNumber[i] = draws.Number(i, 0);
        });
        batch.Clear();
        for (var i = 0; i < particles.Count; i++) batch.Add(particles.X(i), particles.DrawNumber[i]);
        if (landscape.Simulates) Simulate(population);
        if (HasChains)
        {
            population.Surrogate = new(landscape);
            population.Surrogate.Feed(particles.Count, i => particles.Z(i), batch.Values, Simulated, parallel);
        }

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
        population.Surrogate = !HasChains ? null : population.Surrogate ?? new(landscape);
        var particles = population.Particles;
        Parallel.For(0, particles.Count, parallel,
            i => particles.Level[i] = landscape.Evaluate(particles.Z(i), particles.X(i), particles.Payload(i)));
        population.Impossible = particles.Level.Count(level => !level.IsPossible);
        return population;
    }

    /// <summary>Turns the approximation to where the particles are now.</summary>
    public void Turn(Population population)
    {
        var particles = population.Particles;
        population.Surrogate?.Turn();
        population.Surrogate?.Feed(particles.Count, i => particles.Z(i), i => particles.X(i),
            i => particles.Level[i].IsPossible ? particles.Payload(i) : [], parallel);
    }

    /// <summary>Curvature and slopes of the likelihood; null before anything was fitted.</summary>
    public Information? Information(Population population) => population.Surrogate is { IsReady: true } surrogate
        ? Inference.Information.Of(
            landscape, population.Particles, surrogate, landscape.IsBridge ? 1 : population.Exponent, parallel)
        : null;

    /// <summary>Takes the references of either half of the particles.</summary>
    public void Begin(ReferenceDistribution[] next)
    {
        hasLight = landscape.HeavyCount > 0 && landscape.HeavyCount < landscape.Dimension && settings.LightMoves > 0;
        proposals.Begin(next, hasLight ? [.. next.Select(reference => new ConditionalReference(reference, landscape.HeavyCount))] : null);
    }

    /// <summary>One proposal for each particle, and several for the light coordinates; returns the accepted share of the former.</summary>
    public double Move(Population population)
    {
        // Other moves in between, since no chain leads to where the approximation is far off.
        var accepted = population.Surrogate is { IsReady: true } surrogate && population.Sweeps % MovesBetweenOthers != 0
            ? Chain(population, surrogate) : Move(population, isLight: false, isFirst: true);
        for (var k = 0; hasLight && k < settings.LightMoves; k++) Move(population, isLight: true, isFirst: k == 0);
        return accepted;
    }

    private double Move(Population population, bool isLight, bool isFirst)
    {
        var particles = population.Particles;
        population.Iteration++;
        draws.Fill(population.Iteration, isLight ? landscape.HeavyCount : 0, settings.Threads);
        Parallel.For(0, particles.Count, parallel, i => proposals.Propose(
            population, particles, i, isLight ? Proposals.Kinds.Light : Proposals.Kinds.Heavy, isFirst));
        SimulateProposals(population);
        Parallel.For(0, particles.Count, parallel, i => Decide(population, i));
        return Count(population);
    }

    /// <summary>Steps of each particle under the approximation, and one decision about all of them.</summary>
    private double Chain(Population population, Surrogate surrogate)
    {
        var particles = population.Particles;
        var (payloadLength, width) = (landscape.Target.PayloadLength, surrogate.Features);
        if (features.Length == 0) (features, nextFeatures) = (new double[particles.Count * width], new double[particles.Count * width]);
        chained.Take(particles);
        proposals.Forget();
        Parallel.For(0, particles.Count, parallel, i =>
        {
            surrogate.Predict(chained.Z(i), chained.X(i), features.AsSpan(i * width, width), chained.Payload(i));
            chained.DrawNumber[i] = particles.DrawNumber[i];
            chained.Level[i] = landscape.Evaluate(chained.Z(i), chained.X(i), chained.Payload(i));
            started[i] = chained.Level[i].At(population.Exponent);
        });
        for (var step = (int)Math.Round(population.Steps[(int)MoveKind.Chain]); step > 0; step--)
        {
            population.Iteration++;
            draws.Fill(population.Iteration, 0, settings.Threads);
            Parallel.For(0, particles.Count, parallel, i =>
            {
                proposals.Propose(population, chained, i, Proposals.Kinds.OfChain, isFirst: true);
                var guess = guesses.AsSpan(i * payloadLength, payloadLength);
                var known = features.AsSpan(i * width, width);
                var next = nextFeatures.AsSpan(i * width, width);
                if (proposals.Kind[i] == MoveKind.Whole) surrogate.Predict(proposals.Z(i), proposals.X(i), next, guess);
                else surrogate.PredictFrom(chained.Z(i), chained.X(i), known, proposals.Z(i), proposals.X(i), next, guess);
                var level = landscape.Evaluate(proposals.Z(i), proposals.X(i), guess);
                var ratio = level.At(population.Exponent) - chained.Level[i].At(population.Exponent) + proposals.LogRatio[i];
                if (!(Maths.Log.Of(draws.Uniform(SamplerDraws.Purpose.Accept, i, population.Iteration)) < ratio)) return;
                proposals.Z(i).CopyTo(chained.Z(i));
                proposals.X(i).CopyTo(chained.X(i));
                proposals.Take(i);
                next.CopyTo(known);
                chained.Level[i] = level;
            });
        }

        population.Iteration++;
        Parallel.For(0, particles.Count, parallel, i =>
        {
            proposals.End(particles, chained, i);

            // What the steps have decided by the approximation already.
            proposals.LogRatio[i] = started[i] - chained.Level[i].At(population.Exponent);
        });
        SimulateProposals(population);
        Parallel.For(0, particles.Count, parallel, i => Decide(population, i));
        return Count(population);
    }

    /// <summary>Simulates the proposals that need it.</summary>
    private void SimulateProposals(Population population)
    {
        batch.Clear();
        var slots = new List<int>();
        for (var i = 0; i < proposals.Slot.Length; i++)
        {
            proposals.Slot[i] = proposals.Simulates[i] ? batch.Add(proposals.X(i), proposals.DrawNumber[i]) : -1;
            if (proposals.Simulates[i]) slots.Add(i);
        }

        if (batch.Count == 0) return;
        Simulate(population);
        if (population.Surrogate is not { } surrogate) return;

        // Others at each move, so that all particles have their turn.
        int[] lessons = [.. Enumerable.Range(0, batch.Count)
            .Where(slot => ((uint)slots[slot] + population.Iteration) % SimulationsPerLesson == 0)];
        surrogate.Feed(lessons.Length, k => proposals.Z(slots[lessons[k]]), k => batch.Values(lessons[k]), k => Simulated(lessons[k]),
            parallel);
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

    private ReadOnlySpan<double> Simulated(int slot) => batch.HasFailed(slot) ? [] : batch.Payload(slot);

    private double Count(Population population)
    {
        var kinds = population.Steps.Length;
        Span<int> proposed = stackalloc int[kinds], accepted = stackalloc int[kinds];
        for (var i = 0; i < proposals.Accepted.Length; i++)
        {
            var kind = (int)proposals.Kind[i];
            proposed[kind]++;
            if (proposals.Accepted[i]) accepted[kind]++;
            if (!proposals.Possible[i]) population.Impossible++;
        }

        var (all, taken) = (0, 0);
        for (var kind = 0; kind < kinds; kind++)
        {
            population.Proposed[kind] += proposed[kind];
            population.Accepted[kind] += accepted[kind];
            (all, taken) = (all + proposed[kind], taken + accepted[kind]);
            if (proposed[kind] == 0) continue;
            var change = (accepted[kind] / (double)proposed[kind]) - settings.Acceptance;
            var longest = population.IsDone ? settings.MostChained : Math.Max(1, settings.MostChained / TimesLongerLast);
            var (least, most) = kind == (int)MoveKind.Chain ? (1, longest) : (1e-4, 1);
            population.Steps[kind] = Math.Clamp(population.Steps[kind] * Maths.Exp.Of(change), least, most);
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

/// <summary>Sets normal coordinates of a particle.</summary>
/// <param name="particle">The number of the particle in its population.</param>
/// <param name="z">Its coordinates.</param>
internal delegate void GivenCoordinates(int particle, Span<double> z);
