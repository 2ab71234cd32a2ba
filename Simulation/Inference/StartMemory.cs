namespace Supply.Inference;

/// <summary>How much of their state at the last resampling the particles keep.</summary>
internal sealed class StartMemory
{
    private readonly double[] before;
    private readonly bool[] counts;

    public StartMemory(Particles particles, ReferenceDistribution reference)
    {
        before = [.. particles.AllZ];
        counts = [.. Enumerable.Range(0, particles.Dimension).Select(reference.IsInformed)];
        if (!counts.Contains(true)) Array.Fill(counts, true);
    }

    private StartMemory(double[] before, bool[] counts) => (this.before, this.counts) = (before, counts);

    /// <summary>Writes it to a checkpoint.</summary>
    public void Write(BinaryWriter writer)
    {
        CheckpointArrays.Write(writer, before);
        CheckpointArrays.Write(writer, counts);
    }

    /// <summary>Reads it from a checkpoint.</summary>
    public static StartMemory Read(BinaryReader reader) =>
        new(CheckpointArrays.Read<double>(reader), CheckpointArrays.Read<bool>(reader));

    /// <summary>
    /// The largest correlation over the coordinates that the particles distinguish from their priors, or over all if there are none.
    /// </summary>
    public double Correlation(Particles particles, double[] each)
    {
        var (largest, d, n, now) = (0.0, particles.Dimension, particles.Count, particles.AllZ);
        var (meanBefore, meanNow) = (new double[d], new double[d]);
        var (squaresBefore, squaresNow, products) = (new double[d], new double[d], new double[d]);
        for (var i = 0; i < n; i++)
        {
            var old = before.AsSpan(i * d, d);
            var young = now.AsSpan(i * d, d);
            for (var j = 0; j < d; j++)
            {
                meanBefore[j] += old[j] / n;
                meanNow[j] += young[j] / n;
            }
        }

        for (var i = 0; i < n; i++)
        {
            var old = before.AsSpan(i * d, d);
            var young = now.AsSpan(i * d, d);
            for (var j = 0; j < d; j++)
            {
                var (a, b) = (old[j] - meanBefore[j], young[j] - meanNow[j]);
                squaresBefore[j] += a * a;
                squaresNow[j] += b * b;
                products[j] += a * b;
            }
        }

        for (var j = 0; j < d; j++)
        {
            each[j] = products[j] == 0 ? 0 : products[j] / Math.Sqrt(squaresBefore[j] * squaresNow[j]);
            if (counts[j]) largest = Math.Max(largest, each[j]);
        }

        return largest;
    }
}
