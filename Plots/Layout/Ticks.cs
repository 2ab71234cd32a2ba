namespace Supply.Plots.Layout;

/// <summary>A word on an axis, centred at a position; row 0 is next to the axis.</summary>
internal sealed record TickLabel(double At, string Text, int Row = 0);

/// <summary>The marks and words of an axis.</summary>
internal sealed record Ticks(IReadOnlyList<double> Major, IReadOnlyList<double> Minor, IReadOnlyList<TickLabel> Labels)
{
    public int Rows => Labels.Count == 0 ? 0 : Labels.Max(l => l.Row) + 1;

    public double LabelWidth => Labels.Count == 0 ? 0 : Labels.Max(l => TextSize.Width(l.Text, FigureStyle.TickSize));
}
