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

/// <summary>A drawing of data on a panel.</summary>
public abstract record Layer
{
    private protected Layer()
    {
    }

    /// <summary>The kind of drawing in words, for messages.</summary>
    internal abstract string Words { get; }

    /// <summary>The name that the legend shows, if it has one; else empty.</summary>
    internal virtual string Name => "";

    /// <summary>The exception for a kind of layer that something does not handle.</summary>
    internal NotSupportedException Unknown(string by) => new($"{Words} is a layer that {by} does not know.");
}

/// <summary>A line through values, such as a median. On a category axis: one short bar for each category.</summary>
/// <param name="X">Positions, never decreasing, finite; at least one.</param>
/// <param name="Y">One value for each position; NaN is a missing value and breaks the line.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Line(IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour) : Layer
{
    /// <summary>Positions, never decreasing, finite; at least one.</summary>
    public IReadOnlyList<double> X { get; init; } = Copy.Of(X, nameof(X));

    /// <summary>One value for each position; NaN is a missing value and breaks the line.</summary>
    public IReadOnlyList<double> Y { get; init; } = Copy.Of(Y, nameof(Y));

    /// <summary>The name, next to the end of the line or in the legend. Default: none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Dashes. Default <see cref="LineStyle.Solid"/>.</summary>
    public LineStyle Style { get; init; }

    /// <summary>Width in pixels, above 0 and up to 10. Default 2.2.</summary>
    public double Width { get; init; } = 2.2;

    /// <summary>True holds each value to the next position instead of joining them. Default false.</summary>
    public bool Stepped { get; init; }

    internal override string Words => "line";

    internal override string Name => Label;
}

/// <summary>The area between a low and a high value, such as 90% of runs. On a category axis: one box for each category.</summary>
/// <param name="X">Positions, never decreasing, finite; at least one.</param>
/// <param name="Low">The lower edge; NaN breaks the band.</param>
/// <param name="High">The upper edge, at least the lower; NaN breaks the band.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Band(IReadOnlyList<double> X, IReadOnlyList<double> Low, IReadOnlyList<double> High, string Colour) : Layer
{
    /// <summary>Positions, never decreasing, finite; at least one.</summary>
    public IReadOnlyList<double> X { get; init; } = Copy.Of(X, nameof(X));

    /// <summary>The lower edge; NaN breaks the band.</summary>
    public IReadOnlyList<double> Low { get; init; } = Copy.Of(Low, nameof(Low));

    /// <summary>The upper edge, at least the lower; NaN breaks the band.</summary>
    public IReadOnlyList<double> High { get; init; } = Copy.Of(High, nameof(High));

    /// <summary>The name in the legend; bands of one name share one entry. Default: none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Opacity, above 0 and up to 1. Default 0.2.</summary>
    public double Opacity { get; init; } = 0.2;

    /// <summary>True holds each pair to the next position instead of joining them. Default false.</summary>
    public bool Stepped { get; init; }

    internal override string Words => "band";

    internal override string Name => Label;
}
