using System.Runtime.Intrinsics;
using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// Where each replication writes its delays in a step: into the slot that the step of arrival reads, so that reading is the same in all
/// replications. Where lags are drawn, delays that share a lag and a ring size share a row of byte offsets into their ring; it advances
/// by one slot each step, so a write needs neither a division nor the lag. Where lags differ from step to step, a write adds to the slot
/// of its arrival, and a slot is emptied in the step after it was read.
/// </summary>
internal sealed unsafe class DelayWrites
{
    private readonly StepProgram program;
    private readonly (int Lag, int Slots)[] rings;
    private readonly int[] ringOf;
    private readonly int[] steps;
    private readonly int firstRow;
    private readonly int[] shipments;

    /// <param name="program">The program whose delays are written.</param>
    /// <param name="firstRow">The first of the rows for the offsets.</param>
    public DelayWrites(StepProgram program, int firstRow)
    {
        (this.program, this.firstRow) = (program, firstRow);
        var constants = program.Constants.ToDictionary(constant => constant.Row, constant => constant.Value);
        steps = [.. program.Delays.Select(
            delay => !delay.PerShipment && constants.TryGetValue(delay.Lag, out var lag) ? Within(lag, delay.Slots) : 0)];
        shipments = [.. program.Delays.Index().Where(delay => delay.Item.PerShipment).Select(delay => delay.Index)];
        rings = [.. program.Delays.Where((delay, i) => steps[i] == 0 && !delay.PerShipment).Select(delay => (delay.Lag, delay.Slots))
            .Distinct()];
        ringOf = [.. program.Delays.Select(delay => Array.IndexOf(rings, (delay.Lag, delay.Slots)))];
    }

    /// <summary>Rows of offsets.</summary>
    public int Rows => rings.Length;

    /// <summary>Whether the lag is drawn, so that each replication writes into a slot of its own.</summary>
    public bool IsDrawn(int delay) => steps[delay] == 0;

    /// <summary>The slot into which a delay with one lag for all replications is written in a step.</summary>
    public int Slot(int delay, int step) => (step + steps[delay]) % program.Delays[delay].Slots;

    /// <summary>The row of the offsets of a delay whose lag is drawn, in bytes, as integers.</summary>
    public int RowOf(int delay) => firstRow + ringOf[delay];

    /// <summary>Sets the offsets to the step before <paramref name="step"/>, from the lags.</summary>
    public void Begin(int step, double* rows, int stride, int width)
    {
        for (var ring = 0; ring < rings.Length; ring++)
        {
            var (lag, slots) = rings[ring];
            var lags = rows + ((nint)lag * stride);
            var offsets = Offsets(rows, stride, ring);
            for (var lane = 0; lane < width; lane++)
            {
                offsets[lane] = (long)((Within(lags[lane], slots) - 1 + step) % slots) * stride * sizeof(double);
            }
        }
    }

    /// <summary>Moves all offsets to a step, and empties the slots that were read in the step before it.</summary>
    public void Advance(int step, double* rows, int stride, int width)
    {
        foreach (var delay in shipments) new Span<double>(At(delay, step + program.Delays[delay].Slots - 1, rows, stride), width).Clear();
        var row = (long)stride * sizeof(double);
        for (var ring = 0; ring < rings.Length; ring++) Advance(Offsets(rows, stride, ring), row, row * rings[ring].Slots, width);
    }

    /// <summary>Writes a row of values, each into the slot of its replication.</summary>
    public void Write(int delay, double* rows, double* values, int stride, int width)
    {
        var ring = (byte*)(rows + ((nint)program.Delays[delay].FirstSlot * stride));
        var offsets = Offsets(rows, stride, ringOf[delay]);
        for (var lane = 0; lane < width; lane++) ((double*)(ring + offsets[lane]))[lane] = values[lane];
    }

    /// <summary>Adds a step's dispatches to the slots of their arrival, for all delays whose lags differ from step to step.</summary>
    public void AddShipments(int step, double* rows, int stride, int width)
    {
        foreach (var delay in shipments)
        {
            var (_, slots, lag, input, _) = program.Delays[delay];
            var lags = rows + ((nint)lag * stride);
            var values = rows + ((nint)input * stride);
            for (var lane = 0; lane < width; lane++) At(delay, step + Within(lags[lane], slots), rows, stride)[lane] += values[lane];
        }
    }

    private double* At(int delay, int step, double* rows, int stride) =>
        rows + ((nint)(program.Delays[delay].FirstSlot + (step % program.Delays[delay].Slots)) * stride);

    // A lag beyond the ring cannot be drawn; if one were given, it must not write outside the block's memory.
    private static int Within(double lag, int slots) => (int)Math.Clamp((long)lag, 1, slots - 1);

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
