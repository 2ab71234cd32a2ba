namespace Supply.Plots.Layout;

/// <summary>The places of the parts of a figure: title, legend, a grid of panels of one size, source.</summary>
internal sealed class FigurePlan
{
    private const double SmallestPlot = 60;
    private readonly Figure figure;
    private readonly int columns;
    private readonly double columnWidth;

    private FigurePlan(Figure figure)
    {
        this.figure = figure;
        Inks = new(figure);
        var width = figure.Width - (2 * FigureStyle.Margin);
        columns = Math.Min(figure.Columns ?? AutoColumns(figure), figure.Panels.Count);
        columnWidth = (width - ((columns - 1) * FigureStyle.ColumnGap)) / columns;
        Title = TextSize.WrapInAnyFace(figure.Title, FigureStyle.TitleSize, width, bold: true);
        Subtitle = TextSize.WrapInAnyFace(figure.Subtitle, FigureStyle.SubtitleSize, width);
        Source = TextSize.WrapInAnyFace(figure.Source, FigureStyle.SourceSize, width);
        var rows = (figure.Panels.Count + columns - 1) / columns;
        var direct = figure.Legend == LegendPlace.Direct || (figure.Legend == LegendPlace.Auto && columns == 1);
        var rough = figure.Height is { } height ? ((height - HeaderText() - FooterHeight()) / rows) - 90 : AutoPlotHeight(rows);
        Panels = PlanPanels(rough, direct);
        if (Panels.Any(p => p.Ends.Sum(e => e.Height) > rough))
        {
            direct = false;
            Panels = PlanPanels(rough, direct);
        }

        Legend = Layout.Legend.Of(figure, Inks, direct, (stack, area) => Owner(stack).PlaceOf(stack, area));
        PlaceAcross();
        PlaceDown(rows);
    }

    public Figure Figure => figure;

    public FigureColours Inks { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Subtitle { get; }

    public IReadOnlyList<string> Source { get; }

    public IReadOnlyList<LegendEntry> Legend { get; }

    public IReadOnlyList<PanelPlan> Panels { get; }

    public double LegendTop => HeaderText() + 4;

    public double Height { get; private set; }

    /// <summary>The width between the margins.</summary>
    public double Width => figure.Width - (2 * FigureStyle.Margin);

    /// <summary>The plan of a figure without problems.</summary>
    /// <exception cref="ArgumentException">The figure is not valid, or too small; lists every problem.</exception>
    public static FigurePlan Of(Figure figure)
    {
        figure.Validate();
        return new(figure);
    }

    private static int AutoColumns(Figure figure) =>
        figure.Panels.Count > 4 && figure.Width >= 720 ? 3 : Math.Max(1, figure.Width / 340);

    private double AutoPlotHeight(int rows) =>
        columns > 1 ? Math.Clamp(0.62 * columnWidth, 130, 240)
        : rows > 1 ? Math.Clamp(0.30 * columnWidth, 150, 220)
        : Math.Clamp(0.44 * columnWidth, 190, 340);

    private double HeaderText() =>
        FigureStyle.Margin + (Title.Count * FigureStyle.TitleSize * FigureStyle.LineHeight) + (Subtitle.Count > 0 ? 2 : 0)
        + (Subtitle.Count * FigureStyle.SubtitleSize * FigureStyle.LineHeight);

    private double FooterHeight() =>
        (Source.Count > 0 ? 12 : 0) + (Source.Count * FigureStyle.SourceSize * FigureStyle.LineHeight) + (FigureStyle.Margin * 0.75);

    private PanelPlan[] PlanPanels(double rough, bool direct) =>
        [.. figure.Panels.Select(p => new PanelPlan(p, Inks, columnWidth, Math.Max(SmallestPlot, rough), direct))];

    private PanelPlan Owner(StackedAreas stack) => Panels.First(p => p.Panel.Layers.Contains(stack));

    private void PlaceAcross()
    {
        // One size for all panels, so that slopes can be compared between them.
        var left = Panels.Max(p => p.LeftRoom);
        var right = Math.Max(Panels.Max(p => p.RightRoom), Panels.Any(p => p.Panel.X.Kind == AxisKind.Number) ? 18 : 10);
        Require(columnWidth - left - right, "width", figure.Width, "Give fewer Columns or more Width.");
        foreach (var (i, panel) in Panels.Index())
        {
            var from = FigureStyle.Margin + (i % columns * (columnWidth + FigureStyle.ColumnGap));
            panel.SetWidth(from, from + columnWidth, from + left, from + columnWidth - right);
        }
    }

    private void PlaceDown(int rows)
    {
        var tops = new double[rows];
        var bottoms = new double[rows];
        foreach (var (i, panel) in Panels.Index())
        {
            tops[i / columns] = Math.Max(tops[i / columns], panel.TopRoom);
            bottoms[i / columns] = Math.Max(bottoms[i / columns], panel.BottomRoom);
        }

        var start = HeaderText() + 12 + (Legend.Count > 0 ? 4 + Layout.Legend.Height(Legend, Width) : 0);
        var around = start + FooterHeight() + tops.Sum() + bottoms.Sum() + ((rows - 1) * FigureStyle.RowGap);
        var plot = figure.Height is { } height ? (height - around) / rows : Panels.Max(p => p.Rows?.Height ?? AutoPlotHeight(rows));
        Require(plot, "height", figure.Height ?? 0, "Leave Height null to have it fit.", Panels.Max(p => p.Rows?.Height ?? 0));
        Height = figure.Height ?? Math.Ceiling(around + (rows * plot));
        var top = start;
        for (var row = 0; row < rows; row++)
        {
            var (plotTop, plotBottom) = (top + tops[row], top + tops[row] + plot);
            foreach (var panel in Panels.Skip(row * columns).Take(columns))
            {
                panel.SetHeight(top, plotTop, plotBottom, plotBottom + bottoms[row]);
            }

            top = plotBottom + bottoms[row] + FigureStyle.RowGap;
        }
    }

    private void Require(double pixels, string what, int given, string advice, double atLeast = SmallestPlot)
    {
        atLeast = Math.Max(SmallestPlot, atLeast);
        if (pixels < atLeast)
        {
            var left = Math.Max(0, (int)pixels);
            ProblemReport.ThrowIfAny(
                figure.Title,
                [$"{what}: {given} px leave {left} px for each plot; at least {Math.Ceiling(atLeast)} px are needed. {advice}"]);
        }
    }
}
