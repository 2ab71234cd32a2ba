namespace Supply.Plots;

/// <summary>Areas on top of each other, such as deliveries by origin.</summary>
/// <param name="X">Positions, never decreasing, finite; at least two.</param>
/// <param name="Areas">The areas, the first at the bottom; at least one.</param>
public sealed record StackedAreas(IReadOnlyList<double> X, IReadOnlyList<Area> Areas) : Layer
{
    /// <summary>Positions, never decreasing, finite; at least two.</summary>
    public IReadOnlyList<double> X { get; init; } = CopiedList.Of(X, nameof(X));

    /// <summary>The areas, the first at the bottom; at least one.</summary>
    public IReadOnlyList<Area> Areas { get; init; } = CopiedList.Of(Areas, nameof(Areas));

    internal override string Words => "stacked areas";
}
