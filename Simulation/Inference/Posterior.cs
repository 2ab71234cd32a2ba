namespace Supply.Inference;

/// <summary>
/// A scenario conditioned on claims, as equally likely rows: the values of the uncertain numbers, and the scope factors of the witnesses.
/// Noise from step to step is not conditioned on: claims cover weeks and more, and the effect of noise on them is counted as error.
/// Scenarios run from it, with noise, by <c>posterior.Ensemble(ensemble).Run(...)</c>.
/// </summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed partial class Posterior : IShown
{
    private readonly float[][] z;
    private readonly double[][] x;
    // Studies need no more than the rows, and to run the model for each of them takes as long as a study.
    private readonly Lazy<double[][]> said;
    private readonly Dictionary<string, int> claims;

    /// <param name="calibration">The calibration.</param>
    /// <param name="target">Its target.</param>
    /// <param name="particles">The particles.</param>
    /// <param name="runs">Runs of the model that came before those of the particles.</param>
    internal Posterior(Calibration calibration, ClaimsTarget target, ParticleSet particles, long runs = 0)
        : this(calibration, target, [.. Mixed(particles).Select(i => Coarse(particles.Z(i)))], particles)
    {
        Verdict = particles.Diagnostics.Verdict;
        LogEvidence = particles.LogEvidence;
        Provenance = $"Supply {Release.Package}, numbers of version {Release.Numbers}, seed {calibration.Sampler.Seed}, "
            + $"{particles.Count} particles in {particles.Populations} "
            + $"populations, {calibration.Claims.Count(calibration.Fitted)} claims of "
            + $"{calibration.Claims.Where(calibration.Fitted).Select(claim => claim.Witness).Distinct().Count()} witnesses, "
            + $"{runs + particles.Diagnostics.Simulations} runs";
    }

    private Posterior(Calibration calibration, ClaimsTarget target, float[][] z, ParticleSet? particles = null)
    {
        (Calibration, Target, this.z, Particles) = (calibration, target, z, particles);
        x = [.. z.Select(row => row.Select((value, i) => target.Marginals[i].Value(value)).ToArray())];
        Parameters = new ParameterMatrix(
            [.. target.Marginals.Take(target.HeavyCount).Select(marginal => marginal.Name)],
            [.. Enumerable.Range(0, target.HeavyCount).Select(i => x.Select(row => row[i]).ToArray())]);
        said = new(Answers);
        Discrepancy = calibration.Scenario.Horizon.Start is { } start ? target.View.Of(start, x, calibration.Sampler.Seed) : null;
        claims = calibration.Claims.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
    }

    private double[][] Answers()
    {
        var found = Target.Say(Parameters).Said;
        for (var i = 0; i < Calibration.Claims.Count; i++)
        {
            if (Calibration.Claims[i].Check.Wider is null) continue;
            var index = i;
            found[i] = [.. x.Select((row, at) => Target.Counted(index, row, [.. found.Select(values => values[at])]))];
        }

        return found;
    }

    /// <summary>The scenario and the claims.</summary>
    public Calibration Calibration { get; }

    /// <summary>The scenario that the rows are parameters of.</summary>
    public Scenario Scenario => Calibration.Scenario;

    /// <summary>Rows.</summary>
    public int Count => z.Length;

    /// <summary>
    /// The uncertain numbers of each row, for <see cref="Ensemble.Parameters"/>; the first rows, however many, are a fair sample.
    /// </summary>
    public ParameterMatrix Parameters { get; }

    /// <summary>Whether the rows may be used, in a sentence.</summary>
    public string Verdict { get; private init; } = "";

    /// <summary>Whether the rows may be used. Studies of a shipped case use no others by default.</summary>
    public bool IsUsable => IsGood(Verdict);

    /// <summary>Whether a verdict allows rows to be used.</summary>
    internal static bool IsGood(string verdict) => verdict.Length > 0 && !verdict.StartsWith(Diagnosis.Refusal, StringComparison.Ordinal);

    /// <summary>
    /// Natural logarithm of the evidence: of two scenarios with the same claims, the one with the higher evidence predicted them better.
    /// </summary>
    public double LogEvidence { get; private init; }

    /// <summary>The particles behind the rows, with their diagnostics; null if they were read from a file.</summary>
    public ParticleSet? Particles { get; }

    internal ClaimsTarget Target { get; }

    /// <summary>The standard normal coordinates of a row.</summary>
    internal ReadOnlySpan<float> Z(int row) => z[row];

    /// <summary>The model's value for a claim in each row, without noise, scope factor and error, in the unit of the claim.</summary>
    public IReadOnlyList<double> Said(Claim claim) => said.Value[Index(claim)];

    /// <summary>The values of a reading that was followed, one for each row.</summary>
    /// <exception cref="KeyNotFoundException">It was not followed.</exception>
    public IReadOnlyList<double> Reading(string id)
    {
        var at = Calibration.Followed.Index().Where(pair => pair.Item.Id == id).Select(pair => pair.Index).DefaultIfEmpty(-1).First();
        return at >= 0 ? said.Value[Calibration.Claims.Count + at]
            : throw new KeyNotFoundException(
                $"No reading \"{id}\" was followed.{Nearest.Hint(id, [.. Calibration.Followed.Select(one => one.Id)])}");
    }

    /// <summary>The model's value for a claim in each row with its discrepancy, without noise, scope factor and error.</summary>
    public IReadOnlyList<double> Shown(Claim claim)
    {
        var i = Index(claim);
        return [.. said.Value[i].Select((value, row) => Target.View.Shown(i, value, x[row]))];
    }

    /// <summary>The scope factor of a claim's witness in each row: the witness's count over the model's.</summary>
    public IReadOnlyList<double> Scope(Claim claim) => [.. x.Select(row => Maths.Exp.Of(Target.View.Scope(Index(claim), row)))];

    /// <summary>
    /// How far reported quantities may lie from the modelled ones, in each row; after the last claim the paths go on. Null: the error
    /// model has no discrepancy, or the scenario no dates.
    /// </summary>
    public Discrepancy? Discrepancy { get; }

    /// <summary>The figure that the witness of a claim would publish, given all fitted claims.</summary>
    public Prediction Predict(Claim claim)
    {
        var i = Index(claim);
        return new(
            [.. x.Select((row, at) => Target.View.Seen(i, said.Value[i][at], row))], [.. x.Select(row => Target.View.Sd(i, row))],
            [.. x.Select(row => Target.View.WrongMean(i, row))], claim.Doubt);
    }

    /// <summary>
    /// The probability that a claim holds if taken literally, within <see cref="Claim.Tolerance"/>, given all fitted claims, 0..1.
    /// </summary>
    public double Holds(Claim claim) => Said(claim).Average(value => claim.Holds(value) ? 1.0 : 0);

    /// <summary>The probability that a claim is wrong, given all fitted claims, 0..1.</summary>
    public double Wrong(Claim claim)
    {
        var i = Index(claim);
        return x.Select((row, at) => Target.View.Wrong(i, said.Value[i][at], row)).Average();
    }

    /// <summary>The coordinate values of a named uncertain number or scope factor (natural logarithm), one for each row.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public IReadOnlyList<double> Values(string name)
    {
        var at = Target.Marginals.Index().Where(pair => pair.Item.Name == name).Select(pair => pair.Index).DefaultIfEmpty(-1).First();
        return at >= 0 ? [.. x.Select(row => row[at])]
            : throw new KeyNotFoundException(
                $"No uncertain number \"{name}\".{Nearest.Hint(name, [.. Target.Marginals.Select(marginal => marginal.Name)])}");
    }

    private int Index(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claims.TryGetValue(claim.Id, out var index) ? index
            : throw new KeyNotFoundException($"The calibration has no claim \"{claim.Id}\".{Nearest.Hint(claim.Id, claims.Keys)}");
    }

    private static float[] Coarse(ReadOnlySpan<double> row)
    {
        var coarse = new float[row.Length];
        for (var i = 0; i < row.Length; i++) coarse[i] = (float)row[i];
        return coarse;
    }

    /// <summary>The particles of the populations in alternation, so that the first rows, however many, hold all alike.</summary>
    private static IEnumerable<int> Mixed(ParticleSet particles)
    {
        var each = particles.Count / particles.Populations;
        return Enumerable.Range(0, particles.Count).Select(i => ((i % particles.Populations) * each) + (i / particles.Populations));
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => InferenceHtml.Of(this);

    string IShown.ToPlainText() => InferenceHtml.Words(this);
}
