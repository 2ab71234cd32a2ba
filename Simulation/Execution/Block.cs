using System.Runtime.InteropServices;
using Supply.Compilation;
using Supply.Execution.Maths;

namespace Supply.Execution;

/// <summary>
/// The block engine: replications side by side in rows, every operation over a whole row at a time. At width 1 it is the
/// scalar engine, whose plain loops define what each operation means; any other width gives the same bits.
/// </summary>
internal sealed unsafe class Block : IDisposable
{
    private const int Alignment = 64;
    private readonly StepProgram program;
    private readonly ulong seed;
    private readonly int stride;
    private readonly double* rows;
    private uint firstReplication;

    /// <param name="program">What to run.</param>
    /// <param name="width">Replications side by side, at least 1.</param>
    /// <param name="seed">The seed of all draws.</param>
    public Block(StepProgram program, int width, ulong seed)
    {
        (this.program, Width, this.seed) = (program, width, seed);
        stride = width < Maths.Rows.Lanes ? width : (width + Maths.Rows.Lanes - 1) / Maths.Rows.Lanes * Maths.Rows.Lanes;
        rows = (double*)NativeMemory.AlignedAlloc(Bytes(program, width), Alignment);
    }

    public int Width { get; }

    /// <summary>Memory that a block takes.</summary>
    public static nuint Bytes(StepProgram program, int width) =>
        (nuint)program.Rows * ((nuint)width + Maths.Rows.Lanes) * sizeof(double);

    public void Dispose() => NativeMemory.AlignedFree(rows);

    /// <summary>The values of a row, one for each replication.</summary>
    public ReadOnlySpan<double> Row(int row) => new(At(row), Width);

    /// <summary>Runs all steps of the replications from <paramref name="first"/> on.</summary>
    /// <param name="first">The number of the first replication.</param>
    /// <param name="given">Parameters that replace their draws; null: all are drawn.</param>
    /// <param name="recorder">Takes what is sampled.</param>
    public void Run(uint first, ParameterSet? given, Recorder recorder)
    {
        firstReplication = first;
        NativeMemory.Clear(rows, (nuint)program.Rows * (nuint)stride * sizeof(double));
        foreach (var (row, value) in program.Constants) Fill(row, value);
        Execute(program.Prior, 0);
        Copy(program.ParameterCopies);
        given?.Load(this, first);
        Execute(program.Setup, 0);
        Copy(program.Initials);
        for (var step = 0; step < program.Horizon.Steps; step++)
        {
            FillTables(step);
            Execute(program.Step, step);
            recorder.Sample(this, step, first);
            FillDelays(step);
            Copy(program.Updates);
        }

        Execute(program.Final, 0);
        recorder.Finish(this, first);
    }

    /// <summary>Overwrites one value of a row.</summary>
    public void Set(int row, int lane, double value) => At(row)[lane] = value;

    private double* At(int row) => rows + (nint)row * stride;

    private void Fill(int row, double value) => new Span<double>(At(row), Width).Fill(value);

    private void Copy(int from, int to) => new ReadOnlySpan<double>(At(from), Width).CopyTo(new Span<double>(At(to), Width));

    // Loops over indices: the enumerator of a list seen through its interface would be allocated in each step.
    private void FillTables(int step)
    {
        for (var i = 0; i < program.Tables.Count; i++) Fill(program.Tables[i].Row, program.Tables[i].Values[step]);
    }

    private void FillDelays(int step)
    {
        for (var i = 0; i < program.Delays.Count; i++)
        {
            var delay = program.Delays[i];
            Copy(delay.Input, delay.FirstSlot + step % delay.Slots);
        }
    }

    private void Copy(IReadOnlyList<RowCopy> copies)
    {
        for (var i = 0; i < copies.Count; i++) Copy(copies[i].From, copies[i].To);
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
            case Op.Delayed: Delayed(At(x.Result), program.Delays[x.Index], step); break;
            case Op.Lookup: Lookup(At(x.Result), program.Lookups[x.Index], step); break;
            default: throw new InvalidOperationException($"{x.Op} is no instruction.");
        }
    }

    private void Normal(in Instruction x, uint step)
    {
        Philox.Fill(At(x.Result), seed, firstReplication, program.Draws[x.Index], step, Width);
        Maths.Rows.Apply<InverseNormal>(At(x.Result), At(x.Result), Width);
    }

    private void Delayed(double* result, in DelayRows delay, int step)
    {
        var lags = At(delay.Lag);
        var now = step % delay.Slots;
        for (var lane = 0; lane < Width; lane++)
        {
            var slot = now - (int)lags[lane];
            result[lane] = At(delay.FirstSlot + (slot < 0 ? slot + delay.Slots : slot))[lane];
        }
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
