namespace Supply.Plots.Svg;

/// <summary>The name of a mark: its lines of text in a box; y is 0 at the top of the plot and negative above it.</summary>
internal sealed record StripName(double X, IReadOnlyList<string> Lines, Box Box, bool HasLine, double LineTop);

/// <summary>Names of marks and shades in rows above the plot, placed so that no name meets another name or another's line.</summary>
internal static class MarkStrip
{
    public const double LineStep = 15.5;
    private const double Gap = 5;

    public static IReadOnlyList<StripName> Place(Panel panel, Scale across, double right)
    {
        List<StripName> placed = [];
        foreach (var shade in panel.Annotations.OfType<Shade>().Where(s => s.Label.Length > 0))
        {
            if (shade.From < across.Max && shade.To > across.Min)
            {
                placed.Add(Fit(across[across.Clamp(shade.From)], shade.Label, hasLine: false, placed, across.From, right));
            }
        }

        // From right to left, so that a name which starts at its line meets only lines already placed.
        foreach (var mark in panel.Annotations.OfType<VerticalMark>().Where(m => across.Holds(m.X)).OrderByDescending(m => m.X))
        {
            placed.Add(Fit(across[mark.X], mark.Label, hasLine: true, placed, across.From, right));
        }

        return placed;
    }

    public static double Height(IReadOnlyList<StripName> names) =>
        names.Count == 0 ? 0 : Math.Max(0, -names.Min(n => Math.Min(n.Box.Top, n.LineTop)));

    private static StripName Fit(double x, string label, bool hasLine, List<StripName> placed, double left, double right)
    {
        if (label.Length == 0)
        {
            return new(x, [], new(x, 0, x, 0), hasLine, 0);
        }

        var lines = TextSize.Wrap(label, Look.TickSize, Math.Max(60, Math.Min(230, 0.5 * (right - left))));
        var width = lines.Max(l => TextSize.Width(l, Look.TickSize));
        for (var row = 0; ; row++)
        {
            var bottom = -4 - (row * LineStep);
            var top = bottom - (lines.Count * LineStep);
            foreach (var start in Starts(x, width, left, right))
            {
                var box = new Box(start, top, start + width, bottom);
                var beside = start > x || start + width < x;
                var name = new StripName(x, lines, box, hasLine, beside ? top : bottom);
                // A hundredth of a pixel forgives the rounding of a box put exactly at the right edge.
                if (box.Left >= left && box.Right <= right + 0.01 && !placed.Exists(p => Meet(p, name)))
                {
                    return name;
                }
            }
        }
    }

    private static IEnumerable<double> Starts(double x, double width, double left, double right)
    {
        yield return x + Gap;
        yield return x - Gap - width;
        yield return Math.Max(left, Math.Min(x - (width / 2), right - width));
    }

    private static bool Meet(StripName a, StripName b) =>
        a.Box.Grow(2).Intersects(b.Box.Grow(2)) || LineMeets(a, b.Box) || LineMeets(b, a.Box);

    private static bool LineMeets(StripName name, Box box) =>
        name.HasLine && name.X > box.Left - 3 && name.X < box.Right + 3 && name.LineTop < box.Bottom && box.Top < 0;
}
