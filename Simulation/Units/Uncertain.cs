namespace Supply;

/// <summary>
/// A number that may be unknown. Each replication draws one value, or (drift, noise) a path. Unnamed, it is drawn for its
/// place alone; named, it is one draw with many uses: uses of one name share their draw and must have the same distribution
/// (a named <see cref="OneOf(Alternative[])"/> shares the choice: same labels and weights, other values).
/// Any exact number converts to it.
/// </summary>
/// <remarks>It becomes no quantity unasked: <c>Days.Of(Uncertain.Uniform(10, 20))</c>.</remarks>
public abstract record Uncertain
{
    private protected Uncertain() { }

    /// <summary>The shared name, or null for a draw of its own.</summary>
    public string? Name
    {
        get;
        init
        {
            field = value;
            Key ??= value;
        }
    }

    /// <summary>
    /// The address of the draw: the name given first. A copy with another <see cref="Name"/> keeps it, and so its draws.
    /// </summary>
    public string? Key { get; init => field = value ?? Name; }

    /// <summary>Where the number comes from, or null.</summary>
    public Source? Source { get; init; }

    /// <summary>An exact number.</summary>
    public static implicit operator Uncertain(double value) => new ExactlyValue(value);

    /// <summary>The product, for factors of different kinds: a cited level times a drift times noise.</summary>
    public static Uncertain operator *(Uncertain left, Uncertain right) => new ProductValue(left, right);

    /// <summary>An exact number.</summary>
    public static Uncertain Exactly(double value) => new ExactlyValue(value);

    /// <summary>Any value between <paramref name="low"/> and <paramref name="high"/>, all equally likely.</summary>
    public static Uncertain Uniform(double low, double high) => new UniformValue(low, high);

    /// <summary>Between <paramref name="low"/> and <paramref name="high"/>, most likely <paramref name="mode"/>.</summary>
    public static Uncertain Triangular(double low, double mode, double high) => new TriangularValue(low, mode, high);

    /// <summary>
    /// Beta-PERT: between <paramref name="low"/> and <paramref name="high"/>, most likely <paramref name="mode"/>, as experts
    /// give ranges. Its mean is (low + 4 mode + high) / 6, nearer to the mode than that of a triangle.
    /// </summary>
    public static Uncertain Pert(double low, double mode, double high) => new PertValue(low, mode, high);

    /// <summary>Normal with mean and standard deviation (at least 0). Its reach is mean plus or minus 8.3 deviations.</summary>
    public static Uncertain Normal(double mean, double sd) => new NormalValue(mean, sd);

    /// <summary>
    /// Log-normal whose central interval of probability <paramref name="probability"/> (default 0.9: the 5 % and 95 %
    /// quantiles) runs from <paramref name="low"/> to <paramref name="high"/>, both above 0.
    /// </summary>
    public static Uncertain LogNormal(double low, double high, double probability = 0.9) => new LogNormalValue(low, high, probability);

    /// <summary>One of several labelled values, by weight.</summary>
    public static Uncertain OneOf(params Alternative[] cases) => new OneOfValue(Items.Of<Alternative>(cases));

    /// <summary>
    /// A factor around 1 whose spread grows with time: exp(z sdPerYear years), with one standard normal draw z per
    /// replication and years counted from <paramref name="from"/> (0 before it). For rates, factors and the cover of rationing.
    /// </summary>
    /// <param name="from">The day at whose start the drift begins; until then the factor is 1.</param>
    /// <param name="sdPerYear">Standard deviation of the logarithm after one year, at least 0.</param>
    /// <param name="until">
    /// The day from whose start on the factor stays as it is; after <paramref name="from"/>. Null: it goes on. Default null.
    /// </param>
    public static Uncertain Drift(Moment from, double sdPerYear, Moment? until = null) => new DriftValue(from, sdPerYear, until);

    /// <summary>
    /// A factor around 1 (its median) that varies from step to step: exp(x), x a stationary AR(1) process. For rates, factors and the cover
    /// of rationing.
    /// </summary>
    /// <param name="sd">Standard deviation of the logarithm, at least 0.</param>
    /// <param name="correlationDays">Days after which the correlation has fallen to 1/e; at least 1e-9.</param>
    public static Uncertain Noise(double sd, double correlationDays) => new NoiseValue(sd, correlationDays);

    /// <summary>This number as one draw with many uses.</summary>
    public Uncertain Named(string name) => this with { Name = name };

    /// <summary>This number with the rows of the evidence that it rests on.</summary>
    /// <param name="asOf">The date to which the number refers.</param>
    /// <param name="grade">Admiralty grade: A..F for the source, 1..6 for the information, for example <c>B2</c>.</param>
    /// <param name="lineage">The witness, for example <c>RUSI</c>; rows of one lineage are not independent.</param>
    /// <param name="note">How the number follows from the rows.</param>
    /// <param name="rows">Ids of rows in the evidence, for example <c>E001</c>.</param>
    public Uncertain Cited(DateOnly asOf, string grade, string lineage, string note, params string[] rows) =>
        this with { Source = new Cited(asOf, grade, lineage, note, Items.Of<string>(rows)) };

    /// <summary>This number as an assumption, with its reason.</summary>
    public Uncertain Assumed(string reason) => this with { Source = new Assumed(reason) };

    /// <summary>The number in words, for example <c>16 to 40, most likely 24</c>.</summary>
    public sealed override string ToString() => this.Words();
}

internal sealed record ExactlyValue(double Value) : Uncertain;

internal sealed record UniformValue(double Low, double High) : Uncertain;

internal sealed record TriangularValue(double Low, double Mode, double High) : Uncertain;

internal sealed record PertValue(double Low, double Mode, double High) : Uncertain;

internal sealed record NormalValue(double Mean, double Sd) : Uncertain;

internal sealed record LogNormalValue(double Low, double High, double Probability) : Uncertain;

internal sealed record OneOfValue(Items<Alternative> Cases) : Uncertain;

internal sealed record DriftValue(Moment From, double SdPerYear, Moment? Until) : Uncertain;

internal sealed record NoiseValue(double Sd, double CorrelationDays) : Uncertain;

internal sealed record ProductValue(Uncertain Left, Uncertain Right) : Uncertain;
