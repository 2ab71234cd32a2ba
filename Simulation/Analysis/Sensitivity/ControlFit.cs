namespace Supply.Analysis;

/// <summary>
/// Fits a <see cref="ControlFunction"/> to some base points by alternating least squares: coordinate by coordinate, a constant and the
/// factor of one product in each of equal classes, with all else held. Everything runs in a fixed order.
/// </summary>
internal sealed class ControlFit
{
    private const int Rounds = 2;
    private const int FirstSweeps = 3;
    private const int Sweeps = 6;

    // A product that varies by less than this part of its mean square counts as constant: nothing tells its factor from the constant.
    private const double NoVariation = 1e-9;

    private readonly int dimensions;
    private readonly int classes;
    private readonly int[] rows;
    private readonly byte[][] ofA;
    private readonly byte[][] ofB;
    private readonly double[][] values;
    private readonly double[][] sums;
    private readonly List<double[][]> products = [];

    private ControlFit(SobolDesign design, int classes, double[][] a, double[][] b, double[][] values)
    {
        (dimensions, this.classes, this.values) = (design.Dimensions, classes, values);
        ofA = [.. a.Select(Classes)];
        ofB = [.. b.Select(Classes)];

        // The run in which a coordinate alone comes from B; none for members of groups.
        rows = [.. Enumerable.Range(0, dimensions).Select(_ => -1)];
        foreach (var (i, input) in design.Inputs.Index())
        {
            if (input.Members.Count == 1) rows[input.Members[0]] = 2 + i;
        }

        sums = Filled(0);
    }

    /// <param name="design">The design.</param>
    /// <param name="classes">Equal classes of each coordinate, 2..255.</param>
    /// <param name="count">The number of products; 0: functions of single coordinates alone.</param>
    /// <param name="a">For each base point the coordinates of A.</param>
    /// <param name="b">For each base point the coordinates of B.</param>
    /// <param name="values">For each base point the values of its runs.</param>
    public static ControlFunction Of(SobolDesign design, int classes, int count, double[][] a, double[][] b, double[][] values)
    {
        var fit = new ControlFit(design, classes, a, b, values);
        if (count == 0)
        {
            // A product that is nothing leaves the constants.
            var nothing = fit.Filled(0);
            for (var sweep = 0; sweep < FirstSweeps; sweep++) fit.Sweep(fit.values, nothing, withSums: true);
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var t = 0; t < count; t++) fit.Improve(t);
        }

        ClassLine[] Lines(double[][] all) => [.. all.Select(one => new ClassLine(one))];
        return new(Lines(fit.sums), [.. fit.products.Select(Lines)]);
    }

    private void Improve(int product)
    {
        var isNew = product == products.Count;
        var target = values.Select((block, i) => Without(block, i, product)).ToArray();
        if (isNew)
        {
            products.Add(Filled(1));
            for (var sweep = 0; sweep < FirstSweeps; sweep++) Sweep(target, products[product], withSums: false);
        }

        for (var sweep = 0; sweep < Sweeps; sweep++) Sweep(target, products[product], withSums: true);
    }

    /// <summary>The values of a block that other products do not account for.</summary>
    private double[] Without(double[] block, int point, int product)
    {
        var left = (double[])block.Clone();
        foreach (var (t, other) in products.Index())
        {
            if (t == product) continue;
            var later = Later(other, ofA[point]);
            left[0] -= later[0];
            left[1] -= Later(other, ofB[point])[0];
            var earlier = 1.0;
            for (var d = 0; d < dimensions; d++)
            {
                if (rows[d] >= 0) left[rows[d]] -= earlier * other[d][ofB[point][d]] * later[d + 1];
                earlier *= other[d][ofA[point][d]];
            }
        }

        return left;
    }

    /// <summary>One pass over all coordinates.</summary>
    /// <param name="target">The values that are fitted, block by block.</param>
    /// <param name="product">The factors of the product, which are replaced.</param>
    /// <param name="withSums">Whether the constants are fitted as well.</param>
    private void Sweep(double[][] target, double[][] product, bool withSums)
    {
        var n = target.Length;
        double[][] laterA = [.. ofA.Select(own => Later(product, own))], laterB = [.. ofB.Select(own => Later(product, own))];
        double[] earlierA = [.. Enumerable.Repeat(1.0, n)], earlierB = [.. earlierA];
        double[] sumA = [.. ofA.Select(Sum)], sumB = [.. ofB.Select(Sum)];
        for (var d = 0; d < dimensions; d++)
        {
            var moments = new ClassMoments(classes);
            for (var i = 0; i < n; i++)
            {
                var (a, b) = (ofA[i][d], ofB[i][d]);
                var (restA, restB) = (earlierA[i] * laterA[i][d + 1], earlierB[i] * laterB[i][d + 1]);
                var (without, withoutB) = (sumA[i] - sums[d][a], sumB[i] - sums[d][b]);
                var (ownA, ownB) = withSums ? (0, 0) : (sums[d][a], sums[d][b]);
                moments.Add(a, target[i][0] - without - ownA, restA);
                moments.Add(b, target[i][1] - withoutB - ownB, restB);
                if (rows[d] >= 0) moments.Add(b, target[i][rows[d]] - without - ownB, restA);
            }

            double[] former = [.. sums[d]];
            for (var c = 0; c < classes; c++)
            {
                if (!moments.Has(c)) continue;
                if (withSums) (sums[d][c], product[d][c]) = moments.Line(c, NoVariation);
                else product[d][c] = moments.Slope(c);
            }

            for (var i = 0; i < n; i++)
            {
                var (a, b) = (ofA[i][d], ofB[i][d]);
                earlierA[i] *= product[d][a];
                earlierB[i] *= product[d][b];
                sumA[i] += sums[d][a] - former[a];
                sumB[i] += sums[d][b] - former[b];
            }
        }
    }

    /// <summary>For each coordinate the product of its factor and those of all later ones; 1 at the end.</summary>
    private double[] Later(double[][] product, byte[] own)
    {
        var later = new double[dimensions + 1];
        later[dimensions] = 1;
        for (var d = dimensions - 1; d >= 0; d--) later[d] = later[d + 1] * product[d][own[d]];
        return later;
    }

    private double Sum(byte[] own)
    {
        var sum = 0.0;
        for (var d = 0; d < dimensions; d++) sum += sums[d][own[d]];
        return sum;
    }

    private double[][] Filled(double value) =>
        [.. Enumerable.Range(0, dimensions).Select(_ => Enumerable.Repeat(value, classes).ToArray())];

    private byte[] Classes(double[] point) => [.. point.Select(place => (byte)Math.Clamp((int)(place * classes), 0, classes - 1))];
}
