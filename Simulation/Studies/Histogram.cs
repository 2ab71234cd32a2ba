namespace Supply.Studies;

/// <summary>
/// Counts of values by size, for ensembles too large to keep every value. A bin is at most 1/256 of a power of two wide and knows its
/// least and greatest value, so a quantile lies between values that occurred, within 0.4 % of the exact one, and is exact where all
/// values of its bin are equal. Counts and limits are the same in whatever order values are added and histograms are merged.
/// </summary>
internal sealed class Histogram
{
    private const int MantissaBits = 52;
    private const int BinBits = 8;
    private const int UsualOctaves = 12;

    // Powers of two that occur, from the least to the greatest.
    private readonly List<Octave> octaves = [];
    private Octave? last;

    /// <summary>Bytes of a histogram of values that differ by a factor of up to 4,000; each further power of two adds a twelfth.</summary>
    public const long UsualBytes = UsualOctaves * ((sizeof(int) + (2 * sizeof(double))) << BinBits);

    public int Count { get; private set; }

    /// <summary>Adds values of which none is NaN; they may be negative or infinite.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            var order = Order(value);
            var power = (int)(order >> MantissaBits);
            if (last?.Power != power) last = At(power);
            last!.Add((int)(order >> (MantissaBits - BinBits)) & ((1 << BinBits) - 1), value);
        }

        Count += values.Length;
    }

    /// <summary>Adds all values of another histogram.</summary>
    public void Add(Histogram other)
    {
        foreach (var octave in other.octaves) At(octave.Power).Add(octave);
        Count += other.Count;
    }

    /// <summary>The quantile at a level from 0 to 1, between order statistics as exact ones are; NaN without values.</summary>
    public double Quantile(double level)
    {
        if (Count == 0) return double.NaN;
        var (rank, beyond) = Quantiles.Below(Count, level);
        return beyond > 0 ? Quantiles.Between(OfRank(rank), OfRank(rank + 1), beyond) : OfRank(rank);
    }

    /// <summary>A number whose order among numbers above 0 is that of the values; both zeros are one.</summary>
    private static ulong Order(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return (ulong)bits ^ ((ulong)(bits >> 63) | (1UL << 63));
    }

    private double OfRank(int rank)
    {
        foreach (var octave in octaves)
        {
            if (rank < octave.Count) return octave.OfRank(rank);
            rank -= octave.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(rank), rank, "is beyond the last value");
    }

    private Octave At(int power)
    {
        var (from, to) = (0, octaves.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (octaves[middle].Power < power) from = middle + 1;
            else to = middle;
        }

        if (from == octaves.Count || octaves[from].Power != power) octaves.Insert(from, new(power));
        return octaves[from];
    }

    /// <summary>The values of one sign and power of two.</summary>
    private sealed class Octave(int power)
    {
        private readonly int[] counts = new int[1 << BinBits];
        private readonly double[] least = new double[1 << BinBits];
        private readonly double[] greatest = new double[1 << BinBits];

        public int Power => power;

        public int Count { get; private set; }

        public void Add(int bin, double value)
        {
            Add(bin, value, value, 1);
            Count++;
        }

        public void Add(Octave other)
        {
            for (var bin = 0; bin < counts.Length; bin++)
            {
                if (other.counts[bin] > 0) Add(bin, other.least[bin], other.greatest[bin], other.counts[bin]);
            }

            Count += other.Count;
        }

        /// <summary>The value of a rank, as if the values of a bin were spread evenly between its least and its greatest.</summary>
        public double OfRank(int rank)
        {
            var bin = 0;
            while (rank >= counts[bin]) rank -= counts[bin++];
            var (low, high) = (least[bin], greatest[bin]);
            return rank == 0 || low == high ? low : Math.Min(high, low + ((high - low) * rank / (counts[bin] - 1)));
        }

        private void Add(int bin, double low, double high, int count)
        {
            least[bin] = counts[bin] == 0 ? low : Math.Min(least[bin], low);
            greatest[bin] = counts[bin] == 0 ? high : Math.Max(greatest[bin], high);
            counts[bin] += count;
        }
    }
}
