using Supply.Compilation;
using Supply.Execution.Kernels;

namespace Supply.Execution;

/// <summary>
/// The threads that run the replications of one scenario. Each claims the next ones as often as it is free, as many as its
/// block is wide; which thread or engine runs a replication does not show in its results.
/// </summary>
internal sealed class Crew(Ensemble ensemble, StepProgram program, Task<Kernel>? compilation, Recorder recorder)
{
    private readonly ParameterSet? given = ensemble.Parameters is { } matrix ? new ParameterSet(program, matrix) : null;
    private long claimed;

    /// <summary>Begins to make the kernel of a program on another thread; null: the block engine runs it.</summary>
    public static Task<Kernel>? Prepare(Ensemble ensemble, StepProgram program) =>
        ensemble.Engine == Engine.Kernel || (ensemble.Engine == Engine.Auto && KernelCompiler.PaysOff(program, ensemble.Replications))
            ? Task.Run(() => KernelCompiler.Compile(program))
            : null;

    public void Run()
    {
        // Who asks for the kernel gets nothing else; by default the block engine works until the kernel is there.
        if (ensemble.Engine == Engine.Kernel) compilation?.GetAwaiter().GetResult();
        Parallel.For(0, ensemble.Threads, new ParallelOptions { MaxDegreeOfParallelism = ensemble.Threads }, _ => Work());
    }

    private void Work()
    {
        Block? wide = null;
        Block? narrow = null;
        try
        {
            while (true)
            {
                var block = compilation is { IsCompleted: true }
                    ? narrow ??= new Block(compilation.GetAwaiter().GetResult(), ensemble.Seed)
                    : wide ??= new Block(program, Math.Min(ensemble.BlockWidth, ensemble.Replications), ensemble.Seed);
                var first = Interlocked.Add(ref claimed, block.Width) - block.Width;
                if (first >= ensemble.Replications) return;
                block.Run((uint)first, given, recorder);
            }
        }
        finally
        {
            wide?.Dispose();
            narrow?.Dispose();
        }
    }
}
