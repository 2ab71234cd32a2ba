using ScottPlot;
using ScottPlot.AxisPanels;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Plots.Scott;

/// <summary>Sets limits, lines and ticks of a plot of ScottPlot to those of a planned panel.</summary>
internal static class PanelAxes
{
    public static void Set(Plot plot, PanelPlan plan)
    {
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Top.IsVisible = plot.Axes.Right.IsVisible = false;
        plot.Grid.MajorLineColor = Color.FromHex(FigureStyle.Grid);
        plot.Grid.MinorLineColor = Colors.Transparent;
        plot.Legend.FontName = Faces.Name;
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.Label.FontName = Faces.Name;
            Look(axis.TickLabelStyle);
        }

        Across(plot, plan);
        Up(plot, plan);
    }

    /// <summary>The axis below the tick lines that holds their words.</summary>
    public static AxisBase Words(Plot plot) => plot.Axes.GetAxes(Edge.Bottom).OfType<AxisBase>().Last();

    private static void Across(Plot plot, PanelPlan plan)
    {
        double At(double x) => plan.X.Logarithmic ? Math.Log10(x) : x;
        CoordinateRange range = new(At(plan.X.Min), At(plan.X.Max));
        Tick[] Lines(Ticks ticks) => [.. ticks.Major.Select(x => Tick.Major(At(x), "")), .. ticks.Minor.Select(x => Tick.Minor(At(x)))];
        Tick[] Words(Ticks ticks) => [.. ticks.Labels.Select(word => Tick.Major(At(word.At), new string('\n', word.Row) + word.Text))];
        Ticks Again(CoordinateRange seen, double pixels)
        {
            double Value(double x) => plan.X.Logarithmic ? Math.Pow(10, x) : x;
            return plan.TicksAcross(plan.X with { Min = Value(seen.Min), Max = Value(seen.Max), From = 0, To = pixels });
        }

        var bottom = plot.Axes.Bottom;
        plot.Axes.SetLimitsX(range.Min, range.Max);
        bottom.TickGenerator = new PlannedTicks(range, Lines(plan.Across), (seen, pixels) => Lines(Again(seen, pixels)));
        bottom.FrameLineStyle.Color = bottom.MajorTickStyle.Color = bottom.MinorTickStyle.Color = Color.FromHex(FigureStyle.AxisLine);
        (bottom.MajorTickStyle.Length, bottom.MinorTickStyle.Length) = (6, 3);
        bottom.LockSize(WordsBelow);

        // A word names an interval and is in its middle, and a tick line is where one begins: two axes below each other.
        var words = plot.Axes.AddBottomAxis();
        words.Range.Set(range.Min, range.Max);
        words.TickGenerator = new PlannedTicks(range, Words(plan.Across), (seen, pixels) => Words(Again(seen, pixels)));
        (words.FrameLineStyle.Width, words.MajorTickStyle.Length) = (0, 0);
        words.LabelFontName = Faces.Name;
        Look(words.TickLabelStyle);

        // ScottPlot makes the ticks of an axis only if something is drawn on it, and both axes are to move together.
        plot.Add.Plottable(new PenPlottable((_, _) => { }, AxisLimits.NoLimits)
        {
            Axes = new ScottPlot.Axes { XAxis = words, YAxis = plot.Axes.Left },
        });
        plot.Axes.Link(bottom, words, plot);
        plot.Axes.Link(words, bottom, plot);
    }

    private static void Up(Plot plot, PanelPlan plan)
    {
        var left = plot.Axes.Left;
        (left.FrameLineStyle.Width, left.MajorTickStyle.Length, left.MinorTickStyle.Length) = (0, 0, 0);
        if (plan.Rows is { } rows)
        {
            plot.Axes.SetLimitsY(rows.Height, 0);
            left.TickGenerator = new PlannedTicks(new(rows.Height, 0), [], (_, _) => []);
            return;
        }

        CoordinateRange range = new(plan.Y.Min, plan.Y.Max);
        Tick[] Of(Ticks ticks) => [.. ticks.Labels.Select(word => Tick.Major(word.At, word.Text))];
        plot.Axes.SetLimitsY(range.Min, range.Max);
        left.TickGenerator = new PlannedTicks(range, Of(plan.Up), (seen, pixels) => Of(plan.TicksUp(seen.Min, seen.Max, pixels)));
    }

    private static void Look(LabelStyle style)
    {
        (style.FontName, style.FontSize, style.ForeColor) = (Faces.Name, (float)FigureStyle.TickSize, Color.FromHex(FigureStyle.SoftInk));
    }

    private const float WordsBelow = 4;
}
