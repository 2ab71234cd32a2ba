namespace Supply.Plots;

/// <summary>A lightly shaded range of positions, such as the projection.</summary>
/// <param name="From">Where it starts, finite.</param>
/// <param name="To">Where it ends, above the start, finite.</param>
/// <param name="Label">Its name above the panel; may be empty.</param>
public sealed record Shade(double From, double To, string Label) : Annotation
{
    internal override string Words => "shade";
}
