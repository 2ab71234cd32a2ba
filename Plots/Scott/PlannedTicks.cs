using ScottPlot;

namespace Supply.Plots.Scott;

/// <summary>
/// Our ticks on an axis of ScottPlot: those of the plan as long as the range is that of the plan, and new ones by the same rules after a
/// user has moved or stretched the axis.
/// </summary>
internal sealed class PlannedTicks(CoordinateRange planned, Tick[] ticks, Func<CoordinateRange, double, Tick[]> again) : ITickGenerator
{
    private Tick[]? moved;

    public Tick[] Ticks => moved ?? ticks;

    public int MaxTickCount { get; set; } = int.MaxValue;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle) =>
        moved = Same(range) ? null : again(range, size.Length);

    private bool Same(CoordinateRange range) => range.Min == planned.Min && range.Max == planned.Max;
}
