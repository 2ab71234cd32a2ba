namespace Supply.Studies;

/// <summary>
/// Counts of values by size, for ensembles too large to keep every value. A bin is at most 1/256 of a power of two wide, so that a quantile
/// is within 0.4 % of the exact one; no quantile lies beyond the least and the greatest value, and it is exact where all values of its bin
/// are equal. Beyond the range in which quantiles are expected a bin is a quarter of a power of two wide, so that rare values take little
/// memory however many there are. All of it is the same in whatever order values are added and histograms are merged.
/// </summary>
/// <param name="fine">Where bins are narrow; null: everywhere.</param>
internal sealed class Histogram(HistogramRange? fine = null)
{
    private const int MantissaBits = 52;
    private const int BinBits = 8;
    private const int Shift = MantissaBits - BinBits;

    private Bin[] bins = [];

    /// <summary>How many values there are.</summary>
    public long Count { get; private set; }

    private double Least { get; set; } = double.PositiveInfinity;

    private double Greatest { get; set; } = double.NegativeInfinity;

    /// <summary>Bytes that it takes.</summary>
    public long Bytes => 16L * bins.Length;

    /// <summary>Adds values of which none is NaN; they may be negative or infinite.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return;
        foreach (var value in values) (Least, Greatest) = (Math.Min(Least, value + 0.0), Math.Max(Greatest, value + 0.0));
        Count += values.Length;
        Merge(Tally.OfThread.Of(values));
    }

    /// <summary>Adds all values of another histogram, whose bins are at most as wide.</summary>
    public void Add(Histogram other)
    {
        (Least, Greatest) = (Math.Min(Least, other.Least), Math.Max(Greatest, other.Greatest));
        Count += other.Count;
        Merge(other.bins);
    }

    /// <summary>The quantile at a level from 0 to 1, between order statistics as exact ones are; NaN without values.</summary>
    public double Quantile(double level)
    {
        if (Count == 0) return double.NaN;
        var (rank, beyond) = Quantiles.Below(Count, level);
        return beyond > 0 ? Quantiles.Between(OfRank(rank), OfRank(rank + 1), beyond) : OfRank(rank);
    }

    /// <summary>The share of the values that are finite, 0..1; NaN without values.</summary>
    public double Finite => Count == 0 ? double.NaN : bins.Where(bin => double.IsFinite(bin.Least)).Sum(bin => bin.Count) / (double)Count;

    public void Write(BinaryWriter writer)
    {
        writer.Write(Least);
        writer.Write(Greatest);
        writer.Write7BitEncodedInt(bins.Length);
        var before = 0L;
        foreach (var bin in bins)
        {
            var key = (long)bin.Key;
            writer.Write7BitEncodedInt64(key - before);
            writer.Write7BitEncodedInt64((bin.Count << 1) | (bin.IsMixed ? 1L : 0));
            if (!bin.IsMixed) writer.Write(bin.Least);
            before = key;
        }
    }

    /// <param name="reader">Where one was written.</param>
    /// <param name="fine">Where its bins are narrow; null: everywhere.</param>
    public static Histogram Read(BinaryReader reader, HistogramRange? fine)
    {
        var histogram = new Histogram(fine) { Least = reader.ReadDouble(), Greatest = reader.ReadDouble() };
        histogram.bins = new Bin[reader.Read7BitEncodedInt()];
        var key = 0L;
        for (var i = 0; i < histogram.bins.Length; i++)
        {
            key += reader.Read7BitEncodedInt64();
            var count = reader.Read7BitEncodedInt64();
            var isMixed = (count & 1) != 0;
            histogram.bins[i] = new(isMixed ? Bin.Edge((ulong)key) : reader.ReadDouble(), count >> 1, isMixed);
            histogram.Count += count >> 1;
        }

        return histogram;
    }

    private double OfRank(long rank)
    {
        if (rank == 0) return Least;
        if (rank == Count - 1) return Greatest;
        foreach (var bin in bins)
        {
            if (rank < bin.Count) return Math.Clamp(bin.OfRank(rank, Width(bin.Key)), Least, Greatest);
            rank -= bin.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(rank), rank, "is beyond the last value");
    }

    private void Merge(ReadOnlySpan<Bin> finer)
    {
        var others = Coarsened(finer);
        var more = 0;
        for (var (i, j) = (0, 0); j < others.Length; j++)
        {
            var key = KeyOf(others[j].Key);
            while (i < bins.Length && KeyOf(bins[i].Key) < key) i++;
            if (i == bins.Length || KeyOf(bins[i].Key) != key) more++;
        }

        // From the end, so that bins that are there already can stay where they are.
        var merged = more == 0 ? bins : new Bin[bins.Length + more];
        var (own, other, to) = (bins.Length - 1, others.Length - 1, merged.Length - 1);
        while (other >= 0)
        {
            var (mine, theirs) = (own >= 0 ? (long)KeyOf(bins[own].Key) : -1, (long)KeyOf(others[other].Key));
            merged[to--] = mine == theirs ? bins[own--].With(others[other--], (ulong)mine) : mine > theirs ? bins[own--] : others[other--];
        }

        if (merged == bins) return;
        Array.Copy(bins, merged, own + 1);
        bins = merged;
    }

    /// <summary>The same values in bins of this histogram.</summary>
    private ReadOnlySpan<Bin> Coarsened(ReadOnlySpan<Bin> finer)
    {
        if (fine is null) return finer;
        var (bins, used) = (new Bin[finer.Length], 0);
        foreach (var bin in finer)
        {
            var key = KeyOf(bin.Key);
            if (used > 0 && KeyOf(bins[used - 1].Key) == key) bins[used - 1] = bins[used - 1].With(bin, key);
            else bins[used++] = bin.IsMixed && bin.Key != key ? bin.With(bin.Nothing, key) : bin;
        }

        return bins.AsSpan(0, used);
    }

    private ulong KeyOf(ulong key) => Width(key) == 1 ? key : key & ~(HistogramRange.CoarseWidth - 1);

    private ulong Width(ulong key) => fine is not { } range || range.Contains(key) ? 1 : HistogramRange.CoarseWidth;

    /// <summary>The key of a value, the number of its narrow bin in their order.</summary>
    public static ulong KeyOf(double value) => Order(value + 0.0) >> Shift;

    /// <summary>A number whose order among numbers above 0 is that of the values.</summary>
    private static ulong Order(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return (ulong)bits ^ ((ulong)(bits >> 63) | (1UL << 63));
    }

    /// <summary>
    /// The values of a bin: all equal, or mixed, of which only the number is known. A mixed one is marked by a count below 0.
    /// </summary>
    private readonly struct Bin(double least, long count, bool isMixed)
    {
        private readonly long marked = isMixed ? -count : count;

        /// <summary>The value that all have; of a mixed bin its lower limit.</summary>
        public double Least => least;

        public long Count => Math.Abs(marked);

        public bool IsMixed => marked < 0;

        public ulong Key => Order(least) >> Shift;

        /// <summary>The lower limit of a bin.</summary>
        public static double Edge(ulong key)
        {
            var order = key << Shift;
            return BitConverter.Int64BitsToDouble((long)((order & (1UL << 63)) != 0 ? order ^ (1UL << 63) : ~order));
        }

        /// <summary>The values of two bins in one that begins at a key.</summary>
        public Bin With(Bin other, ulong key) => IsMixed || other.IsMixed || Least != other.Least
            ? new(Edge(key), Count + other.Count, isMixed: true)
            : new(Least, Count + other.Count, isMixed: false);

        /// <summary>A bin like this one without values.</summary>
        public Bin Nothing => new(Least, 0, isMixed: false);

        /// <summary>The value of a rank, as if the values of a mixed bin were spread evenly over it.</summary>
        public double OfRank(long rank, ulong width)
        {
            if (!IsMixed) return least;
            var end = Edge(Key + width);
            return least + ((end - least) * ((rank + 0.5) / Count));
        }
    }

    /// <summary>The counts of a few thousand values, in bins that lie where their order says; one for each thread.</summary>
    private sealed class Tally
    {
        private const int MostOctaves = 64;

        [ThreadStatic]
        private static Tally? ofThread;

        // By sign and power of two.
        private readonly SortedDictionary<int, Octave> octaves = [];
        private Bin[] bins = new Bin[256];

        public static Tally OfThread => ofThread ??= new();

        /// <summary>The bins of values, valid until the next call.</summary>
        public ReadOnlySpan<Bin> Of(ReadOnlySpan<double> values)
        {
            Octave? last = null;
            var power = -1;
            foreach (var signed in values)
            {
                // Zero has no sign, so that it does not matter which of them came first.
                var value = signed + 0.0;
                var order = Order(value);
                if ((int)(order >> MantissaBits) != power)
                {
                    power = (int)(order >> MantissaBits);
                    if (!octaves.TryGetValue(power, out last)) octaves[power] = last = new();
                }

                last!.Add((int)(order >> Shift) & ((1 << BinBits) - 1), value);
            }

            var used = 0;
            foreach (var octave in octaves.Values.Where(octave => octave.Count > 0))
            {
                if (bins.Length < used + (1 << BinBits)) Array.Resize(ref bins, 2 * bins.Length);
                used += octave.Take(bins.AsSpan(used));
            }

            if (octaves.Count > MostOctaves) octaves.Clear();
            return bins.AsSpan(0, used);
        }
    }

    /// <summary>The values of one sign and power of two.</summary>
    private sealed class Octave
    {
        private readonly int[] counts = new int[1 << BinBits];
        private readonly double[] least = new double[1 << BinBits];
        private readonly bool[] mixed = new bool[1 << BinBits];

        public int Count { get; private set; }

        public void Add(int bin, double value)
        {
            if (counts[bin]++ == 0) least[bin] = value;
            else if (least[bin] != value) mixed[bin] = true;
            Count++;
        }

        /// <summary>Moves the bins that are not empty, in order, and returns their number.</summary>
        public int Take(Span<Bin> bins)
        {
            var used = 0;
            for (var bin = 0; bin < counts.Length; bin++)
            {
                if (counts[bin] == 0) continue;
                var first = new Bin(least[bin], counts[bin], isMixed: false);
                bins[used++] = mixed[bin] ? new(Bin.Edge(first.Key), counts[bin], isMixed: true) : first;
            }

            Array.Clear(counts);
            Array.Clear(mixed);
            Count = 0;
            return used;
        }
    }
}
