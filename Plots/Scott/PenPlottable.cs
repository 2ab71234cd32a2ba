using ScottPlot;
using Supply.Plots.Layout;
using Supply.Plots.Pens;
using Box = Supply.Plots.Layout.Box;

namespace Supply.Plots.Scott;

/// <summary>
/// Draws with our pen what ScottPlot has no plottable for: words in their planned places, rows of intervals, ranges of points.
/// </summary>
/// <param name="paint">Draws, given the pen and the present place of the data area.</param>
/// <param name="limits">The limits of what is drawn, for automatic axes.</param>
internal sealed class PenPlottable(Action<Pen, Box> paint, AxisLimits limits) : IPlottable, IRenderLast
{
    public bool IsVisible { get; set; } = true;

    /// <summary>True draws it in its turn within the data area; false, after everything else and also outside of that area.</summary>
    public bool IsBelow { get; init; }

    public IAxes Axes { get; set; } = new ScottPlot.Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => limits;

    public void Render(RenderPack rp)
    {
        if (IsBelow)
        {
            Paint(rp);
        }
    }

    public void RenderLast(RenderPack rp)
    {
        if (!IsBelow)
        {
            rp.CanvasState.DisableClipping();
            Paint(rp);
        }
    }

    private void Paint(RenderPack rp)
    {
        var data = rp.DataRect;
        paint(new SkiaPen(rp.Canvas), new(data.Left, data.Top, data.Right, data.Bottom));
    }
}
