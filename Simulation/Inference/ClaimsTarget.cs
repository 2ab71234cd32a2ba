using System.Globalization;
using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>
/// A scenario to be conditioned on claims: its uncertain numbers are the heavy coordinates, the scope factors of the witnesses the light
/// ones; the payload holds the model's value for each claim and each followed reading.
/// </summary>
internal sealed class ClaimsTarget : Target
{
    // Probabilities at which the values of a prior distinguish it from others.
    private static readonly double[] tells = [0.1, 0.3, 0.5, 0.7, 0.9];

    private readonly Simulator simulator;
    private readonly IReadOnlyList<string> keys;
    private readonly Claim[] claims;
    private readonly bool[] fitted;
    private readonly PlausibilityCheck[] readings;
    private readonly ScopePriors priors;
    private readonly (int Level, int Drift, double Years)[] scopes;
    private readonly double[] noise;
    private readonly double[] errors;

    /// <param name="simulator">The scenario without noise; it records the outcomes that the claims and readings need.</param>
    /// <param name="claims">All claims whose predictions are wanted.</param>
    /// <param name="followed">Readings that are only followed.</param>
    /// <param name="fitted">Whether a claim is conditioned on.</param>
    /// <param name="noise">
    /// For each claim the standard deviation that noise from step to step gives the natural logarithm of what it sees.
    /// </param>
    /// <param name="priors">The scopes of the witnesses, before any claim is believed.</param>
    public ClaimsTarget(Simulator simulator, IReadOnlyList<Claim> claims, IReadOnlyList<PlausibilityCheck> followed,
        Func<Claim, bool> fitted, double[] noise, ScopePriors priors)
    {
        (this.noise, this.priors) = (noise, priors);
        errors = [.. claims.Zip(noise, (claim, sd) => Math.Sqrt((claim.Error * claim.Error) + (sd * sd)))];
        (this.simulator, keys, this.claims) = (simulator, simulator.Keys, [.. claims]);
        this.fitted = [.. claims.Select(fitted)];
        readings = [.. claims.Select(claim => claim.Check), .. followed];
        var marginals = new List<Marginal>(keys.Zip(simulator.Quantiles, Prior));
        var places = new Dictionary<(string, string), (int Level, int Drift)>();
        foreach (var claim in claims)
        {
            if (places.ContainsKey((claim.Witness, claim.Subject))) continue;
            var (_, _, mean, sd, drift) = priors.Of(claim);
            var name = ScopeName(claim);
            marginals.Add(Marginal.Normal(name, mean, sd));
            if (drift > 0) marginals.Add(Marginal.Normal(name + ", drift a year", 0, drift));
            places[(claim.Witness, claim.Subject)] = (marginals.Count - (drift > 0 ? 2 : 1), drift > 0 ? marginals.Count - 1 : -1);
        }

        Marginals = marginals;
        scopes = [.. claims.Select(claim =>
            (places[(claim.Witness, claim.Subject)].Level, places[(claim.Witness, claim.Subject)].Drift, priors.Years(claim)))];
    }

    public override IReadOnlyList<Marginal> Marginals { get; }

    public override int HeavyCount => keys.Count;

    public override int PayloadLength => readings.Length;

    public override string Fingerprint => string.Join("\n", claims.Index().Select(pair => string.Create(CultureInfo.InvariantCulture,
        $"{pair.Item.Id} {pair.Item.Check.Low:R} {pair.Item.Check.High:R} {errors[pair.Index]:R} {pair.Item.Doubt:R} {pair.Item.Weight:R} "
            + $"{priors.Years(pair.Item):R} {fitted[pair.Index]}")))
        + "\n" + ToldOf();

    /// <summary>The addresses of the heavy coordinates.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>The same with other claims fitted.</summary>
    public ClaimsTarget With(Func<Claim, bool> others) => new(simulator, claims, [.. readings.Skip(claims.Length)], others, noise, priors);

    /// <summary>The same with other published figures in its claims.</summary>
    public ClaimsTarget Hearing(IReadOnlyList<Claim> published) =>
        new(simulator, published, [.. readings.Skip(claims.Length)], _ => true, noise, priors);

