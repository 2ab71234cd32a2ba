namespace Supply.Analysis;

/// <summary>The estimators, for the base points as they are and for resamples of them.</summary>
internal sealed class SobolSums
{
    private readonly int inputs;
    private readonly bool pairs;
    private readonly double[][] values;

    public SobolSums(int inputs, bool pairs, double[][] blocks)
    {
        (this.inputs, this.pairs) = (inputs, pairs);
        var count = (double)blocks.Length * blocks[0].Length;
        Mean = blocks.Sum(block => block.Sum()) / count;

        // Values around the mean: products of them do not drown in its square.
        values = [.. blocks.Select(block => block.Select(value => value - Mean).ToArray())];
        Variance = values.Sum(block => block.Sum(value => value * value)) / count;
    }

    public double Mean { get; }

    public double Variance { get; }

    /// <summary>First orders, totals, then pairs by their first and second input.</summary>
    public double[] Of(int[] points)
    {
        var (k, n) = (inputs, points.Length);
        var (first, total) = (new double[k], new double[k]);
        var (squares, sum, cross) = (0.0, 0.0, 0.0);
        var closed = pairs ? new double[k * (k - 1) / 2] : [];
        foreach (var point in points)
        {
            var block = values[point];
            var (a, b) = (block[0], block[1]);
            foreach (var value in block)
            {
                squares += value * value;
                sum += value;
            }

            cross += a * b;
            for (var i = 0; i < k; i++)
            {
                var mixed = block[2 + i];
                first[i] += b * (mixed - a);
                total[i] += (a - mixed) * (a - mixed) / 2;
                if (!pairs) continue;
                var other = block[2 + k + i];
                first[i] += a * (other - b);
                total[i] += (b - other) * (b - other) / 2;
            }

            if (!pairs) continue;
            for (var (i, place) = (0, 0); i < k; i++)
            {
                // B with i from A and A with j from B have i from A and j from B in common, and nothing else.
                for (var j = i + 1; j < k; j++) closed[place++] += (block[2 + k + i] * block[2 + j]) + (block[2 + k + j] * block[2 + i]);
            }
        }

        var all = (double)n * values[0].Length;
        var mean = sum / all;
        var variance = (squares / all) - (mean * mean);
        var scale = variance > 0 ? 1 / (n * variance) : 0;
        var half = pairs ? 0.5 : 1;
        double[] firsts = [.. first.Select(one => one * scale * half)], totals = [.. total.Select(one => one * scale * half)];
        for (var (i, place) = (0, 0); pairs && i < k; i++)
        {
            for (var j = i + 1; j < k; j++, place++)
            {
                closed[place] = (((closed[place] / 2) - cross) * scale) - firsts[i] - firsts[j];
            }
        }

        return [.. firsts, .. totals, .. closed];
    }
}
