namespace Supply;

/// <summary>The sort of value a quantity has: how it is taken over a window, and whether parts of it add up.</summary>
public enum QuantityKind
{
    /// <summary>A sum over time, such as rounds fired: per day or in total. Places add up.</summary>
    Flow,

    /// <summary>An amount at the end of a step, such as rounds on hand. Places add up.</summary>
    Level,

    /// <summary>A value of one step that does not add up over places, such as the share that a supplier was willing to send.</summary>
    Momentary,

    /// <summary>One amount over another, such as the fill rate.</summary>
    Ratio,

    /// <summary>
    /// A day, counted from the start of the horizon; infinite where it is not reached. It has no series, and is shown as a
    /// probability and a date.
    /// </summary>
    Date,
}
