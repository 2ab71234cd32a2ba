using System.Text;
using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws lines, bands and stacks.</summary>
internal static class AreaPainter
{
    // The share of a category's slot that its box takes.
    private const double BoxShare = 0.5;

    public static void Paint(Pen pen, PanelPlan plan, Layer layer, FigureColours inks)
    {
        switch (layer)
        {
            case Line line:
                pen.Stroke(LinePath(plan, line), inks[line.Colour], line.Width, FigureStyle.Dashes(line.Style));
                break;
            case Band band:
                pen.Fill(BandPath(plan, band), inks[band.Colour], band.Opacity);
                break;
            case StackedAreas stack:
                Stack(pen, plan, stack, inks);
                break;
            default:
                break;
        }
    }

    /// <summary>Path data of a line: one piece for each unbroken stretch.</summary>
    public static string LinePath(PanelPlan plan, Line line)
    {
        var path = new StringBuilder();
        foreach (var run in PathData.Runs(line.X.Count, i => !double.IsNaN(line.Y[i])))
        {
            if (plan.Panel.X.Kind == AxisKind.Category)
            {
                for (var i = run.First; i <= run.Last; i++)
                {
                    path.Append(PathData.Open([(Side(plan, line.X[i], -1), plan.Y[line.Y[i]]),
                        (Side(plan, line.X[i], 1), plan.Y[line.Y[i]])]));
                }
            }
            else
            {
                path.Append(PathData.Open(PathData.Corners(line.X, i => line.Y[i], run, plan.X, plan.Y, line.Stepped)));
            }
        }

        return path.ToString();
    }

    private static string BandPath(PanelPlan plan, Band band)
    {
        var path = new StringBuilder();
        foreach (var run in PathData.Runs(band.X.Count, i => !double.IsNaN(band.Low[i] + band.High[i])))
        {
            if (plan.Panel.X.Kind == AxisKind.Category)
            {
                for (var i = run.First; i <= run.Last; i++)
                {
                    var (left, right) = (Side(plan, band.X[i], -1), Side(plan, band.X[i], 1));
                    var (high, low) = (plan.Y[band.High[i]], plan.Y[band.Low[i]]);
                    path.Append(PathData.Between([(left, high), (right, high)], [(left, low), (right, low)]));
                }
            }
            else
            {
                path.Append(PathData.Between(
                    PathData.Corners(band.X, i => band.High[i], run, plan.X, plan.Y, band.Stepped),
                    PathData.Corners(band.X, i => band.Low[i], run, plan.X, plan.Y, band.Stepped)));
            }
        }

        return path.ToString();
    }

    private static void Stack(Pen pen, PanelPlan plan, StackedAreas stack, FigureColours inks)
    {
        var edges = new StackEdges(stack);
        var whole = edges[stack.Areas.Count];
        for (var a = 0; a < stack.Areas.Count; a++)
        {
            var (low, high) = (edges[a], edges[a + 1]);
            var path = new StringBuilder();
            foreach (var run in PathData.Runs(stack.X.Count, i => !double.IsNaN(whole[i])))
            {
                path.Append(PathData.Between(
                    PathData.Corners(stack.X, i => high[i], run, plan.X, plan.Y, stepped: false),
                    PathData.Corners(stack.X, i => low[i], run, plan.X, plan.Y, stepped: false)));
            }

            pen.Fill(path.ToString(), inks[stack.Areas[a].Colour], 0.92, "#FFFFFF");
        }
    }

    private static double Side(PanelPlan plan, double x, int sign) => plan.X[x + (sign * BoxShare / 2)];
}
