namespace Supply.Studies;

/// <summary>
/// Where the bins of a histogram are narrow: where a quantity lay in the first replications of a study, down to a thousandth of its
/// greatest size, or, if it had both signs, to a thirtieth. The quantiles that are kept lie elsewhere once in half a million quantities.
/// </summary>
/// <param name="NegativeLow">The first key of values below 0.</param>
/// <param name="NegativeHigh">The last key of values below 0.</param>
/// <param name="PositiveLow">The first key of values from 0 on.</param>
/// <param name="PositiveHigh">The last key of values from 0 on.</param>
internal readonly record struct HistogramRange(ulong NegativeLow, ulong NegativeHigh, ulong PositiveLow, ulong PositiveHigh)
{
    /// <summary>Keys of a wide bin: a quarter of a power of two.</summary>
    public const ulong CoarseWidth = 64;

    private const ulong KeysOfAPowerOfTwo = 256, Zero = 1UL << 19;

    // Wide bins at both ends that usually have values, and the keys that are added up to the next wide bin.
    private const int AtTheEnds = 40;

    /// <summary>Bins that usually have values in a large study.</summary>
    public int UsualBins { get; private init; }

    public bool Contains(ulong key) =>
        (key >= PositiveLow && key <= PositiveHigh) || (key >= NegativeLow && key <= NegativeHigh);

    /// <summary>From some of the values; those that are undefined or infinite do not count.</summary>
    public static HistogramRange Of(ReadOnlySpan<double> values)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (double.IsFinite(value)) (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        if (least > greatest) return new(1, 0, 1, 0) { UsualBins = 2 };
        var span = (least < 0 && greatest > 0 ? 5UL : 10UL) * KeysOfAPowerOfTwo;
        var (from, to, bins) = ((Negative: 1UL, Positive: 1UL), (Negative: 0UL, Positive: 0UL), 0);
        if (greatest >= 0)
        {
            var high = Histogram.KeyOf(greatest);
            var low = Math.Max(Histogram.KeyOf(Math.Max(least, 0)), Math.Max(Zero + span, high) - span);
            bins += (int)(high - low) + 1;
            (from.Positive, to.Positive) = (low & ~(CoarseWidth - 1), high | (CoarseWidth - 1));
        }

        if (least < 0)
        {
            var low = Histogram.KeyOf(least);
            var high = Math.Min(Histogram.KeyOf(Math.Min(greatest, -double.Epsilon)), low + span);
            bins += (int)(high - low) + 1;
            (from.Negative, to.Negative) = (low & ~(CoarseWidth - 1), high | (CoarseWidth - 1));
        }

        return new(from.Negative, to.Negative, from.Positive, to.Positive) { UsualBins = least == greatest ? 2 : bins + AtTheEnds };
    }
}
