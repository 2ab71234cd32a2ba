using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>
/// Writes the names of points next to them. A name keeps clear of other words, signs and bars, and of lines where it can; a name without
/// a free place is left out, because a wrong neighbour misleads more than a missing name.
/// </summary>
internal static class PointNames
{
    private const double Size = 11.5;
    private const double Sign = 6;

    public static void Paint(Pen pen, PanelPlan plan, FigureColours inks)
    {
        var all = plan.Panel.Layers.OfType<Points>()
            .SelectMany(layer => layer.Items.Select(item => (Point: item, layer.Colour)))
            .Where(p => PointPainter.Shown(plan, p.Point))
            .ToArray();
        Box[] signs = [.. all.Select(p => new Box(plan.X[p.Point.X], plan.Y[p.Point.Centre], plan.X[p.Point.X], plan.Y[p.Point.Centre])
            .Grow(Sign))];
        (double X0, double Y0, double X1, double Y1)[] strokes = [.. all.SelectMany(p => PointPainter.Strokes(plan, p.Point))];
        (double X0, double Y0, double X1, double Y1)[] lines = [.. Lines(plan)];
        foreach (var (point, colour) in all.Where(p => p.Point.Label.Length > 0))
        {
            var (x, y) = (plan.X[point.X], plan.Y[point.Centre]);
            var best = Places(x, y)
                .Select(p => (p.X, p.Y, p.Anchor, Box: TextSize.Room(point.Label, p.X, p.Y, p.Anchor, Size)))
                .Where(p => plan.Plot.Contains(p.Box) && !pen.Labels.Any(l => l.Box.Intersects(p.Box.Grow(1)))
                    && !signs.Any(s => s.Intersects(p.Box)) && !strokes.Any(s => p.Box.Grow(1).Crosses(s.X0, s.Y0, s.X1, s.Y1)))
                .OrderBy(p => lines.Count(s => p.Box.Crosses(s.X0, s.Y0, s.X1, s.Y1)))
                .FirstOrDefault();
            if (best.Box.Width > 0)
            {
                pen.Text(point.Label, best.X, best.Y, best.Anchor, new(Size, inks.ForText(colour), Halo: true));
            }
        }
    }

    private static IEnumerable<(double X, double Y, Anchor Anchor)> Places(double x, double y)
    {
        foreach (var far in new[] { 0.0, 9, 18 })
        {
            yield return (x + 6, y - 5 - far, Anchor.Start);
            yield return (x - 6, y - 5 - far, Anchor.End);
            yield return (x + 6, y + 13 + far, Anchor.Start);
            yield return (x - 6, y + 13 + far, Anchor.End);
            yield return (x, y - 9 - far, Anchor.Middle);
            yield return (x, y + 17 + far, Anchor.Middle);
            yield return (x + 9 + far, y + 4, Anchor.Start);
            yield return (x - 9 - far, y + 4, Anchor.End);
        }
    }

    private static IEnumerable<(double X0, double Y0, double X1, double Y1)> Lines(PanelPlan plan)
    {
        foreach (var name in plan.Strip.Where(n => n.HasLine))
        {
            yield return (name.X, plan.Plot.Top, name.X, plan.Plot.Bottom);
        }

        foreach (var line in plan.Panel.Layers.OfType<Line>())
        {
            for (var i = 0; i + 1 < line.X.Count; i++)
            {
                if (!double.IsNaN(line.Y[i] + line.Y[i + 1]))
                {
                    yield return (plan.X[line.X[i]], plan.Y[line.Y[i]], plan.X[line.X[i + 1]], plan.Y[line.Y[i + 1]]);
                }
            }
        }
    }
}
