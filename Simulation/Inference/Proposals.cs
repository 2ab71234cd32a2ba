using Supply.Maths;

namespace Supply.Inference;

/// <summary>One proposal for each particle: where it would go, and how that changes the acceptance ratio.</summary>
internal sealed class Proposals(SequentialMonteCarlo settings, TemperedDensity landscape, SamplerDraws draws)
{
    private const double ShareWhole = 0.6;
    private const double ShareOne = 0.25;
    private const double ShareWholeOfChain = 0.4;

    // Among the proposals of one coordinate, the share that changes a choice: no other move does so on purpose.
    private const double ShareChoice = 0.75;

    // Less than this is left of a choice whose other cases are never drawn.
    private const double LeastOther = 1e-12;
    private readonly int d = landscape.Dimension;
    private readonly double[] z = new double[settings.ParticlesPerPopulation * landscape.Dimension];
    private readonly double[] x = new double[settings.ParticlesPerPopulation * landscape.Dimension];
    private readonly double[][] freedoms = [new double[landscape.Dimension], new double[landscape.Dimension]];
    private readonly int half = settings.ParticlesPerPopulation / 2;
    private readonly double[] lightMeans = new double[settings.ParticlesPerPopulation * (landscape.Dimension - landscape.HeavyCount)];
    private readonly bool[] choice = landscape.Choices;
    private readonly int[] choices = [.. landscape.Choices.Index().Where(one => one.Item).Select(one => one.Index)];
    private readonly double[] alongs = new double[settings.ParticlesPerPopulation * landscape.Dimension];
    private readonly double[] nextAlongs = new double[settings.ParticlesPerPopulation * landscape.Dimension];
    private readonly bool[] knowsAlong = new bool[settings.ParticlesPerPopulation];
    private ReferenceDistribution[] references = [];
    private ConditionalReference[]? lights;

    /// <summary>Kinds of moves that are made together.</summary>
    public enum Kinds
    {
        /// <summary>All that move heavy coordinates at once.</summary>
        Heavy,

        /// <summary>The light coordinates alone.</summary>
        Light,

        /// <summary>Steps of a chain.</summary>
        OfChain,
    }

    public uint[] DrawNumber { get; } = new uint[settings.ParticlesPerPopulation];

    public MoveKind[] Kind { get; } = new MoveKind[settings.ParticlesPerPopulation];

    /// <summary>log of N(z') r(z) / (N(z) r(z')), where r is the density that the proposal preserves.</summary>
    public double[] LogRatio { get; } = new double[settings.ParticlesPerPopulation];

    public bool[] Simulates { get; } = new bool[settings.ParticlesPerPopulation];

    public int[] Slot { get; } = new int[settings.ParticlesPerPopulation];

    public bool[] Possible { get; } = new bool[settings.ParticlesPerPopulation];

    public bool[] Accepted { get; } = new bool[settings.ParticlesPerPopulation];

    public Span<double> Z(int i) => z.AsSpan(i * d, d);

    public Span<double> X(int i) => x.AsSpan(i * d, d);

    /// <summary>Takes the references of the first and of the second half of the particles.</summary>
    public void Begin(ReferenceDistribution[] next, ConditionalReference[]? nextLights)
    {
        (references, lights) = (next, nextLights);
        foreach (var (reference, freedom) in next.Zip(freedoms))
        {
            var sum = 0.0;
            for (var j = 0; j < d; j++) freedom[j] = sum += Math.Clamp(reference.ParticleVariance[j], 0.02, 1);
        }
    }

