using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws rows of intervals: names, bars, published figures, notes.</summary>
internal static class RowsPainter
{
    private const string StripeFill = "#F6F6F6";
    private const double Arrow = 20;
    private const double TicksApart = 300;

    /// <summary>Every other row lightly shaded from its name to its note, behind everything, to lead the eye across.</summary>
    public static void Stripes(Pen pen, PanelPlan plan)
    {
        foreach (var row in (plan.Rows?.Rows ?? []).Where(r => r.Striped))
        {
            pen.Rectangle(new(plan.Outer.Left - 4, plan.Y[row.Top], plan.Outer.Right + 4, plan.Y[row.Top + row.Height]), StripeFill);
        }
    }

    /// <summary>The names and notes of the rows, and the words of the axis above rows that reach far down.</summary>
    public static void Words(Pen pen, PanelPlan plan)
    {
        foreach (var row in plan.Rows?.Rows ?? [])
        {
            RowWords(pen, plan, row);
        }

        if (plan.TicksAbove > 0)
        {
            Ticks(pen, plan, new(FigureStyle.TickSize, FigureStyle.SoftInk, Halo: true));
        }
    }

    /// <summary>The words of the axis again above the rows, and next to headings a screen's height apart.</summary>
    private static void Ticks(Pen pen, PanelPlan plan, TextLook look)
    {
        var last = plan.Plot.Top;
        List<double> baselines = [last - 6];
        foreach (var heading in (plan.Rows?.Rows ?? []).Where(r => r.Row is null))
        {
            var foot = plan.Y[heading.Top + heading.Height];
            if (foot - last >= TicksApart && plan.Plot.Bottom - foot >= TicksApart / 2)
            {
                baselines.Add(foot - 9);
                last = foot;
            }
        }

        foreach (var baseline in baselines)
        {
            foreach (var label in plan.Across.Labels)
            {
                pen.Text(label.Text, plan.X[label.At], baseline, Anchor.Middle, look);
            }
        }
    }

    public static void Paint(Pen pen, PanelPlan plan, FigureColours inks)
    {
        if (plan.Rows is not { } rows)
        {
            return;
        }

        var series = plan.Panel.Layers.OfType<Intervals>().First().Series;
        foreach (var planned in rows.Rows)
        {
            if (planned.Row is not { } row)
            {
                continue;
            }

            var lane = plan.Y[planned.Middle] - ((RowsPlan.Lanes(row) - 1) * RowsPlan.LaneStep / 2);
            if (row.Published is { } mark)
            {
                Published(pen, plan, mark, lane);
                lane += RowsPlan.LaneStep;
            }

            foreach (var interval in row.Intervals)
            {
                Interval(pen, plan, interval, lane, series.Index().First(s => s.Item == interval.Name).Index, inks[interval.Name]);
                lane += RowsPlan.LaneStep;
            }
        }
    }

    /// <summary>
    /// A thin bar, a thick bar and a tick at five places, without the tick where P50 is NaN. The forms differ without colour:
    /// tinted, hollow, full.
    /// </summary>
    public static void Bar(Pen pen, (double P05, double P25, double P50, double P75, double P95) x, double y, int form,
        string colour)
    {
        pen.Segment(x.P05, y, x.P95, y, colour, 1.6);
        if (x.P75 - x.P25 >= 1)
        {
            var box = new Box(x.P25, y - 3, x.P75, y + 3);
            pen.Rectangle(box, form == 2 ? colour : "#FFFFFF");
            pen.Rectangle(box, form == 0 ? colour : "none", 0.45);
            if (form == 1)
            {
                pen.Stroke($"M{N(box.Left)} {N(box.Top)}H{N(box.Right)}V{N(box.Bottom)}H{N(box.Left)}Z", colour, 1.2);
            }
        }

        if (double.IsNaN(x.P50))
        {
            return;
        }

        pen.Segment(x.P50, y - 4, x.P50, y + 4, colour, 2.4);
        if (form == 2)
        {
            pen.Segment(x.P50, y - 2, x.P50, y + 2, "#FFFFFF", 1.2);
        }
    }

    private static void Interval(Pen pen, PanelPlan plan, Interval interval, double y, int form, string colour)
    {
        double At(double value) => plan.X[plan.X.Clamp(value)];
        if (interval.P05 <= plan.X.Max && interval.P95 >= plan.X.Min)
        {
            // A tick at the edge would claim a median there.
            var median = plan.X.Holds(interval.P50) ? plan.X[interval.P50] : double.NaN;
            Bar(pen, (At(interval.P05), At(interval.P25), median, At(interval.P75), At(interval.P95)), y, form, colour);
        }

        Beyond(pen, plan, interval.P05, interval.P95, y, colour);
    }

