namespace Supply.Plots.Layout;

/// <summary>Finds the range of a panel's data.</summary>
internal static class DataRange
{
    // The share of the width left free at either end of rows, for signs and arrows.
    private const double Air = 0.05;

    public static bool HasFinite(Panel panel) => Ys(panel).Any(double.IsFinite);

    public static (double Min, double Max) X(Panel panel)
    {
        if (panel.X.Kind == AxisKind.Category)
        {
            return (-0.5, panel.X.Categories.Count - 0.5);
        }

        if (panel.Y.Kind == AxisKind.Rows)
        {
            return Padded(panel);
        }

        var (min, max) = Range(Xs(panel));
        (min, max) = Limits(panel.X, min, max);
        return min < max ? (min, max) : (min - 0.5, min + 0.5);
    }

    /// <summary>The vertical range and its step; open ends move outwards to a round number.</summary>
    public static (double Min, double Max, double Step) Y(Panel panel, int most)
    {
        var (low, high) = Range(Ys(panel).Concat(panel.Annotations.OfType<HorizontalMark>().Select(m => m.Y)));
        var (min, max) = Limits(panel.Y, Math.Min(low, 0), Math.Max(high, 0));
        if (!(min < max))
        {
            (min, max) = panel.Y.Min is not null ? (min, min + 1) : panel.Y.Max is not null ? (max - 1, max) : (min, min + 1);
        }

        var step = NumberTicks.Step(max - min, most);
        return (
            panel.Y.Min ?? Math.Floor((min / step) + 1e-9) * step,
            panel.Y.Max ?? Math.Ceiling((max / step) - 1e-9) * step,
            step);
    }

    /// <summary>The range of rows with the marks they are compared with, and a small margin at open ends.</summary>
    private static (double Min, double Max) Padded(Panel panel)
    {
        var (min, max) = Range(Xs(panel).Concat(panel.Annotations.OfType<VerticalMark>().Select(m => m.X)));
        (min, max) = Limits(panel.X, min, max);
        if (panel.X.Scale == AxisScale.Logarithmic)
        {
            var by = min < max ? Math.Pow(max / min, Air) : 1.5;
            return (panel.X.Min ?? (min / by), panel.X.Max ?? (max * by));
        }

        var air = min < max ? Air * (max - min) : 0.5;
        var low = min >= 0 ? Math.Max(0, min - air) : min - air;
        return (panel.X.Min ?? low, panel.X.Max ?? (max + air));
    }

    private static (double Min, double Max) Limits(Axis axis, double min, double max) => (axis.Min ?? min, axis.Max ?? max);

    private static (double Min, double Max) Range(IEnumerable<double> values)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (min, max) = (Math.Min(min, value), Math.Max(max, value));
        }

        return min <= max ? (min, max) : (0, 1);
    }

    private static IEnumerable<double> Xs(Panel panel) => panel.Layers.SelectMany(layer => layer switch
    {
        Line line => line.X,
        Band band => band.X,
        StackedAreas stack => stack.X,
        Points points => points.Items.SelectMany(p => new[] { p.X, p.From, p.To }),
        Intervals intervals => intervals.Values,
        _ => throw layer.Unknown("the range of an axis"),
    });

    private static IEnumerable<double> Ys(Panel panel) => panel.Layers.SelectMany(layer => layer switch
    {
        Line line => line.Y,
        Band band => band.Low.Concat(band.High),
        StackedAreas stack => StackTops(stack),
        Points points => points.Items.SelectMany(p => new[] { p.Y, p.Low, p.High }),
        Intervals intervals => intervals.Rows.Select((_, i) => (double)i).DefaultIfEmpty(),
        _ => throw layer.Unknown("the range of an axis"),
    });

    private static IEnumerable<double> StackTops(StackedAreas stack) =>
        Enumerable.Range(0, stack.X.Count).Select(i => stack.Areas.Sum(a => i < a.Values.Count ? a.Values[i] : double.NaN));
}
