namespace Supply.Plots;

/// <summary>The sign that marks a point.</summary>
public enum Marker
{
    /// <summary>A filled disc.</summary>
    Disc,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A filled diamond.</summary>
    Diamond,

    /// <summary>The outline of a diamond.</summary>
    OpenDiamond,
}
