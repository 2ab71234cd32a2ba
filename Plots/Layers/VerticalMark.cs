namespace Supply.Plots;

/// <summary>A vertical line at a position, such as a dated change. Outside the axis it is not drawn.</summary>
/// <param name="X">The position, finite.</param>
/// <param name="Label">Its name above the panel; may be empty.</param>
public sealed record VerticalMark(double X, string Label) : Annotation
{
    /// <summary>Dashes. Default <see cref="LineStyle.Dashed"/>; the end of the record is solid.</summary>
    public LineStyle Style { get; init; } = LineStyle.Dashed;

    internal override string Words => "vertical mark";
}
