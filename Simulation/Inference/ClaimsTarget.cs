using System.Globalization;
using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>
/// A scenario to be conditioned on claims: its uncertain numbers are the heavy coordinates, those of the claims' view the light ones; the
/// payload holds the model's value for each claim and each followed reading, once for each step length that is simulated.
/// </summary>
internal sealed class ClaimsTarget : Target
{
    // Probabilities at which the values of a prior distinguish it from others.
    private static readonly double[] tells = [0.1, 0.3, 0.5, 0.7, 0.9];

    private readonly Calibration calibration;
    private readonly ClaimSimulation[] simulations;
    private readonly int read;
    private readonly IReadOnlyList<string> keys;
    private readonly Claim[] claims;
    private readonly bool[] fitted;
    private readonly PlausibilityCheck[] readings;
    private readonly int[] wider;
    private readonly int block;
    private readonly int ahead;
    private readonly double[] noise;

    /// <param name="calibration">The claims, all of whose predictions are wanted, and what is assumed of them.</param>
    /// <param name="simulations">
    /// The scenario without noise, in one or several step lengths; each records the outcomes that the claims and readings need.
    /// </param>
    /// <param name="read">The simulator whose values the likelihood takes.</param>
    /// <param name="fitted">Whether a claim is conditioned on.</param>
    /// <param name="noise">
    /// For each claim the standard deviation that noise from step to step gives the natural logarithm of what it sees.
    /// </param>
    public ClaimsTarget(Calibration calibration, ClaimSimulation[] simulations, int read, Func<Claim, bool> fitted, double[] noise)
    {
        (this.calibration, this.simulations, this.read, this.noise) = (calibration, simulations, read, noise);
        (keys, claims) = (simulations[0].Simulator.Keys, [.. calibration.Claims]);
        this.fitted = [.. claims.Select(fitted)];
        readings = [.. claims.Select(claim => claim.Check), .. calibration.Followed];

        // Behind the readings stands what the witnesses of some claims may count in addition.
        wider = [.. claims.Select(_ => -1)];
        block = readings.Length;
        for (var i = 0; i < claims.Length; i++)
        {
            if (claims[i].Check.Wider is not null) wider[i] = block++;
        }

        // And behind that what the likelihood needs of the values of the claims.
        (ahead, block) = (block, block + claims.Length);

        View = new(calibration, noise, keys.Count);
        Marginals = [.. keys.Zip(simulations[0].Simulator.Quantiles, Prior), .. View.Marginals];
    }

    public override IReadOnlyList<Marginal> Marginals { get; }

    public override int HeavyCount => keys.Count;

    public override int PayloadLength => block * simulations.Length;

    public override string Fingerprint => string.Join("\n", claims.Index().Select(pair => string.Create(CultureInfo.InvariantCulture,
        $"{pair.Item.Id} {pair.Item.Check.Low:R} {pair.Item.Check.High:R} {pair.Item.Error:R} {noise[pair.Index]:R} {pair.Item.Doubt:R} "
            + $"{pair.Item.Weight:R} {calibration.Priors.Years(pair.Item):R} {pair.Item.Publication} {fitted[pair.Index]}")))
        + $"\n{calibration.Errors} {simulations.Length} {read}\n" + ToldOf();

    /// <summary>For each claim the standard deviation that noise gives the natural logarithm of what it sees.</summary>
    public IReadOnlyList<double> Noise => noise;

    /// <summary>The addresses of the heavy coordinates.</summary>
    public IReadOnlyList<string> Keys => keys;

    /// <summary>The claims.</summary>
    public IReadOnlyList<Claim> Claims => claims;

    /// <summary>Whether the target is conditioned on a claim.</summary>
    public bool IsFitted(int claim) => fitted[claim];

    /// <summary>How the claims see the modelled quantities.</summary>
    public ClaimView View { get; }

    /// <summary>The same with other claims fitted.</summary>
    public ClaimsTarget With(Func<Claim, bool> others) => new(calibration, simulations, read, others, noise);

    /// <summary>The same with other published figures in its claims.</summary>
    public ClaimsTarget Hearing(IReadOnlyList<Claim> published) =>
        new(calibration with { Claims = published }, simulations, read, _ => true, noise);

    /// <summary>The outcomes that a run must record.</summary>
    public static IEnumerable<Outcome> Outcomes(IEnumerable<Claim> claims, IEnumerable<PlausibilityCheck> followed) =>
        claims.Select(claim => claim.Check).Concat(followed).SelectMany(check => check.Outcomes);

    /// <summary>The contribution of a claim to the log likelihood, whether it is fitted or not.</summary>
    public double LogLikelihood(int claim, ReadOnlySpan<double> x, ReadOnlySpan<double> payload)
    {
        var values = payload.Slice(read * block, block);
        var known = values[ahead + claim];
        return double.IsNaN(known) ? View.LogLikelihood(claim, Counted(claim, x, values), x) : View.LogLikelihoodAhead(claim, known, x);
    }

    /// <summary>The payload of a simulation that gives these values of the readings, and of what claims may count in addition.</summary>
    public double[] Payload(params ReadOnlySpan<double> values)
    {
        var payload = new double[block];
        values.CopyTo(payload);
        for (var i = 0; i < claims.Length; i++) payload[ahead + i] = View.Ahead(i, payload[i]);
        return payload;
    }

