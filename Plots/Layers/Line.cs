namespace Supply.Plots;

/// <summary>A line through values, such as a median. On a category axis: one short bar for each category.</summary>
/// <param name="X">Positions, never decreasing, finite; at least one.</param>
/// <param name="Y">One value for each position; NaN is a missing value and breaks the line.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Line(IReadOnlyList<double> X, IReadOnlyList<double> Y, string Colour) : Layer
{
    /// <summary>Positions, never decreasing, finite; at least one.</summary>
    public IReadOnlyList<double> X { get; init; } = CopiedList.Of(X, nameof(X));

    /// <summary>One value for each position; NaN is a missing value and breaks the line.</summary>
    public IReadOnlyList<double> Y { get; init; } = CopiedList.Of(Y, nameof(Y));

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
