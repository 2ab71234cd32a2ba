using System.Runtime.InteropServices;
using Supply.Compilation;
using Supply.Execution.Kernels;
using Supply.Execution.Maths;

namespace Supply.Execution;

/// <summary>
/// The block engine: replications side by side in rows, every operation over a whole row at a time. At width 1 it is the
/// scalar engine, whose plain loops define what each operation means; any other width gives the same bits, and so does a
/// kernel that takes the steps over.
/// </summary>
internal sealed unsafe class Block : IDisposable
{
    private const int Alignment = 64;
    private readonly StepProgram program;
    private readonly ulong seed;
    private readonly Kernel? kernel;
    private readonly DelayReads delayReads;
    private readonly int rowCount;
    private readonly int stride;
    private readonly double* rows;
    private uint firstReplication;

    /// <param name="program">What to run.</param>
    /// <param name="width">Replications side by side, at least 1.</param>
    /// <param name="seed">The seed of all draws.</param>
    public Block(StepProgram program, int width, ulong seed) : this(program, width, seed, null) { }

    /// <param name="kernel">Runs the steps and sets the width.</param>
    /// <param name="seed">The seed of all draws.</param>
    public Block(Kernel kernel, ulong seed) : this(kernel.Program, kernel.Width, seed, kernel) { }

    private Block(StepProgram program, int width, ulong seed, Kernel? kernel)
    {
        (this.program, Width, this.seed, this.kernel) = (program, width, seed, kernel);
        delayReads = new DelayReads(program, program.Rows);
        rowCount = RowCount(program, delayReads, kernel);
        stride = Stride(width);
        rows = (double*)NativeMemory.AlignedAlloc(Bytes(rowCount, stride), Alignment);
        Tape = new Tape(program, width);
    }

    public int Width { get; }

    /// <summary>What it has sampled of the replications it runs.</summary>
    public Tape Tape { get; }

    /// <summary>Memory that a block takes.</summary>
    public static long Bytes(StepProgram program, int width) =>
        (long)Bytes(RowCount(program, new DelayReads(program, program.Rows), null), Stride(width)) + Tape.Bytes(program, width);

    public void Dispose()
    {
        Tape.Dispose();
        NativeMemory.AlignedFree(rows);
    }

    /// <summary>The first value of a row.</summary>
    public double* At(int row) => rows + (nint)row * stride;

    /// <summary>The values of a row, one for each replication.</summary>
    public ReadOnlySpan<double> Row(int row) => new(At(row), Width);

    /// <summary>Runs all steps of the replications from <paramref name="first"/> on.</summary>
    /// <param name="first">The number of the first replication.</param>
    /// <param name="given">Parameters that replace their draws; null: all are drawn.</param>
    /// <param name="recorder">Takes what is sampled.</param>
    public void Run(uint first, ParameterSet? given, Recorder recorder)
    {
        Begin(first, given);
        var step = 0;
        foreach (var sampled in recorder.Sampling.Steps)
        {
            if (kernel is null) Steps(step, sampled);
            else kernel.Run(rows, delayReads, seed, first, step, sampled);
            recorder.Sample(this, sampled, first);
            Copy(program.Updates);
            step = sampled + 1;
        }

        Execute(program.Final, 0);
        recorder.Finish(this, first);
    }

    /// <summary>Overwrites one value of a row.</summary>
    public void Set(int row, int lane, double value) => At(row)[lane] = value;

    private static int RowCount(StepProgram program, DelayReads delayReads, Kernel? kernel) =>
        program.Rows + delayReads.Rows + (kernel?.ScratchRows ?? 0);

    // Whole vectors in each row keep the next row aligned.
    private static int Stride(int width) => width < Maths.Rows.Lanes ? width : (width + Maths.Rows.Lanes - 1) / Maths.Rows.Lanes * Maths.Rows.Lanes;

    private static nuint Bytes(int rowCount, int stride) => (nuint)rowCount * (nuint)stride * sizeof(double);

    private void Begin(uint first, ParameterSet? given)
    {
        firstReplication = first;
        Tape.Begin();
        NativeMemory.Clear(rows, Bytes(rowCount, stride));
        foreach (var (row, value) in program.Constants) Fill(row, value);
        Execute(program.Prior, 0);
        Copy(program.ParameterCopies);
        given?.Load(this, first);
        Execute(program.Setup, 0);
        Copy(program.Initials);
        delayReads.Begin(rows, stride, Width);
    }

