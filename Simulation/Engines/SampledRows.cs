using System.Runtime.InteropServices;
using Supply.Equations;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// The values of metrics of a block between two samples: a flow is the difference of a running sum. Rows of one kind of reading lie side
/// by side, so that one operation serves them all; reading takes a negligible share of a run.
/// </summary>
internal sealed unsafe class SampledRows : IDisposable
{
    private const int Alignment = 64;
    private readonly int width;
    private readonly int stride;
    private readonly double* memory;

    // The row of each value, and the number of rows of each kind: rates, sums, ratios of sums, ratios of levels, levels.
    private readonly int[] places;
    private readonly int rates;
    private readonly int sums;
    private readonly int sumRatios;
    private readonly int ratios;

    // What to copy from the block: into the current sums, or straight to the values.
    private readonly RowCopy[] sampledSums;
    private readonly RowCopy[] sampledLevels;
    private readonly int values;
    private readonly int lengths;
    private readonly int scratch;
    private readonly int negligible;
    private readonly int zero;
    private readonly int undefined;
    private int now;
    private int before;

    /// <param name="probes">The probes to read.</param>
    /// <param name="width">Replications in a row.</param>
    public SampledRows(IReadOnlyList<Probe> probes, int width)
    {
        (this.width, stride) = (width, Stride(width));
        int[] Of(SampleRule reading) => [.. Enumerable.Range(0, probes.Count).Where(i => probes[i].Reading == reading)];
        var (perDay, total) = (Of(SampleRule.DifferencePerDay), Of(SampleRule.Difference));
        var (ofSums, ofLevels, levels) = (Of(SampleRule.RatioOfDifferences), Of(SampleRule.Ratio), Of(SampleRule.Value));
        (rates, sums, sumRatios, ratios) = (perDay.Length, total.Length, ofSums.Length, ofLevels.Length);

        // Sums: rates, sums, numerators, denominators. Values: rates, sums, numerators of both kinds of ratios, denominators, levels.
        int[] summed = [.. perDay.Concat(total).Concat(ofSums).Select(i => probes[i].A), .. ofSums.Select(i => probes[i].B)];
        places = new int[probes.Count];
        foreach (var (place, i) in perDay.Concat(total).Concat(ofSums).Concat(ofLevels).Index()) places[i] = place;
        foreach (var (place, i) in levels.Index()) places[i] = Denominators + sumRatios + ratios + place;
        var rows = Denominators + sumRatios + ratios + levels.Length;
        (now, before, values) = (0, summed.Length, 2 * summed.Length);
        (lengths, scratch) = (values + rows, values + rows + rates);
        (negligible, zero, undefined) =
            (scratch + sumRatios + ratios, scratch + (2 * (sumRatios + ratios)), scratch + (3 * (sumRatios + ratios)));
        sampledSums = [.. summed.Select((row, i) => new RowCopy(row, i))];
        sampledLevels =
        [
            .. ofLevels.SelectMany(i => new RowCopy[]
            {
                new(probes[i].A, places[i]), new(probes[i].B, places[i] + sumRatios + ratios),
            }),
            .. levels.Select(i => new RowCopy(probes[i].A, places[i])),
        ];
        memory = (double*)NativeMemory.AlignedAlloc(
            (nuint)Math.Max(1, scratch + (4 * (sumRatios + ratios))) * (nuint)stride * sizeof(double), Alignment);
        Fill(negligible, sumRatios + ratios, RecordingEquations.Negligible);
        Fill(zero, sumRatios + ratios, 0);
        Fill(undefined, sumRatios + ratios, double.NaN);
    }

    /// <summary>The most bytes that the readings of this many probes take.</summary>
    public static long Bytes(int probes, int width) => 12L * probes * Stride(width) * sizeof(double);

    public void Dispose() => NativeMemory.AlignedFree(memory);

    /// <summary>Sums begin at zero.</summary>
    public void Begin() => Fill(before, sampledSums.Length, 0);

    /// <summary>How many sums are kept from a mark to the next.</summary>
    public int Marks => sampledSums.Length;

    /// <summary>How many sums the readings of probes keep from a mark to the next.</summary>
    public static int MarksOf(IEnumerable<Probe> probes) => probes.Sum(probe => probe.Reading switch
    {
        SampleRule.DifferencePerDay or SampleRule.Difference => 1,
        SampleRule.RatioOfDifferences => 2,
        SampleRule.Ratio or SampleRule.Value => 0,
        _ => throw new NotSupportedException($"{probe.Reading} is not a reading."),
    });

    /// <summary>The values of a sum at the mark.</summary>
    public Span<double> MarkAt(int sum) => new(At(before + sum), width);

    /// <summary>Stores the sums from which the next values are counted.</summary>
    public void Mark(Block block)
    {
        foreach (var (from, to) in sampledSums) Copy(block.At(from), At(before + to));
    }

    /// <summary>Computes the values from the mark to the step that the block has just run, and moves the mark there.</summary>
    /// <param name="block">The running block.</param>
    /// <param name="days">Days since the mark.</param>
    public void Read(Block block, double days)
    {
        foreach (var (from, to) in sampledSums) Copy(block.At(from), At(now + to));
        foreach (var (from, to) in sampledLevels) Copy(block.At(from), At(values + to));
        var numerators = rates + sums;
        Apply<Subtract>(values, now, before, numerators + sumRatios);
        Apply<Subtract>(values + Denominators, now + numerators + sumRatios, before + numerators + sumRatios, sumRatios);
        Fill(lengths, rates, days);
        Apply<Divide>(values, values, lengths, rates);
        DropNegligible(values + numerators, now + numerators);
        DropNegligible(values + Denominators, now + numerators + sumRatios);
        DivideOrUndefined(values + numerators, values + Denominators, sumRatios + ratios);
        (now, before) = (before, now);
    }

    /// <summary>The values of a probe, by its place among those given.</summary>
    public ReadOnlySpan<double> Values(int probe) => new(At(values + places[probe]), width);

    private static int Stride(int width) => (width + Rows.Lanes - 1) / Rows.Lanes * Rows.Lanes;

    private int Denominators => rates + sums + sumRatios + ratios;

    /// <summary>Increase of running sums, or 0 where it is negligible.</summary>
    private void DropNegligible(int parts, int sums)
    {
        Apply<Multiply>(scratch, negligible, sums, sumRatios);
        Apply<LessThan>(scratch, scratch, parts, sumRatios);
        Rows.Apply<Select>(At(parts), At(scratch), At(parts), At(zero), sumRatios * stride);
    }

    /// <summary>a / b in the rows of a, undefined where b is 0.</summary>
    private void DivideOrUndefined(int a, int b, int rows)
    {
        Apply<LessThan>(scratch, zero, b, rows);
        Apply<Divide>(a, a, b, rows);
        Rows.Apply<Select>(At(a), At(scratch), At(a), At(undefined), rows * stride);
    }

    private void Apply<TOperation>(int result, int a, int b, int rows)
        where TOperation : struct, IBinary => Rows.Apply<TOperation>(At(result), At(a), At(b), rows * stride);

    private double* At(int row) => memory + ((nint)row * stride);

    private void Fill(int row, int rows, double value) => new Span<double>(At(row), rows * stride).Fill(value);

    private void Copy(double* from, double* to) => new ReadOnlySpan<double>(from, width).CopyTo(new Span<double>(to, width));
}
