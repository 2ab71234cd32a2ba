namespace Supply.Plots;

/// <summary>A horizontal line at a value, such as a required rate. The vertical axis grows to hold it.</summary>
/// <param name="Y">The value, finite.</param>
/// <param name="Label">Its name, at the right end or in the legend; may be empty.</param>
public sealed record HorizontalMark(double Y, string Label) : Annotation
{
    internal override string Words => "horizontal mark";
}