    /// <summary>Runs steps, but for the state updates at the end of the last one.</summary>
    private void Steps(int from, int last)
    {
        for (var step = from; ; step++)
        {
            foreach (var (row, values) in program.Tables)
            {
                if (step == 0 || BitConverter.DoubleToInt64Bits(values[step]) != BitConverter.DoubleToInt64Bits(values[step - 1])) Fill(row, values[step]);
            }

            delayReads.Advance(rows, stride, Width);
            Execute(program.Step, step);
            foreach (var delay in program.Delays) Copy(delay.Input, delay.FirstSlot + (step % delay.Slots));
            if (step == last) return;
            Copy(program.Updates);
        }
    }

    private void Fill(int row, double value) => new Span<double>(At(row), Width).Fill(value);

    private void Copy(int from, int to) => new ReadOnlySpan<double>(At(from), Width).CopyTo(new Span<double>(At(to), Width));

    private void Copy(RowCopy[] copies)
    {
        foreach (var copy in copies) Copy(copy.From, copy.To);
    }

    private void Execute(Instruction[] instructions, int step)
    {
        for (var i = 0; i < instructions.Length; i++) Execute(instructions[i], step);
    }

    private void Execute(in Instruction x, int step)
    {
        switch (x.Op)
        {
            case Op.Add: Maths.Rows.Apply<Add>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Subtract: Maths.Rows.Apply<Subtract>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Multiply: Maths.Rows.Apply<Multiply>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Divide: Maths.Rows.Apply<Divide>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Min: Maths.Rows.Apply<Min>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Max: Maths.Rows.Apply<Max>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Less: Maths.Rows.Apply<LessThan>(At(x.Result), At(x.A), At(x.B), Width); break;
            case Op.Select: Maths.Rows.Apply<Select>(At(x.Result), At(x.A), At(x.B), At(x.C), Width); break;
            case Op.Sqrt: Maths.Rows.Apply<Sqrt>(At(x.Result), At(x.A), Width); break;
            case Op.Exp: Maths.Rows.Apply<Exp>(At(x.Result), At(x.A), Width); break;
            case Op.InverseNormal: Maths.Rows.Apply<InverseNormal>(At(x.Result), At(x.A), Width); break;
            case Op.Floor: Maths.Rows.Apply<Floor>(At(x.Result), At(x.A), Width); break;
            case Op.FlushTiny: Maths.Rows.Apply<FlushTiny>(At(x.Result), At(x.A), Width); break;
            case Op.Uniform: Philox.Fill(At(x.Result), seed, firstReplication, program.Draws[x.Index], 0, Width); break;
            case Op.Normal: Normal(x, (uint)step); break;
            case Op.Delayed: Delayed(At(x.Result), x.Index); break;
            case Op.Lookup: Lookup(At(x.Result), program.Lookups[x.Index], step); break;
            default: throw new InvalidOperationException($"{x.Op} is no instruction.");
        }
    }

    private void Normal(in Instruction x, uint step)
    {
        Philox.Fill(At(x.Result), seed, firstReplication, program.Draws[x.Index], step, Width);
        Maths.Rows.Apply<InverseNormal>(At(x.Result), At(x.Result), Width);
    }

    private void Delayed(double* result, int delay)
    {
        var ring = (byte*)At(program.Delays[delay].FirstSlot);
        var offsets = (long*)At(delayReads.RowOf(delay));
        for (var lane = 0; lane < Width; lane++) result[lane] = ((double*)(ring + offsets[lane]))[lane];
    }

    private void Lookup(double* result, in LookupRows lookup, int step)
    {
        var left = lookup.Left[step];
        var weight = lookup.Weight[step];
        var a = At(lookup.Points[left]);
        if (weight == 0)
        {
            new ReadOnlySpan<double>(a, Width).CopyTo(new Span<double>(result, Width));
            return;
        }

        var b = At(lookup.Points[left + 1]);
        for (var lane = 0; lane < Width; lane++) result[lane] = a[lane] + (b[lane] - a[lane]) * weight;
    }
}
