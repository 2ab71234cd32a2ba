using System.Runtime.InteropServices;
using Supply.Engines.Kernels;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines;

/// <summary>
/// The block engine: replications side by side in rows, with each operation applied to a whole row at a time. At width 1 it is the scalar
/// engine, whose plain loops define each operation; any other width gives the same bits, and so does a kernel that takes over the steps.
/// </summary>
internal sealed unsafe class Block : IDisposable
{
    private const int Alignment = 64;
    private readonly StepProgram program;
    private readonly ulong seed;
    private readonly EnsembleDesign design;
    private readonly Kernel? kernel;
    private readonly BlockLayout layout;
    private readonly FusedInstruction[] fused;
    private readonly int rowCount;
    private readonly int stride;
    private readonly double* rows;
    private readonly uint* replications;
    private int entered;

    /// <param name="program">The program to run.</param>
    /// <param name="width">Replications side by side, at least 1.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="design">How parameters are drawn.</param>
    public Block(StepProgram program, int width, ulong seed, EnsembleDesign design = EnsembleDesign.Independent)
        : this(program, width, seed, design, null) { }

    /// <param name="kernel">Runs the steps and sets the width.</param>
    /// <param name="seed">The seed of all draws.</param>
    /// <param name="design">How parameters are drawn.</param>
    public Block(Kernel kernel, ulong seed, EnsembleDesign design = EnsembleDesign.Independent)
        : this(kernel.Program, kernel.Width, seed, design, kernel) { }

    private Block(StepProgram program, int width, ulong seed, EnsembleDesign design, Kernel? kernel)
    {
        (this.program, Width, this.seed, this.design, this.kernel) = (program, width, seed, design, kernel);
        layout = new BlockLayout(program, width);
        (fused, var more) = kernel is null && width > 1 ? Fusion.Of(program, layout.Rows) : ([], kernel?.ScratchRows ?? 0);
        (rowCount, stride) = (layout.Rows + more, layout.Stride);
        rows = (double*)NativeMemory.AlignedAlloc(Bytes(rowCount, stride), Alignment);
        replications = (uint*)NativeMemory.AlignedAlloc((nuint)stride * sizeof(uint), Alignment);
        Sampler = new BlockSampler(program, width);
    }

    public int Width { get; }

    /// <summary>Samples of the replications it runs.</summary>
    public BlockSampler Sampler { get; }

    /// <summary>Memory used by a block.</summary>
    public static long Bytes(StepProgram program, int width)
    {
        var layout = new BlockLayout(program, width);
        var fused = width > 1 ? Fusion.Of(program, layout.Rows).Rows : 0;
        return (long)Bytes(layout.Rows + fused, layout.Stride) + BlockSampler.Bytes(program, width);
    }

    public void Dispose()
    {
        Sampler.Dispose();
        NativeMemory.AlignedFree(replications);
        NativeMemory.AlignedFree(rows);
    }

    /// <summary>The first value of a row.</summary>
    public double* At(int row) => rows + (nint)row * stride;

    /// <summary>The values of a row, one for each replication.</summary>
    public ReadOnlySpan<double> Row(int row) => new(At(row), Width);

    /// <summary>The values of a row, to be written.</summary>
    public Span<double> Values(int row) => new(At(row), Width);

    /// <summary>Runs all steps of the replications from <paramref name="first"/> on.</summary>
    /// <param name="first">The number of the first replication.</param>
    /// <param name="given">Parameters that replace their draws; null: all are drawn.</param>
    /// <param name="recorder">Receives the samples.</param>
    /// <param name="past">Where to begin instead of at the first step. Null: at the first step.</param>
    /// <param name="kept">Keep the state at the beginnings of steps, in order. Null: nobody does.</param>
    public void Run(uint first, GivenParameters? given, Recorder recorder, PastOf? past = null, Past[]? kept = null)
    {
        Begin(first, given, past);
        var (step, next) = (entered, 0);
        foreach (var sampled in recorder.Sampling.Steps)
        {
            if (sampled < step) continue;
            for (; next < kept?.Length && kept[next].Step <= sampled; next++)
            {
                step = RunTo(step, kept[next].Step);
                kept[next].Keep(this, first);
            }

            step = RunAndSample(step, sampled, recorder, first);
        }

        Execute(program.Final, 0);
        recorder.Finish(this, first);
    }

    /// <summary>Runs the replications from <paramref name="first"/> on to the step of a past, which keeps their state.</summary>
    /// <param name="first">The number of the first replication.</param>
    /// <param name="given">Parameters that replace their draws; null: all are drawn.</param>
    /// <param name="recorder">Receives the samples.</param>
    /// <param name="kept">Keeps the state.</param>
    public void RunTo(uint first, GivenParameters? given, Recorder recorder, Past kept)
    {
        Begin(first, given, past: null);
        var step = 0;
        foreach (var sampled in recorder.Sampling.Steps.TakeWhile(sampled => sampled < kept.Step))
        {
            step = RunAndSample(step, sampled, recorder, first);
        }

        RunTo(step, kept.Step);
        kept.Keep(this, first);
    }

