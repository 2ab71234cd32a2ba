using ScottPlot;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Plots.Scott;

/// <summary>A panel as a plot of ScottPlot that lays itself out: its own title, labels and legend instead of the places of a page.</summary>
internal static class PlainPlot
{
    public static Plot Of(Panel panel)
    {
        var figure = FigurePlan.Of(new("Panel", [panel]));
        var plan = figure.Panels[0];
        var plot = PanelPlot.Of(plan, figure.Inks);
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.White;
        plot.Title(panel.Title);
        plot.XLabel(panel.X.Label);
        plot.YLabel(panel.Y.Label);
        foreach (var label in new[] { plot.Axes.Title.Label, plot.Axes.Bottom.Label, plot.Axes.Left.Label })
        {
            (label.FontName, label.FontSize) = (Faces.Name, (float)FigureStyle.LabelSize);
        }

        if (plan.Rows is { } rows)
        {
            Tick[] names = [.. rows.Rows.Select(row => Tick.Major(row.Middle, string.Join(' ', row.Label)))];
            plot.Axes.Left.TickGenerator = new PlannedTicks(new(rows.Height, 0), names, (_, _) => names);
        }

        if (plot.GetPlottables().Any(one => one.LegendItems.Any()))
        {
            plot.ShowLegend();
        }

        return plot;
    }
}
