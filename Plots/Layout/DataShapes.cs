namespace Supply.Plots.Layout;

/// <summary>An area between two edges that share their positions, in data units.</summary>
internal sealed record DataArea(IReadOnlyList<(double X, double Y)> Upper, IReadOnlyList<(double X, double Y)> Lower)
{
    /// <summary>The corners around the area.</summary>
    public IEnumerable<(double X, double Y)> Outline => Upper.Concat(Lower.Reverse());
}

/// <summary>The shapes of layers in data units, the same for every pen: a missing value ends one piece and starts another.</summary>
internal static class DataShapes
{
    // The share of a category's slot that its box takes.
    private const double BoxShare = 0.5;

    /// <summary>The pieces of a line; on a category axis a short bar for each category.</summary>
    public static IEnumerable<IReadOnlyList<(double X, double Y)>> Pieces(AxisKind kind, Line line)
    {
        foreach (var run in Runs(line.X.Count, i => !double.IsNaN(line.Y[i])))
        {
            if (kind != AxisKind.Category)
            {
                yield return Corners(line.X, i => line.Y[i], run, line.Stepped);
                continue;
            }

            for (var i = run.First; i <= run.Last; i++)
            {
                yield return Bar(line.X[i], line.Y[i]);
            }
        }
    }

    /// <summary>The pieces of a band; on a category axis a box for each category.</summary>
    public static IEnumerable<DataArea> Areas(AxisKind kind, Band band)
    {
        foreach (var run in Runs(band.X.Count, i => !double.IsNaN(band.Low[i] + band.High[i])))
        {
            if (kind != AxisKind.Category)
            {
                yield return new(Corners(band.X, i => band.High[i], run, band.Stepped),
                    Corners(band.X, i => band.Low[i], run, band.Stepped));
                continue;
            }

            for (var i = run.First; i <= run.Last; i++)
            {
                yield return new(Bar(band.X[i], band.High[i]), Bar(band.X[i], band.Low[i]));
            }
        }
    }

    /// <summary>The pieces of one area of a stack.</summary>
    public static IEnumerable<DataArea> Areas(StackedAreas stack, StackEdges edges, int area)
    {
        var (low, high, whole) = (edges[area], edges[area + 1], edges[stack.Areas.Count]);
        return Runs(stack.X.Count, i => !double.IsNaN(whole[i])).Select(run => new DataArea(
            Corners(stack.X, i => high[i], run, stepped: false), Corners(stack.X, i => low[i], run, stepped: false)));
    }

    /// <summary>The unbroken stretches of positions, as first and last index.</summary>
    private static IEnumerable<(int First, int Last)> Runs(int count, Func<int, bool> present)
    {
        for (var i = 0; i < count; i++)
        {
            if (!present(i))
            {
                continue;
            }

            var first = i;
            while (i + 1 < count && present(i + 1))
            {
                i++;
            }

            yield return (first, i);
        }
    }

    /// <summary>The corners of a stretch; stepped values hold to the next position, present or not.</summary>
    private static List<(double X, double Y)> Corners(IReadOnlyList<double> x, Func<int, double> y, (int First, int Last) run, bool stepped)
    {
        List<(double X, double Y)> corners = [];
        for (var i = run.First; i <= run.Last; i++)
        {
            corners.Add((x[i], y(i)));
            if (stepped && i + 1 < x.Count)
            {
                corners.Add((x[i + 1], y(i)));
            }
        }

        return corners;
    }

    private static (double X, double Y)[] Bar(double x, double y) => [(x - (BoxShare / 2), y), (x + (BoxShare / 2), y)];
}
