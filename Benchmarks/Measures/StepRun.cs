using System.Runtime.Intrinsics;
using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;

namespace Supply.Benchmarks.Measures;

/// <summary>
/// Only the steps of a program, on one thread: everything needed before them is made in advance, and nothing is summarised.
/// </summary>
internal sealed class StepRun : IDisposable
{
    private const ulong Seed = 2026;
    private readonly Block block;
    private readonly Recorder recorder;

    private StepRun(StepProgram program, Block block, int replications)
    {
        this.block = block;
        Replications = (replications + block.Width - 1) / block.Width * block.Width;
        recorder = new Recorder(program, Replications, new SampleArrays());
    }

    /// <summary>Requested replications, rounded up to whole blocks.</summary>
    public int Replications { get; }

    /// <summary>Replications side by side.</summary>
    public int Width => block.Width;

    public static StepRun OnBlock(StepProgram program, int width, int replications) =>
        new(program, new Block(program, width, Seed), replications);

    /// <summary>On the kernel that the engine would choose.</summary>
    public static StepRun OnKernel(StepProgram program, int replications) =>
        new(program, new Block(KernelCompiler.Compile(program), Seed), replications);

    /// <param name="program">The program to run.</param>
    /// <param name="groups">Replications side by side, in groups of eight.</param>
    /// <param name="replications">At least this many.</param>
    public static StepRun OnKernel(StepProgram program, int groups, int replications) =>
        new(program, new Block(KernelCompiler.Compile(program, groups, Vector512.IsHardwareAccelerated), Seed), replications);

    public void Run()
    {
        for (var first = 0; first < Replications; first += block.Width) block.Run((uint)first, null, recorder);
    }

    public void Dispose() => block.Dispose();
}
