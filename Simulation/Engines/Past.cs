using System.Runtime.InteropServices;
using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// The state of the replications of a panel at the beginning of a step, as one scenario has it then. Scenarios that differ from it only
/// from that step on begin there (<see cref="PastOf"/>).
/// </summary>
internal sealed class Past
{
    // As in the recorder: a block writes into few pages.
    private const int Strip = 64;

    private readonly StepProgram program;
    private readonly int[] rows;
    private readonly int marks;
    private readonly int replications;
    private readonly int offset;
    private readonly double[][] strips;

    /// <param name="program">The program of the scenario.</param>
    /// <param name="step">The step, 1 or a later one.</param>
    /// <param name="replications">How many replications.</param>
    /// <param name="arrays">Where its memory comes from.</param>
    /// <param name="offset">The number of the first replication.</param>
    public Past(StepProgram program, int step, int replications, SampleArrays arrays, int offset)
    {
        (this.program, Step, this.replications, this.offset) = (program, step, replications, offset);
        rows = [.. program.Lasting.Select(one => one.Row)];
        marks = BlockSampler.MarksOf(program);
        strips = [.. Enumerable.Range(0, (replications + Strip - 1) / Strip).Select(_ => arrays.Take((rows.Length + marks) * Strip))];
    }

    public int Step { get; }

    public StepProgram Program => program;

    /// <summary>Bytes of the state of a number of replications.</summary>
    public static long Bytes(StepProgram program, int replications) =>
        (replications + Strip - 1L) / Strip * Strip * sizeof(double) * (program.Lasting.Count + BlockSampler.MarksOf(program));

    /// <summary>Whether numbers have the same bits.</summary>
    public static bool AreSame(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        MemoryMarshal.AsBytes(a).SequenceEqual(MemoryMarshal.AsBytes(b));

    /// <summary>Takes the state of the replications of a block.</summary>
    public void Keep(Block block, uint first) =>
        Visit(block, rows, first, (kept, running) => running.CopyTo(kept));

    /// <summary>Gives the replications of a block the state that was kept.</summary>
    /// <param name="block">The block.</param>
    /// <param name="to">Its rows, in the order of what lasts in the program that was kept.</param>
    /// <param name="first">The number of its first replication.</param>
    public void Restore(Block block, int[] to, uint first) => Visit(block, to, first, (kept, running) => kept.CopyTo(running));

    /// <summary>Whether the first replications have the same state as in another program.</summary>
    /// <param name="other">Their state there, of no more replications.</param>
    /// <param name="places">The place there of each number that lasts here.</param>
    public bool IsThatOf(Past other, int[] places)
    {
        for (var at = 0; at < other.replications; at += Strip)
        {
            var length = Math.Min(Strip, other.replications - at);
            for (var i = 0; i < rows.Length + marks; i++)
            {
                var place = i < rows.Length ? places[i] : other.rows.Length + i - rows.Length;
                if (!AreSame(
                    strips[at / Strip].AsSpan(i * Strip, length), other.strips[at / Strip].AsSpan(place * Strip, length)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private delegate void Visitor(Span<double> kept, Span<double> running);

    private void Visit(Block block, int[] blockRows, uint first, Visitor visit)
    {
        var place = (int)first - offset;
        var count = Math.Min(block.Width, replications - place);
        for (var from = 0; from < count;)
        {
            var (strip, lane) = (strips[(place + from) / Strip], (place + from) % Strip);
            var length = Math.Min(Strip - lane, count - from);
            for (var i = 0; i < rows.Length; i++)
            {
                visit(strip.AsSpan((i * Strip) + lane, length), block.Values(blockRows[i]).Slice(from, length));
            }

            for (var i = 0; i < marks; i++)
            {
                visit(strip.AsSpan(((rows.Length + i) * Strip) + lane, length), block.Sampler.MarkAt(i).Slice(from, length));
            }

            from += length;
        }
    }
}
