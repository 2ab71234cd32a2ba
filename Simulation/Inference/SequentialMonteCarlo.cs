using System.Globalization;
using System.Text;

namespace Supply.Inference;

/// <summary>
/// A tempered sequential Monte Carlo sampler with adaptive moves. Particles are drawn from the prior; the likelihood is raised to a
/// power that grows from 0 to 1, as fast as the particles can follow; after each rise they are resampled and moved until they have
/// forgotten where they were. The same seed gives the same bits for any number of threads.
/// </summary>
/// <remarks>
/// The populations are independent, so any disagreement between them is error, and is reported; an error that all of them share is not.
/// Where one coordinate sets the scale of others, write these as multiples of it with priors of their own: in a funnel of flat
/// coordinates all populations may miss the neck.
/// </remarks>
public sealed record SequentialMonteCarlo
{
    /// <summary>
    /// Particles in each population, 16..10,000,000; at least ten for each coordinate, and more if many are informed. Default 1,024.
    /// </summary>
    public int ParticlesPerPopulation { get; init; } = 1024;

    /// <summary>Independent populations, 1..1,000; errors need at least 2. Default 4.</summary>
    public int Populations { get; init; } = 4;

    /// <summary>
    /// The one population to run, 0 to <see cref="Populations"/> less 1: it writes its checkpoint and says that it cannot be compared; a
    /// run of all populations that finds the checkpoints of all only joins them, to the same bits. Null: all run. Default null.
    /// </summary>
    public int? OnlyPopulation { get; init; }

    /// <summary>The seed of all draws. Default 2026.</summary>
    public ulong Seed { get; init; } = 2026;

    /// <summary>
    /// Threads that propose and weigh; a target may use its own when it simulates. At least 1; it does not change the results. Default:
    /// one for each processor.
    /// </summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Share of the particles that counts after a rise of the exponent, 0.1..0.99. Higher: more and smaller rises. Default 0.7.
    /// </summary>
    public double EffectiveShare { get; init; } = 0.7;

    /// <summary>
    /// Correlation with the state at resampling below which particles have moved enough, 0.01..0.99. Default 0.25: with more, coordinates
    /// learnt together come out too narrow.
    /// </summary>
    public double Correlation { get; init; } = 0.25;

    /// <summary>The same at the last exponent, whose particles are the result, 0.01..0.99. Default 0.05.</summary>
    public double LastCorrelation { get; init; } = 0.05;

    /// <summary>Moves at an exponent at most, 1..100,000. Default 40.</summary>
    public int MostMoves { get; init; } = 40;

    /// <summary>Moves at the last exponent at most, 1..100,000. Default 200.</summary>
    public int MostLastMoves { get; init; } = 200;

    /// <summary>Moves of the light coordinates alone after each that simulates, 0..1,000. Default 4.</summary>
    public int LightMoves { get; init; } = 4;

    /// <summary>
    /// Steps under an approximation of the simulation that a proposal may be made of, where the target has one; 0..1,000. The number is
    /// adapted. 0: none. Default 64.
    /// </summary>
    public int MostChained { get; init; } = 64;

    /// <summary>
    /// How often a proposal takes new random draws inside the simulation, 0..1; with 0 each particle keeps its first. Default 0.3.
    /// </summary>
    public double FreshDraws { get; init; } = 0.3;

    /// <summary>The share of proposals to accept, 0.05..0.9; the step of each kind of move is adapted to it. Default 0.25.</summary>
    public double Acceptance { get; init; } = 0.25;

    /// <summary>Samples a target from its priors on.</summary>
    /// <param name="target">The target to sample.</param>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="checkpoint">
    /// The files that take the state of each population, again and again: this name, a point and the number of the population. Where one
    /// exists, the run resumes from it, to the same bits. Null: none. Default null.
    /// </param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <exception cref="ArgumentException">Settings or target are out of range: all problems are listed.</exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or belongs to another target or other settings.</exception>
    /// <exception cref="InvalidOperationException">No draw from the prior is possible.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ParticleSet Sample(Target target, IProgress<SamplingProgress>? progress = null, string? checkpoint = null,
        CancellationToken cancellation = default)
    {
        SettingChecks.Check(this, target);
        return new Sampler(this, new(target, null), progress, checkpoint, cancellation).Run(null);
    }

    /// <summary>
    /// Moves particles from their target to another with the same coordinates and payload, such as one with a claim less: along
    /// likelihoods first^(1 - exponent) second^exponent. Payloads are kept; nothing is simulated at the start. Values that are impossible
    /// under the first target are never reached.
    /// </summary>
    /// <param name="particles">
    /// The particles of one target; they are not changed. Their number and populations replace those of the settings.
    /// </param>
    /// <param name="target">The other target.</param>
    /// <param name="progress">Told about ten times a second how far the run is. Null: nobody. Default null.</param>
    /// <param name="checkpoint">As in <see cref="Sample"/>.</param>
    /// <param name="cancellation">Ends the run early; it can be resumed from its checkpoint.</param>
    /// <exception cref="ArgumentException">
    /// Settings are out of range, or the targets differ in coordinates or payload: all problems are listed.
    /// </exception>
    /// <exception cref="InvalidDataException">The checkpoint is damaged, or belongs to another target or other settings.</exception>
    /// <exception cref="InvalidOperationException">No particle is possible under the other target.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ParticleSet Bridge(
        ParticleSet particles, Target target, IProgress<SamplingProgress>? progress = null, string? checkpoint = null,
            CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(particles);
        var settings = this with
        {
            ParticlesPerPopulation = particles.Count / particles.Populations,
            Populations = OnlyPopulation is null ? particles.Populations : Populations,
        };
        SettingChecks.Check(settings, target, particles.Target);
        return new Sampler(settings, new(target, particles.Target), progress, checkpoint, cancellation).Run(particles);
    }

    /// <summary>
    /// The settings as <see cref="object.ToString"/> has them, and as fingerprints of checkpoints do: what the compiler would write here,
    /// in the culture of no machine.
    /// </summary>
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture,
                $"ParticlesPerPopulation = {ParticlesPerPopulation}, Populations = {Populations}, OnlyPopulation = {OnlyPopulation}, ")
            .Append(CultureInfo.InvariantCulture, $"Seed = {Seed}, Threads = {Threads}, EffectiveShare = {EffectiveShare}, ")
            .Append(CultureInfo.InvariantCulture, $"Correlation = {Correlation}, LastCorrelation = {LastCorrelation}, ")
            .Append(CultureInfo.InvariantCulture, $"MostMoves = {MostMoves}, MostLastMoves = {MostLastMoves}, ")
            .Append(CultureInfo.InvariantCulture, $"LightMoves = {LightMoves}, MostChained = {MostChained}, ")
            .Append(CultureInfo.InvariantCulture, $"FreshDraws = {FreshDraws}, Acceptance = {Acceptance}");
        return true;
    }
}
