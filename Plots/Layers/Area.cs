namespace Supply.Plots;

/// <summary>One area of a stack.</summary>
/// <param name="Name">The name, in the area, next to it or in the legend; required.</param>
/// <param name="Values">One value for each position of the stack, at least 0; NaN breaks the whole stack there.</param>
/// <param name="Colour">A colour key, see <see cref="Palette"/>.</param>
public sealed record Area(string Name, IReadOnlyList<double> Values, string Colour)
{
    /// <summary>One value for each position of the stack, at least 0; NaN breaks the whole stack there.</summary>
    public IReadOnlyList<double> Values { get; init; } = CopiedList.Of(Values, nameof(Values));
}
