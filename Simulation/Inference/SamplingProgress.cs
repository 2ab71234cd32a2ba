namespace Supply.Inference;

/// <summary>How far a sampler is.</summary>
/// <param name="Population">The number of the current population, from 0.</param>
/// <param name="Exponent">The power to which the likelihood is currently raised, from 0 to 1.</param>
/// <param name="Exponents">Exponents that the population has passed, this one included.</param>
/// <param name="Moves">Moves at this exponent.</param>
/// <param name="Simulations">Particles simulated, over all populations.</param>
/// <param name="Acceptance">The share of the last move's proposals that was accepted, 0..1.</param>
/// <param name="Correlation">The particles' remaining correlation with their state at the last resampling.</param>
/// <param name="Elapsed">Time since the run began or resumed.</param>
public sealed record SamplingProgress(
    int Population, double Exponent, int Exponents, int Moves, long Simulations, double Acceptance, double Correlation, TimeSpan Elapsed);
