using ScottPlot;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Plots.Scott;

/// <summary>A panel as a plot of ScottPlot that lays itself out: with a title, labels and a legend of its own.</summary>
internal static class PlainPlot
{
    private const float RoomForWord = 24;

    public static Plot Of(Panel panel)
    {
        var figure = FigurePlan.Of(new("Panel", [panel]));
        var plan = figure.Panels[0];
        var plot = PanelPlot.Of(plan, figure.Inks);
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.White;
        plot.Title(panel.Title);
        plot.YLabel(panel.Y.Label);
        var words = PanelAxes.Words(plot);
        words.LabelText = panel.X.Label;
        foreach (var label in new[] { plot.Axes.Title.Label, words.LabelStyle, plot.Axes.Left.Label })
        {
            (label.FontName, label.FontSize, label.Bold) = (Faces.Name, (float)FigureStyle.LabelSize, label == plot.Axes.Title.Label);
        }

        // Half of the last word of the horizontal axis is right of the data.
        var right = plot.Axes.Right;
        (right.IsVisible, right.MinimumSize, right.FrameLineStyle.Width) = (true, RoomForWord, 0);
        right.RemoveTickGenerator();

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
