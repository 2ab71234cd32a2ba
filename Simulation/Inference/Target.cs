namespace Supply.Inference;

/// <summary>
/// A distribution to sample: independent priors of named coordinates times a likelihood. The likelihood may need a simulation, which
/// depends on the first, heavy coordinates and on the number of its random draws, and leaves numbers called the payload; given the
/// payload, it is cheap in the other, light coordinates.
/// </summary>
public abstract class Target
{
    /// <summary>The priors, one for each coordinate, with unique names.</summary>
    public abstract IReadOnlyList<Marginal> Marginals { get; }

    /// <summary>
    /// Number of first coordinates that need a new simulation when they change; 0..count of <see cref="Marginals"/>. Default 0.
    /// </summary>
    public virtual int HeavyCount => 0;

    /// <summary>Doubles that the simulation of a particle leaves, at least 0. With 0 nothing is ever simulated. Default 0.</summary>
    public virtual int PayloadLength => 0;

    /// <summary>
    /// Text that distinguishes this target from others with the same marginals, such as a hash of its data; checked when a run resumes.
    /// Default: none.
    /// </summary>
    public virtual string Fingerprint => "";

    /// <summary>
    /// Simulates every particle of a batch: fills its payload, or marks it as failed. Called from one thread at a time with all particles
    /// of a population that need it, so it may use threads of its own. A payload must depend only on the particle's heavy values and draw
    /// number.
    /// </summary>
    public virtual void Simulate(SimulationBatch batch) { }

    /// <summary>The natural logarithm of the likelihood; -infinity or NaN: impossible. Cheap; called on several threads at once.</summary>
    /// <param name="x">The values of all coordinates.</param>
    /// <param name="payload">The payload of the simulation.</param>
    public abstract double LogLikelihood(ReadOnlySpan<double> x, ReadOnlySpan<double> payload);

    /// <summary>
    /// Numbers that a payload is approximated by: smooth functions of the heavy coordinates. 0: it is not approximated.
    /// </summary>
    internal virtual int FeatureCount => 0;

    /// <summary>The features of a payload; a payload of which one is not finite is not learnt from.</summary>
    internal virtual void Features(ReadOnlySpan<double> payload, Span<double> features) => throw new NotSupportedException();

    /// <summary>A payload with these features, in everything that the likelihood reads.</summary>
    internal virtual void Approximate(ReadOnlySpan<double> features, Span<double> payload) => throw new NotSupportedException();

    /// <summary>Parts of the log-likelihood that each see one quantity. 0: it is not known by parts.</summary>
    internal virtual int PartCount => 0;

    /// <summary>The quantity that each part sees.</summary>
    internal virtual void Seen(ReadOnlySpan<double> x, ReadOnlySpan<double> payload, Span<double> seen) =>
        throw new NotSupportedException();

    /// <summary>A part of the log-likelihood, given the quantity that it sees.</summary>
    internal virtual double PartLogLikelihood(int part, double seen, ReadOnlySpan<double> x) => throw new NotSupportedException();

    /// <summary>A target without a simulation.</summary>
    /// <param name="marginals">The priors, with unique names.</param>
    /// <param name="logLikelihood">The natural logarithm of the likelihood at the values of all coordinates; pure and thread-safe.</param>
    public static Target Of(IReadOnlyList<Marginal> marginals, Func<ReadOnlySpan<double>, double> logLikelihood)
    {
        ArgumentNullException.ThrowIfNull(marginals);
        ArgumentNullException.ThrowIfNull(logLikelihood);
        return new PlainTarget(marginals, logLikelihood);
    }

    private sealed class PlainTarget(IReadOnlyList<Marginal> marginals, Func<ReadOnlySpan<double>, double> logLikelihood) : Target
    {
        public override IReadOnlyList<Marginal> Marginals => marginals;

        public override double LogLikelihood(ReadOnlySpan<double> x, ReadOnlySpan<double> payload) => logLikelihood(x);
    }
}
