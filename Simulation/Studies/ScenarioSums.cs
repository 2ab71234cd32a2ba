namespace Supply.Studies;

/// <summary>
/// The <see cref="Cells"/> of one scenario, added up over some panels: moments, histograms and the number of undefined values,
/// which are the same in whatever order panels were added. An ensemble of one panel has exact quantiles. The histograms of a large study
/// need more memory than all else; sums that pass from one file to another hold those of a few quantities at a time.
/// </summary>
/// <param name="cells">The number of quantities.</param>
/// <param name="isExact">Whether the whole ensemble is one panel.</param>
/// <param name="ranges">Where the bins of each quantity are narrow; null: everywhere, and none of an ensemble of one panel.</param>
/// <param name="after">Where the sums go while a panel is added; null: they stay in memory.</param>
/// <param name="before">The sums of the panels before, which were written in the same way; null: it is the first.</param>
internal sealed class ScenarioSums(
    int cells, bool isExact, HistogramRange[]? ranges = null, BinaryWriter? after = null, BinaryReader? before = null)
{
    // Quantities whose histograms are in memory while sums pass from one file to another.
    private const int AtOnce = 256;

    // A distribution, its quantiles in a list, and the array that holds it.
    private const int BytesOfPoint = 168;
    private const int BytesOfHistogram = 120;
    private const int BytesOfBin = 16;

    // None where the sums are of one panel and were written without.
    private Histogram?[] histograms = isExact && ranges is null ? []
        : [.. Enumerable.Range(0, cells).Select(cell => after is null ? new Histogram(ranges?[cell]) : null)];

    private readonly long[] undefined = new long[cells];
    private readonly MomentTree moments = new(cells);
    private Moments[]? total;
    private bool isBegun;

    // Of an ensemble that is stopped after its first panel as well, and of sums to which nothing is added any more.
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

    /// <summary>Bytes of the distributions of a number of quantities.</summary>
    public static long BytesOfPoints(int cells) => cells * (long)BytesOfPoint;

    /// <summary>The most bytes of the sums of a number of quantities that pass from one file to another.</summary>
    public static long PassingBytes(int cells, int replications, HistogramRange[]? ranges) =>
        UsualBytes(cells, replications, null)
            + (AtOnce * (BytesOfHistogram + (BytesOfBin * (long)(ranges ?? []).Select(range => range.UsualBins).DefaultIfEmpty().Max())));

    /// <summary>The distribution of a quantity.</summary>
    public Distribution Distribution(int cell)
    {
        if (exact is not null) return exact[cell];
        total ??= moments.Total();
        return Quantiles.Of(total[cell], [.. Quantiles.Levels.Select(histograms[cell]!.Quantile)], (int)undefined[cell]);
    }

    /// <summary>The share of the values of a quantity that are finite, where it is defined.</summary>
    public double Finite(int cell) => exact is null ? histograms[cell]!.Finite : finite[cell];

    /// <summary>Bytes of its histograms.</summary>
    public long HistogramBytes => histograms.Sum(one => one!.Bytes);

    /// <summary>Adds a panel, all of its quantities and on several threads.</summary>
    public Panel Begin(int first, int count, IEnumerable<(int Replication, string Fault)> failed)
    {
        isBegun = true;
        Failed.AddRange(failed);
        if (after is not null) WriteHead(after, isExact);
        if (before is not null) CheckHead(before);
        return new(this, first, count);
    }

    /// <summary>Computes every distribution and gives the histograms up: nothing can be added or written any more.</summary>
    public void Settle()
    {
        if (exact is null)
        {
            finite = [.. Enumerable.Range(0, cells).Select(Finite)];
            exact = [.. Enumerable.Range(0, cells).Select(Distribution)];
        }

        Array.Clear(histograms);
    }

    /// <summary>
    /// Adds what was written of other panels. The quantiles of a panel are exact as long as it is alone, also in a study of which the other
    /// panels are missing.
    /// </summary>
    public void Add(BinaryReader reader)
    {
        var (wasExact, hasHistograms) = CheckHead(reader);
        var isAlone = !isBegun;
        isBegun = true;
        if (!hasHistograms) histograms = [];
        for (var i = 0; hasHistograms && i < cells; i++)
        {
            var histogram = Histogram.Read(reader, ranges?[i]);
            if (histograms.Length > 0) histograms[i]!.Add(histogram);
        }

        ReadTail(reader);
        (exact, finite) = (null, []);
        if (!wasExact) return;
        var (distributions, shares, ofAll) = (new Distribution[cells], new double[cells], moments.Total());
        for (var i = 0; i < cells; i++)
        {
            distributions[i] = Quantiles.Of(ofAll[i], [.. Quantiles.Levels.Select(_ => reader.ReadDouble())], (int)undefined[i]);
            shares[i] = reader.ReadDouble();
        }

        if (isExact || isAlone) (exact, finite) = (distributions, shares);
    }

    /// <summary>Writes all that can be added to others, and exact quantiles if there are any.</summary>
    public void Write(BinaryWriter writer)
    {
        WriteHead(writer, exact is not null);
        foreach (var histogram in histograms) histogram!.Write(writer);
        WriteTail(writer, exact is not null);
    }

    /// <summary>Whether the sums whose beginning is read can be added to others; quantities without histograms cannot.</summary>
    public static bool CanBeJoined(BinaryReader reader)
    {
        var (_, hasHistograms, quantities) = ReadHead(reader);
        return hasHistograms || quantities == 0;
    }

    /// <summary>Whether a panel has exact quantiles: that of an ensemble of one, or the first if the run may be stopped after it.</summary>
    private bool NeedsExact(int first) => isExact || (first == 0 && after is null);

    private bool IsPassing => after is not null && histograms.Length > 0;

    private void Open(int from, int end)
    {
        for (var i = from; IsPassing && i < end; i++)
        {
            histograms[i] = before is null ? new(ranges?[i]) : Histogram.Read(before, ranges?[i]);
        }
    }

    private void Close(int from, int end)
    {
        for (var i = from; IsPassing && i < end; i++)
        {
            histograms[i]!.Write(after!);
            histograms[i] = null;
        }
    }

    /// <summary>Ends what goes from one file to the other.</summary>
    private void Pass()
    {
        if (before is not null) ReadTail(before);
        if (after is not null) WriteTail(after, isExact);
    }

    private void WriteHead(BinaryWriter writer, bool withExact)
    {
        writer.Write(withExact);
        writer.Write(histograms.Length > 0);
        writer.Write(cells);
    }

    private static (bool IsExact, bool HasHistograms, int Quantities) ReadHead(BinaryReader reader) =>
        (reader.ReadBoolean(), reader.ReadBoolean(), reader.ReadInt32());

    private (bool IsExact, bool HasHistograms) CheckHead(BinaryReader reader)
    {
        // One panel that is the whole study has exact quantiles and needs no histograms.
        var (wasExact, hasHistograms, quantities) = ReadHead(reader);
        if (quantities != cells || (histograms.Length > 0 && !hasHistograms && !(isExact && wasExact)))
        {
            throw new FormatException("These are sums of other quantities, or without histograms.");
        }

        return (wasExact, hasHistograms);
    }

    private void WriteTail(BinaryWriter writer, bool withExact)
    {
        writer.Write(Failed.Count);
        foreach (var (replication, fault) in Failed)
        {
            writer.Write(replication);
            writer.Write(fault);
        }

        foreach (var count in undefined) writer.Write7BitEncodedInt64(count);
        moments.Write(writer);
        if (!withExact) return;
        for (var i = 0; i < cells; i++)
        {
            foreach (var quantile in exact![i].Quantiles) writer.Write(quantile);
            writer.Write(finite[i]);
        }
    }

    /// <summary>Adds all that is not in a histogram.</summary>
    private void ReadTail(BinaryReader reader)
    {
        total = null;
        for (var left = reader.ReadInt32(); left > 0; left--) Failed.Add((reader.ReadInt32(), reader.ReadString()));
        Failed.Sort((one, two) => one.Replication.CompareTo(two.Replication));
        for (var i = 0; i < cells; i++) undefined[i] += reader.Read7BitEncodedInt64();
        moments.Add(MomentTree.Read(reader, cells));
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
            exact = sums.NeedsExact(first) ? new Distribution[moments.Length] : null;
            finite = exact is null ? [] : new double[moments.Length];
            Count = count;
        }

        private int Count { get; }

        /// <summary>Quantities that are opened, added and closed together, in order.</summary>
        public int AtOnce => sums.IsPassing ? ScenarioSums.AtOnce : moments.Length;

        /// <summary>Some quantities are about to be added.</summary>
        public void Open(int from, int end) => sums.Open(from, end);

        /// <summary>Some quantities have been added.</summary>
        public void Close(int from, int end) => sums.Close(from, end);

        /// <summary>Adds the values of a quantity, of which those that are not numbers are undefined.</summary>
        public void Take(int cell, double[] values, double[] defined)
        {
            (moments[cell], var some) = Quantiles.Defined(values, defined);
            sums.undefined[cell] += Count - some;
            if (sums.histograms.Length > 0) sums.histograms[cell]!.Add(defined.AsSpan(0, some));
            if (exact is null) return;
            exact[cell] = Quantiles.Of(moments[cell], Quantiles.OfDefined(defined.AsSpan(0, some)), Count - some);
            finite[cell] = some == 0 ? double.NaN : CountFinite(defined.AsSpan(0, some)) / (double)some;
        }

        /// <summary>Whether another panel's quantities can be taken over, where their values are the same.</summary>
        public bool Takes(Panel other) => sums.histograms.Length == 0 && exact is not null && other.exact is not null;

        /// <summary>Adds a quantity whose values are those of the same quantity in another panel.</summary>
        public void Take(int cell, Panel other)
        {
            (moments[cell], exact![cell], finite[cell]) = (other.moments[cell], other.exact![cell], other.finite[cell]);
            sums.undefined[cell] += other.exact[cell].Undefined;
        }

        public void End()
        {
            sums.moments.Add(first / Engines.Recorder.PanelSize, moments);
            (sums.exact, sums.finite, sums.total) = (exact, finite, null);
            sums.Pass();
        }

        private static int CountFinite(ReadOnlySpan<double> values)
        {
            var count = 0;
            foreach (var value in values) count += double.IsFinite(value) ? 1 : 0;
            return count;
        }
    }
}
