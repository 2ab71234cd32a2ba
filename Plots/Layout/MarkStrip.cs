namespace Supply.Plots.Layout;

/// <summary>The name of a mark: its lines of text in a box; y is 0 at the top of the plot and negative above it.</summary>
internal sealed record StripName(double X, IReadOnlyList<string> Lines, Box Box, bool HasLine, double LineTop)
{
    /// <summary>The side of the words that stays fixed if a font is wider or narrower than estimated.</summary>
    public Anchor Anchor => Box.Right < X ? Anchor.End : Box.Left > X || !HasLine ? Anchor.Start : Anchor.Middle;

    public double AnchorX => Anchor switch { Anchor.End => Box.Right, Anchor.Start => Box.Left, _ => (Box.Left + Box.Right) / 2 };
}

/// <summary>Names of marks and shades in rows above the plot, placed so that no name meets another name or another's line.</summary>
internal static class MarkStrip
{
    public const double LineStep = 15.5;
    private const double Gap = 5;

    private const int MostRows = 8;
    private const int MostOrdered = 5;

    /// <summary>The names from right to left, those of shades last.</summary>
    public static IReadOnlyList<StripName> Place(Panel panel, Scale across, double right)
    {
        VerticalMark[] marks = [.. panel.Annotations.OfType<VerticalMark>().Where(m => across.Holds(m.X)).OrderByDescending(m => m.X)];

        // A name over another's line has to stand above that line's own name, so the order of placing decides what fits.
        // Few marks: try all orders and take the lowest strip.
        var names = Orders(marks.Length).Select(order => Marks(marks, order, across, right)).MinBy(n => (Loose(n), Height(n)));
        List<StripName> placed = [.. names ?? []];
        foreach (var shade in panel.Annotations.OfType<Shade>().Where(s => s.Label.Length > 0))
        {
            if (shade.From < across.Max && shade.To > across.Min)
            {
                placed.Add(Fit(across[across.Clamp(shade.From)], shade.Label, hasLine: false, placed, across.From, across.To));
            }
        }

        return placed;
    }

    public static double Height(IReadOnlyList<StripName> names) =>
        names.Count == 0 ? 0 : Math.Max(0, -names.Min(n => Math.Min(n.Box.Top, n.LineTop)));

    private static StripName[] Marks(VerticalMark[] marks, int[] order, Scale across, double right)
    {
        var names = new StripName[marks.Length];
        List<StripName> placed = [];
        foreach (var i in order)
        {
            names[i] = Fit(across[marks[i].X], marks[i].Label, hasLine: true, placed, across.From, right);
            placed.Add(names[i]);
        }

        return names;
    }

    private static IEnumerable<int[]> Orders(int count)
    {
        int[] first = [.. Enumerable.Range(0, count)];
        return count > MostOrdered ? [first] : Permute(first, 0);
    }

    private static IEnumerable<int[]> Permute(int[] items, int from)
    {
        if (from >= items.Length - 1)
        {
            yield return [.. items];
            yield break;
        }

        for (var i = from; i < items.Length; i++)
        {
            int[] swapped = [.. items];
            (swapped[from], swapped[i]) = (swapped[i], swapped[from]);
            foreach (var order in Permute(swapped, from + 1))
            {
                yield return order;
            }
        }
    }

    /// <summary>How many names have lost the line that joins them to their mark.</summary>
    private static int Loose(IEnumerable<StripName> names) => names.Count(n => n is { Lines.Count: > 0, LineTop: >= 0 });

    private static StripName Fit(double x, string label, bool hasLine, List<StripName> placed, double left, double right)
    {
        if (label.Length == 0)
        {
            return new(x, [], new(x, 0, x, 0), hasLine, 0);
        }

        // The longest word sets the least width: it is broken only where the plot is narrower.
        var word = Math.Min(right - left, label.Split(' ').Max(one => TextSize.Width(one, FigureStyle.TickSize)));
        var most = Math.Max(Math.Max(Math.Min(60, right - left), word), Math.Min(230, 0.5 * (right - left)));
        var wide = TextSize.Wrap(label, FigureStyle.TickSize, most);
        var narrow = TextSize.Wrap(label, FigureStyle.TickSize,
            Math.Max(word, 0.62 * wide.Max(l => TextSize.Width(l, FigureStyle.TickSize))));
        for (var row = 0; row <= MostRows; row++)
        {
            if ((Try(wide, row, cut: false) ?? Try(narrow, row, cut: false)) is { } name)
            {
                return name;
            }
        }

        // If no row fits, the line ends at the plot and the name is above it without a join.
        for (var row = 0; ; row++)
        {
            if (Try(wide, row, cut: true) is { } name)
            {
                return name;
            }
        }

        StripName? Try(IReadOnlyList<string> lines, int row, bool cut)
        {
            var width = lines.Max(l => TextSize.Width(l, FigureStyle.TickSize));
            var bottom = -4 - (row * LineStep);
            var top = bottom - (lines.Count * LineStep);
            foreach (var start in Starts(x, width, left, right, hasLine))
            {
                var box = new Box(start, top, start + width, bottom);
                var clear = start > x || start + width < x;
                var name = new StripName(x, lines, box, hasLine, cut ? 0 : clear ? top + 3 : bottom);

                // A hundredth of a pixel forgives the rounding of a box put exactly at the right edge.
                if (box.Left >= left && box.Right <= right + 0.01 && !placed.Exists(p => Meet(p, name)))
                {
                    return name;
                }
            }

            return null;
        }
    }

    private static IEnumerable<double> Starts(double x, double width, double left, double right, bool hasLine)
    {
        yield return x + Gap;
        yield return hasLine ? x - Gap - width : right - width - Gap;
        yield return Math.Max(left, Math.Min(x - (width / 2), right - width));
    }

    private static bool Meet(StripName a, StripName b) =>
        (a.Box with { Left = a.Box.Left - 8, Right = a.Box.Right + 8 }).Intersects(b.Box) || LineMeets(a, b.Box) || LineMeets(b, a.Box);

    private static bool LineMeets(StripName name, Box box) =>
        name.HasLine && name.X > box.Left - 3 && name.X < box.Right + 3 && name.LineTop < box.Bottom && box.Top < 0;
}
