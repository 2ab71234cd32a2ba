namespace Supply.Summary;

/// <summary>
/// Counts of values by size, for ensembles too large to keep every value. Bins are 1/256 of a power of two wide, so a quantile
/// is within 0.4 % of the exact one; counts are integers, so the order of adding and merging does not matter. What is below one
/// millionth counts as 0, negative values too: rounds, days and fractions are not negative, and nothing so small is meant.
/// </summary>
internal sealed class Histogram
{
    private const int MantissaBits = 8;
    private const int Shift = 52 - MantissaBits;
    private const int LowestExponent = -20;
    private const int Octaves = 64;
    private const int Margin = 64;
    private static readonly long lowest = BitConverter.DoubleToInt64Bits(Math.ScaleB(1, LowestExponent)) >> Shift;
    private static readonly double smallest = Math.ScaleB(1, LowestExponent);
    private static readonly double largest = Math.BitDecrement(Math.ScaleB(1, LowestExponent + Octaves));

    // Only the bins between the least and the greatest value seen, and some beside them.
    private int[] counts = [];
    private int first;
    private int zeros;

    /// <summary>The most bytes a histogram takes.</summary>
    public const long MostBytes = sizeof(int) * ((Octaves << MantissaBits) + (2 * Margin));

    public int Count { get; private set; }

    /// <summary>Adds values of which none is NaN.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        Reach(values);
        foreach (var value in values)
        {
            if (value >= smallest) counts[Bin(value) - first]++;
            else zeros++;
        }

        Count += values.Length;
    }

    /// <summary>The quantile at a level from 0 to 1, between order statistics as exact ones are; NaN without values.</summary>
    public double Quantile(double level)
    {
        if (Count == 0) return double.NaN;
        var (rank, beyond) = Quantiles.Below(Count, level);
        return beyond > 0 ? Quantiles.Between(OfRank(rank), OfRank(rank + 1), beyond) : OfRank(rank);
    }

    private static int Bin(double value) => (int)((BitConverter.DoubleToInt64Bits(Math.Min(value, largest)) >> Shift) - lowest);

    private static double Edge(int bin) => BitConverter.Int64BitsToDouble((bin + lowest) << Shift);

    /// <summary>The value of a rank, as if those of a bin were spread evenly over it.</summary>
    private double OfRank(int rank)
    {
        var below = zeros;
        if (rank < below) return 0;
        var i = 0;
        while (below + counts[i] <= rank) below += counts[i++];
        var (left, right) = (Edge(first + i), Edge(first + i + 1));
        return left + ((right - left) * (rank - below + 0.5) / counts[i]);
    }

    /// <summary>Makes room for values.</summary>
    private void Reach(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, 0.0);
        foreach (var value in values)
        {
            high = Math.Max(high, value);
            if (value >= smallest) low = Math.Min(low, value);
        }

        if (high < smallest) return;
        var (from, to) = (Bin(low), Bin(high) + 1);
        if (counts.Length > 0 && from >= first && to <= first + counts.Length) return;
        from = Math.Max(0, Math.Min(from, counts.Length > 0 ? first : from) - Margin);
        to = Math.Min(Octaves << MantissaBits, Math.Max(to, first + counts.Length) + Margin);
        var wider = new int[to - from];
        counts.CopyTo(wider, counts.Length > 0 ? first - from : 0);
        (counts, first) = (wider, from);
    }
}
