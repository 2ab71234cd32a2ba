namespace Supply.Plots.Layout;

/// <summary>The place of the name of a stacked area.</summary>
internal enum StackPlace
{
    Inside,
    Beside,
    Legend,
}

/// <summary>The edges between stacked areas, and the room for a name within an area.</summary>
internal sealed class StackEdges
{
    private const double Sample = 4;
    private readonly StackedAreas stack;
    private readonly double[][] edges;

    public StackEdges(StackedAreas stack)
    {
        this.stack = stack;
        edges = new double[stack.Areas.Count + 1][];
        edges[0] = [.. Enumerable.Range(0, stack.X.Count).Select(i => stack.Areas.Any(a => double.IsNaN(a.Values[i])) ? double.NaN : 0)];
        for (var a = 0; a < stack.Areas.Count; a++)
        {
            edges[a + 1] = [.. edges[a].Zip(stack.Areas[a].Values, (below, value) => below + value)];
        }
    }

    /// <summary>Edge 0 is the axis; edge a + 1 is the top of area a. NaN where the stack is broken.</summary>
    public IReadOnlyList<double> this[int edge] => edges[edge];

    /// <summary>The height in the middle of an area at the last position; NaN if the stack ends before or the area is gone.</summary>
    public double EndCentre(int area) =>
        edges[area + 1][^1] - edges[area][^1] > 0.004 * edges[^1][^1] ? (edges[area + 1][^1] + edges[area][^1]) / 2 : double.NaN;

    public StackPlace Choose(int area, Scale across, Scale up)
    {
        var room = Room(area, across, up, []).Height;
        return room >= 1.25 * FigureStyle.LabelSize * FigureStyle.LineHeight ? StackPlace.Inside
            : double.IsNaN(EndCentre(area)) ? StackPlace.Legend : StackPlace.Beside;
    }

    /// <summary>The highest box for the area's name that stays within it and keeps clear of vertical lines; empty if none.</summary>
    public Box Room(int area, Scale across, Scale up, IReadOnlyList<double> lines)
    {
        var width = TextSize.Width(stack.Areas[area].Name, FigureStyle.LabelSize, bold: true) + 14;
        var samples = (int)((across.To - across.From) / Sample);
        var span = (int)Math.Ceiling(width / Sample);
        var best = default(Box);
        for (var first = 0; first + span <= samples; first++)
        {
            var left = across.From + (first * Sample);
            if (lines.Any(x => x > left - 2 && x < left + width + 2))
            {
                continue;
            }

            var (top, bottom) = (up.To, up.From);
            for (var s = first; s <= first + span; s++)
            {
                var (low, high) = At(area, across.From + (s * Sample), across);
                top = Math.Max(top, up[high]);
                bottom = Math.Min(bottom, up[low]);
            }

            if (bottom - top > best.Height + 0.5)
            {
                best = new(left, top, left + width, bottom);
            }
        }

        return best;
    }

    private (double Low, double High) At(int area, double pixel, Scale across)
    {
        var x = across.Min + ((pixel - across.From) / (across.To - across.From) * (across.Max - across.Min));
        for (var i = 0; i + 1 < stack.X.Count; i++)
        {
            if (x >= stack.X[i] && x <= stack.X[i + 1] && stack.X[i] < stack.X[i + 1])
            {
                var t = (x - stack.X[i]) / (stack.X[i + 1] - stack.X[i]);
                double Mix(double[] edge) => edge[i] + (t * (edge[i + 1] - edge[i]));
                return (Mix(edges[area]), Mix(edges[area + 1]));
            }
        }

        return (double.NaN, double.NaN);
    }
}
