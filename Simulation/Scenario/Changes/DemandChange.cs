namespace Supply;

/// <summary>
/// A mechanism of a consumer's demand acts more or less: its amplitude, displaced share or weight is multiplied, and cut to
/// 1. A factor of 0 switches it off. Several at once multiply.
/// </summary>
/// <param name="Consumer">The name of a consumer that has the mechanism.</param>
/// <param name="From">When it begins.</param>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Factor">Multiplier of the mechanism, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record DemandChange(string Consumer, Moment From, DemandMechanism Mechanism, Uncertain Factor) : Change(From);
