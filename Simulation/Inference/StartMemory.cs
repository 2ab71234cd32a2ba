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
        for (var j = 0; j < d; j++)
        {
            double meanBefore = 0, meanNow = 0;
            for (var i = j; i < now.Length; i += d)
            {
                meanBefore += before[i] / n;
                meanNow += now[i] / n;
            }

            double squaresBefore = 0, squaresNow = 0, product = 0;
            for (var i = j; i < now.Length; i += d)
            {
                var (a, b) = (before[i] - meanBefore, now[i] - meanNow);
                squaresBefore += a * a;
                squaresNow += b * b;
                product += a * b;
            }

            each[j] = product == 0 ? 0 : product / Math.Sqrt(squaresBefore * squaresNow);
            if (counts[j]) largest = Math.Max(largest, each[j]);
        }

        return largest;
    }
}
