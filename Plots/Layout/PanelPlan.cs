namespace Supply.Plots.Layout;

/// <summary>
/// The places of the parts of one panel. Filled in three passes, because widths of words depend on heights and vice versa.
/// </summary>
internal sealed class PanelPlan
{
    public const double TitleStep = FigureStyle.PanelTitleSize * FigureStyle.LineHeight;
    public const double LabelStep = FigureStyle.LabelSize * FigureStyle.LineHeight;
    public const double TickRow = 16;
    private const double TickGap = 8;

    private readonly Dictionary<(StackedAreas, int), StackPlace> places = [];
    private readonly (double Min, double Max) acrossRange;
    private readonly (double Min, double Max, double Step) upRange;

    /// <summary>First pass: ticks and names at the sides, from the room the panel will roughly have.</summary>
    public PanelPlan(Panel panel, FigureColours inks, double width, double roughHeight, bool direct)
    {
        Panel = panel;
        acrossRange = DataRange.X(panel);
        Rows = panel.Layers.OfType<Intervals>().Select(layer => new RowsPlan(layer, width)).FirstOrDefault();
        upRange = DataRange.Y(panel, MostSteps(roughHeight));
        Up = Rows is null ? NumberTicks.Within(upRange.Min, upRange.Max, upRange.Step, panel.Y.Style) : new([], [], []);
        LeftRoom = Rows?.LeftRoom ?? (Up.LabelWidth + TickGap);
        var widest = 0.28 * width;
        var rough = new Scale(acrossRange.Min, acrossRange.Max, 0, Math.Max(1, width - LeftRoom - widest));
        var up = new Scale(upRange.Min, upRange.Max, roughHeight, 0);
        foreach (var stack in panel.Layers.OfType<StackedAreas>())
        {
            var edges = new StackEdges(stack);
            for (var a = 0; a < stack.Areas.Count; a++)
            {
                places[(stack, a)] = direct ? edges.Choose(a, rough, up) : StackPlace.Legend;
            }
        }

        Ends = direct ? EndNames.Of(panel, inks, widest, PlaceOf) : [];
        RightRoom = Rows?.RightRoom ?? (Ends.Count == 0 ? 0 : Ends.Max(e => e.Width) + 14);
        TitleLines = TextSize.WrapInAnyFace(panel.Title, FigureStyle.PanelTitleSize, width, bold: true);
        UpLabel = TextSize.Wrap(panel.Y.Label, FigureStyle.LabelSize, Rows?.LeftRoom ?? width);
    }

    public Panel Panel { get; }

    /// <summary>The rows, if the panel has them.</summary>
    public RowsPlan? Rows { get; }

    /// <summary>Room for a second row of ticks above rows that reach too far down to keep the axis in view.</summary>
    public double TicksAbove => Rows is { IsTall: true } ? TickRow + 4 : 0;

    public Ticks Up { get; }

    public Ticks Across { get; private set; } = new([], [], []);

    public double LeftRoom { get; }

    public double RightRoom { get; }

    public double TopRoom { get; private set; }

    public double BottomRoom { get; private set; }

    public IReadOnlyList<EndName> Ends { get; }

    public IReadOnlyList<string> TitleLines { get; }

    public IReadOnlyList<string> UpLabel { get; }

    public IReadOnlyList<string> AcrossLabel { get; private set; } = [];

    public IReadOnlyList<StripName> Strip { get; private set; } = [];

    /// <summary>The panel with its titles and labels.</summary>
    public Box Outer { get; private set; }

    /// <summary>The area of the data.</summary>
    public Box Plot { get; private set; }

    public Scale X { get; private set; }

    public Scale Y { get; private set; }

    public StackPlace PlaceOf(StackedAreas stack, int area) => places[(stack, area)];

    /// <summary>Second pass: with the width of the plot known, the parts above and below it.</summary>
    public void SetWidth(double left, double right, double plotLeft, double plotRight)
    {
        Outer = new(left, 0, right, 0);
        X = new(acrossRange.Min, acrossRange.Max, plotLeft, plotRight) { Logarithmic = Panel.X.Scale == AxisScale.Logarithmic };
        Across = TicksAcross(X);
        AcrossLabel = TextSize.Wrap(Panel.X.Label, FigureStyle.LabelSize, plotRight - plotLeft);
        Strip = MarkStrip.Place(Panel, X, right);
        var strip = MarkStrip.Height(Strip);
        var titles = (TitleLines.Count * TitleStep) + (Math.Max(UpLabel.Count, TicksAbove > 0 ? AcrossLabel.Count : 0) * LabelStep);
        TopRoom = titles + (titles > 0 ? 8 : 4) + (strip > 0 ? strip + 2 : 0) + TicksAbove;
        BottomRoom = 6 + (Across.Rows * TickRow) + (AcrossLabel.Count > 0 ? 4 + (AcrossLabel.Count * LabelStep) : 0);
    }

    /// <summary>Third pass: with the height known, the boxes and scales.</summary>
    public void SetHeight(double top, double plotTop, double plotBottom, double bottom)
    {
        Outer = Outer with { Top = top, Bottom = bottom };
        Plot = new(X.From, plotTop, X.To, plotBottom);
        Y = Rows is null ? new(upRange.Min, upRange.Max, plotBottom, plotTop) : new(0, Rows.Height, plotTop, plotBottom);
    }

    /// <summary>The ticks of the horizontal axis at a scale.</summary>
    public Ticks TicksAcross(Scale scale)
    {
        var pixels = scale.To - scale.From;
        return Panel.X.Kind switch
        {
            AxisKind.Date => DateTicks.Across(scale.Min, scale.Max, pixels),
            AxisKind.Category => Categories(pixels),
            _ when scale.Logarithmic => LogTicks.Across(scale, Panel.X.Style),
            _ => NumberTicks.Across(scale.Min, scale.Max, pixels, Panel.X.Style),
        };
    }

    /// <summary>The ticks of the vertical axis between two values.</summary>
    public Ticks TicksUp(double min, double max, double pixels) =>
        NumberTicks.Within(min, max, NumberTicks.Step(max - min, MostSteps(pixels)), Panel.Y.Style);

    /// <summary>The same plan with its data in another place or at another scale.</summary>
    public PanelPlan Seen(Box plot, Scale across, Scale up)
    {
        var seen = (PanelPlan)MemberwiseClone();
        (seen.Plot, seen.X, seen.Y) = (plot, across, up);
        return seen;
    }

    private static int MostSteps(double pixels) => Math.Max(2, (int)(pixels / 46));

    private Ticks Categories(double pixels)
    {
        var slot = pixels / Panel.X.Categories.Count;
        List<TickLabel> labels = [];
        foreach (var (i, name) in Panel.X.Categories.Index())
        {
            var lines = TextSize.Wrap(name, FigureStyle.TickSize, Math.Max(8, slot - 8));
            labels.AddRange(lines.Select((line, row) => new TickLabel(i, line, row)));
        }

        return new([], [], labels);
    }
}
