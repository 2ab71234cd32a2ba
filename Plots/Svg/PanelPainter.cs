namespace Supply.Plots.Svg;

/// <summary>Draws one panel: grid, annotations, layers, then all words on top.</summary>
internal static class PanelPainter
{
    public static void Paint(SvgCanvas canvas, PanelPlan plan, FigureColours inks, string clip)
    {
        RowsPainter.Stripes(canvas, plan);
        foreach (var shade in plan.Panel.Annotations.OfType<Shade>().Where(s => s.From < plan.X.Max && s.To > plan.X.Min))
        {
            var (from, to) = (plan.X[plan.X.Clamp(shade.From)], plan.X[plan.X.Clamp(shade.To)]);
            canvas.Rectangle(plan.Plot with { Left = from, Right = to }, FigureStyle.ShadeFill);
        }

        Grid(canvas, plan);
        canvas.Raw($"<clipPath id=\"{clip}\"><rect x=\"{SvgCanvas.Number(plan.Plot.Left)}\" y=\"{SvgCanvas.Number(plan.Plot.Top - 2)}\" "
            + $"width=\"{SvgCanvas.Number(plan.Plot.Width + 2)}\" height=\"{SvgCanvas.Number(plan.Plot.Height + 4)}\"/></clipPath>");
        canvas.Raw($"<g clip-path=\"url(#{clip})\">");
        foreach (var layer in plan.Panel.Layers)
        {
            AreaPainter.Paint(canvas, plan, layer, inks);
        }

        canvas.Raw("</g>");
        Marks(canvas, plan);
        Axes(canvas, plan);
        PointPainter.Paint(canvas, plan, inks);
        RowsPainter.Paint(canvas, plan, inks);
        Titles(canvas, plan);
        StackNames(canvas, plan, inks);
        Ends(canvas, plan);
    }

    private static void Grid(SvgCanvas canvas, PanelPlan plan)
    {
        foreach (var y in plan.Up.Major)
        {
            canvas.Segment(plan.Plot.Left, plan.Y[y], plan.Plot.Right, plan.Y[y], FigureStyle.Grid);
        }

        foreach (var x in plan.Across.Major)
        {
            canvas.Segment(plan.X[x], plan.Plot.Top, plan.X[x], plan.Plot.Bottom, FigureStyle.Grid);
        }
    }

    private static void Axes(SvgCanvas canvas, PanelPlan plan)
    {
        var plot = plan.Plot;
        canvas.Segment(plot.Left, plot.Bottom, plot.Right, plot.Bottom, FigureStyle.AxisLine);
        if (plan.Y is { Min: < 0, Max: > 0 })
        {
            canvas.Segment(plot.Left, plan.Y[0], plot.Right, plan.Y[0], FigureStyle.AxisLine);
        }

        foreach (var x in plan.Across.Major)
        {
            canvas.Segment(plan.X[x], plot.Bottom, plan.X[x], plot.Bottom + 6, FigureStyle.AxisLine);
        }

        foreach (var x in plan.Across.Minor)
        {
            canvas.Segment(plan.X[x], plot.Bottom, plan.X[x], plot.Bottom + 3, FigureStyle.AxisLine);
        }

        var look = new TextLook(FigureStyle.TickSize, FigureStyle.SoftInk);
        foreach (var label in plan.Up.Labels)
        {
            canvas.Text(label.Text, plot.Left - 8, plan.Y[label.At] + (0.34 * FigureStyle.TickSize), Anchor.End, look);
        }

        var row = plot.Bottom + 6;
        foreach (var label in plan.Across.Labels)
        {
            canvas.Text(label.Text, plan.X[label.At], row + 12 + (label.Row * PanelPlan.TickRow), Anchor.Middle, look);
        }

        if (plan.TicksAbove > 0)
        {
            RowsPainter.Ticks(canvas, plan, look with { Halo = true });
        }

        row += (plan.Across.Rows * PanelPlan.TickRow) + 4;
        foreach (var (i, line) in plan.AcrossLabel.Index())
        {
            var baseline = row + 11 + (i * PanelPlan.LabelStep);
            canvas.Text(line, (plot.Left + plot.Right) / 2, baseline, Anchor.Middle, new(FigureStyle.LabelSize, FigureStyle.SoftInk));
        }
    }

