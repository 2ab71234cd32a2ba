using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>
/// The kernel engine: the steps of one program as machine code over a few vectors of replications. It gives the same bits as the block
/// engine, works on the same rows, and may be shared by threads.
/// </summary>
internal sealed unsafe class Kernel
{
    private const int CacheLine = 64;

    private readonly StepProgram program;
    private readonly ((KernelPart Run, bool[]? Changes)[] Parts, RowCall[] Calls)[] stages;
    private readonly double[] lines;
    private readonly int columns;

    public Kernel(StepProgram program, int width, int scratchRows, ((KernelPart Run, bool[]? Changes)[] Parts, RowCall[] Calls)[] stages,
        double[] lines, int columns) =>
        (this.program, Width, ScratchRows, this.stages, this.lines, this.columns) = (program, width, scratchRows, stages, lines, columns);

    public StepProgram Program => program;

    /// <summary>Replications side by side.</summary>
    public int Width { get; }

    /// <summary>Rows that it needs in addition to those of the block.</summary>
    public int ScratchRows { get; }

    public int Parts => stages.Sum(stage => stage.Parts.Length);

    /// <summary>Runs steps, except the state updates at the end of the last one.</summary>
    /// <param name="rows">The rows of the block, <see cref="Width"/> doubles each.</param>
    /// <param name="layout">Where the block keeps the values that advance with each step.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="replications">The replication numbers used for the draws.</param>
    /// <param name="from">The first step.</param>
    /// <param name="last">The last step.</param>
    /// <param name="entered">The step that the run began with: there everything is computed, also what changes in few steps.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(double* rows, BlockLayout layout, ulong seed, uint* replications, int from, int last, int entered)
    {
        // The frames of the parts begin where this one ends. Aligned to a whole cache line, the vectors that they keep there do not
        // straddle two lines, which saves a tenth of a step's time. A frame length that is not constant is taken from the end of the
        // frame, so the first piece records where that is; a length that is never written would not be taken.
        var end = stackalloc byte[Width];
        var frame = stackalloc byte[CacheLine + (int)((nuint)end % CacheLine)];
        Volatile.Write(ref *end, 0);
        Volatile.Write(ref *frame, 0);

        // The lines are pinned for life.
        var line = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(lines)) + ((nint)from * columns);
        for (var step = from; ; step++, line += columns)
        {
            layout.Normals.Begin(rows, seed, replications, step);
            layout.DelayWrites.Advance(step, rows, Width, Width);
            foreach (var (parts, calls) in stages)
            {
                foreach (var (part, changes) in parts)
                {
                    if (changes is null || changes[step] || step == entered) part(rows, line);
                }

                foreach (ref readonly var call in calls.AsSpan())
                {
                    if (call.Changes is not { } changes || changes[step] || step == entered) Call(call, rows);
                }
            }

            layout.DelayWrites.AddShipments(step, rows, Width, Width);
            if (step == last) return;
            foreach (var update in program.Updates)
            {
                NativeMemory.Copy(rows + ((nint)update.From * Width), rows + ((nint)update.To * Width), (nuint)Width * sizeof(double));
            }
        }
    }

    private void Call(in RowCall call, double* rows)
    {
        var row = rows + ((nint)call.FirstRow * Width);
        switch (call.Op)
        {
            case Op.Exp: Rows.Apply<Exp>(row, row, call.Count * Width); break;
            case Op.Log: Rows.Apply<Log>(row, row, call.Count * Width); break;
            case Op.InverseNormal: PackedNormals.Apply(row, row, call.Count * Width); break;
            case Op.Quantile: program.Quantiles[call.Index].Apply(row, row, call.Count * Width); break;
            default: throw new InvalidOperationException($"{call.Op} is not a call.");
        }
    }
}
