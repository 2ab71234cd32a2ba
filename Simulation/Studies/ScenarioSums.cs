namespace Supply.Studies;

/// <summary>
/// The <see cref="Cells"/> of one scenario, added up over some panels: moments, histograms and the number of undefined values,
/// which are the same in whatever order panels were added. An ensemble of one panel has exact quantiles.
/// </summary>
/// <param name="cells">The number of quantities.</param>
/// <param name="isExact">Whether the whole ensemble is one panel.</param>
/// <param name="ranges">Where the bins of each quantity are narrow; null: everywhere.</param>
internal sealed class ScenarioSums(int cells, bool isExact, HistogramRange[]? ranges = null)
{
    // A distribution, its quantiles in a list, and the array that holds it.
    private const int BytesOfPoint = 168;
    private const int BytesOfHistogram = 120;
    private const int BytesOfBin = 16;

    private readonly Histogram[] histograms =
        isExact ? [] : [.. Enumerable.Range(0, cells).Select(cell => new Histogram(ranges?[cell]))];
    private readonly long[] undefined = new long[cells];
    private MomentTree moments = new(cells);
    private Moments[]? total;

    // Of an ensemble that is stopped after its first panel as well.
    private Distribution[]? exact;
    private double[] finite = [];

    /// <summary>Replications that failed, and why, in order.</summary>
    public List<(int Replication, string Fault)> Failed { get; } = [];

    /// <summary>Bytes of the sums of a number of quantities, with histograms that have values wherever their bins are narrow.</summary>
    public static long UsualBytes(int cells, int replications, HistogramRange[]? ranges)
    {
        var panels = ((long)replications + Engines.Recorder.PanelSize - 1) / Engines.Recorder.PanelSize;
        return MomentTree.Bytes(cells, panels) + (cells * (BytesOfPoint + (long)sizeof(long)))
            + (ranges ?? []).Sum(range => BytesOfHistogram + (BytesOfBin * Math.Min((long)replications, range.UsualBins)));
    }

    /// <summary>The distribution of a quantity.</summary>
    public Distribution Distribution(int cell)
    {
        if (exact is not null) return exact[cell];
        total ??= moments.Total();
        return Quantiles.Of(total[cell], [.. Quantiles.Levels.Select(histograms[cell].Quantile)], (int)undefined[cell]);
    }

    /// <summary>The share of the values of a quantity that are finite, where it is defined.</summary>
    public double Finite(int cell) => exact is null ? histograms[cell].Finite : finite[cell];

    /// <summary>Bytes of its histograms.</summary>
    public long HistogramBytes => histograms.Sum(one => one.Bytes);

    /// <summary>Adds a panel, all of its quantities and on several threads.</summary>
    public Panel Begin(int first, int count, IEnumerable<(int Replication, string Fault)> failed)
    {
        Failed.AddRange(failed);
        return new(this, first, count);
    }

    /// <summary>Adds what is known after other panels.</summary>
    public void Add(ScenarioSums other)
    {
        total = null;
        (exact, finite) = (isExact ? other.exact : null, isExact ? other.finite : []);
        moments.Add(other.moments);
        for (var i = 0; i < histograms.Length; i++) histograms[i].Add(other.histograms[i]);
        for (var i = 0; i < cells; i++) undefined[i] += other.undefined[i];
        Failed.AddRange(other.Failed);
        Failed.Sort((one, two) => one.Replication.CompareTo(two.Replication));
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(isExact);
        writer.Write(cells);
        writer.Write(Failed.Count);
        foreach (var (replication, fault) in Failed)
        {
            writer.Write(replication);
            writer.Write(fault);
        }

        foreach (var count in undefined) writer.Write7BitEncodedInt64(count);
        moments.Write(writer);
        foreach (var histogram in histograms) histogram.Write(writer);
        if (!isExact) return;
        for (var i = 0; i < cells; i++)
        {
            foreach (var quantile in exact![i].Quantiles) writer.Write(quantile);
            writer.Write(finite[i]);
        }
    }

    public static ScenarioSums Read(BinaryReader reader)
    {
        var (isExact, cells) = (reader.ReadBoolean(), reader.ReadInt32());
        var sums = new ScenarioSums(cells, isExact);
        for (var left = reader.ReadInt32(); left > 0; left--) sums.Failed.Add((reader.ReadInt32(), reader.ReadString()));
        for (var i = 0; i < cells; i++) sums.undefined[i] = reader.Read7BitEncodedInt64();
        sums.moments = MomentTree.Read(reader, cells);
        for (var i = 0; i < sums.histograms.Length; i++) sums.histograms[i] = Histogram.Read(reader);
        if (!isExact) return sums;
        var total = sums.moments.Total();
        (sums.exact, sums.finite) = (new Distribution[cells], new double[cells]);
        for (var i = 0; i < cells; i++)
        {
            sums.exact[i] = Quantiles.Of(total[i], [.. Quantiles.Levels.Select(_ => reader.ReadDouble())], (int)sums.undefined[i]);
            sums.finite[i] = reader.ReadDouble();
        }

        return sums;
    }

    /// <summary>A panel that is being added.</summary>
    public sealed class Panel
    {
        private readonly ScenarioSums sums;
        private readonly int first;
        private readonly Moments[] moments;
        private readonly Distribution[]? exact;
        private readonly double[] finite;

        public Panel(ScenarioSums sums, int first, int count)
        {
            (this.sums, this.first) = (sums, first);
            moments = new Moments[sums.undefined.Length];
            exact = first == 0 || sums.histograms.Length == 0 ? new Distribution[moments.Length] : null;
            finite = exact is null ? [] : new double[moments.Length];
            Count = count;
        }

        private int Count { get; }

        /// <summary>Adds the values of a quantity, of which those that are not numbers are undefined.</summary>
        public void Take(int cell, double[] values, double[] defined)
        {
            (moments[cell], var some) = Quantiles.Defined(values, defined);
            sums.undefined[cell] += Count - some;
            if (sums.histograms.Length > 0) sums.histograms[cell].Add(defined.AsSpan(0, some));
            if (exact is null) return;
            exact[cell] = Quantiles.Of(moments[cell], Quantiles.OfDefined(defined.AsSpan(0, some)), Count - some);
            finite[cell] = some == 0 ? double.NaN : CountFinite(defined.AsSpan(0, some)) / (double)some;
        }

        public void End()
        {
            sums.moments.Add(first / Engines.Recorder.PanelSize, moments);
            (sums.exact, sums.finite, sums.total) = (exact, finite, null);
        }

        private static int CountFinite(ReadOnlySpan<double> values)
        {
            var count = 0;
            foreach (var value in values) count += double.IsFinite(value) ? 1 : 0;
            return count;
        }
    }
}
