using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws a planned figure: title, subtitle, legend, panels, source.</summary>
internal static class FigurePainter
{
    public static void Paint(Pen pen, FigurePlan plan)
    {
        Page(pen, plan);
        foreach (var panel in plan.Panels)
        {
            PanelPainter.Paint(pen, panel, plan.Inks);
        }

        Source(pen, plan);
    }

    /// <summary>Title, subtitle and legend, above the panels.</summary>
    public static void Page(Pen pen, FigurePlan plan)
    {
        var y = Lines(pen, plan.Title, FigureStyle.Margin, new(FigureStyle.TitleSize, FigureStyle.Ink, Bold: true)) + 2;
        Lines(pen, plan.Subtitle, y, new(FigureStyle.SubtitleSize, FigureStyle.SoftInk));
        LegendPainter.Paint(pen, plan.Legend, FigureStyle.Margin, plan.LegendTop, plan.Width);
    }

    /// <summary>The source line, below the panels.</summary>
    public static void Source(Pen pen, FigurePlan plan)
    {
        var foot = plan.Height - (FigureStyle.Margin * 0.75) - (plan.Source.Count * FigureStyle.SourceSize * FigureStyle.LineHeight);
        Lines(pen, plan.Source, foot, new(FigureStyle.SourceSize, FigureStyle.SoftInk));
    }

    private static double Lines(Pen pen, IReadOnlyList<string> lines, double top, TextLook look)
    {
        foreach (var line in lines)
        {
            pen.Text(line, FigureStyle.Margin, top + (0.85 * look.Size), Anchor.Start, look);
            top += look.Size * FigureStyle.LineHeight;
        }

        return top;
    }
}
