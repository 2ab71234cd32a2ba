using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws one panel: grid, annotations, layers, then all words on top.</summary>
internal static class PanelPainter
{
    public static void Paint(Pen pen, PanelPlan plan, FigureColours inks)
    {
        RowsPainter.Stripes(pen, plan);
        foreach (var shade in plan.Panel.Annotations.OfType<Shade>().Where(s => s.From < plan.X.Max && s.To > plan.X.Min))
        {
            var (from, to) = (plan.X[plan.X.Clamp(shade.From)], plan.X[plan.X.Clamp(shade.To)]);
            pen.Rectangle(plan.Plot with { Left = from, Right = to }, FigureStyle.ShadeFill);
        }

        Grid(pen, plan);
        pen.Clipped(new(plan.Plot.Left, plan.Plot.Top - 2, plan.Plot.Right + 2, plan.Plot.Bottom + 2), () =>
        {
            foreach (var layer in plan.Panel.Layers)
            {
                AreaPainter.Paint(pen, plan, layer, inks);
            }
        });
        HorizontalMarks(pen, plan);
        VerticalMarks(pen, plan, plan.Plot.Bottom);
        Axes(pen, plan);
        PointPainter.Paint(pen, plan, inks);
        RowsPainter.Paint(pen, plan, inks);
        Words(pen, plan, inks);
    }

    /// <summary>The lines that join the names of marks to the plot; the marks themselves are drawn elsewhere.</summary>
    public static void MarkStems(Pen pen, PanelPlan plan) => VerticalMarks(pen, plan, plan.Plot.Top);

    /// <summary>The words of a panel except those at its ticks.</summary>
    public static void Words(Pen pen, PanelPlan plan, FigureColours inks)
    {
        MarkNames(pen, plan);
        AcrossLabel(pen, plan);
        PointNames.Paint(pen, plan, inks);
        RowsPainter.Words(pen, plan);
        Titles(pen, plan);
        StackNames(pen, plan, inks);
        Ends(pen, plan);
    }

    private static void Grid(Pen pen, PanelPlan plan)
    {
        foreach (var y in plan.Up.Major)
        {
            pen.Segment(plan.Plot.Left, plan.Y[y], plan.Plot.Right, plan.Y[y], FigureStyle.Grid);
        }

        foreach (var x in plan.Across.Major)
        {
            pen.Segment(plan.X[x], plan.Plot.Top, plan.X[x], plan.Plot.Bottom, FigureStyle.Grid);
        }
    }

    private static void Axes(Pen pen, PanelPlan plan)
    {
        var plot = plan.Plot;
        pen.Segment(plot.Left, plot.Bottom, plot.Right, plot.Bottom, FigureStyle.AxisLine);
        if (plan.Y is { Min: < 0, Max: > 0 })
        {
            pen.Segment(plot.Left, plan.Y[0], plot.Right, plan.Y[0], FigureStyle.AxisLine);
        }

        foreach (var x in plan.Across.Major)
        {
            pen.Segment(plan.X[x], plot.Bottom, plan.X[x], plot.Bottom + 6, FigureStyle.AxisLine);
        }

        foreach (var x in plan.Across.Minor)
        {
            pen.Segment(plan.X[x], plot.Bottom, plan.X[x], plot.Bottom + 3, FigureStyle.AxisLine);
        }

        var look = new TextLook(FigureStyle.TickSize, FigureStyle.SoftInk);
        foreach (var label in plan.Up.Labels)
        {
            pen.Text(label.Text, plot.Left - 8, plan.Y[label.At] + (0.34 * FigureStyle.TickSize), Anchor.End, look);
        }

        var row = plot.Bottom + 6;
        foreach (var label in plan.Across.Labels)
        {
            pen.Text(label.Text, plan.X[label.At], row + 12 + (label.Row * PanelPlan.TickRow), Anchor.Middle, look);
        }
    }

    private static void AcrossLabel(Pen pen, PanelPlan plan)
    {
        var plot = plan.Plot;
        var row = plot.Bottom + 6 + (plan.Across.Rows * PanelPlan.TickRow) + 4;
        foreach (var (i, line) in plan.AcrossLabel.Index())
        {
            var baseline = row + 11 + (i * PanelPlan.LabelStep);
            pen.Text(line, (plot.Left + plot.Right) / 2, baseline, Anchor.Middle, new(FigureStyle.LabelSize, FigureStyle.SoftInk));
        }
    }

