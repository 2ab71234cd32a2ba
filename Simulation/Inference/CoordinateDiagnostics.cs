namespace Supply.Inference;

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
