using Supply.Evidence;
using Supply.Studies;
using static Supply.Inference.ClaimsTarget;

namespace Supply.Inference;

/// <summary>
/// A scenario conditioned on published claims: the values of its uncertain numbers, and the scope of each witness, that agree with all of
/// them together.
/// </summary>
/// <param name="Scenario">The scenario, with uncertainty wide enough for the claims to decide; see <see cref="OpenPrior.Open"/>.</param>
/// <param name="Claims">The claims, each with its reading of the model.</param>
public sealed record Calibration(Scenario Scenario, IReadOnlyList<Claim> Claims)
{
    /// <summary>Readings to follow in addition to the claims; they do not change the result. Default none.</summary>
    public IReadOnlyList<PlausibilityCheck> Followed { get; init; } = [];

    /// <summary>
    /// The scopes of witnesses who are known to count more or less than the model. Default none: every scope is about 1, by the
    /// reliability of the witness.
    /// </summary>
    public IReadOnlyList<WitnessScope> Scopes { get; init; } = [];

    /// <summary>The day from which scopes drift; before it they stay. Null: the first day of the scenario. Default null.</summary>
    public DateOnly? ScopesDriftFrom { get; init; }

    /// <summary>Whether a claim is conditioned on; the others are only predicted. Default: all are.</summary>
    public Func<Claim, bool> Fitted { get; init; } = _ => true;

    /// <summary>
    /// How the posterior is sampled. Random draws inside the simulation do not matter here, so none are renewed. Default four populations
    /// of 1,024.
    /// </summary>
    public SequentialMonteCarlo Sampler { get; init; } = new() { FreshDraws = 0 };

    /// <summary>Seed, threads and engine of the simulation. Default <c>new Ensemble()</c>.</summary>
    public Ensemble Ensemble { get; init; } = new();

    /// <summary>A case, opened, with all claims on it, its scopes and the readings that it follows.</summary>
    /// <param name="record">The case and its record; the scenario is dated and says when its record ends.</param>
    /// <param name="width">How wide the levels are opened, see <see cref="OpenPrior.Open"/>; above 0. Default 1.</param>
    /// <exception cref="ArgumentException">The scenario cannot be opened, or the width is out of range.</exception>
    /// <exception cref="KeyNotFoundException">The first row of a check is not in the record.</exception>
    public static Calibration Of(CaseRecord record, double width = 1)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.Scenario.Open(width), Claim.Of(record))
        {
            Followed = record.Followed, Scopes = record.Scopes, ScopesDriftFrom = record.ScopesDriftFrom,
        };
    }

    /// <summary>Draws from the prior and moves to the posterior.</summary>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="checkpoint">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <exception cref="ScenarioException">The scenario or a reading has problems; all are in it.</exception>
    /// <exception cref="ArgumentException">Claims have problems, or settings are out of range; all problems are listed.</exception>
    /// <inheritdoc cref="SequentialMonteCarlo.Sample" path="/exception[not(@cref='T:System.ArgumentException')]"/>
    public Posterior Run(IProgress<SamplingProgress>? progress = null, string? checkpoint = null, CancellationToken cancellation = default)
    {
        var target = Target(Fitted);
        return new Posterior(this, target, Sampler.Sample(target, progress, checkpoint, cancellation));
    }

    /// <summary>
    /// Moves a posterior of this calibration to the one conditioned on other claims, for example on all except those of one witness.
    /// </summary>
    /// <param name="posterior">A posterior of a calibration with the same scenario and claims.</param>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <inheritdoc cref="SequentialMonteCarlo.Bridge" path="/exception"/>
    public Posterior From(Posterior posterior, IProgress<SamplingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        var target = posterior.Target.With(Fitted);
        return new Posterior(this, target, Sampler.Bridge(
            posterior.Particles ?? throw new ArgumentException(
                "The posterior was read from a file, which holds rows and no particles to move; run the calibration.", nameof(posterior)),
                target, progress, null, cancellation));
    }

    /// <summary>
    /// The model's values for each claim, then for each followed reading, in replications that are not conditioned on anything.
    /// </summary>
    /// <param name="replications">At least 1.</param>
    /// <exception cref="ScenarioException">The scenario or a reading has problems; all are in it.</exception>
    public IReadOnlyList<double[]> Prior(int replications)
    {
        var record = new Metrics().And([.. Outcomes(Claims, Followed).Distinct()]);
        var result = (Ensemble with { Replications = replications, Record = record, Parameters = null }).Run(WithinTheRecord()).Baseline;
        return [.. Claims.Select(claim => claim.Check).Concat(Followed).Select(check => CheckValues.In(check, result))];
    }

    /// <summary>The scopes before any claim is believed.</summary>
    internal ScopePriors Priors => new(Scopes, ScopesDriftFrom ?? Scenario.Horizon.Start ?? DateOnly.MinValue);

    /// <summary>The scenario as a target of the sampler.</summary>
    internal ClaimsTarget Target(Func<Claim, bool> fitted)
    {
        ClaimChecks.Check(Claims, Scopes);
        var perPopulation = Sampler.ParticlesPerPopulation;
        var simulator = new Simulator(WithinTheRecord(), Outcomes(Claims, Followed), Ensemble, 100 * perPopulation, quiet: true);
        return new ClaimsTarget(simulator, Claims, Followed, fitted, Noise(), Priors);
    }

    /// <summary>
    /// The effect of noise from step to step on the claims: within each of some draws of the parameters, the spread over draws of the
    /// noise.
    /// </summary>
    private double[] Noise()
    {
        const int draws = 32, noises = 32;
        var loud = new Simulator(WithinTheRecord(), Outcomes(Claims, []), Ensemble, draws * noises);
        var drawn = (Ensemble with { Replications = draws, Parameters = null, Record = new Metrics() })
            .Run(WithinTheRecord()).Baseline.Parameters;
        var rows = new ParameterMatrix(
            drawn.Keys, [.. drawn.Keys.Select(
                key => Enumerable.Range(0, draws * noises).Select(row => drawn.Column(key)[row / noises]).ToArray())])
        {
            Draws = [.. Enumerable.Range(0, draws * noises).Select(row => (uint)row)],
        };
        var target = new ClaimsTarget(loud, Claims, [], _ => false, new double[Claims.Count], Priors);
        var said = target.Say(rows).Said;
        return [.. Claims.Select((claim, i) =>
        {
            var variances = said[i].Select(value => ClaimErrors.Seen(claim, value, 0)).Chunk(noises).Select(chunk =>
            {
                var mean = chunk.Average();
                return chunk.Sum(value => (value - mean) * (value - mean)) / (noises - 1);
            }).Where(double.IsFinite).Order().ToArray();

            // The median: a claim whose reading is almost 0 in a few draws is not noisy for that reason.
            return variances.Length == 0 ? 0 : Math.Sqrt(variances[variances.Length / 2]);
        })];
    }

    /// <summary>No claim covers a day after the last window, so those days are not simulated.</summary>
    private Scenario WithinTheRecord()
    {
        var horizon = Scenario.Horizon;
        if (horizon.Start is not { } start) return Scenario;
        var days = Outcomes(Claims, Followed).Max(outcome => outcome.Window.To.Date!.Value).DayNumber - start.DayNumber;
        var (stepDays, steps) = ((int)horizon.StepDays, Math.Min(horizon.Steps, (days / (int)horizon.StepDays) + 1));
        return Scenario with { Horizon = Horizon.Dated(start, start.AddDays((steps * stepDays) - 1), stepDays) };
    }
}
