namespace Supply.Analysis;

/// <summary>
/// How unevenly points fill the unit cube: squared L2 discrepancies (Fang, Li and Sudjianto 2006), except the star discrepancy, which is
/// its root. Lower is better; designs are compared by one of them at a time.
/// </summary>
public static class Unevenness
{
    /// <summary>The centred discrepancy (Hickernell 1998), squared.</summary>
    /// <param name="points">The points, each with the same number of coordinates in 0..1; at least one.</param>
    public static double Centred(IReadOnlyList<double[]> points)
    {
        Check(points);
        static double Edge(double x) => Math.Abs(x - 0.5);
        return Sum(points, 13.0 / 12, x => 1 + (0.5 * Edge(x)) - (0.5 * Edge(x) * Edge(x)),
            (x, y) => 1 + (0.5 * Edge(x)) + (0.5 * Edge(y)) - (0.5 * Math.Abs(x - y)));
    }

    /// <summary>The discrepancy on the torus (wrap-around, Hickernell 1998), squared.</summary>
    /// <inheritdoc cref="Centred"/>
    public static double WrapAround(IReadOnlyList<double[]> points)
    {
        Check(points);
        static double Pair(double x, double y) => 1.5 - (Math.Abs(x - y) * (1 - Math.Abs(x - y)));
        return -Math.Pow(4.0 / 3, points[0].Length) + Pairs(points, Pair);
    }

    /// <summary>The mixture discrepancy (Zhou, Fang and Ning 2013), squared.</summary>
    /// <inheritdoc cref="Centred"/>
    public static double Mixture(IReadOnlyList<double[]> points)
    {
        Check(points);
        static double Edge(double x) => Math.Abs(x - 0.5);
        return Sum(points, 19.0 / 12, x => (5.0 / 3) - (0.25 * Edge(x)) - (0.25 * Edge(x) * Edge(x)),
            (x, y) => (15.0 / 8) - (0.25 * Edge(x)) - (0.25 * Edge(y)) - (0.75 * Math.Abs(x - y)) + (0.5 * (x - y) * (x - y)));
    }

    /// <summary>The star discrepancy in L2 (Warnock 1972).</summary>
    /// <inheritdoc cref="Centred"/>
    public static double Star(IReadOnlyList<double[]> points)
    {
        Check(points);
        return Math.Sqrt(Sum(points, 1.0 / 3, x => (1 - (x * x)) / 2, (x, y) => 1 - Math.Max(x, y)));
    }

    /// <summary>c^d - 2/n sum of products of single terms + 1/n^2 sum of products of pairs.</summary>
    private static double Sum(IReadOnlyList<double[]> points, double constant, Func<double, double> single, Func<double, double,
        double> pair) =>
        Math.Pow(constant, points[0].Length)
            - (2.0 / points.Count * points.Sum(point => point.Aggregate(1.0, (product, x) => product * single(x))))
            + Pairs(points, pair);

    private static double Pairs(IReadOnlyList<double[]> points, Func<double, double, double> pair)
    {
        var sum = 0.0;
        foreach (var one in points)
        {
            foreach (var other in points)
            {
                var product = 1.0;
                for (var d = 0; d < one.Length; d++) product *= pair(one[d], other[d]);
                sum += product;
            }
        }

        return sum / points.Count / points.Count;
    }

    private static void Check(IReadOnlyList<double[]> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count == 0) throw new ArgumentException("There are no points; at least 1 is needed.", nameof(points));
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Length != points[0].Length)
            {
                throw new ArgumentException($"Point {i} has {points[i].Length} coordinates, point 0 {points[0].Length}.", nameof(points));
            }

            var bad = Array.FindIndex(points[i], x => !(x is >= 0 and <= 1));
            if (bad >= 0)
            {
                throw new ArgumentException($"Coordinate {bad} of point {i} is {points[i][bad]}; it must lie in 0..1.", nameof(points));
            }
        }
    }
}
