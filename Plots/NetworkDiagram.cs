using System.Globalization;
using System.Text;
using Supply.Plots.Layout;
using Supply.Plots.Pens;

namespace Supply.Plots;

/// <summary>Draws the network of a scenario.</summary>
public static class NetworkDiagram
{
    private const double BoxWidth = 176, ColumnGap = 132, RowGap = 16, Margin = 16, Padding = 8;
    private const double NameSize = 13, NumberSize = 11, LineHeight = 1.25;
    private const int MostLines = 4;

    /// <summary>
    /// The parts as boxes, sources on the left and forces on the right, with lines for the ways between them; networks below one another.
    /// The same overview always gives the same text.
    /// </summary>
    /// <param name="overview">The overview of a scenario: <c>scenario.Overview()</c>.</param>
    public static string ToSvg(this Overview overview)
    {
        ArgumentNullException.ThrowIfNull(overview);
        var pen = new SvgPen("network");
        var (top, right) = (Margin, 2 * Margin);
        foreach (var side in overview.Parts.Select(part => part.Side).Distinct())
        {
            pen.Text(side, Margin, top + NameSize, Anchor.Start, new(FigureStyle.PanelTitleSize, FigureStyle.Ink, Bold: true));
            top += 2 * NameSize;
            var boxes = Place(overview, side, ref top);
            OverviewWay[] ways =
                [.. overview.Ways.Where(way => way.Side == side && boxes.ContainsKey(way.From) && boxes.ContainsKey(way.To))];
            foreach (var way in ways) Draw(pen, way, boxes);
            foreach (var box in boxes.Values) Draw(pen, box, ways.Where(way => way.From == box.Part.Name && way.Words.Length > 0));
            right = Math.Max(right, boxes.Values.Select(box => box.Box.Right).DefaultIfEmpty(0).Max() + Margin);
            top += Margin;
        }

        var (width, height) = (PathData.Number(right), PathData.Number(top));
        var words = SvgPen.Escape(string.Create(CultureInfo.InvariantCulture,
            $"{overview.Parts.Count} parts and {overview.Ways.Count} ways: "
            + $"{string.Join("; ", overview.Ways.Select(way => $"{way.From} to {way.To}"))}."));
        return new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" ")
            .Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {height}\" role=\"img\" ")
            .Append("aria-labelledby=\"network-title network-desc\">\n")
            .Append("<title id=\"network-title\">").Append(SvgPen.Escape(overview.Scenario)).Append("</title>\n")
            .Append("<desc id=\"network-desc\">").Append(words).Append("</desc>\n")
            .Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#FFFFFF\"/>\n")
            .Append("<g font-family=\"").Append(FigureStyle.Fonts).Append("\">\n").Append(pen.Body).Append("</g>\n</svg>\n").ToString();
    }

    /// <summary>Writes the diagram as an SVG file and creates missing folders; an existing file is replaced.</summary>
    /// <param name="overview">The overview of a scenario.</param>
    /// <param name="path">The file to write, which ends in .svg.</param>
    /// <exception cref="ArgumentException">The ending is another one.</exception>
    public static void Save(this Overview overview, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"\"{path}\" does not end in .svg, as the file of a diagram does.", nameof(path));
        }
        WholeFile.Write(path, ToSvg(overview));
    }

    /// <summary>Columns by the longest way that leads to a part; in a column the parts lie at the height of what feeds them.</summary>
    private static Dictionary<string, PlacedPart> Place(Overview overview, string side, ref double top)
    {
        OverviewPart[] parts = [.. overview.Parts.Where(part => part.Side == side)];
        (string From, string To, string Words)[] ways =
            [.. overview.Ways.Where(way => way.Side == side).Select(way => (way.From, way.To, way.Words))];
        var columns = parts.ToDictionary(part => part.Name, _ => 0);
        // As many rounds as there are parts suffice where ways form no ring; in a ring columns stop there.
        for (var round = 0; round < parts.Length; round++)
        {
            foreach (var (from, to, _) in ways)
            {
                if (columns.TryGetValue(from, out var before) && columns.TryGetValue(to, out var at) && at <= before
                    && before + 1 < parts.Length)
                {
                    columns[to] = before + 1;
                }
            }
        }

        // What feeds others only far to the right stands next to them.
        foreach (var part in parts.Where(part => ways.All(way => way.To != part.Name)))
        {
            var next = ways.Where(way => way.From == part.Name && columns.ContainsKey(way.To)).Select(way => columns[way.To]).ToArray();
            if (next.Length > 0) columns[part.Name] = Math.Max(0, next.Min() - 1);
        }

        int[] used = [.. columns.Values.Distinct().Order()];
        var placed = new Dictionary<string, PlacedPart>();
        var (begin, end) = (top, top);
        foreach (var (column, at) in used.Index())
        {
            var y = begin;
            var left = Margin + (column * (BoxWidth + ColumnGap));
            double Height(OverviewPart part) => ways.Where(way => way.To == part.Name && placed.ContainsKey(way.From))
                .Select(way => placed[way.From].Middle).DefaultIfEmpty(double.MaxValue).Average();
            foreach (var part in parts.Where(part => columns[part.Name] == at).OrderBy(Height))
            {
                string[] name = [.. TextSize.WrapInAnyFace(part.Name, NameSize, BoxWidth - (2 * Padding), bold: true)];
                var numbers = Shortened(part.Numbers, BoxWidth - (2 * Padding));
                var words = ways.Where(way => way.From == part.Name).Sum(way => Shortened(way.Words, ColumnGap - Padding).Length);
                var height = Math.Max(
                    (2 * Padding) + (LineHeight * ((name.Length * NameSize) + (numbers.Length * NumberSize))),
                    LineHeight * NumberSize * words);
                placed[part.Name] = new(part, new(left, y, left + BoxWidth, y + height), name, numbers);
                y += height + RowGap;
            }
            end = Math.Max(end, y);
        }

        top = end;
        return placed;
    }

    /// <summary>
    /// A part, and behind it what its ways say: there each has a room of its own, while in the middle the lines of all come together.
    /// </summary>
    private static void Draw(SvgPen pen, PlacedPart part, IEnumerable<OverviewWay> leaving)
    {
        var box = part.Box;
        pen.Rectangle(box, Fill(part.Part.Kind));
        pen.Stroke(string.Create(CultureInfo.InvariantCulture,
            $"M{PathData.Number(box.Left)} {PathData.Number(box.Top)}H{PathData.Number(box.Right)}V{PathData.Number(box.Bottom)}"
            + $"H{PathData.Number(box.Left)}Z"), FigureStyle.AxisLine, 1);
        var y = box.Top + Padding;
        foreach (var line in part.Name) pen.Text(line, box.Left + Padding, (y += LineHeight * NameSize) - 3, Anchor.Start,
            new(NameSize, FigureStyle.Ink, Bold: true));
        foreach (var line in part.Numbers) pen.Text(line, box.Left + Padding, (y += LineHeight * NumberSize) - 3, Anchor.Start,
            new(NumberSize, FigureStyle.SoftInk));
        string[] words = [.. leaving.SelectMany(way => Shortened(way.Words, ColumnGap - Padding))];
        y = part.Middle - (LineHeight * NumberSize * words.Length / 2) - 2;
        foreach (var line in words) pen.Text(line, box.Right + (Padding / 2), y += LineHeight * NumberSize, Anchor.Start,
            new(NumberSize, FigureStyle.Ink, Halo: true));
    }

    /// <summary>Lines of a width, as many as there is room for; what is cut ends in dots.</summary>
    private static string[] Shortened(string words, double width)
    {
        string[] lines = [.. TextSize.WrapInAnyFace(words, NumberSize, width)];
        return lines.Length <= MostLines ? lines : [.. lines.Take(MostLines - 1), lines[MostLines - 1] + " …"];
    }

    private static void Draw(SvgPen pen, OverviewWay way, Dictionary<string, PlacedPart> boxes)
    {
        var (from, to) = (boxes[way.From], boxes[way.To]);
        var (x0, y0, x1, y1) = (from.Box.Right, from.Middle, to.Box.Left, to.Middle);
        var bend = Math.Max(30, (x1 - x0) / 2);
        string N(double value) => PathData.Number(value);
        pen.Stroke($"M{N(x0)} {N(y0)}C{N(x0 + bend)} {N(y0)} {N(x1 - bend)} {N(y1)} {N(x1)} {N(y1)}", FigureStyle.Mark, 1.4);
        pen.Fill($"M{N(x1)} {N(y1)}L{N(x1 - 7)} {N(y1 - 4)}L{N(x1 - 7)} {N(y1 + 4)}Z", FigureStyle.Mark, 1);
    }

    private static string Fill(string kind) => kind switch
    {
        "stockpile" or "reserve" or "input stock" => "#EAF1F8",
        "consumer" or "gun park" => "#FBEFE6",
        _ => "#F3F3F3",
    };

    private sealed record PlacedPart(OverviewPart Part, Box Box, string[] Name, string[] Numbers)
    {
        public double Middle => (Box.Top + Box.Bottom) / 2;
    }
}
