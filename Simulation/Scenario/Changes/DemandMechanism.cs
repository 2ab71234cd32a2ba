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
