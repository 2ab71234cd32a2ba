namespace Supply.Plots;

/// <summary>An explanation on a panel that is not data.</summary>
public abstract record Annotation
{
    private protected Annotation()
    {
    }

    /// <summary>The kind of annotation in words, for messages.</summary>
    internal abstract string Words { get; }
}

/// <summary>A vertical line at a position, such as a dated change. Outside the axis it is not drawn.</summary>
/// <param name="X">The position, finite.</param>
/// <param name="Label">Its name above the panel; may be empty.</param>
public sealed record VerticalMark(double X, string Label) : Annotation
{
    /// <summary>Dashes. Default <see cref="LineStyle.Dashed"/>; the end of the record is solid.</summary>
    public LineStyle Style { get; init; } = LineStyle.Dashed;

    internal override string Words => "vertical mark";
}

/// <summary>A horizontal line at a value, such as a required rate. The vertical axis grows to hold it.</summary>
/// <param name="Y">The value, finite.</param>
/// <param name="Label">Its name, at the right end or in the legend; may be empty.</param>
public sealed record HorizontalMark(double Y, string Label) : Annotation
{
    internal override string Words => "horizontal mark";
}

/// <summary>A lightly shaded range of positions, such as the projection.</summary>
/// <param name="From">Where it starts, finite.</param>
/// <param name="To">Where it ends, above the start, finite.</param>
/// <param name="Label">Its name above the panel; may be empty.</param>
public sealed record Shade(double From, double To, string Label) : Annotation
{
    internal override string Words => "shade";
}
