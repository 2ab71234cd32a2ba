using System.Globalization;
using System.Text;

namespace Supply.Plots.Pens;

/// <summary>Writes corners in pixels as path data.</summary>
internal static class PathData
{
    public static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    public static string Segment(double x0, double y0, double x1, double y1) => $"M{Number(x0)} {Number(y0)}L{Number(x1)} {Number(y1)}";

    public static string Open(IReadOnlyList<(double X, double Y)> corners)
    {
        var path = new StringBuilder();
        Append(path, corners, 'M');

        // A single point has no length; a tiny length makes the round end visible.
        return corners.Count == 1 ? path.Append("h0.01").ToString() : path.ToString();
    }

    /// <summary>The area between two edges that share their positions.</summary>
    public static string Between(IReadOnlyList<(double X, double Y)> upper, IReadOnlyList<(double X, double Y)> lower)
    {
        if (upper.Count == 1)
        {
            upper = [(upper[0].X - 1, upper[0].Y), (upper[0].X + 1, upper[0].Y)];
            lower = [(lower[0].X - 1, lower[0].Y), (lower[0].X + 1, lower[0].Y)];
        }

        var path = new StringBuilder();
        Append(path, upper, 'M');
        Append(path, [.. lower.Reverse()], 'L');
        return path.Append('Z').ToString();
    }

    private static void Append(StringBuilder path, IReadOnlyList<(double X, double Y)> corners, char start)
    {
        foreach (var (x, y) in corners)
        {
            path.Append(start).Append(Number(x)).Append(' ').Append(Number(y));
            start = 'L';
        }
    }
}
