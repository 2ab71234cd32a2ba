namespace Supply.Plots;

/// <summary>The meaning of equal distances on a number axis.</summary>
public enum AxisScale
{
    /// <summary>Equal differences.</summary>
    Linear,

    /// <summary>Equal ratios; all values are above 0.</summary>
    Logarithmic,
}
