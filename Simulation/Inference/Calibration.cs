using Supply.Evidence;
using Supply.Studies;

namespace Supply.Inference;

/// <summary>
/// A scenario conditioned on published claims: the values of its uncertain numbers, and the scope of each witness, that agree with all of
/// them together.
/// </summary>
/// <param name="Scenario">The scenario, with uncertainty wide enough for the claims to decide; see <see cref="OpenPrior.Open"/>.</param>
/// <param name="Claims">The claims, each with its reading of the model.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Calibration(Scenario Scenario, IReadOnlyList<Claim> Claims) : IShown
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

    /// <summary>Everything that lies between modelled quantities and published figures beyond scopes. Default <c>new
    /// ErrorModel()</c>.</summary>
    public ErrorModel Errors { get; init; } = new();

    /// <summary>
    /// Days of the steps with which the claims are conditioned on first, before the result is moved to the steps of the scenario: the
    /// particles are the same in distribution, and the fit takes less time. At least 2, and a multiple of the scenario's. Null: only the
    /// steps of the scenario. Default null.
    /// </summary>
    public int? CoarseStepDays { get; init; }

    /// <summary>
    /// Rounds of last moves in the steps of the scenario, behind coarse ones, at most; they end when the populations agree. Each round is
    /// written whole, so that a fit can be prolonged by more of them. 1..100. Default 1.
    /// </summary>
    public int MostRounds { get; init; } = 1;

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
        Check();
        var fine = new ClaimSimulation(Simulator());
        var noise = Noise();
        var target = new ClaimsTarget(this, [fine], 0, Fitted, noise);
        if (CoarseStepDays is not { } days) return new(this, target, Sampler.Sample(target, progress, checkpoint, cancellation));

        // In between both are simulated, so that the particles move along the likelihoods of both.
        var coarse = Coarse(days, fine, noise);
        var first = Sampler.Sample(new ClaimsTarget(this, [coarse], 0, Fitted, noise), progress, checkpoint, cancellation);
        var bridge = (Sampler with { MostLastMoves = Sampler.MostMoves, LastCorrelation = Sampler.Correlation }).Bridge(
            first.On(new ClaimsTarget(this, [coarse, fine], 0, Fitted, noise)), new ClaimsTarget(this, [coarse, fine], 1, Fitted, noise),
            progress, checkpoint is null ? null : checkpoint + ".fine", cancellation);
        return Settled(bridge.On(target), target, 1, first.Diagnostics.Simulations, progress, checkpoint, cancellation);
    }

    /// <summary>
    /// Goes on from what a posterior knows already, which takes less time than <see cref="Run"/>: for further claims, or for a scenario
    /// that holds more than the posterior's. The posterior's rows are moved to the claims of this calibration; a number that they lack
    /// begins with draws from its prior.
    /// </summary>
    /// <param name="known">
    /// A posterior, also one from a file, of a calibration whose claims are among these, whose numbers have the same priors here, and
    /// whose claims the model answers here as there. A scenario of one network may have become one of several networks.
    /// </param>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="checkpoint">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <remarks>
    /// <see cref="CoarseStepDays"/> is not used. Each population begins with rows of its own: row i is one of population i modulo
    /// <see cref="SequentialMonteCarlo.Populations"/>, as posteriors are written, so that the populations stay independent if the
    /// posterior came from as many. How rows of a file descend from one another is not in the file: effective sizes count from here on,
    /// and numbers of a usable posterior begin with a correlation of 0.5, the highest that its verdict allows, others with 1.
    /// </remarks>
    /// <exception cref="ScenarioException">The scenario or a reading has problems; all are in it.</exception>
    /// <exception cref="ArgumentException">
    /// Claims have problems, settings are out of range, or the posterior's numbers, claims or model are not those of this calibration: all
    /// problems are listed.
    /// </exception>
    /// <inheritdoc cref="SequentialMonteCarlo.Bridge" path="/exception[not(@cref='T:System.ArgumentException')]"/>
    public Posterior Update(Posterior known, IProgress<SamplingProgress>? progress = null, string? checkpoint = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        return Update([known], progress, checkpoint, cancellation);
    }

    /// <summary>
    /// The same from several posteriors, such as those of either side of a war, whose rows are set side by side.
    /// </summary>
    /// <param name="known">The posteriors, at least one; no two of them have a number or a claim in common.</param>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="checkpoint">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <inheritdoc cref="Update(Posterior, IProgress{SamplingProgress}, string, CancellationToken)" path="/exception"/>
    public Posterior Update(IReadOnlyList<Posterior> known, IProgress<SamplingProgress>? progress = null, string? checkpoint = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known.Count == 0) throw new ArgumentException("There is no posterior to go on from.", nameof(known));
        Check();
        var (noise, simulation) = (Noise(), new ClaimSimulation(Simulator()));
        var start = new KnownRows(known, this, simulation, noise);
        var target = new ClaimsTarget(this, [simulation], 0, Fitted, noise);
        var moved = Sampler.Bridge(start.Particles(Sampler), target, progress, checkpoint, cancellation);
        return Settled(moved, target, 2, 0, progress, checkpoint, cancellation);
    }

    /// <summary>Moves particles at the end of their path round by round until the populations agree.</summary>
    /// <param name="settled">The particles.</param>
    /// <param name="target">The target they represent.</param>
    /// <param name="round">The number of the next round; the first is moved in any case.</param>
    /// <param name="runs">Runs of the model before those of the particles.</param>
    /// <param name="progress">Told how far the run is.</param>
    /// <param name="checkpoint">The name of the run's checkpoints; null: none.</param>
    /// <param name="cancellation">Ends the run early.</param>
    private Posterior Settled(ParticleSet settled, ClaimsTarget target, int round, long runs, IProgress<SamplingProgress>? progress,
        string? checkpoint, CancellationToken cancellation)
    {
        runs += settled.Diagnostics.Simulations;
        for (; round == 1 || (round <= MostRounds && !settled.Diagnostics.IsUsable); round++)
        {
            var file = checkpoint is null ? null : round == 1 ? checkpoint + ".last" : $"{checkpoint}.last{round}";
            settled = Sampler.Bridge(settled, target, progress, file, cancellation);
            runs += settled.Diagnostics.Simulations;
        }

        return new(this, target, settled, runs - settled.Diagnostics.Simulations);
    }

    /// <summary>
    /// Moves a posterior of this calibration to the one conditioned on other claims, for example on all except those of one witness.
    /// </summary>
    /// <param name="posterior">A posterior of a calibration with the same scenario and claims.</param>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="checkpoint">As in <see cref="SequentialMonteCarlo.Sample"/>.</param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <inheritdoc cref="SequentialMonteCarlo.Bridge" path="/exception"/>
    public Posterior From(
        Posterior posterior, IProgress<SamplingProgress>? progress = null, string? checkpoint = null,
            CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(posterior);
        Check();
        var target = posterior.Target.With(Fitted);
        return new Posterior(this, target, Sampler.Bridge(
            posterior.Particles ?? throw new ArgumentException(
                "The posterior was read from a file, which holds rows and no particles to move; run the calibration.", nameof(posterior)),
                target, progress, checkpoint, cancellation));
    }

    /// <summary>
    /// The model's values for each claim, then for each followed reading, in replications that are not conditioned on anything.
    /// </summary>
    /// <param name="replications">At least 1.</param>
    /// <exception cref="ScenarioException">The scenario or a reading has problems; all are in it.</exception>
    public IReadOnlyList<double[]> Prior(int replications)
    {
        var record = new Metrics().And([.. Outcomes.Distinct()]);
        var result = (Ensemble with { Replications = replications, Record = record, Parameters = null }).Run(WithinTheRecord(Scenario
            .Horizon.StepDays)).Baseline;
        return [.. Claims.Select(claim => claim.Check).Concat(Followed).Select(check => CheckValues.In(check, result))];
    }

    /// <summary>The scopes before any claim is believed.</summary>
    internal ScopePriors Priors => new(Scopes, ScopesDriftFrom ?? Scenario.Horizon.Start ?? DateOnly.MinValue, SideOf);

    /// <summary>The side that a claim is about; null: none, or it compares sides.</summary>
    internal string? SideOf(Claim claim) => claim.Check.Side ?? SideOf(claim.Check.Reading);

    /// <summary>The same where there are several; null: there is one.</summary>
    internal string? SideAmongSeveral(Claim claim) => Scenario.Networks.Count > 1 ? SideOf(claim) : null;

    /// <summary>The side that a sum of metrics is about; null: none, or it compares sides.</summary>
    internal string? SideOf(MetricSum? sum) => sum?.Metrics[0] is not { Opponent: null } metric ? null
        : metric.Side ?? (Scenario.Networks.Count == 1 ? Scenario.Networks[0].Name : null);

    /// <summary>The coordinate of the scope factor of a claim's witness, natural logarithm.</summary>
    internal string ScopeName(Claim claim) => ClaimView.ScopeName(claim, SideAmongSeveral(claim));

    /// <summary>The scenario as a target of the sampler.</summary>
    /// <param name="fitted">Which claims it is conditioned on.</param>
    /// <param name="noise">The effect of noise on each claim, if it is known.</param>
    internal ClaimsTarget Target(Func<Claim, bool> fitted, double[]? noise = null)
    {
        Check();
        return new ClaimsTarget(this, [new(Simulator())], 0, fitted, noise ?? Noise());
    }

    /// <summary>The outcomes that claims and readings need.</summary>
    private IEnumerable<Outcome> Outcomes => ClaimsTarget.Outcomes(Claims, Followed);

    private void Check() => ClaimChecks.Check(this);

    /// <summary>For rows that are close to where they go: at most these moves at the last exponent, half of them before it.</summary>
    internal Calibration Moving(int moves) => this with
    {
        Sampler = Sampler with
        {
            MostMoves = Math.Min((moves + 1) / 2, Sampler.MostMoves), MostLastMoves = Math.Min(moves, Sampler.MostLastMoves),
        },
    };

    /// <summary>A simulation in longer steps, whose values are as large as those of the own ones in the middle of some prior
    /// draws.</summary>
    private ClaimSimulation Coarse(int days, ClaimSimulation fine, double[] noise)
    {
        const int draws = 128;
        var coarse = new ClaimSimulation(Simulator(days));
        var marginals = new ClaimsTarget(this, [fine], 0, _ => false, noise).Marginals.Take(fine.Simulator.Keys.Count).ToArray();
        var columns = marginals.Select(marginal => Enumerable.Range(0, draws).Select(row => marginal.Value(Maths.InverseNormal.Of(
            Maths.Philox.Uniform(Sampler.Seed, (uint)row, Maths.DrawKey.Of($"coarse {marginal.Name}"), 0)))).ToArray());
        var rows = new ParameterMatrix(fine.Simulator.Keys, [.. columns]) { Draws = [.. Enumerable.Range(0, draws).Select(row => (
            uint)row)] };
        double[][] Say(ClaimSimulation simulation) => new ClaimsTarget(this, [simulation], 0, _ => false, noise).Say(rows).Said;
        return coarse with
        {
            Factors = [.. Say(fine).Zip(Say(coarse), (own, longer) =>
            {
                double[] ratios = [.. own.Zip(longer, (one, other) => one / other).Where(ratio => ratio > 0 && double.IsFinite(ratio))
                    .Order()];
                return ratios.Length < draws / 2 ? 1 : ratios[ratios.Length / 2];
            })],
        };
    }

    private Simulator Simulator(int? stepDays = null) =>
        new(WithinTheRecord(stepDays ?? Scenario.Horizon.StepDays), Outcomes, Ensemble, 100 * Sampler.ParticlesPerPopulation, quiet: true,
            stepDays);

    /// <summary>
    /// The effect of noise from step to step on the claims: within each of some draws of the parameters, the spread over draws of the
    /// noise.
    /// </summary>
    private double[] Noise()
    {
        const int draws = 32, noises = 32;
        var loud = new Simulator(
            WithinTheRecord(Scenario.Horizon.StepDays), ClaimsTarget.Outcomes(Claims, []), Ensemble, draws * noises);
        var drawn = (Ensemble with { Replications = draws, Parameters = null, Record = new Metrics() })
            .Run(WithinTheRecord(Scenario.Horizon.StepDays)).Baseline.Parameters;
        var rows = new ParameterMatrix(
            drawn.Keys, [.. drawn.Keys.Select(
                key => Enumerable.Range(0, draws * noises).Select(row => drawn.Column(key)[row / noises]).ToArray())])
        {
            Draws = [.. Enumerable.Range(0, draws * noises).Select(row => (uint)row)],
        };
        var target = new ClaimsTarget(this with { Followed = [] }, [new(loud)], 0, _ => false, new double[Claims.Count]);
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
    private Scenario WithinTheRecord(double stepDays)
    {
        var horizon = Scenario.Horizon;
        if (horizon.Start is not { } start) return Scenario;
        var days = Outcomes.Max(outcome => outcome.Window.To.Date!.Value).DayNumber - start.DayNumber;
        var steps = Math.Min(horizon.Steps * horizon.StepDays / stepDays, Math.Floor(days / stepDays) + 1);
        return Scenario with
        {
            Horizon = Horizon.Dated(start, start.AddDays((int)(Math.Floor(steps) * stepDays) - 1), (int)horizon.StepDays),
        };
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());

    /// <summary>For people, for example <c>scenario "Russia": 100 claims of 30 witnesses</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"scenario \"{Scenario.Name}\": {Claims.Count} claims of ")
        + FormattableString.Invariant($"{Claims.Select(claim => claim.Witness).Distinct().Count()} witnesses");
}
