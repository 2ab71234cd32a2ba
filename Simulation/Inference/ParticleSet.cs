namespace Supply.Inference;

/// <summary>The particles that represent a distribution, all of equal weight, population by population.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class ParticleSet : IShown
{
    private readonly Population[] populations;
    private readonly int each;
    private readonly SequentialMonteCarlo settings;

    internal ParticleSet(Target target, Population[] populations, SequentialMonteCarlo settings)
    {
        (Target, this.populations, this.settings, each) = (target, populations, settings, populations[0].Particles.Count);
        Names = [.. target.Marginals.Select(marginal => marginal.Name)];
        double[] evidence = [.. populations.Select(population => population.LogEvidence)];
        var top = evidence.Max();
        LogEvidence = top + Math.Log(evidence.Average(value => Math.Exp(value - top)));
        var mean = evidence.Average();
        LogEvidenceSpread = evidence.Length < 2 ? double.NaN
            : Math.Sqrt(evidence.Sum(value => (value - mean) * (value - mean)) / (evidence.Length - 1));
        Diagnostics = Inference.Diagnosis.Of(this, populations, settings);
    }

    /// <summary>The target they represent.</summary>
    public Target Target { get; }

    /// <summary>The names of the coordinates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Particles over all populations.</summary>
    public int Count => each * populations.Length;

    /// <summary>Independent populations; each holds <see cref="Count"/> / <see cref="Populations"/> consecutive particles.</summary>
    public int Populations => populations.Length;

    /// <summary>
    /// The natural logarithm of the evidence, the likelihood averaged over the prior, from the mean over populations. With flat priors
    /// only differences are meaningful.
    /// </summary>
    public double LogEvidence { get; }

    /// <summary>
    /// The standard deviation of the log evidence over single populations; that of <see cref="LogEvidence"/> is smaller by about 1 /
    /// sqrt(populations). NaN for one population.
    /// </summary>
    public double LogEvidenceSpread { get; }

    /// <summary>Diagnostics: how reliable the particles are.</summary>
    public SamplingDiagnostics Diagnostics { get; }

    /// <summary>The population of a particle, from 0.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public int Population(int particle) => particle / each;

    /// <summary>The values of all coordinates of a particle.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public ReadOnlySpan<double> X(int particle) => Of(particle).X(particle % each);

    /// <summary>The standard normal coordinates of a particle.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public ReadOnlySpan<double> Z(int particle) => Of(particle).Z(particle % each);

    /// <summary>The payload of a particle's simulation.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public ReadOnlySpan<double> Payload(int particle) => Of(particle).Payload(particle % each);

    /// <summary>The number that identifies the random draws inside the simulation of a particle.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public uint DrawNumber(int particle) => Of(particle).DrawNumber[particle % each];

    /// <summary>The natural logarithm of the likelihood of a particle.</summary>
    /// <param name="particle">From 0 to <see cref="Count"/> less 1.</param>
    public double LogLikelihood(int particle) => Of(particle).Level[particle % each].LogLikelihood;

    /// <summary>The values of a coordinate, one for each particle.</summary>
    /// <exception cref="KeyNotFoundException">There is no such coordinate.</exception>
    public double[] Values(string name)
    {
        var j = Array.IndexOf([.. Names], name);
        if (j < 0) throw new KeyNotFoundException($"There is no coordinate \"{name}\". There are: {string.Join(", ", Names)}.");
        return [.. Enumerable.Range(0, Count).Select(i => X(i)[j])];
    }

    /// <summary>The mean of a coordinate.</summary>
    /// <exception cref="KeyNotFoundException">There is no such coordinate.</exception>
    public double Mean(string name) => Values(name).Average();

    /// <summary>The standard deviation of a coordinate.</summary>
    /// <exception cref="KeyNotFoundException">There is no such coordinate.</exception>
    public double StandardDeviation(string name)
    {
        var values = Values(name);
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    internal IReadOnlyList<Population> All => populations;

    /// <summary>The same particles under a target with the same coordinates, whose simulation leaves other payloads.</summary>
    internal ParticleSet On(Target target) =>
        new(target, [.. populations.Select(population => population.On(new TemperedDensity(target, null)))], settings);

    private Particles Of(int particle) => populations[particle / each].Particles;

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Diagnostics.ToHtml();

    string IShown.ToPlainText() => Diagnostics.Verdict;
}
