namespace Supply;

/// <summary>How reliable the particles of a run are.</summary>
/// <param name="IsUsable">Whether nothing speaks against using them.</param>
/// <param name="Verdict">The same in a sentence, with the reasons.</param>
/// <param name="Coordinates">Each coordinate, in their order.</param>
/// <param name="Moves">How often each kind of move was accepted.</param>
/// <param name="Exponents">The exponents of the population that needed most.</param>
/// <param name="Sweeps">Moves of all particles, over all populations.</param>
/// <param name="Simulations">Particles simulated.</param>
/// <param name="FailedSimulations">Simulations that failed; never accepted.</param>
/// <param name="Impossible">Proposals and first draws whose likelihood was 0 or not a number.</param>
public sealed record SamplingDiagnostics(
    bool IsUsable, string Verdict, IReadOnlyList<CoordinateDiagnostics> Coordinates, IReadOnlyList<MoveDiagnostics> Moves,
    int Exponents, int Sweeps, long Simulations, long FailedSimulations, long Impossible)
{
    /// <summary>The largest nested R-hat of the coordinates; 1 at best.</summary>
    public double LargestRHat => Coordinates.Max(coordinate => coordinate.NestedRHat);

    /// <summary>The smallest effective sample size of the coordinates.</summary>
    public double SmallestEffectiveSize => Coordinates.Min(coordinate => coordinate.EffectiveSize);
}

/// <summary>How well a coordinate was sampled, and how much was learnt about it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Mean">The mean of its values, in their unit.</param>
/// <param name="StandardDeviation">Their standard deviation.</param>
/// <param name="MonteCarloError">
/// The standard error of the mean: the larger of the estimates from families of particles and from the spread over populations.
/// </param>
/// <param name="EffectiveSize">
/// Independent draws that would have the same error, with families of common descent taken into account.
/// </param>
/// <param name="NestedRHat">
/// The spread over populations against that within them, of the normal coordinate (Margossian et al. 2024); below 1.01 when they agree.
/// </param>
/// <param name="Correlation">The remaining correlation with the state at the last resampling, in the worst population.</param>
/// <param name="Contraction">
/// 1 - variance of the normal coordinate: 0 for nothing learnt, 1 for a value known exactly; below 0 if the particles are wider than the
/// prior.
/// </param>
public sealed record CoordinateDiagnostics(
    string Name, double Mean, double StandardDeviation, double MonteCarloError, double EffectiveSize, double NestedRHat, double Correlation,
        double Contraction);

/// <summary>How often a kind of move was accepted.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Proposed">Proposals.</param>
/// <param name="Accepted">Proposals that were accepted.</param>
public sealed record MoveDiagnostics(MoveKind Kind, long Proposed, long Accepted)
{
    /// <summary>The share that was accepted, 0..1; NaN when nothing was proposed.</summary>
    public double Share => Accepted / (double)Proposed;
}

/// <summary>A way to propose a new particle.</summary>
public enum MoveKind
{
    /// <summary>All coordinates, by a step that keeps a normal distribution with the mean and covariance of the population.</summary>
    Whole,

    /// <summary>One coordinate, drawn again from its prior.</summary>
    RefreshOne,

    /// <summary>Several coordinates, drawn again from their priors, the less informed ones more often.</summary>
    RefreshMany,

    /// <summary>The light coordinates alone, by a step that keeps their normal distribution given the heavy ones.</summary>
    Light,
}
