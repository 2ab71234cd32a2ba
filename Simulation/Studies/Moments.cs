using System.Runtime.Intrinsics;

namespace Supply.Studies;

/// <summary>
/// Count, mean and sum of squared deviations of values. Values are added up in chunks of replications, within a chunk in eight interleaved
/// sums, and chunks are joined two by two as <see cref="MomentTree"/> says, so that the result has the same bits on any thread, on any
/// processor and in however many parts.
/// </summary>
internal readonly record struct Moments(long Count, double Mean, double Squares)
{
    /// <summary>Replications of a chunk.</summary>
    public const int Chunk = Engines.Recorder.PanelSize;

    /// <summary>Standard error of the mean; NaN below two values.</summary>
    public double StandardError =>
        Count < 2 || double.IsPositiveInfinity(Mean) ? double.NaN : Math.Sqrt(Squares / (Count - 1)) / Math.Sqrt(Count);

    /// <summary>From values without NaN, at most one chunk.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return default;
        var mean = Sum(values, 0, squared: false) / values.Length;

        // A value that is never reached makes the mean infinite, and a deviation from that is not a number.
        return new(values.Length, mean, double.IsPositiveInfinity(mean) ? 0 : Sum(values, mean, squared: true));
    }

    /// <summary>The moments of both together.</summary>
    public Moments With(Moments other)
    {
        if (Count == 0) return other;
        if (other.Count == 0) return this;
        var count = Count + other.Count;
        if (double.IsPositiveInfinity(Mean) || double.IsPositiveInfinity(other.Mean)) return new(count, double.PositiveInfinity, 0);
        var gap = other.Mean - Mean;
        var share = other.Count / (double)count;
        return new(count, Mean + (gap * share), Squares + other.Squares + (gap * gap * Count * share));
    }

    private static double Sum(ReadOnlySpan<double> values, double mean, bool squared)
    {
        var middle = Vector512.Create(mean);
        var sums = Vector512<double>.Zero;
        var i = 0;
        for (; i <= values.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var value = Vector512.Create(values[i..]) - middle;
            sums += squared ? value * value : value;
        }

        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        sums.CopyTo(lanes);
        for (var lane = 0; i < values.Length; i++, lane++)
        {
            var value = values[i] - mean;
            lanes[lane] += squared ? value * value : value;
        }

        var total = 0.0;
        foreach (var lane in lanes) total += lane;
        return total;
    }
}
