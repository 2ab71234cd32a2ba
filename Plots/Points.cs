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

/// <summary>Single points with error bars, such as published figures.</summary>
/// <param name="Items">The points in any order; at least one.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Points(IReadOnlyList<DataPoint> Items, string Colour) : Layer
{
    /// <summary>The points in any order; at least one.</summary>
    public IReadOnlyList<DataPoint> Items { get; init; } = Copy.Of(Items, nameof(Items));

    /// <summary>The name in the legend. Default: none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The sign. Default <see cref="Plots.Marker.Disc"/>.</summary>
    public Marker Marker { get; init; }

    internal override string Words => "points";

    internal override string Name => Label;
}