    private static void Titles(SvgCanvas canvas, PanelPlan plan)
    {
        var top = plan.Outer.Top;
        foreach (var line in plan.TitleLines)
        {
            canvas.Text(line, plan.Outer.Left, top + (0.85 * FigureStyle.PanelTitleSize), Anchor.Start,
                new(FigureStyle.PanelTitleSize, FigureStyle.Ink, Bold: true));
            top += PanelPlan.TitleStep;
        }

        foreach (var (i, line) in plan.AcrossLabel.Index().Where(_ => plan.TicksAbove > 0))
        {
            var baseline = top + (0.85 * FigureStyle.LabelSize) + (i * PanelPlan.LabelStep);
            canvas.Text(line, (plan.Plot.Left + plan.Plot.Right) / 2, baseline, Anchor.Middle,
                new(FigureStyle.LabelSize, FigureStyle.SoftInk));
        }

        // The unit is above the axis, where it can be read without turning the head.
        foreach (var line in plan.UpLabel)
        {
            canvas.Text(line, plan.Outer.Left, top + (0.85 * FigureStyle.LabelSize), Anchor.Start,
                new(FigureStyle.LabelSize, FigureStyle.SoftInk));
            top += PanelPlan.LabelStep;
        }
    }

    private static void Marks(SvgCanvas canvas, PanelPlan plan)
    {
        foreach (var mark in plan.Panel.Annotations.OfType<HorizontalMark>().Where(m => plan.Y.Holds(m.Y)))
        {
            canvas.Segment(plan.Plot.Left, plan.Y[mark.Y], plan.Plot.Right, plan.Y[mark.Y], FigureStyle.Mark, 1.3,
                FigureStyle.Dashes(LineStyle.Dotted));
        }

        var foot = plan.Plot.Top - plan.TicksAbove;
        var styles = plan.Panel.Annotations.OfType<VerticalMark>().Where(m => plan.X.Holds(m.X)).OrderByDescending(m => m.X)
            .Select(m => m.Style);
        foreach (var (name, style) in plan.Strip.Where(n => n.HasLine).Zip(styles))
        {
            canvas.Segment(name.X, foot + name.LineTop, name.X, plan.Plot.Bottom, FigureStyle.Mark, 1.1, style == LineStyle.Solid
                ? null : "4 3");
        }

        foreach (var name in plan.Strip)
        {
            foreach (var (i, line) in name.Lines.Index())
            {
                var baseline = foot + name.Box.Top + 12 + (i * MarkStrip.LineStep);
                canvas.Text(line, name.AnchorX, baseline, name.Anchor,
                    new(FigureStyle.TickSize, FigureStyle.SoftInk, Italic: !name.HasLine));
            }
        }
    }

    private static void StackNames(SvgCanvas canvas, PanelPlan plan, FigureColours inks)
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
                canvas.Text(area.Name, (room.Left + room.Right) / 2, baseline, Anchor.Middle,
                    new(FigureStyle.LabelSize, inks.Over(area.Colour), Bold: true));
            }
        }
    }

    private static void Ends(SvgCanvas canvas, PanelPlan plan)
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
                canvas.Stroke($"M{SvgCanvas.Number(x + 2)} {SvgCanvas.Number(wishes[i])}L{SvgCanvas.Number(right + 11)} "
                    + $"{SvgCanvas.Number(centres[i])}", end.Colour, 0.9);
            }

            var baseline = centres[i] - (end.Lines.Count * EndName.LineStep / 2) + 12;
            foreach (var line in end.Lines)
            {
                canvas.Text(line, right + 14, baseline, Anchor.Start, new(FigureStyle.LabelSize, end.TextColour));
                baseline += EndName.LineStep;
            }
        }
    }
}
