namespace Supply.Plots.Layout;

/// <summary>A name to the right of the plot for something that ends at a point (in data units).</summary>
internal sealed record EndName(IReadOnlyList<string> Lines, double X, double Y, string Colour, string TextColour)
{
    public const double LineStep = 15.5;

    public double Width => Lines.Max(l => TextSize.Width(l, FigureStyle.LabelSize));

    public double Height => (Lines.Count * LineStep) + 3;
}

/// <summary>Collects the names at the right end of lines, marks and areas.</summary>
internal static class EndNames
{
    public static IReadOnlyList<EndName> Of(Panel panel, FigureColours inks, double widest, Func<StackedAreas, int, StackPlace> place)
    {
        List<EndName> names = [];
        IReadOnlyList<string> Wrap(string label) => TextSize.Wrap(label, FigureStyle.LabelSize, widest);
        foreach (var layer in panel.Layers)
        {
            if (layer is Line { Label.Length: > 0 } line && LastFinite(line.Y) is var last and >= 0)
            {
                // A stepped value ends at the next position.
                var end = line.Stepped && last + 1 < line.X.Count ? line.X[last + 1] : line.X[last];
                names.Add(new(Wrap(line.Label), end, line.Y[last], inks[line.Colour], inks.ForText(line.Colour)));
            }
            else if (layer is StackedAreas stack)
            {
                var edges = new StackEdges(stack);
                foreach (var (a, area) in stack.Areas.Index().Where(p => place(stack, p.Index) == StackPlace.Beside))
                {
                    names.Add(new(Wrap(area.Name), stack.X[^1], edges.EndCentre(a), inks[area.Colour], inks.ForText(area.Colour)));
                }
            }
        }

        foreach (var mark in panel.Annotations.OfType<HorizontalMark>().Where(m => m.Label.Length > 0))
        {
            names.Add(new(Wrap(mark.Label), double.PositiveInfinity, mark.Y, FigureStyle.Mark, FigureStyle.SoftInk));
        }

        return names;
    }

    private static int LastFinite(IReadOnlyList<double> values)
    {
        var i = values.Count - 1;
        while (i >= 0 && double.IsNaN(values[i]))
        {
            i--;
        }

        return i;
    }
}
