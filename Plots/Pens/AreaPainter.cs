using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws lines, bands and stacks.</summary>
internal static class AreaPainter
{
    public static void Paint(Pen pen, PanelPlan plan, Layer layer, FigureColours inks)
    {
        switch (layer)
        {
            case Line line:
                var pieces = DataShapes.Pieces(plan.Panel.X.Kind, line).Select(piece => PathData.Open(Pixels(plan, piece)));
                pen.Stroke(string.Concat(pieces), inks[line.Colour], line.Width, FigureStyle.Dashes(line.Style));
                break;
            case Band band:
                pen.Fill(Path(plan, DataShapes.Areas(plan.Panel.X.Kind, band)), inks[band.Colour], band.Opacity);
                break;
            case StackedAreas stack:
                var edges = new StackEdges(stack);
                foreach (var (a, area) in stack.Areas.Index())
                {
                    pen.Fill(Path(plan, DataShapes.Areas(stack, edges, a)), inks[area.Colour], FigureStyle.StackOpacity, "#FFFFFF");
                }

                break;
            default:
                break;
        }
    }

    private static string Path(PanelPlan plan, IEnumerable<DataArea> areas) =>
        string.Concat(areas.Select(area => PathData.Between(Pixels(plan, area.Upper), Pixels(plan, area.Lower))));

    private static (double X, double Y)[] Pixels(PanelPlan plan, IReadOnlyList<(double X, double Y)> corners) =>
        [.. corners.Select(corner => (plan.X[corner.X], plan.Y[corner.Y]))];
}
