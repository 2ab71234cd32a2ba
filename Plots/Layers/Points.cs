namespace Supply.Plots;

/// <summary>Single points with error bars, such as published figures.</summary>
/// <param name="Items">The points in any order; at least one.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Points(IReadOnlyList<DataPoint> Items, string Colour) : Layer
{
    /// <summary>The points in any order; at least one.</summary>
    public IReadOnlyList<DataPoint> Items { get; init; } = CopiedList.Of(Items, nameof(Items));

    /// <summary>The name in the legend. Default: none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The sign. Default <see cref="Plots.Marker.Disc"/>.</summary>
    public Marker Marker { get; init; }

    internal override string Words => "points";

    internal override string Name => Label;
}
