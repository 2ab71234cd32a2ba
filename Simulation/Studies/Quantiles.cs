using System.Buffers;
using System.Runtime.Intrinsics;

namespace Supply.Studies;

/// <summary>
/// Mean, standard error and quantiles over replications. A value that is not a number is undefined: left out and counted.
/// Quantiles interpolate linearly between order statistics (Hyndman and Fan's definition 7).
/// </summary>
internal static class Quantiles
{
    /// <summary>The levels that are kept: the median, and the limits of the central 50 and 90 percent.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>The distribution of values.</summary>
    public static Distribution Of(ReadOnlySpan<double> values)
    {
        var buffer = ArrayPool<double>.Shared.Rent(values.Length);
        var (moments, defined) = Defined(values, buffer);
        var distribution = Of(moments, OfDefined(buffer.AsSpan(0, defined)), values.Length - defined);
        ArrayPool<double>.Shared.Return(buffer);
        return distribution;
    }

    public static Distribution Of(Moments moments, Items<double> quantiles, int undefined) =>
        new(moments.Count == 0 ? double.NaN : moments.Mean, moments.StandardError, quantiles, undefined);

    /// <summary>Copies the defined values and adds them up on the way.</summary>
    public static (Moments Moments, int Count) Defined(ReadOnlySpan<double> values, Span<double> defined)
    {
        if (values.Length <= Moments.Chunk)
        {
            var all = Copy(values, defined);
            return (Moments.Of(defined[..all]), all);
        }

        var (chunks, count) = (new MomentTree(1), 0);
        for (var from = 0; from < values.Length; from += Moments.Chunk)
        {
            var start = count;
            count += Copy(values.Slice(from, Math.Min(Moments.Chunk, values.Length - from)), defined[count..]);
            chunks.Add(from / Moments.Chunk, [Moments.Of(defined[start..count])]);
        }

        return (chunks.Total()[0], count);
    }

    private static int Copy(ReadOnlySpan<double> values, Span<double> defined)
    {
        var i = 0;
        for (; i <= values.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var some = Vector512.Create(values[i..]);
            if (!Vector512.EqualsAll(some, some)) break;
            some.CopyTo(defined[i..]);
        }

        var count = i;
        foreach (var value in values[i..])
        {
            if (!double.IsNaN(value)) defined[count++] = value;
        }

        return count;
    }

    /// <summary>The quantiles of values of which none is NaN; NaN without values.</summary>
    public static Items<double> OfDefined(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return [.. Levels.Select(_ => double.NaN)];
        Span<int> ranks = stackalloc int[2 * Levels.Count];
        var count = 0;
        foreach (var level in Levels)
        {
            var below = (int)Below(values.Length, level).Rank;
            if (count == 0 || below > ranks[count - 1]) ranks[count++] = below;
            if (below + 1 < values.Length && below + 1 > ranks[count - 1]) ranks[count++] = below + 1;
        }

        ranks = ranks[..count];
        Span<double> picked = stackalloc double[count];
        Selection.Pick(values, ranks, picked);
        var quantiles = new double[Levels.Count];
        for (var i = 0; i < quantiles.Length; i++)
        {
            var (rank, beyond) = Below(values.Length, Levels[i]);
            var place = ranks.IndexOf((int)rank);
            quantiles[i] = Between(picked[place], picked[Math.Min(place + 1, count - 1)], beyond);
        }

        return Items.Of<double>(quantiles);
    }

    /// <summary>The rank at or below a quantile, and how far beyond it the quantile lies.</summary>
    public static (long Rank, double Beyond) Below(long count, double level)
    {
        var position = ((count - 1) * level) + 1;
        return ((long)position - 1, position - (long)position);
    }

    /// <summary>A point between two values, either or both of which may be infinite: never reached.</summary>
    public static double Between(double low, double high, double beyond)
    {
        var value = low + (beyond * (high - low));

        // No weight on an infinite neighbour, or two infinite ones: not a number in arithmetic, but the value at the position itself.
        return double.IsNaN(value) ? low : value;
    }
}
