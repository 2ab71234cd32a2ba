namespace Supply.Plots;

/// <summary>A published figure for a number: a value, a range, both, or a bound on one side.</summary>
public sealed record PublishedMark
{
    private PublishedMark()
    {
    }

    /// <summary>The value. Default null: a range or a bound only.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the range. Default null. Low alone is "at least": an arrow points up the axis from it.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the range. Default null. High alone is "at most": an arrow points down the axis from it.</summary>
    public double? High { get; init; }

    /// <summary>True sets the row apart: hollow and dashed in red instead of black, its name bold. Default false.</summary>
    public bool Disagrees { get; init; }

    /// <summary>The given values, from the lower end to the upper.</summary>
    internal IReadOnlyList<double> Given => [.. new[] { Low, Value, High }.OfType<double>()];

    /// <summary>A value; add Low and High for its range.</summary>
    /// <param name="value">In the unit of the axis, finite.</param>
    public static PublishedMark At(double value) => new() { Value = value };

    /// <summary>A range without a value.</summary>
    /// <param name="low">The lower end, in the unit of the axis, finite.</param>
    /// <param name="high">The upper end, at least the lower, finite.</param>
    public static PublishedMark Between(double low, double high) => new() { Low = low, High = high };

    /// <summary>A lower bound.</summary>
    /// <param name="low">In the unit of the axis, finite.</param>
    public static PublishedMark AtLeast(double low) => new() { Low = low };

    /// <summary>An upper bound.</summary>
    /// <param name="high">In the unit of the axis, finite.</param>
    public static PublishedMark AtMost(double high) => new() { High = high };
}
