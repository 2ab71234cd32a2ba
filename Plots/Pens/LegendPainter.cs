using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws the legend: a sample and its name, in rows under the title.</summary>
internal static class LegendPainter
{
    public static void Paint(Pen pen, IReadOnlyList<LegendEntry> entries, double left, double top, double width)
    {
        foreach (var (entry, x, y) in Legend.Flow(entries, width))
        {
            var (from, middle) = (left + x, top + y + (Legend.RowHeight / 2));
            var box = new Box(from, middle - 6, from + Legend.SampleWidth, middle + 6);
            switch (entry.Swatch)
            {
                case Swatch.Line:
                    pen.Segment(box.Left + 1, middle, box.Right - 1, middle, entry.Colour, 2.2, FigureStyle.Dashes(entry.Style));
                    break;
                case Swatch.Point:
                    PointPainter.Sign(pen, (box.Left + box.Right) / 2, middle, entry.Marker, entry.Colour);
                    break;
                case Swatch.Interval:
                    RowsPainter.Bar(pen, (box.Left, box.Left + 6, (box.Left + box.Right) / 2, box.Right - 6, box.Right), middle,
                        entry.Form, entry.Colour);
                    break;
                default:
                    pen.Rectangle(box, entry.Colour, entry.Opacity);
                    break;
            }

            foreach (var (i, line) in Legend.Lines(entry, width).Index())
            {
                var baseline = middle + (0.34 * FigureStyle.LabelSize) + (i * Legend.RowHeight);
                pen.Text(line, box.Right + Legend.Gap, baseline, Anchor.Start, new(FigureStyle.LabelSize, FigureStyle.Ink));
            }
        }
    }
}
