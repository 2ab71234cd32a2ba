using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Studies;

/// <summary>
/// Finds the values of some ranks without sorting the rest: values are counted in bins of equal width over their range, and only the bins
/// that hold a wanted rank are sorted. Values must not be NaN; infinite ones count.
/// </summary>
internal static class Selection
{
    private const int SmallEnoughToSort = 256;
    private const int MostBins = 2048;

    /// <summary>Average number of values in a bin.</summary>
    private const int PerBin = 8;

    // Each level narrows the range by the number of bins; values that need more levels are spread too widely for that.
    private const int MostLevels = 8;

    /// <param name="values">The values, left as they are.</param>
    /// <param name="ranks">Wanted ranks from 0, in ascending order.</param>
    /// <param name="picked">Takes the value of each rank.</param>
    public static void Pick(ReadOnlySpan<double> values, ReadOnlySpan<int> ranks, Span<double> picked) => Pick(values, 0, ranks, picked, 0);

    // "Below" is the number of all values that lie below these.
    private static void Pick(ReadOnlySpan<double> values, int below, ReadOnlySpan<int> ranks, Span<double> picked, int level)
    {
        if (ranks.IsEmpty) return;
        var (low, high) = Range(values);
        if (low == high)
        {
            picked.Fill(low);
            return;
        }

        var count = Math.Min(MostBins, values.Length / PerBin);
        var scale = (count - 1) / (high - low);
        var sorts = values.Length <= SmallEnoughToSort || level == MostLevels || !double.IsFinite(scale) || scale == 0;
        var buffer = ArrayPool<double>.Shared.Rent(values.Length);
        if (sorts) PickSorted(values, below, ranks, picked, buffer.AsSpan(0, values.Length));
        else PickFromBins(values, below, ranks, picked, low, scale, count, buffer, level);
        ArrayPool<double>.Shared.Return(buffer);
    }

    private static void PickSorted(
        ReadOnlySpan<double> values, int below, ReadOnlySpan<int> ranks, Span<double> picked, Span<double> buffer)
    {
        values.CopyTo(buffer);
        buffer.Sort();
        for (var i = 0; i < ranks.Length; i++) picked[i] = buffer[ranks[i] - below];
    }

    [SkipLocalsInit]
    private static void PickFromBins(
        ReadOnlySpan<double> values, int below, ReadOnlySpan<int> ranks, Span<double> picked, double low, double scale, int binCount,
        Span<double> buffer, int level)
    {
        var rented = ArrayPool<int>.Shared.Rent(values.Length);
        var bins = rented.AsSpan(0, values.Length);
        Bins(values, low, scale, bins);
        Span<int> counts = stackalloc int[MostBins];
        Span<int> place = stackalloc int[MostBins];
        counts = counts[..binCount];
        Count(bins, counts, place[..binCount]);

        // Values in a bin with a wanted rank are put side by side; the others are not looked at again.
        place.Fill(-1);
        var (collected, seen, rank) = (0, below, 0);
        for (var bin = 0; rank < ranks.Length; seen += counts[bin++])
        {
            if (ranks[rank] >= seen + counts[bin]) continue;
            place[bin] = collected;
            collected += counts[bin];
            while (rank < ranks.Length && ranks[rank] < seen + counts[bin]) rank++;
        }

        for (var i = 0; i < bins.Length; i++)
        {
            ref var to = ref place[bins[i]];
            if (to >= 0) buffer[to++] = values[i];
        }

        ArrayPool<int>.Shared.Return(rented);
        (seen, rank) = (below, 0);
        for (var bin = 0; rank < ranks.Length; seen += counts[bin++])
        {
            var first = rank;
            while (rank < ranks.Length && ranks[rank] < seen + counts[bin]) rank++;
            if (rank > first)
            {
                Pick(buffer.Slice(place[bin] - counts[bin], counts[bin]), seen, ranks[first..rank], picked[first..rank], level + 1);
            }
        }
    }

    /// <summary>The bin of each value; it never decreases as the value grows, because none of its operations does.</summary>
    private static void Bins(ReadOnlySpan<double> values, double low, double scale, Span<int> bins)
    {
        var i = 0;
        for (; i <= values.Length - (2 * Vector512<double>.Count); i += 2 * Vector512<double>.Count)
        {
            var first = (Vector512.Create(values[i..]) - Vector512.Create(low)) * scale;
            var second = (Vector512.Create(values[(i + Vector512<double>.Count)..]) - Vector512.Create(low)) * scale;
            Vector512.Narrow(Vector512.ConvertToInt64(first), Vector512.ConvertToInt64(second)).CopyTo(bins[i..]);
        }

        for (; i < values.Length; i++) bins[i] = (int)((values[i] - low) * scale);
    }

    private static void Count(ReadOnlySpan<int> bins, Span<int> counts, Span<int> others)
    {
        // Two counters for each bin: adjacent values in one bin need not wait for each other.
        counts.Clear();
        others.Clear();
        var i = 0;
        for (; i < bins.Length - 1; i += 2)
        {
            counts[bins[i]]++;
            others[bins[i + 1]]++;
        }

        if (i < bins.Length) counts[bins[i]]++;
        for (var bin = 0; bin < counts.Length; bin++) counts[bin] += others[bin];
    }

    private static (double Low, double High) Range(ReadOnlySpan<double> values)
    {
        var (low, high) = (values[0], values[0]);
        if (values.Length >= Vector512<double>.Count)
        {
            var (lows, highs) = (Vector512.Create(values), Vector512.Create(values));
            for (var i = 0; i <= values.Length - Vector512<double>.Count; i += Vector512<double>.Count)
            {
                var some = Vector512.Create(values[i..]);
                lows = Vector512.Min(lows, some);
                highs = Vector512.Max(highs, some);
            }

            for (var lane = 0; lane < Vector512<double>.Count; lane++)
            {
                (low, high) = (Math.Min(low, lows[lane]), Math.Max(high, highs[lane]));
            }
        }

        foreach (var value in values[(values.Length / Vector512<double>.Count * Vector512<double>.Count)..])
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        return (low, high);
    }
}