    /// <param name="population">The population.</param>
    /// <param name="particles">Where its particles are: on their way in a chain, or its own.</param>
    /// <param name="i">The particle.</param>
    /// <param name="among">The kinds that the proposal may be of.</param>
    /// <param name="isFirst">Whether the heavy ones may have moved since the last light proposal.</param>
    public void Propose(Population population, Particles particles, int i, Kinds among, bool isFirst)
    {
        var iteration = population.Iteration;
        var isLight = among == Kinds.Light;
        var kind = isLight ? MoveKind.Light : KindOf(draws.Uniform(SamplerDraws.Purpose.Kind, i, iteration), among);
        var from = particles.Z(i);
        var to = Z(i);
        from.CopyTo(to);
        LogRatio[i] = kind switch
        {
            MoveKind.Whole => Whole(from, to, i, Step(population, kind, i), among == Kinds.OfChain),
            MoveKind.Light => Light(from, to, i, Step(population, kind, i), isFirst),
            MoveKind.RefreshOne => RefreshOne(from, to, i, iteration),
            _ => RefreshMany(population.Steps[(int)kind], to, i, iteration),
        };
        var fresh = landscape.Simulates && !isLight && draws.Uniform(SamplerDraws.Purpose.Fresh, i, iteration) < settings.FreshDraws;
        Kind[i] = kind;
        DrawNumber[i] = fresh ? draws.Number(i, iteration) : particles.DrawNumber[i];
        Simulates[i] = landscape.Simulates && !isLight
            && (fresh || !from[..landscape.HeavyCount].SequenceEqual(to[..landscape.HeavyCount]));
        var before = particles.X(i);
        var after = X(i);

        // An approximation reads the coordinates of numbers alone: their values are made where a chain ends.
        var first = among == Kinds.OfChain ? landscape.HeavyCount : 0;
        for (var j = first; j < d; j++) after[j] = to[j] == from[j] ? before[j] : landscape[j].Value(to[j]);
        for (var j = 0; j < first; j++) after[j] = to[j] == from[j] || !choice[j] ? before[j] : landscape[j].Value(to[j]);
    }

    /// <summary>The particles are somewhere else than where the last proposals of a chain led them.</summary>
    public void Forget() => Array.Clear(knowsAlong);

    /// <summary>A particle of a chain goes where it was proposed to go.</summary>
    public void Take(int i)
    {
        knowsAlong[i] = Kind[i] == MoveKind.Whole;
        if (knowsAlong[i]) nextAlongs.AsSpan(i * d, d).CopyTo(alongs.AsSpan(i * d, d));
    }

    /// <summary>Takes where the chain of a particle ended as its proposal.</summary>
    public void End(Particles particles, Particles chained, int i)
    {
        ReadOnlySpan<double> from = particles.Z(i), before = particles.X(i);
        var to = Z(i);
        var after = X(i);
        chained.Z(i).CopyTo(to);
        chained.X(i).CopyTo(after);
        var heavy = landscape.HeavyCount;
        for (var j = 0; j < heavy; j++) after[j] = to[j] == from[j] ? before[j] : landscape[j].Value(to[j]);
        Simulates[i] = !from[..heavy].SequenceEqual(to[..heavy]);
        (Kind[i], DrawNumber[i]) = (MoveKind.Chain, particles.DrawNumber[i]);
    }

    /// <summary>Which of the two halves a particle belongs to.</summary>
    private int Half(int i) => i < half ? 0 : 1;

    private static MoveKind KindOf(double uniform, Kinds among) => among == Kinds.OfChain
        ? uniform < ShareWholeOfChain ? MoveKind.Whole : MoveKind.RefreshOne
        : uniform < ShareWhole ? MoveKind.Whole : uniform < ShareWhole + ShareOne ? MoveKind.RefreshOne : MoveKind.RefreshMany;

    /// <summary>Steps of several lengths about the adapted one, for densities that are narrow in places.</summary>
    private double Step(Population population, MoveKind kind, int i) =>
        Math.Min(1, population.Steps[(int)kind]
            * Exp.Of(2 * (draws.Uniform(SamplerDraws.Purpose.Scale, i, population.Iteration) - 0.5)));

    /// <summary>
    /// z' = m + sqrt(1 - s²) (z - m) + s C^½ n keeps N(m, C) (generalised preconditioned Crank and Nicolson: Rudolf and Sprungk 2018).
    /// </summary>
    private double Whole(ReadOnlySpan<double> from, Span<double> to, int i, double step, bool isOfChain)
    {
        var reference = references[Half(i)];
        Span<double> noise = stackalloc double[d], scaled = stackalloc double[d], noiseAlong = stackalloc double[d];
        for (var j = 0; j < d; j++) noise[j] = draws.Normal(i, j);
        reference.Colour(noise, noiseAlong);
        reference.Scale(from, scaled);
        var along = alongs.AsSpan(i * d, d);
        var next = nextAlongs.AsSpan(i * d, d);
        if (!isOfChain || !knowsAlong[i]) reference.Along(scaled, along);
        knowsAlong[i] = isOfChain;
        var before = reference.Form(scaled, along);
        var keep = Math.Sqrt(1 - (step * step));
        for (var j = 0; j < d; j++)
        {
            if (choice[j]) continue;
            scaled[j] = (keep * scaled[j]) + (step * noise[j]);
            to[j] = reference.Mean[j] + (reference.Sd[j] * scaled[j]);
        }

        // Directions have no part in choices, so they go on in the same proportion.
        for (var k = 0; k < reference.Variances.Length; k++) next[k] = (keep * along[k]) + (step * noiseAlong[k]);
        return 0.5 * (reference.Form(scaled, next) - before + ReferenceDistribution.Dot(from, from) - ReferenceDistribution.Dot(to, to));
    }

