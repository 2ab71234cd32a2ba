namespace Supply.Plots.Layout;

/// <summary>A row or heading with its texts in lines; Top and Height are pixels from the top of the plot.</summary>
internal sealed record PlannedRow(
    IntervalRow? Row, IReadOnlyList<string> Label, IReadOnlyList<string> Second, IReadOnlyList<string> Note, double Top, double Height,
    bool Striped)
{
    public double Middle => Top + (Height / 2);
}

/// <summary>The heights of rows and the widths of the columns of text next to them.</summary>
internal sealed class RowsPlan
{
    public const double LineStep = 15;
    public const double SecondSize = 11.5;
    public const double LaneStep = 9.5;
    // Room for the arrow of a bound that starts at the edge of the plot.
    public const double NoteGap = 18;
    private const double Gap = 14;
    private const double SmallestRow = 20;
    private const double Tall = 480;
    private const double SmallestHeight = 60;

    // Below this width the second text is under the first instead of next to it.
    private const double WideEnough = 600;
    private readonly bool inColumn;

    public RowsPlan(Intervals layer, double width)
    {
        inColumn = width >= WideEnough;
        var first = !inColumn ? 0.36 : layer.Rows.All(r => r.Second.Length == 0) ? 0.42 : 0.32;
        var labels = Widest(layer.Rows.Select(r => TextSize.Width(r.Label, FigureStyle.TickSize, IsBold(r))), first * width);
        var seconds = Widest(layer.Rows.Select(r => TextSize.Width(r.Second, SecondSize)), (inColumn ? 0.17 : 0.36) * width);
        var notes = Widest(layer.Rows.Select(r => TextSize.Width(r.Note, SecondSize)), (inColumn ? 0.2 : 0.18) * width);
        var headings = Widest(layer.Rows.Select(r => TextSize.Width(r.Group, FigureStyle.LabelSize, bold: true)), 0.36 * width);
        SecondLeft = inColumn && seconds > 0 ? labels + Gap : 0;
        var column = Math.Max(headings, inColumn ? SecondLeft + Math.Max(seconds, labels - SecondLeft) : Math.Max(labels, seconds));
        LeftRoom = column + Gap;
        RightRoom = notes > 0 ? notes + NoteGap : 0;
        Rows = [.. Place(layer, labels, seconds, notes, column)];
        Height = Math.Max(SmallestHeight, Rows.Count == 0 ? 0 : Rows[^1].Top + Rows[^1].Height + 3);
    }

    public IReadOnlyList<PlannedRow> Rows { get; }

    public double Height { get; }

    public double LeftRoom { get; }

    public double RightRoom { get; }

    /// <summary>Start of the second texts from the left edge of the panel; 0 if they are under the first.</summary>
    public double SecondLeft { get; }

    public bool IsTall => Height > Tall;

    /// <summary>The lanes of a row from the top: the published figure, then the intervals.</summary>
    public static int Lanes(IntervalRow row) => row.Intervals.Count + (row.Published is null ? 0 : 1);

    /// <summary>Names of rows that disagree are set in bold.</summary>
    public static bool IsBold(IntervalRow row) => row.Published is { Disagrees: true };

    private static double Widest(IEnumerable<double> widths, double most) => Math.Ceiling(Math.Min(most, widths.Max()));

    private IEnumerable<PlannedRow> Place(Intervals layer, double labels, double seconds, double notes, double column)
    {
        double top = 3;
        foreach (var group in layer.Rows.GroupBy(row => row.Group).OrderByDescending(g => g.Key.Length == 0))
        {
            if (group.Key.Length > 0)
            {
                var lines = TextSize.Wrap(group.Key, FigureStyle.LabelSize, column, bold: true);
                yield return new(null, lines, [], [], top, (lines.Count * LineStep) + 13, false);
                top += (lines.Count * LineStep) + 13;
            }

            foreach (var (i, row) in group.Index())
            {
                var label = TextSize.Wrap(row.Label, FigureStyle.TickSize, labels, IsBold(row));
                var second = seconds > 0 ? TextSize.Wrap(row.Second, SecondSize, seconds) : [];
                var note = notes > 0 ? TextSize.Wrap(row.Note, SecondSize, notes) : [];
                var left = SecondLeft > 0 ? Math.Max(label.Count, second.Count) : label.Count + second.Count;
                var height = Math.Max(SmallestRow, Math.Max((Math.Max(left, note.Count) * LineStep) + 5, (Lanes(row) * LaneStep) + 5));
                yield return new(row, label, second, note, top, height, i % 2 == 1);
                top += height;
            }
        }
    }
}