    /// <summary>A payload with the values that another target's simulation gives to its claims; NaN for other claims.</summary>
    public double[] PayloadOf(ClaimsTarget other, ReadOnlySpan<double> values)
    {
        var own = new double[ahead];
        Array.Fill(own, double.NaN);
        for (var i = 0; i < claims.Length; i++)
        {
            var there = Array.FindIndex(other.claims, claim => claim.Id == claims[i].Id);
            if (there < 0) continue;
            own[i] = values[there];
            if (wider[i] >= 0) own[wider[i]] = values[other.wider[there]];
        }

        return Payload(own);
    }

    /// <summary>The amount that the witness of a claim counts, from the values of readings and of what may be counted in
    /// addition.</summary>
    public double Counted(int claim, ReadOnlySpan<double> x, ReadOnlySpan<double> values) =>
        wider[claim] < 0 ? values[claim] : values[claim] + (View.Part(claim, x) * values[wider[claim]]);

    public override double LogLikelihood(ReadOnlySpan<double> x, ReadOnlySpan<double> payload)
    {
        var sum = 0.0;
        for (var i = 0; i < claims.Length; i++)
        {
            if (fitted[i]) sum += LogLikelihood(i, x, payload);
        }

        return sum;
    }

    /// <summary>For each simulation the value of each claim, and behind it what may be counted in addition.</summary>
    internal override int FeatureCount => (claims.Length + wider.Count(place => place >= 0)) * simulations.Length;

    internal override void Features(ReadOnlySpan<double> payload, Span<double> features)
    {
        var feature = 0;
        for (var k = 0; k < simulations.Length; k++)
        {
            var values = payload.Slice(k * block, block);
            for (var i = 0; i < claims.Length; i++)
            {
                var known = values[ahead + i];
                features[feature++] = !double.IsNaN(known) ? known : View.Feature(i, values[i]);
                if (wider[i] >= 0) features[feature++] = View.Feature(i, values[wider[i]]);
            }
        }
    }

    internal override void Approximate(ReadOnlySpan<double> features, Span<double> payload)
    {
        var feature = 0;
        for (var k = 0; k < simulations.Length; k++)
        {
            var values = payload.Slice(k * block, block);
            for (var i = 0; i < claims.Length; i++)
            {
                var own = features[feature++];
                if (View.IsSeenAhead(i)) values[ahead + i] = own;
                else (values[ahead + i], values[i]) = (double.NaN, View.ValueOf(i, own));
                if (wider[i] >= 0) values[wider[i]] = View.ValueOf(i, features[feature++]);
            }
        }
    }

    /// <summary>One part for each claim.</summary>
    internal override int PartCount => claims.Length;

    internal override void Seen(ReadOnlySpan<double> x, ReadOnlySpan<double> payload, Span<double> seen)
    {
        var values = payload.Slice(read * block, block);
        for (var i = 0; i < claims.Length; i++)
        {
            var known = values[ahead + i];
            seen[i] = double.IsNaN(known) ? View.Seen(i, Counted(i, x, values), x) : View.SeenAhead(i, known, x);
        }
    }

    internal override double PartLogLikelihood(int part, double seen, ReadOnlySpan<double> x) =>
        fitted[part] ? View.LogLikelihoodOf(part, seen, x) : 0;

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

        var parameters = new ParameterMatrix(keys, columns) { Draws = draws };
        for (var k = 0; k < simulations.Length; k++)
        {
            var (said, sound) = Say(simulations[k], parameters);
            for (var particle = 0; particle < batch.Count; particle++)
            {
                if (!sound[particle]) batch.Fail(particle);
                var payload = batch.Payload(particle)[(k * block)..];
                for (var i = 0; i < said.Length; i++) payload[i] = said[i][particle];
                for (var i = 0; i < claims.Length; i++) payload[ahead + i] = View.Ahead(i, payload[i]);
            }
        }
    }

    /// <summary>
    /// The model's values for each claim and each followed reading, and behind them what claims may count in addition, in each row of the
    /// parameters; and which rows are valid.
    /// </summary>
    public (double[][] Said, bool[] Sound) Say(ParameterMatrix parameters) => Say(simulations[read], parameters);

    private (double[][] Said, bool[] Sound) Say(ClaimSimulation simulation, ParameterMatrix parameters)
    {
        var (values, sound) = simulation.Simulator.Run(parameters);
        var places = simulation.Simulator.Outcomes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        IReadOnlyList<double> Of(Outcome outcome) => values[places[outcome]];
        double[][] said =
        [
            .. readings.Select(reading => reading.In(Of, parameters.Column)),
            .. claims.Where(claim => claim.Check.Wider is not null).Select(claim => claim.Check.WiderIn(Of, parameters.Column)),
        ];
        for (var i = 0; simulation.Factors is { } factors && i < said.Length; i++)
        {
            for (var row = 0; row < said[i].Length; row++) said[i][row] *= factors[i];
        }

        return (said, sound);
    }

    /// <summary>
    /// The model's values for the claims at a few points of the prior: they distinguish a scenario from others with the same uncertain
    /// numbers.
    /// </summary>
    private string ToldOf()
    {
        if (keys.Count == 0) return "";
        var columns = simulations[read].Simulator.Quantiles.Select(
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
