namespace Supply.Analysis;

/// <summary>The kinds of levers that a file can name.</summary>
public enum LeverKind
{
    /// <summary>The share of planned supply that an origin makes up.</summary>
    Share,

    /// <summary>The most that an origin may send.</summary>
    Flow,

    /// <summary>The factor on the capacity of a part.</summary>
    Capacity,
}