    private static void Titles(Pen pen, PanelPlan plan)
    {
        var top = plan.Outer.Top;
        foreach (var line in plan.TitleLines)
        {
            pen.Text(line, plan.Outer.Left, top + (0.85 * FigureStyle.PanelTitleSize), Anchor.Start,
                new(FigureStyle.PanelTitleSize, FigureStyle.Ink, Bold: true));
            top += PanelPlan.TitleStep;
        }

        foreach (var (i, line) in plan.AcrossLabel.Index().Where(_ => plan.TicksAbove > 0))
        {
            var baseline = top + (0.85 * FigureStyle.LabelSize) + (i * PanelPlan.LabelStep);
            pen.Text(line, (plan.Plot.Left + plan.Plot.Right) / 2, baseline, Anchor.Middle,
                new(FigureStyle.LabelSize, FigureStyle.SoftInk));
        }

        // The unit is above the axis, where it can be read without turning the head.
        foreach (var line in plan.UpLabel)
        {
            pen.Text(line, plan.Outer.Left, top + (0.85 * FigureStyle.LabelSize), Anchor.Start,
                new(FigureStyle.LabelSize, FigureStyle.SoftInk));
            top += PanelPlan.LabelStep;
        }
    }

    private static void HorizontalMarks(Pen pen, PanelPlan plan)
    {
        foreach (var mark in plan.Panel.Annotations.OfType<HorizontalMark>().Where(m => plan.Y.Holds(m.Y)))
        {
            pen.Segment(plan.Plot.Left, plan.Y[mark.Y], plan.Plot.Right, plan.Y[mark.Y], FigureStyle.Mark, 1.3,
                FigureStyle.Dashes(LineStyle.Dotted));
        }

    }

    private static void VerticalMarks(Pen pen, PanelPlan plan, double bottom)
    {
        var foot = plan.Plot.Top - plan.TicksAbove;
        var styles = plan.Panel.Annotations.OfType<VerticalMark>().Where(m => plan.X.Holds(m.X)).OrderByDescending(m => m.X)
            .Select(m => m.Style);
        foreach (var (name, style) in plan.Strip.Where(n => n.HasLine).Zip(styles))
        {
            pen.Segment(name.X, foot + name.LineTop, name.X, bottom, FigureStyle.Mark, 1.1,
                style == LineStyle.Solid ? null : FigureStyle.MarkDashes);
        }
    }

    private static void MarkNames(Pen pen, PanelPlan plan)
    {
        var foot = plan.Plot.Top - plan.TicksAbove;
        foreach (var name in plan.Strip)
        {
            foreach (var (i, line) in name.Lines.Index())
            {
                var baseline = foot + name.Box.Top + 12 + (i * MarkStrip.LineStep);
                pen.Text(line, name.AnchorX, baseline, name.Anchor,
                    new(FigureStyle.TickSize, FigureStyle.SoftInk, Italic: !name.HasLine));
            }
        }
    }

    private static void StackNames(Pen pen, PanelPlan plan, FigureColours inks)
    {
        double[] lines = [.. plan.Strip.Where(n => n.HasLine).Select(n => n.X)];
        foreach (var stack in plan.Panel.Layers.OfType<StackedAreas>())
        {
            var edges = new StackEdges(stack);
            foreach (var (a, area) in stack.Areas.Index().Where(p => plan.PlaceOf(stack, p.Index) == StackPlace.Inside))
            {
                var room = edges.Room(a, plan.X, plan.Y, lines);
                room = room.Height >= FigureStyle.LabelSize * FigureStyle.LineHeight ? room : edges.Room(a, plan.X, plan.Y, []);
                var baseline = ((room.Top + room.Bottom) / 2) + (0.34 * FigureStyle.LabelSize);
                pen.Text(area.Name, (room.Left + room.Right) / 2, baseline, Anchor.Middle,
                    new(FigureStyle.LabelSize, inks.Over(area.Colour), Bold: true));
            }
        }
    }

    private static void Ends(Pen pen, PanelPlan plan)
    {
        var (right, top, bottom) = (plan.Plot.Right, plan.Plot.Top - 4, plan.Plot.Bottom + 4);
        double[] wishes = [.. plan.Ends.Select(e => plan.Y[plan.Y.Clamp(e.Y)])];
        var centres = LabelSpacing.Centres(wishes, [.. plan.Ends.Select(e => e.Height)], top, bottom);
        foreach (var (i, end) in plan.Ends.Index())
        {
            // A thin leader joins a name to a line that ends earlier or whose name had to make room for others.
            var x = Math.Min(right, plan.X[Math.Min(end.X, plan.X.Max)]);
            if (Math.Abs(centres[i] - wishes[i]) > 3 || x < right - 4)
            {
                pen.Segment(x + 2, wishes[i], right + 11, centres[i], end.Colour, 0.9);
            }

            var baseline = centres[i] - (end.Lines.Count * EndName.LineStep / 2) + 12;
            foreach (var line in end.Lines)
            {
                pen.Text(line, right + 14, baseline, Anchor.Start, new(FigureStyle.LabelSize, end.TextColour));
                baseline += EndName.LineStep;
            }
        }
    }
}