    /// <summary>Small triangles at the edges of the plot where something continues outside the axis.</summary>
    private static void Beyond(Pen pen, PanelPlan plan, double low, double high, double y, string colour)
    {
        if (low < plan.X.Min)
        {
            pen.Fill($"M{N(plan.Plot.Left - 7)} {N(y)}l7 -4v8Z", colour, 1);
        }

        if (high > plan.X.Max)
        {
            pen.Fill($"M{N(plan.Plot.Right + 7)} {N(y)}l-7 -4v8Z", colour, 1);
        }
    }

    private static void Published(Pen pen, PanelPlan plan, PublishedMark mark, double y)
    {
        var colour = FigureStyle.ColourOf(mark.Disagrees);
        double[]? dashes = mark.Disagrees ? [3.5, 2.5] : null;
        double At(double value) => plan.X[plan.X.Clamp(value)];
        var (low, high) = (mark.Low ?? mark.Value ?? mark.High ?? 0, mark.High ?? mark.Value ?? mark.Low ?? 0);
        if (low < high)
        {
            pen.Segment(At(low), y, At(high), y, colour, 1.5, dashes);
        }
        else if (mark.Value is null && plan.X.Holds(low))
        {
            Bound(pen, plan, mark, y, colour, dashes);
        }

        Beyond(pen, plan, low, high, y, colour);
        var arm = Math.Min(3, (At(high) - At(low)) / 3);
        Bracket(pen, plan, mark.High is null && mark.Value is null ? null : mark.Low, y, arm, colour);
        Bracket(pen, plan, mark.Low is null && mark.Value is null ? null : mark.High, y, -arm, colour);
        if (mark.Value is { } value && plan.X.Holds(value))
        {
            PointPainter.Sign(pen, plan.X[value], y, FigureStyle.SignOf(mark.Disagrees), colour);
        }
    }

    private static void Bracket(Pen pen, PanelPlan plan, double? end, double y, double inwards, string colour)
    {
        if (end is { } value && plan.X.Holds(value))
        {
            pen.Stroke($"M{N(plan.X[value] + inwards)} {N(y - 4)}h{N(-inwards)}v8h{N(inwards)}", colour, 1.5);
        }
    }

    private static void Bound(Pen pen, PanelPlan plan, PublishedMark mark, double y, string colour, IReadOnlyList<double>? dashes)
    {
        var (x, way) = mark.Low is { } low ? (plan.X[low], 1) : (plan.X[mark.High ?? 0], -1);
        var tip = x + (way * Arrow);
        pen.Segment(x, y - 4, x, y + 4, colour, 2);
        pen.Segment(x, y, tip - (way * 5), y, colour, 1.5, dashes);
        var head = $"M{N(tip)} {N(y)}l{N(-6 * way)} -3.5v7Z";
        pen.Fill(head, mark.Disagrees ? "#FFFFFF" : colour, 1);
        pen.Stroke(head, colour, 1.2);
    }

    private static void RowWords(Pen pen, PanelPlan plan, PlannedRow row)
    {
        var left = plan.Outer.Left;
        if (row.Row is null)
        {
            var foot = plan.Y[row.Top + row.Height] - 2;
            pen.Segment(left, foot, plan.Outer.Right, foot, FigureStyle.AxisLine, 0.6);
            Block(pen, row.Label, left, plan.Y[row.Middle] + 2, new(FigureStyle.LabelSize, FigureStyle.Ink, Bold: true));
            return;
        }

        var (first, second) = (new TextLook(FigureStyle.TickSize, FigureStyle.Ink, Bold: RowsPlan.IsBold(row.Row)),
            new TextLook(RowsPlan.SecondSize, FigureStyle.SoftInk));
        var middle = plan.Y[row.Middle];
        if (plan.Rows is { SecondLeft: > 0 } rows)
        {
            Block(pen, row.Label, left, middle, first);
            Block(pen, row.Second, left + rows.SecondLeft, middle, second);
        }
        else
        {
            Block(pen, row.Label, left, middle - (row.Second.Count * RowsPlan.LineStep / 2), first);
            Block(pen, row.Second, left, middle + (row.Label.Count * RowsPlan.LineStep / 2), second);
        }

        Block(pen, row.Note, plan.Plot.Right + RowsPlan.NoteGap, middle, second);
    }

    /// <summary>Lines of text around a height.</summary>
    private static void Block(Pen pen, IReadOnlyList<string> lines, double x, double middle, TextLook look)
    {
        foreach (var (i, line) in lines.Index())
        {
            var baseline = middle + ((i - ((lines.Count - 1) / 2.0)) * RowsPlan.LineStep) + (0.34 * look.Size);
            pen.Text(line, x, baseline, Anchor.Start, look);
        }
    }

    private static string N(double value) => PathData.Number(value);
}
