using System.Buffers;
using System.Runtime.Intrinsics;

namespace Supply.Studies;

/// <summary>
/// Counts of values by size, for ensembles too large to keep every value. Bins are 1/256 of a power of two wide, so a quantile is within
/// 0.4 % of the exact one; counts are integers, so the order of adding and merging does not matter. Values below one millionth, negative
/// ones included, count as 0: rounds, days and fractions are not negative, and nothing that small is meaningful.
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

    // Bins from the first kept to the last, of all possible ones; bin 0 counts the values that count as 0.
    private int[] counts = [];
    private int first = 1;
    private int zeros;

    /// <summary>The most bytes a histogram takes.</summary>
    public const long MostBytes = sizeof(int) * ((Octaves << MantissaBits) + (2L * Margin));

    public int Count { get; private set; }

    /// <summary>Adds values of which none is NaN.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        var rented = ArrayPool<int>.Shared.Rent(values.Length);
        var bins = rented.AsSpan(0, values.Length);
        Reach(Bins(values, bins));
        foreach (var bin in bins)
        {
            if (bin > 0) counts[bin - first]++;
            else zeros++;
        }

        Count += values.Length;
        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>The quantile at a level from 0 to 1, between order statistics as exact ones are; NaN without values.</summary>
    public double Quantile(double level)
    {
        if (Count == 0) return double.NaN;
        var (rank, beyond) = Quantiles.Below(Count, level);
        return beyond > 0 ? Quantiles.Between(OfRank(rank), OfRank(rank + 1), beyond) : OfRank(rank);
    }

    /// <summary>The bin of each value, and the smallest and largest of those above 0; 0 and 0 if there are none.</summary>
    private static (int Least, int Greatest) Bins(ReadOnlySpan<double> values, Span<int> bins)
    {
        var (least, greatest) = (Vector512.Create(long.MaxValue), Vector512<long>.Zero);
        var i = 0;
        for (; i <= values.Length - (2 * Vector512<long>.Count); i += 2 * Vector512<long>.Count)
        {
            var (some, others) = (Bins(Vector512.Create(values[i..])), Bins(Vector512.Create(values[(i + Vector512<long>.Count)..])));
            least = Vector512.Min(least, Vector512.Min(Or(some, long.MaxValue), Or(others, long.MaxValue)));
            greatest = Vector512.Max(greatest, Vector512.Max(some, others));
            Vector512.Narrow(some, others).CopyTo(bins[i..]);
        }

        var (low, high) = (long.MaxValue, 0L);
        for (; i < values.Length; i++)
        {
            bins[i] = (int)Bins(Vector512.Create(values[i]))[0];
            (low, high) = (bins[i] > 0 ? Math.Min(low, bins[i]) : low, Math.Max(high, bins[i]));
        }

        for (var lane = 0; lane < Vector512<long>.Count; lane++) (low, high) = (Math.Min(low, least[lane]), Math.Max(high, greatest[lane]));
        return high == 0 ? (0, 0) : ((int)low, (int)high);
    }

    private static Vector512<long> Bins(Vector512<double> values)
    {
        var bin = Vector512.ShiftRightArithmetic(Vector512.Min(values, Vector512.Create(largest)).AsInt64(), Shift) - Vector512.Create(
            lowest - 1);
        return Vector512.ConditionalSelect(Vector512.LessThan(values, Vector512.Create(smallest)).AsInt64(), Vector512<long>.Zero, bin);
    }

    /// <summary>A number in place of zeros.</summary>
    private static Vector512<long> Or(Vector512<long> values, long zero) =>
        Vector512.ConditionalSelect(Vector512.Equals(values, Vector512<long>.Zero), Vector512.Create(zero), values);

    private static double Edge(int bin) => BitConverter.Int64BitsToDouble((bin + lowest - 1) << Shift);

    /// <summary>The value of a rank, as if the values of a bin were spread evenly over it.</summary>
    private double OfRank(int rank)
    {
        var below = zeros;
        if (rank < below) return 0;
        var i = 0;
        while (below + counts[i] <= rank) below += counts[i++];
        var (left, right) = (Edge(first + i), Edge(first + i + 1));
        return left + ((right - left) * (rank - below + 0.5) / counts[i]);
    }

    /// <summary>Makes room for bins.</summary>
    private void Reach((int Least, int Greatest) bins)
    {
        var (from, to) = (bins.Least, bins.Greatest + 1);
        if (bins.Greatest == 0 || (from >= first && to <= first + counts.Length)) return;
        if (counts.Length > 0) (from, to) = (Math.Min(from, first), Math.Max(to, first + counts.Length));
        (from, to) = (Math.Max(1, from - Margin), Math.Min((Octaves << MantissaBits) + 1, to + Margin));
        var wider = new int[to - from];
        counts.CopyTo(wider, Math.Max(0, first - from));
        (counts, first) = (wider, from);
    }
}
