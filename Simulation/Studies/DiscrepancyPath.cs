namespace Supply.Studies;

/// <summary>
/// The paths of one kind of quantity in all replications: values at points half a year apart and straight lines between them. The values
/// form a stationary process whose correlation falls by 1/e in a year; points beyond the given ones are drawn when they are first needed.
/// </summary>
internal sealed class DiscrepancyPath
{
    private readonly List<double[]> points;
    private readonly double[] sizes;
    private readonly Func<int, int, double> normal;

    /// <param name="points">The values at the first points, for each point one for each replication; at least one point.</param>
    /// <param name="sizes">The standard deviation of the process in each replication.</param>
    /// <param name="normal">A standard normal draw for a point and a replication.</param>
    public DiscrepancyPath(IEnumerable<double[]> points, double[] sizes, Func<int, int, double> normal) =>
        (this.points, this.sizes, this.normal) = ([.. points], sizes, normal);

    /// <summary>The part of a deviation that is left at the next point.</summary>
    public static double Kept { get; } = Maths.Exp.Of(-Discrepancy.PointDays / Discrepancy.MemoryDays);

    /// <summary>The part of the standard deviation that is new at each point.</summary>
    public static double New { get; } = Math.Sqrt(1 - (Kept * Kept));

    public int Replications => sizes.Length;

    /// <summary>The mean over some days, counted from the first point, in each replication.</summary>
    public double[] Mean(double from, double to)
    {
        var weights = Weights(from, to);
        var mean = new double[sizes.Length];
        foreach (var (point, weight) in weights.Index())
        {
            if (weight == 0) continue;
            var values = Point(point);
            for (var i = 0; i < mean.Length; i++) mean[i] += weight * values[i];
        }

        return mean;
    }

    /// <summary>Writes the points that are needed up to a day, counted from the first.</summary>
    public void Write(BinaryWriter writer, double days)
    {
        writer.Write(sizes.Length);
        foreach (var size in sizes) writer.Write(size);
        var count = Weights(0, days).Length;
        writer.Write(count);
        for (var point = 0; point < count; point++)
        {
            foreach (var value in Point(point)) writer.Write(value);
        }
    }

    public static DiscrepancyPath Read(BinaryReader reader)
    {
        var sizes = new double[reader.ReadInt32()];
        void Fill(double[] values)
        {
            for (var i = 0; i < values.Length; i++) values[i] = reader.ReadDouble();
        }

        Fill(sizes);
        var points = new double[reader.ReadInt32()][];
        for (var point = 0; point < points.Length; point++) Fill(points[point] = new double[sizes.Length]);
        return new(points, sizes, (point, _) => throw new InvalidDataException($"Point {point} of a discrepancy was not kept."));
    }

    /// <summary>
    /// The weights of the points, from the first on, in the mean over some days; from equal to to: at that time. Before the first point
    /// the value is that of the first.
    /// </summary>
    public static double[] Weights(double from, double to)
    {
        (from, to) = (Math.Max(0, from / Discrepancy.PointDays), Math.Max(0, to / Discrepancy.PointDays));
        var weights = new double[(int)Math.Floor(to) + 2];
        if (!(to > from))
        {
            var (at, part) = ((int)Math.Floor(to), to - Math.Floor(to));
            (weights[at], weights[at + 1]) = (1 - part, part);
            return weights;
        }

        for (var at = (int)Math.Floor(from); at < to; at++)
        {
            // The straight line between two points over the part of it that is covered: its length, and its middle.
            var (begin, end) = (Math.Max(from, at) - at, Math.Min(to, at + 1) - at);
            var (length, middle) = ((end - begin) / (to - from), (begin + end) / 2);
            weights[at] += length * (1 - middle);
            weights[at + 1] += length * middle;
        }

        return weights;
    }

    /// <summary>
    /// The values at the points as sums of independent standard normals of which the k-th is new at the k-th point, in standard deviations:
    /// the coefficients of one point.
    /// </summary>
    public static double[] Coefficients(int point) =>
        [.. Enumerable.Range(0, point + 1).Select(k => Math.Pow(Kept, point - k) * (k == 0 ? 1 : New))];

    private double[] Point(int point)
    {
        lock (points)
        {
            while (points.Count <= point)
            {
                var (before, next) = (points[^1], points.Count);
                points.Add([.. before.Select((value, i) => (Kept * value) + (New * sizes[i] * normal(next, i)))]);
            }

            return points[point];
        }
    }
}
