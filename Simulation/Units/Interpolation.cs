namespace Supply;

/// <summary>How a tabulated path runs between its points.</summary>
public enum Interpolation
{
    /// <summary>A value holds from its moment until the next point.</summary>
    Step,

    /// <summary>Straight lines between the points.</summary>
    Linear,
}
