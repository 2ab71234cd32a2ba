namespace Supply.Inference;

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

    /// <summary>
    /// Several steps under an approximation of the simulation, accepted or not as one by a simulation of where they end (delayed
    /// acceptance: Christen and Fox 2005).
    /// </summary>
    Chain,
}