    /// <summary>The coordinate of a claim's scope factor, natural logarithm.</summary>
    public static string ScopeName(Claim claim) => $"scope of {claim.Witness} on {claim.Subject}";

    /// <summary>The outcomes that a run must record.</summary>
    public static IEnumerable<Outcome> Outcomes(IEnumerable<Claim> claims, IEnumerable<PlausibilityCheck> followed) =>
        claims.Select(claim => claim.Check).Concat(followed).SelectMany(check => check.Outcomes);

    /// <summary>The standard deviation of the natural logarithm of a claim's error, noise included.</summary>
    public double Error(int claim) => errors[claim];

    /// <summary>The natural logarithm of the scope factor of a claim.</summary>
    public double Scope(int claim, ReadOnlySpan<double> x)
    {
        var (level, drift, years) = scopes[claim];
        return x[level] + (drift < 0 ? 0 : x[drift] * years);
    }

    /// <summary>The contribution of a claim to the log likelihood, whether it is fitted or not.</summary>
    public double LogLikelihood(int claim, ReadOnlySpan<double> x, ReadOnlySpan<double> payload) =>
        ClaimErrors.LogLikelihood(claims[claim], payload[claim], Scope(claim, x), errors[claim]);

    public override double LogLikelihood(ReadOnlySpan<double> x, ReadOnlySpan<double> payload)
    {
        var sum = 0.0;
        for (var i = 0; i < claims.Length; i++)
        {
            if (fitted[i]) sum += LogLikelihood(i, x, payload);
        }

        return sum;
    }

    public override void Simulate(SimulationBatch batch)
    {
        var columns = new double[keys.Count][];
        for (var i = 0; i < columns.Length; i++) columns[i] = new double[batch.Count];
        var draws = new uint[batch.Count];
        for (var particle = 0; particle < batch.Count; particle++)
        {
            var values = batch.Values(particle);
            for (var i = 0; i < columns.Length; i++) columns[i][particle] = values[i];
            draws[particle] = batch.DrawNumber(particle);
        }

        var (said, sound) = Say(new ParameterMatrix(keys, columns) { Draws = draws });
        for (var particle = 0; particle < batch.Count; particle++)
        {
            if (!sound[particle]) batch.Fail(particle);
            var payload = batch.Payload(particle);
            for (var i = 0; i < said.Length; i++) payload[i] = said[i][particle];
        }
    }

    /// <summary>
    /// The model's values for each claim and each followed reading, in each row of the parameters; and which rows are valid.
    /// </summary>
    public (double[][] Said, bool[] Sound) Say(ParameterMatrix parameters)
    {
        var (values, sound) = simulator.Run(parameters);
        var places = simulator.Outcomes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return ([.. readings.Select(reading => reading.In(outcome => values[places[outcome]], parameters.Column))], sound);
    }

    /// <summary>
    /// The model's values for the claims at a few points of the prior: they distinguish a scenario from others with the same uncertain
    /// numbers.
    /// </summary>
    private string ToldOf()
    {
        if (keys.Count == 0) return "";
        var columns = simulator.Quantiles.Select(
            (quantile, i) => tells.Select((_, row) => quantile(tells[(row + i) % tells.Length])).ToArray());
        var (said, _) = Say(new ParameterMatrix(keys, [.. columns]) { Draws = [.. tells.Select((_, row) => (uint)row)] });
        return string.Join(' ', said.Take(claims.Length).SelectMany(values => values)
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture)));
    }

    private static Marginal Prior(string key, Func<double, double> quantile)
    {
        // The quantile of a draw lies strictly between 0 and 1.
        const double least = 1.0 / (1UL << 53);
        double At(double probability) => quantile(Math.Clamp(probability, least, 1 - least));
        var description = string.Join(", ", tells.Select(probability => At(probability).ToString("R", CultureInfo.InvariantCulture)));
        return Marginal.Custom(key, description, At);
    }
}
