namespace Supply.Analysis;

/// <summary>
/// A function that follows the outcome and whose indices are known exactly: functions of single coordinates added up, and products of such
/// functions over all coordinates (Konakli and Sudret 2016).
/// </summary>
internal sealed class ControlFunction
{
    private readonly ClassLine[] sums;
    private readonly ClassLine[][] products;

    // For each product and coordinate the mean of all other factors; for pairs of products the mean of each coordinate's factors.
    private readonly double[][] others;
    private readonly double[][][] both;

    /// <param name="sums">One function for each coordinate.</param>
    /// <param name="products">For each product one function for each coordinate.</param>
    public ControlFunction(ClassLine[] sums, ClassLine[][] products)
    {
        (this.sums, this.products) = (sums, products);
        others = [.. products.Select(product => product.Select((_, d) =>
            product.Where((_, other) => other != d).Aggregate(1.0, (all, one) => all * one.Mean)).ToArray())];
        both = [.. products.Select(one => products.SelectMany(other => one.Zip(other, (a, b) => a.MeanOfProduct(b))).ToArray())
            .Select(row => row.Chunk(Math.Max(1, sums.Length)).ToArray())];
        Mean = sums.Sum(one => one.Mean) + products.Sum(product => product.Aggregate(1.0, (all, one) => all * one.Mean));
    }

    public double Mean { get; }

    /// <summary>The values at the points of a block, less the mean.</summary>
    /// <param name="design">The design.</param>
    /// <param name="a">The coordinates of A.</param>
    /// <param name="b">The coordinates of B.</param>
    public double[] Block(SobolDesign design, double[] a, double[] b)
    {
        var values = new double[design.BlockRuns];
        Add(design, values, [.. sums.Select((one, d) => one.At(a[d]))], [.. sums.Select((one, d) => one.At(b[d]))], isProduct: false);
        foreach (var product in products)
        {
            Add(design, values, [.. product.Select((one, d) => one.At(a[d]))], [.. product.Select((one, d) => one.At(b[d]))],
                isProduct: true);
        }

        for (var i = 0; i < values.Length; i++) values[i] -= Mean;
        return values;
    }

    /// <summary>The variance that goes with some coordinates alone and among themselves (the closed index, not divided).</summary>
    public double Within(bool[] inside)
    {
        var variance = 0.0;
        for (var s = 0; s < products.Length; s++)
        {
            for (var t = 0; t < products.Length; t++)
            {
                var (all, apart) = (1.0, 1.0);
                for (var d = 0; d < inside.Length; d++)
                {
                    var means = products[s][d].Mean * products[t][d].Mean;
                    apart *= means;
                    all *= inside[d] ? both[s][t][d] : means;
                }

                variance += all - apart;
            }
        }

        for (var d = 0; d < inside.Length; d++)
        {
            if (!inside[d]) continue;
            variance += sums[d].MeanOfProduct(sums[d]) - (sums[d].Mean * sums[d].Mean);
            for (var t = 0; t < products.Length; t++)
            {
                var factor = products[t][d];
                variance += 2 * others[t][d] * (sums[d].MeanOfProduct(factor) - (sums[d].Mean * factor.Mean));
            }
        }

        return variance;
    }

    /// <summary>Adds up, or multiplies, the parts of each point of a block.</summary>
    private static void Add(SobolDesign design, double[] values, double[] a, double[] b, bool isProduct)
    {
        var (k, owners) = (design.Inputs.Count, design.Owners);

        // All parts of one point, except those of an input, which are taken from another.
        double Joined(double[] most, double[] other, int input)
        {
            var whole = isProduct ? 1.0 : 0;
            for (var d = 0; d < most.Length; d++)
            {
                var part = owners[d] == input ? other[d] : most[d];
                whole = isProduct ? whole * part : whole + part;
            }

            return whole;
        }

        values[0] += Joined(a, b, -1);
        values[1] += Joined(b, a, -1);
        for (var i = 0; i < k; i++)
        {
            values[2 + i] += Joined(a, b, i);
            if (design.Pairs) values[2 + k + i] += Joined(b, a, i);
        }
    }
}