    /// <summary>Draws the parameters of the replications from <paramref name="first"/> on, without running a step.</summary>
    /// <param name="first">The number of the first replication.</param>
    /// <param name="given">Parameters that replace their draws; null: all are drawn.</param>
    public void Draw(uint first, GivenParameters? given) => Begin(first, given, past: null);

    /// <summary>Overwrites one value of a row.</summary>
    public void Set(int row, int lane, double value) => At(row)[lane] = value;

    private static nuint Bytes(int rowCount, int stride) => (nuint)rowCount * (nuint)stride * sizeof(double);

    private void Begin(uint first, GivenParameters? given, PastOf? past)
    {
        for (var lane = 0; lane < stride; lane++) replications[lane] = unchecked(first + (uint)lane);
        given?.Number(replications, Width, first);
        Sampler.Begin();
        NativeMemory.Clear(rows, Bytes(rowCount, stride));
        foreach (var (row, value) in program.Constants) Fill(row, value);
        Execute(program.Prior, 0);
        Copy(program.ParameterCopies);
        given?.Load(this, first);
        Execute(program.Setup, 0);
        Copy(program.Initials);
        past?.Restore(this, first);
        entered = past?.Step ?? 0;
        layout.DelayWrites.Begin(entered, rows, stride, Width);
        layout.Normals.Enter(rows, seed, replications, entered);
    }

    /// <summary>Runs steps, the last of which is sampled, and gives the one that follows.</summary>
    private int RunAndSample(int from, int last, Recorder recorder, uint first)
    {
        Advance(from, last);
        Execute(program.Observed, last);
        recorder.Sample(this, last, first);
        Copy(program.Updates);
        return last + 1;
    }

    /// <summary>Runs the steps before another one, if there are any, and gives that one.</summary>
    private int RunTo(int from, int next)
    {
        if (from == next) return next;
        Advance(from, next - 1);
        Copy(program.Updates);
        return next;
    }

    /// <summary>Runs steps, except the state updates at the end of the last one.</summary>
    private void Advance(int from, int last)
    {
        if (kernel is null) Steps(from, last);
        else kernel.Run(rows, layout, seed, replications, from, last, entered);
    }

    private void Steps(int from, int last)
    {
        for (var step = from; ; step++)
        {
            foreach (var (row, values) in program.Tables)
            {
                if (step == entered || BitConverter.DoubleToInt64Bits(values[step]) != BitConverter.DoubleToInt64Bits(values[step - 1]))
                {
                    Fill(row, values[step]);
                }
            }

            layout.Normals.Begin(rows, seed, replications, step);
            layout.DelayWrites.Advance(step, rows, stride, Width);
            foreach (ref readonly var planned in program.Planned.AsSpan())
            {
                if (planned.Changes[step] || step == entered) Execute(planned.Instruction, step);
            }

            if (Width == 1) Execute(program.Step, step);
            else ExecuteFused(step);
            for (var delay = 0; delay < program.Delays.Length; delay++) Push(delay, step);
            layout.DelayWrites.AddShipments(step, rows, stride, Width);
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

    private void ExecuteFused(int step)
    {
        foreach (ref readonly var x in fused.AsSpan())
        {
            if (x.Operation is { } operation) operation.Apply(At(x.Plain.Result), At(x.A), At(x.B), At(x.C), At(x.D), Width);
            else Execute(x.Plain, step);
        }
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
            case Op.Log: Maths.Rows.Apply<Log>(At(x.Result), At(x.A), Width); break;
            case Op.InverseNormal: PackedNormals.Apply(At(x.Result), At(x.A), Width); break;
            case Op.Floor: Maths.Rows.Apply<Floor>(At(x.Result), At(x.A), Width); break;
            case Op.FlushTiny: Maths.Rows.Apply<FlushTiny>(At(x.Result), At(x.A), Width); break;
            case Op.Quantile: program.Quantiles[x.Index].Apply(At(x.Result), At(x.A), Width); break;
            case Op.Uniform: Uniform(At(x.Result), program.Draws[x.Index]); break;
            case Op.Normal: Copy(layout.Normals.FirstRow(x.Index) + layout.Normals.StepInTile(step), x.Result); break;
            case Op.Delayed: Copy(program.Delays[x.Index].FirstSlot + (step % program.Delays[x.Index].Slots), x.Result); break;
            case Op.Lookup: Lookup(At(x.Result), program.Lookups[x.Index], step); break;
            default: throw new InvalidOperationException($"{x.Op} is not an instruction.");
        }
    }

    private void Uniform(double* result, ulong key)
    {
        if (design == EnsembleDesign.Independent) Philox.Fill(result, seed, replications, key, 0, Width);
        else SobolDraws.Fill(result, seed, replications, key, Width);
    }

    private void Push(int delay, int step)
    {
        var (firstSlot, _, _, input, perShipment) = program.Delays[delay];
        if (perShipment) return;
        if (layout.DelayWrites.IsDrawn(delay)) layout.DelayWrites.Write(delay, rows, At(input), stride, Width);
        else Copy(input, firstSlot + layout.DelayWrites.Slot(delay, step));
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
