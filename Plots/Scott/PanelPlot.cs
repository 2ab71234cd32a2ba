using ScottPlot;
using Supply.Plots.Layout;
using Supply.Plots.Pens;
using Box = Supply.Plots.Layout.Box;

namespace Supply.Plots.Scott;

/// <summary>
/// A panel as a plot of ScottPlot: a plottable for each layer, in data units (powers of ten on a logarithmic axis, since ScottPlot has
/// none), and axes with our ticks.
/// </summary>
internal sealed class PanelPlot
{
    private readonly PanelPlan plan;
    private readonly FigureColours inks;

    private PanelPlot(PanelPlan plan, FigureColours inks)
    {
        this.plan = plan;
        this.inks = inks;
        Faces.MakeKnown();
        PanelAxes.Set(Plot, plan);
        Annotations<Shade>(Shade);
        foreach (var layer in plan.Panel.Layers)
        {
            Add(layer);
        }

        Annotations<HorizontalMark>(mark => Plot.Add.HorizontalLine(mark.Y, 1.3f, Ink(FigureStyle.Mark), Pattern(LineStyle.Dotted)));
        Annotations<VerticalMark>(mark => Plot.Add.VerticalLine(Across(mark.X), 1.1f, Ink(FigureStyle.Mark),
            mark.Style == LineStyle.Solid ? LinePattern.Solid : Pattern(FigureStyle.MarkDashes)));
        if (plan.Rows is null && plan.Y is { Min: < 0, Max: > 0 })
        {
            Plot.Add.HorizontalLine(0, 1, Ink(FigureStyle.AxisLine), LinePattern.Solid);
        }
    }

    private Plot Plot { get; } = new();

    public static Plot Of(PanelPlan plan, FigureColours inks) => new PanelPlot(plan, inks).Plot;

    private static Color Ink(string hex, double opacity = 1) => Color.FromHex(hex).WithAlpha(opacity);

    private static LinePattern Pattern(LineStyle style) =>
        FigureStyle.Dashes(style) is { } dashes ? Pattern(dashes) : LinePattern.Solid;

    private static LinePattern Pattern(IReadOnlyList<double> dashes) => new([.. dashes.Select(dash => (float)dash)], 0, "planned");

    private void Annotations<T>(Action<T> add)
        where T : Annotation
    {
        foreach (var one in plan.Panel.Annotations.OfType<T>())
        {
            add(one);
        }
    }

    private double Across(double x) => plan.X.Logarithmic ? Math.Log10(x) : x;

    private void Shade(Shade shade)
    {
        // Black that lets the grid through, since the grid is below all plottables.
        var span = Plot.Add.HorizontalSpan(Across(plan.X.Clamp(shade.From)), Across(plan.X.Clamp(shade.To)),
            Colors.Black.WithAlpha(FigureStyle.ShadeOpacity));
        span.LineWidth = 0;
    }

    private void Add(Layer layer)
    {
        switch (layer)
        {
            case Line line:
                Line(line);
                break;
            case Band band:
                Polygons(DataShapes.Areas(plan.Panel.X.Kind, band), inks[band.Colour], band.Opacity, band.Label);

                break;
            case StackedAreas stack:
                var edges = new StackEdges(stack);
                foreach (var (a, area) in stack.Areas.Index())
                {
                    Polygons(DataShapes.Areas(stack, edges, a), inks[area.Colour], FigureStyle.StackOpacity, area.Name, edge: 1);
                }

                break;
            case Points points:
                Points(points);
                break;
            case Intervals:
                Plot.Add.Plottable(new PenPlottable((pen, data) => RowsPainter.Paint(pen, Seen(data), inks), AxisLimits.NoLimits));
                break;
            default:
                throw layer.Unknown("ScottPlot");
        }
    }

    private void Line(Line line)
    {
        // A point that is not a number breaks the line between two pieces.
        Coordinates[] corners =
        [
            .. DataShapes.Pieces(plan.Panel.X.Kind, line).SelectMany(piece =>
                piece.Select(corner => new Coordinates(corner.X, corner.Y)).Append(new(double.NaN, double.NaN))).SkipLast(1),
        ];
        var drawn = Plot.Add.ScatterLine(corners, Ink(inks[line.Colour]));
        (drawn.LineWidth, drawn.LinePattern, drawn.LegendText) = ((float)line.Width, Pattern(line.Style), line.Label);
    }

    /// <summary>A polygon for each unbroken piece; the first one has the name, so that a legend shows it once.</summary>
    private void Polygons(IEnumerable<DataArea> areas, string colour, double opacity, string name, float edge = 0)
    {
        foreach (var (i, area) in areas.Index())
        {
            var polygon = Plot.Add.Polygon(area.Outline.Select(corner => new Coordinates(corner.X, corner.Y)).ToArray());
            (polygon.FillColor, polygon.LineColor, polygon.LineWidth) = (Ink(colour, opacity), Colors.White, edge);
            polygon.LegendText = i == 0 ? name : "";
        }
    }

    private void Points(Points points)
    {
        var colour = inks[points.Colour];
        Plot.Add.Plottable(new PenPlottable((pen, data) => PointPainter.Ranges(pen, Seen(data), points, inks), AxisLimits.NoLimits)
        {
            IsBelow = true,
        });
        var signs = Plot.Add.Markers(points.Items.Where(item => !double.IsNaN(item.Y))
            .Select(item => new Coordinates(item.X, item.Y)).ToArray());
        var isHollow = points.Marker is Marker.Ring or Marker.OpenDiamond;
        signs.MarkerShape = points.Marker is Marker.Disc or Marker.Ring ? MarkerShape.FilledCircle : MarkerShape.FilledDiamond;
        signs.MarkerSize = points.Marker is Marker.Disc or Marker.Ring ? 8.8f : 11.4f;
        signs.MarkerStyle.FillColor = isHollow ? Colors.White : Ink(colour);
        signs.MarkerStyle.OutlineColor = isHollow ? Ink(colour) : Colors.White;
        signs.MarkerStyle.OutlineWidth = isHollow ? 1.8f : 1;
        signs.LegendText = points.Label;
    }

    /// <summary>The plan in the data area as it is seen now, which a user may have moved or stretched.</summary>
    private PanelPlan Seen(Box data)
    {
        var (across, up) = (Plot.Axes.Bottom.Range, Plot.Axes.Left.Range);
        double Value(double x) => plan.X.Logarithmic ? Math.Pow(10, x) : x;
        return plan.Seen(data,
            plan.X with { Min = Value(across.Min), Max = Value(across.Max), From = data.Left, To = data.Right },
            plan.Rows is null ? new(up.Min, up.Max, data.Bottom, data.Top) : new(up.Max, up.Min, data.Top, data.Bottom));
    }
}
