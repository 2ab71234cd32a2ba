namespace Supply.Plots;

/// <summary>One point with its range and period. NaN means: not known, not drawn.</summary>
/// <param name="X">Its position, finite.</param>
/// <param name="Y">Its value; NaN draws the range without a sign.</param>
public sealed record DataPoint(double X, double Y)
{
    /// <summary>Lower end of the range. Default NaN. Low alone without a value is a lower bound: an arrow points up from it.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Upper end of the range. Default NaN. High alone without a value is an upper bound: an arrow points down from it.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Start of the period the value covers. Default NaN: no period bar.</summary>
    public double From { get; init; } = double.NaN;

    /// <summary>End of the period the value covers. Default NaN: no period bar.</summary>
    public double To { get; init; } = double.NaN;

    /// <summary>A short name such as a row id, written where space allows. Default: none.</summary>
    public string Label { get; init; } = "";

    /// <summary>True if only a lower bound is known.</summary>
    internal bool IsLowerBound => double.IsNaN(Y) && double.IsNaN(High) && !double.IsNaN(Low);

    /// <summary>True if only an upper bound is known.</summary>
    internal bool IsUpperBound => double.IsNaN(Y) && double.IsNaN(Low) && !double.IsNaN(High);

    /// <summary>The height of the period bar and the label; NaN if nothing is known.</summary>
    internal double Centre =>
        !double.IsNaN(Y) ? Y : double.IsNaN(Low) ? High : double.IsNaN(High) ? Low : (Low + High) / 2;
}
