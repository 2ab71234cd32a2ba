namespace Supply.Plots;

/// <summary>How the numbers on an axis are written.</summary>
public enum NumberStyle
{
    /// <summary><see cref="Thousands"/> below 10,000, <see cref="Compact"/> from there.</summary>
    Auto,

    /// <summary>With thousands separators: 12,500.</summary>
    Thousands,

    /// <summary>With k, m or bn: 12.5k, 17m.</summary>
    Compact,

    /// <summary>A fraction as a percentage: 0.25 is 25 %.</summary>
    Percent,

    /// <summary>A difference of fractions in percentage points, without a sign, since the axis says so: 0.25 is 25.</summary>
    PercentagePoints,
}
