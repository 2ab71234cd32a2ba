using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws points with their ranges and periods.</summary>
internal static class PointPainter
{
    private const double Radius = 4.2;
    private const double Arrow = 16;

    public static void Paint(Pen pen, PanelPlan plan, FigureColours inks)
    {
        foreach (var layer in plan.Panel.Layers.OfType<Points>())
        {
            Ranges(pen, plan, layer, inks);
        }

        foreach (var layer in plan.Panel.Layers.OfType<Points>())
        {
            foreach (var point in layer.Items.Where(p => Shown(plan, p) && plan.Y.Holds(p.Y)))
            {
                Sign(pen, plan.X[point.X], plan.Y[point.Y], layer.Marker, inks[layer.Colour]);
            }
        }
    }

    /// <summary>Error bars, arrows and period bars, below the signs.</summary>
    public static void Ranges(Pen pen, PanelPlan plan, Points layer, FigureColours inks)
    {
        foreach (var point in layer.Items.Where(p => Shown(plan, p)))
        {
            Range(pen, plan, point, inks[layer.Colour]);
        }
    }

    public static void Sign(Pen pen, double x, double y, Marker marker, string colour)
    {
        switch (marker)
        {
            case Marker.Ring:
                pen.Disc(x, y, Radius, "#FFFFFF", colour, 1.8);
                break;
            case Marker.Diamond:
                pen.Fill(Diamond(x, y, Radius * 1.35), colour, 1, "#FFFFFF");
                break;
            case Marker.OpenDiamond:
                pen.Fill(Diamond(x, y, Radius * 1.35), "#FFFFFF", 1);
                pen.Stroke(Diamond(x, y, Radius * 1.2), colour, 2);
                break;
            default:
                pen.Disc(x, y, Radius + 0.4, colour, "#FFFFFF", 1);
                break;
        }
    }

    /// <summary>Whether any part of a point is within the axes.</summary>
    public static bool Shown(PanelPlan plan, DataPoint point) => plan.X.Holds(point.X) && plan.Y.Holds(point.Centre);

    /// <summary>The straight strokes of a point: error bar or arrow, and period bar.</summary>
    public static IEnumerable<(double X0, double Y0, double X1, double Y1)> Strokes(PanelPlan plan, DataPoint point)
    {
        var (x, y) = (plan.X[point.X], plan.Y[point.Centre]);
        if (point.IsLowerBound || point.IsUpperBound)
        {
            yield return (x, y, x, Tip(plan, point));
        }
        else if (point.Low < point.High)
        {
            yield return (x, plan.Y[plan.Y.Clamp(point.Low)], x, plan.Y[plan.Y.Clamp(point.High)]);
        }
        else
        {
            // One end of the range with a value: the bar joins the two.
            var end = double.IsNaN(point.Low) ? point.High : point.Low;
            if (!double.IsNaN(end))
            {
                yield return (x, y, x, plan.Y[plan.Y.Clamp(end)]);
            }
        }

        if (point.From < point.To)
        {
            // A range without a value has its period at both ends, since a bar in the middle would look like a value.
            var (from, to) = (plan.X[plan.X.Clamp(point.From)], plan.X[plan.X.Clamp(point.To)]);
            var range = double.IsNaN(point.Y) && point.Low < point.High;
            foreach (var level in (range ? new[] { point.Low, point.High } : [point.Centre]).Where(plan.Y.Holds))
            {
                yield return (from, plan.Y[level], to, plan.Y[level]);
            }
        }
    }

    private static string Diamond(double x, double y, double r) =>
        $"M{N(x)} {N(y - r)}L{N(x + r)} {N(y)}L{N(x)} {N(y + r)}L{N(x - r)} {N(y)}Z";

    private static double Tip(PanelPlan plan, DataPoint point) =>
        plan.Y[point.Centre] + (point.IsLowerBound ? -Arrow : Arrow);

    private static void Range(Pen pen, PanelPlan plan, DataPoint point, string colour)
    {
        foreach (var (x0, y0, x1, y1) in Strokes(plan, point))
        {
            pen.Segment(x0, y0, x1, y1, colour, 1.5);
        }

        var x = plan.X[point.X];
        if (point.IsLowerBound || point.IsUpperBound)
        {
            var (tip, back) = (Tip(plan, point), point.IsLowerBound ? 5 : -5);
            pen.Stroke($"M{N(x - 4)} {N(tip + back)}L{N(x)} {N(tip)}L{N(x + 4)} {N(tip + back)}", colour, 1.5);
            pen.Segment(x - 5, plan.Y[point.Centre], x + 5, plan.Y[point.Centre], colour, 2);
            return;
        }

        foreach (var end in new[] { point.Low, point.High }.Where(plan.Y.Holds))
        {
            pen.Segment(x - 3, plan.Y[end], x + 3, plan.Y[end], colour, 1.5);
        }
    }

    private static string N(double value) => PathData.Number(value);
}
