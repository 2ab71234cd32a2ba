using System.Runtime.Intrinsics;
using Supply.Compilation;

namespace Supply.Execution;

/// <summary>
/// Where each replication reads its delays in a step. Delays with one lag and one ring size share a row of byte offsets
/// into their ring, which moves on by one slot with each step; so a read needs no division and no lag.
/// </summary>
internal sealed unsafe class DelayReads
{
    private readonly (int Lag, int Slots)[] rings;
    private readonly int[] ringOf;
    private readonly int firstRow;

    /// <param name="program">Whose delays to read.</param>
    /// <param name="firstRow">The first of the rows that take the offsets.</param>
    public DelayReads(StepProgram program, int firstRow)
    {
        this.firstRow = firstRow;
        rings = [.. program.Delays.Select(delay => (delay.Lag, delay.Slots)).Distinct()];
        ringOf = [.. program.Delays.Select(delay => Array.IndexOf(rings, (delay.Lag, delay.Slots)))];
    }

    /// <summary>Rows of offsets.</summary>
    public int Rows => rings.Length;

    /// <summary>The row of the offsets of a delay, in bytes, as integers.</summary>
    public int RowOf(int delay) => firstRow + ringOf[delay];

    /// <summary>Sets the offsets to the step before the first one, from the lags.</summary>
    public void Begin(double* rows, int stride, int width)
    {
        for (var ring = 0; ring < rings.Length; ring++)
        {
            var (lag, slots) = rings[ring];
            var lags = rows + ((nint)lag * stride);
            var offsets = Offsets(rows, stride, ring);

            // A lag beyond the ring cannot be drawn; were one given, it must not lead out of the memory of the block.
            for (var lane = 0; lane < width; lane++) offsets[lane] = (slots - 1 - Math.Clamp((long)lags[lane], 1, slots - 1)) * stride * sizeof(double);
        }
    }

    /// <summary>Moves all offsets to the next step.</summary>
    public void Advance(double* rows, int stride, int width)
    {
        var row = (long)stride * sizeof(double);
        for (var ring = 0; ring < rings.Length; ring++) Advance(Offsets(rows, stride, ring), row, row * rings[ring].Slots, width);
    }

    private static void Advance(long* offsets, long row, long end, int width)
    {
        var lane = 0;
        for (; lane <= width - Vector512<long>.Count; lane += Vector512<long>.Count)
        {
            var next = Vector512.Load(offsets + lane) + Vector512.Create(row);
            Vector512.Store(Vector512.AndNot(next, Vector512.Equals(next, Vector512.Create(end))), offsets + lane);
        }

        for (; lane < width; lane++) offsets[lane] = offsets[lane] + row == end ? 0 : offsets[lane] + row;
    }

    private long* Offsets(double* rows, int stride, int ring) => (long*)(rows + ((nint)(firstRow + ring) * stride));
}
