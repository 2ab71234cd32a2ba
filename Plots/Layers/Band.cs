namespace Supply.Plots;

/// <summary>The area between a low and a high value, such as 90 % of runs. On a category axis: one box for each category.</summary>
/// <param name="X">Positions, never decreasing, finite; at least one.</param>
/// <param name="Low">The lower edge; NaN breaks the band.</param>
/// <param name="High">The upper edge, at least the lower; NaN breaks the band.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Band(IReadOnlyList<double> X, IReadOnlyList<double> Low, IReadOnlyList<double> High, string Colour) : Layer
{
    /// <summary>Positions, never decreasing, finite; at least one.</summary>
    public IReadOnlyList<double> X { get; init; } = CopiedList.Of(X, nameof(X));

    /// <summary>The lower edge; NaN breaks the band.</summary>
    public IReadOnlyList<double> Low { get; init; } = CopiedList.Of(Low, nameof(Low));

    /// <summary>The upper edge, at least the lower; NaN breaks the band.</summary>
    public IReadOnlyList<double> High { get; init; } = CopiedList.Of(High, nameof(High));

    /// <summary>The name in the legend; bands of one name share one entry. Default: none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Opacity, above 0 and up to 1. Default 0.2.</summary>
    public double Opacity { get; init; } = 0.2;

    /// <summary>True holds each pair to the next position instead of joining them. Default false.</summary>
    public bool Stepped { get; init; }

    internal override string Words => "band";

    internal override string Name => Label;
}
