namespace Supply.Plots.Layout;

internal enum Swatch
{
    Line,
    Band,
    Area,
    Point,
    Interval,
}

/// <summary>A name with a sample of its line, band or sign.</summary>
internal sealed record LegendEntry(
    string Text, Swatch Swatch, string Colour, LineStyle Style = default, double Opacity = 1, Marker Marker = default, int Form = 0);

/// <summary>The names that are not next to the data, in rows under the title.</summary>
internal static class Legend
{
    public const double RowHeight = 20;
    public const double SampleWidth = 24;
    public const double Gap = 7;
    private const double Between = 16;

    public static IReadOnlyList<LegendEntry> Of(
        Figure figure, FigureColours inks, bool direct, Func<StackedAreas, int, StackPlace> place)
    {
        List<LegendEntry> entries = [];
        foreach (var panel in figure.Panels)
        {
            foreach (var (index, layer) in panel.Layers.Index())
            {
                entries.AddRange(layer switch
                {
                    Line { Label.Length: > 0 } line when !direct => [new(line.Label, Swatch.Line, inks[line.Colour], line.Style)],
                    Band { Label.Length: > 0 } band => [new(band.Label, Swatch.Band, inks[band.Colour], Opacity: Seen(panel, index, band))],
                    Points { Label.Length: > 0 } points => [new(points.Label, Swatch.Point, inks[points.Colour], Marker: points.Marker)],
                    StackedAreas stack => stack.Areas.Index()
                        .Where(a => !direct || place(stack, a.Index) == StackPlace.Legend)
                        .Select(a => new LegendEntry(a.Item.Name, Swatch.Area, inks[a.Item.Colour])),
                    Intervals intervals => OfRows(intervals, inks),
                    Line or Band or Points => [],
                    _ => throw layer.Unknown("the legend"),
                });
            }

            entries.AddRange(panel.Annotations.OfType<HorizontalMark>()
                .Where(m => m.Label.Length > 0 && !direct)
                .Select(m => new LegendEntry(m.Label, Swatch.Line, FigureStyle.Mark, LineStyle.Dotted)));
        }

        return [.. entries.GroupBy(e => (e.Text, e.Swatch)).Select(Merge)];
    }

    /// <summary>Puts entries in rows of a given width; each has its left edge and the top of its row.</summary>
    public static IReadOnlyList<(LegendEntry Entry, double X, double Y)> Flow(IReadOnlyList<LegendEntry> entries, double width)
    {
        List<(LegendEntry Entry, double X, double Y)> placed = [];
        double x = 0, y = 0;
        foreach (var entry in entries)
        {
            var lines = Lines(entry, width);
            var needed = SampleWidth + Gap + lines.Max(l => TextSize.WidthInAnyFace(l, FigureStyle.LabelSize));
            if (x > 0 && (x + needed > width || lines.Count > 1))
            {
                (x, y) = (0, y + RowHeight);
            }

            placed.Add((entry, x, y));
            (x, y) = lines.Count > 1 ? (0, y + (RowHeight * lines.Count)) : (x + needed + Between, y);
        }

        return placed;
    }

    public static double Height(IReadOnlyList<LegendEntry> entries, double width) =>
        entries.Count == 0 ? 0 : Flow(entries, width).Max(p => p.Y + (RowHeight * Lines(p.Entry, width).Count));

    private static IEnumerable<LegendEntry> OfRows(Intervals layer, FigureColours inks)
    {
        foreach (var (form, name) in layer.Series.Index())
        {
            var meaning = form == 0 && layer.Meaning.Length > 0 ? ": " + layer.Meaning : "";
            yield return new(name + meaning, Swatch.Interval, inks[name], Form: form);
        }

        foreach (var kind in layer.Rows.Select(row => row.Published).OfType<PublishedMark>().GroupBy(mark => mark.Disagrees)
            .OrderBy(g => g.Key))
        {
            yield return new(kind.Key ? "published, disagrees" : "published", Swatch.Point, FigureStyle.ColourOf(kind.Key),
                Marker: FigureStyle.SignOf(kind.Key));
        }
    }

    public static IReadOnlyList<string> Lines(LegendEntry entry, double width) =>
        TextSize.WrapInAnyFace(entry.Text, FigureStyle.LabelSize, width - SampleWidth - Gap);

    /// <summary>One entry for all layers that share a name; in grey where they differ in colour.</summary>
    private static LegendEntry Merge(IEnumerable<LegendEntry> same)
    {
        LegendEntry[] all = [.. same];
        return all.All(e => e.Colour == all[0].Colour) ? all[0] : all[0] with { Colour = "#777777" };
    }

    /// <summary>The opacity that a reader sees where a band lies on earlier, wider bands of its colour.</summary>
    private static double Seen(Panel panel, int index, Band band)
    {
        var below = panel.Layers.Take(index).OfType<Band>()
            .Where(b => b.Colour == band.Colour && b.Label.Length > 0 && b.Label != band.Label);
        return 1 - below.Aggregate(1 - band.Opacity, (rest, b) => rest * (1 - b.Opacity));
    }
}
