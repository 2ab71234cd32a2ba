using Supply.Studies;

namespace Supply.Inference;

/// <summary>How the values that claims see are simulated.</summary>
/// <param name="Simulator">The scenario without noise.</param>
/// <param name="Factors">
/// Multipliers of the values of each reading, since longer steps shift some of them a little. Null: nothing.
/// </param>
internal sealed record ClaimSimulation(Simulator Simulator, double[]? Factors = null);
