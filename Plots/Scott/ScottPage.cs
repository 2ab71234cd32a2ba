using ScottPlot;
using SkiaSharp;
using Supply.Plots.Files;
using Supply.Plots.Layout;
using Supply.Plots.Pens;
using Supply.Plots.Scott;

namespace Supply.Plots;

/// <summary>
/// A figure as a page of ScottPlot, to add to and to restyle before it is saved. Names of lines and marks stay where the figure put them,
/// also if the limits of an axis are changed.
/// </summary>
public sealed class ScottPage
{
    /// <summary>
    /// The face that the library carries. ScottPlot finds it by this name on every machine, also for labels of one's own.
    /// </summary>
    public const string FontName = Faces.Name;

    private readonly Figure figure;
    private readonly Plot[] panels;

    internal ScottPage(Figure figure)
    {
        this.figure = figure;
        var plan = FigurePlan.Of(figure);
        (Width, Height) = (figure.Width, (int)Math.Ceiling(plan.Height));
        panels = [.. plan.Panels.Select(panel => Dressed(panel, plan.Inks))];
        Plots = new(Paper(plan)) { Layout = new WholePage() };
        Plots.Subplots.PlotAddedAction = _ => { };
        foreach (var panel in panels)
        {
            Plots.Subplots.Add(panel);
        }

        RenderOnce();
    }

    /// <summary>The paper with title, legend and source, then the panels on top of it.</summary>
    public Multiplot Plots { get; }

    /// <summary>Number of panels.</summary>
    public int Count => panels.Length;

    /// <summary>Width in pixels at a scale of 1.</summary>
    public int Width { get; }

    /// <summary>Height in pixels at a scale of 1.</summary>
    public int Height { get; }

    /// <summary>The plot of a panel, row by row from the top left. A date is at its day number, see <see cref="Axis.At"/>.</summary>
    /// <param name="panel">From 0.</param>
    public Plot this[int panel] => panels[panel];

    /// <summary>The page as a PNG picture.</summary>
    /// <param name="scale">Pixels of the picture for each pixel of the figure, above 0 and up to 8.</param>
    public byte[] ToPng(double scale = 2) => Encode(PictureFormat.Png, scale);

    /// <summary>Writes the page as a PNG picture and creates missing folders; an existing file is replaced.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="scale">Pixels of the picture for each pixel of the figure, above 0 and up to 8.</param>
    public void SavePng(string path, double scale = 2) => FigureFile.Write(path, ToPng(scale));

    internal byte[] Encode(PictureFormat format, double scale)
    {
        if (!(scale is > 0 and <= FigureFile.MostScale))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale,
                FormattableString.Invariant($"The scale of a picture must lie in 0..{FigureFile.MostScale}, above 0."));
        }

        RenderOnce();
        var (across, down) = ((int)Math.Ceiling(Width * scale), (int)Math.Ceiling(Height * scale));
        var info = new SKImageInfo(across, down, SKColorType.Rgba8888, SKAlphaType.Premul);
        using var surface = SKSurface.Create(info);
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.Scale((float)scale);
        Plots.Render(surface.Canvas, new PixelRect(0, Width, Height, 0));
        using var pixels = surface.PeekPixels();
        return format.Encode(pixels, PictureText.Of(figure));
    }

    private static Plot Dressed(PanelPlan plan, FigureColours inks)
    {
        var plot = PanelPlot.Of(plan, inks);
        plot.Axes.Left.IsVisible = plan.Rows is null;
        plot.HideLegend();
        plot.Layout.Fixed(new PixelRect((float)plan.Plot.Left, (float)plan.Plot.Right, (float)plan.Plot.Bottom, (float)plan.Plot.Top));
        plot.Add.Plottable(new PenPlottable((pen, _) =>
        {
            PanelPainter.MarkStems(pen, plan);
            PanelPainter.Words(pen, plan, inks);
        }, AxisLimits.NoLimits));
        return plot;
    }

    private static Plot Paper(FigurePlan plan)
    {
        var paper = new Plot();
        paper.Layout.Frameless();
        paper.HideGrid();
        paper.Add.Plottable(new PenPlottable((pen, _) =>
        {
            FigurePainter.Page(pen, plan);
            foreach (var panel in plan.Panels)
            {
                RowsPainter.Stripes(pen, panel);
            }

            FigurePainter.Source(pen, plan);
        }, AxisLimits.NoLimits));
        return paper;
    }

    /// <summary>
    /// Renders into nothing. A plot whose limits are new is drawn several times on the same canvas, which would darken what lets others
    /// through.
    /// </summary>
    private void RenderOnce()
    {
        using var nowhere = SKSurface.CreateNull(Width, Height);
        Plots.Render(nowhere.Canvas, new PixelRect(0, Width, Height, 0));
    }

    /// <summary>Each plot may use the whole page; its data area says where it is.</summary>
    private sealed class WholePage : IMultiplotLayout
    {
        public PixelRect[] GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect) =>
            [.. Enumerable.Repeat(figureRect, subplots.Count)];
    }
}
