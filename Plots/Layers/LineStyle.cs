namespace Supply.Plots;

/// <summary>How a line is drawn; styles keep series apart in greyscale print.</summary>
public enum LineStyle
{
    /// <summary>Unbroken.</summary>
    Solid,

    /// <summary>Long dashes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>Dashes and dots alternately.</summary>
    DashDot,
}
