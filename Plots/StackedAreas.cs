namespace Supply.Plots;

/// <summary>One area of a stack.</summary>
/// <param name="Name">The name, in the area, next to it or in the legend; required.</param>
/// <param name="Values">One value for each position of the stack, at least 0; NaN breaks the whole stack there.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Area(string Name, IReadOnlyList<double> Values, string Colour)
{
    /// <summary>One value for each position of the stack, at least 0; NaN breaks the whole stack there.</summary>
    public IReadOnlyList<double> Values { get; init; } = Copy.Of(Values, nameof(Values));
}

/// <summary>Areas on top of each other, such as deliveries by origin.</summary>
/// <param name="X">Positions, never decreasing, finite; at least two.</param>
/// <param name="Areas">The areas, the first at the bottom; at least one.</param>
public sealed record StackedAreas(IReadOnlyList<double> X, IReadOnlyList<Area> Areas) : Layer
{
    /// <summary>Positions, never decreasing, finite; at least two.</summary>
    public IReadOnlyList<double> X { get; init; } = Copy.Of(X, nameof(X));

    /// <summary>The areas, the first at the bottom; at least one.</summary>
    public IReadOnlyList<Area> Areas { get; init; } = Copy.Of(Areas, nameof(Areas));

    internal override string Words => "stacked areas";
}