    /// <summary>The same for the light coordinates, about their mean given the heavy ones.</summary>
    private double Light(ReadOnlySpan<double> from, Span<double> to, int i, double step, bool isFirst)
    {
        var heavy = landscape.HeavyCount;
        var light = lights![Half(i)];
        Span<double> noise = stackalloc double[d - heavy];
        var mean = lightMeans.AsSpan(i * (d - heavy), d - heavy);
        for (var j = 0; j < noise.Length; j++) noise[j] = draws.Normal(i, heavy + j);
        if (isFirst) light.Mean(from, mean);
        light.Colour(noise);
        var before = light.Form(from[heavy..], mean);
        var keep = Math.Sqrt(1 - (step * step));
        for (var j = 0; j < noise.Length; j++) to[heavy + j] = mean[j] + (keep * (from[heavy + j] - mean[j])) + (step * noise[j]);
        return 0.5 * (light.Form(to[heavy..], mean) - before + ReferenceDistribution.Dot(from, from) - ReferenceDistribution.Dot(to, to));
    }

    // A coordinate drawn from its prior preserves the prior, so only the likelihood enters the ratio, and what a choice takes along. A
    // choice always takes another case (Liu 1996), which is as much more likely than the way back as less was left to draw from.
    private double RefreshOne(ReadOnlySpan<double> from, Span<double> to, int i, uint iteration)
    {
        var uniform = draws.Uniform(SamplerDraws.Purpose.Count, i, iteration);
        var j = choices.Length == 0 ? (int)(uniform * d)
            : uniform < ShareChoice ? choices[(int)(uniform / ShareChoice * choices.Length)]
            : (int)((uniform - ShareChoice) / (1 - ShareChoice) * d);
        to[j] = draws.Normal(i, j);
        if (!choice[j]) return 0;
        var others = OfOtherCases(landscape[j].Turns, from[j], ref to[j]);
        references[Half(i)].Shifts.Apply(landscape, j, from, to);
        return others
            + (0.5 * (ReferenceDistribution.Dot(from, from) - ReferenceDistribution.Dot(to, to) + (to[j] * to[j]) - (from[j] * from[j])));
    }

    /// <summary>
    /// Turns a draw from the prior of a choice into one from all cases other than that of a particle; gives the logarithm of the ratio of
    /// what was left to draw from on the way there and on the way back.
    /// </summary>
    private static double OfOtherCases(double[] turns, double from, ref double to)
    {
        var here = CaseAt(turns, NormalCurve.Cdf(from));
        var share = turns[here + 1] - turns[here];
        if (share > 1 - LeastOther) return 0;
        var drawn = NormalCurve.Cdf(to) * (1 - share);
        if (drawn >= turns[here]) drawn += share;
        drawn = Math.Clamp(drawn, LeastOther, 1 - LeastOther);
        var there = CaseAt(turns, drawn);
        to = InverseNormal.Of(drawn);
        return there == here ? 0 : Log.Of((1 - share) / (1 - (turns[there + 1] - turns[there])));
    }

    private static int CaseAt(double[] turns, double probability)
    {
        var at = 0;
        while (at + 2 < turns.Length && probability >= turns[at + 1]) at++;
        return at;
    }

    private double RefreshMany(double share, Span<double> to, int i, uint iteration)
    {
        var freedom = freedoms[Half(i)];

        // 2u times the adapted number, so that particles differ in how much they try.
        var many = Math.Clamp((int)Math.Round(2 * draws.Uniform(SamplerDraws.Purpose.Count, i, iteration) * share * d), 1, d);
        for (var slot = 0; slot < many; slot++)
        {
            var mark = draws.Pick(slot, i, iteration) * freedom[^1];
            var at = Array.BinarySearch(freedom, mark);
            var j = at < 0 ? ~at : at;
            to[j] = draws.Normal(i, j);
        }

        return 0;
    }
}
