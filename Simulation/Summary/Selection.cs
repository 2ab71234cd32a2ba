namespace Supply.Summary;

/// <summary>
/// Puts the values of some ranks where sorting would put them, without sorting the rest: partitions are cut at a pivot, and
/// only those that hold a wanted rank are cut further. Values must not be NaN.
/// </summary>
internal static class Selection
{
    private const int SmallEnoughToSort = 32;

    /// <param name="values">The values; reordered.</param>
    /// <param name="ranks">Wanted ranks from 0, in ascending order.</param>
    public static void Place(Span<double> values, ReadOnlySpan<int> ranks) => Place(values, 0, ranks);

    private static void Place(Span<double> values, int offset, ReadOnlySpan<int> ranks)
    {
        while (ranks.Length > 0 && values.Length > SmallEnoughToSort)
        {
            var (below, above) = Partition(values, Pivot(values));
            var first = Count(ranks, offset + below);
            var last = Count(ranks, offset + above);
            Place(values[..below], offset, ranks[..first]);

            // What equals the pivot is in place already.
            values = values[above..];
            offset += above;
            ranks = ranks[last..];
        }

        if (ranks.Length > 0) values.Sort();
    }

    /// <summary>How many ranks lie below a limit.</summary>
    private static int Count(ReadOnlySpan<int> ranks, int limit)
    {
        var count = 0;
        while (count < ranks.Length && ranks[count] < limit) count++;
        return count;
    }

    /// <summary>The median of the first, middle and last value: good for sorted rows, and the same in every run.</summary>
    private static double Pivot(ReadOnlySpan<double> values)
    {
        var (a, b, c) = (values[0], values[values.Length / 2], values[^1]);
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }

    /// <summary>Cuts into values below the pivot, equal to it, and above it.</summary>
    private static (int Below, int Above) Partition(Span<double> values, double pivot)
    {
        var (below, i, above) = (0, 0, values.Length);
        while (i < above)
        {
            var value = values[i];
            if (value < pivot)
            {
                values[i++] = values[below];
                values[below++] = value;
            }
            else if (value > pivot)
            {
                values[i] = values[--above];
                values[above] = value;
            }
            else
            {
                i++;
            }
        }

        return (below, above);
    }
}
