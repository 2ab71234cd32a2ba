using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>
/// Draws shapes in pixels of the page and remembers the place of each word. Paths are written in the notation of SVG, to two decimals, so
/// that every pen draws the same corners.
/// </summary>
internal abstract class Pen
{
    private readonly List<PlacedLabel> labels = [];

    public IReadOnlyList<PlacedLabel> Labels => labels;

    public abstract void Rectangle(Box box, string fill, double opacity = 1);

    public abstract void Stroke(string path, string stroke, double width, IReadOnlyList<double>? dashes = null);

    public abstract void Fill(string path, string fill, double opacity, string? edge = null);

    public abstract void Disc(double x, double y, double radius, string fill, string edge, double edgeWidth);

    /// <summary>Confines what the action draws to a box.</summary>
    public abstract void Clipped(Box box, Action draw);

    public void Segment(
        double x0, double y0, double x1, double y1, string stroke, double width = 1, IReadOnlyList<double>? dashes = null) =>
        Stroke(PathData.Segment(x0, y0, x1, y1), stroke, width, dashes);

    /// <summary>Writes one line of text and remembers its room.</summary>
    public void Text(string text, double x, double baseline, Anchor anchor, TextLook look)
    {
        labels.Add(new(text, TextSize.Room(text, x, baseline, anchor, look.Size, look.Bold)));
        Write(text, x, baseline, anchor, look);
    }

    protected abstract void Write(string text, double x, double baseline, Anchor anchor, TextLook look);
}
