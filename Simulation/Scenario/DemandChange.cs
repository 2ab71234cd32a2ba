namespace Supply;

/// <summary>A mechanism that moves a consumer's requirement in addition to dated changes.</summary>
public enum DemandMechanism
{
    /// <summary>The swing over the year, <see cref="Supply.Season"/>; its amplitude is multiplied.</summary>
    Season,

    /// <summary>Fire that drones take over, <see cref="Supply.Displacement"/>; the displaced share is multiplied.</summary>
    Displacement,

    /// <summary>The answer to an opponent's fire, <see cref="Supply.Response"/>; its weight is multiplied.</summary>
    Response,
}

/// <summary>
/// A mechanism of a consumer's demand acts more or less: its amplitude, displaced share or weight is multiplied, and cut to
/// 1. A factor of 0 switches it off. Several at once multiply.
/// </summary>
/// <param name="Consumer">The name of a consumer that has the mechanism.</param>
/// <param name="From">When it begins.</param>
/// <param name="Mechanism">The mechanism.</param>
/// <param name="Factor">Multiplier of the mechanism, 0..10; only far tails of a distribution may lie beyond.</param>
public sealed record DemandChange(string Consumer, Moment From, DemandMechanism Mechanism, Uncertain Factor) : Change(From);
