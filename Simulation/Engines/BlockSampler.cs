using Supply.Programs;

namespace Supply.Engines;

/// <summary>Reads the metrics of a block's replications: series since their last sample, and scalars window by window.</summary>
internal sealed class BlockSampler : IDisposable
{
    private readonly SampledRows series;
    private readonly (int First, int Last, SampledRows Readings, int[] Scalars)[] windows;
    private readonly double stepDays;

    /// <param name="program">The program whose metrics are read.</param>
    /// <param name="width">Replications in a row of the block.</param>
    public BlockSampler(StepProgram program, int width)
    {
        stepDays = program.Horizon.StepDays;
        series = new SampledRows(program.Series, width);
        windows =
        [
            .. program.Scalars.Index().GroupBy(scalar => (scalar.Item.First, scalar.Item.Last)).Select(window => (
                window.Key.First, window.Key.Last,
                new SampledRows([.. window.Select(scalar => scalar.Item.Probe)], width),
                window.Select(scalar => scalar.Index).ToArray())),
        ];
    }

    public static long Bytes(StepProgram program, int width) => SampledRows.Bytes(program.Series.Count + program.Scalars.Count, width);

    public void Dispose()
    {
        series.Dispose();
        foreach (var window in windows) window.Readings.Dispose();
    }

    /// <summary>Forgets the previous replications.</summary>
    public void Begin()
    {
        series.Begin();
        foreach (var window in windows) window.Readings.Begin();
    }

    /// <summary>How many sums the metrics of a program keep from the last sample, or from the beginning of a window, to the next.</summary>
    public static int MarksOf(StepProgram program) =>
        SampledRows.MarksOf(program.Series) + SampledRows.MarksOf(program.Scalars.Select(scalar => scalar.Probe));

    /// <summary>The values of one of these sums.</summary>
    public Span<double> MarkAt(int mark)
    {
        if (mark < series.Marks) return series.MarkAt(mark);
        mark -= series.Marks;
        foreach (var (_, _, readings, _) in windows)
        {
            if (mark < readings.Marks) return readings.MarkAt(mark);
            mark -= readings.Marks;
        }

        throw new ArgumentOutOfRangeException(nameof(mark));
    }

    /// <summary>The series since their last sample.</summary>
    /// <param name="block">The running block.</param>
    /// <param name="days">Days since the last sample.</param>
    public SampledRows Series(Block block, double days)
    {
        series.Read(block, days);
        return series;
    }

    /// <summary>Hands over the scalars whose windows end with a step, and opens the windows that begin after it.</summary>
    public void Windows(Block block, int step, Recorder recorder, uint first)
    {
        foreach (var (begin, last, readings, scalars) in windows)
        {
            if (step == begin - 1) readings.Mark(block);
            if (step != last) continue;
            readings.Read(block, (last - begin + 1) * stepDays);
            for (var i = 0; i < scalars.Length; i++) recorder.Scalar(scalars[i], readings.Values(i), first);
        }
    }
}
