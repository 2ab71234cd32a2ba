using Supply.Engines;
using Supply.Engines.Kernels;
using Supply.Programs;

namespace Supply.Studies;

/// <summary>
/// The threads that run the replications of one scenario. A free thread claims the next replications, as many as its block is wide; the
/// results do not depend on which thread or engine runs a replication.
/// </summary>
internal sealed class WorkerThreads(Ensemble ensemble, StepProgram program, Task<Kernel>? compilation, Recorder recorder, Action<int> ran,
    CancellationToken cancellation) : IDisposable
{
    private readonly GivenParameters? given = ensemble.Parameters is { } matrix ? new GivenParameters(program, matrix) : null;
    private readonly Worker[] workers = [.. Enumerable.Range(0, ensemble.Threads).Select(_ => new Worker())];
    private int claimed;

    /// <summary>Starts making the kernel of a program on another thread; null: the block engine runs it.</summary>
    public static Task<Kernel>? Prepare(Ensemble ensemble, StepProgram program) =>
        ensemble.Engine == Engine.Kernel || (ensemble.Engine == Engine.Auto && KernelCompiler.PaysOff(program, ensemble.Replications))
            ? Task.Run(() => KernelCompiler.Compile(program))
            : null;

    /// <summary>Runs replications, all of one panel.</summary>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    /// <param name="past">Where they begin; null: at the first step.</param>
    /// <param name="kept">Keep the state at the beginnings of steps, in order; null: nobody does.</param>
    public void Run(int first, int count, PastOf? past = null, Past[]? kept = null)
    {
        // A caller that asks for the kernel gets only the kernel; by default the block engine works until the kernel is ready.
        if (ensemble.Engine == Engine.Kernel) compilation?.GetAwaiter().GetResult();
        claimed = first;
        Threads.Run(() => Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, (i, loop) =>
            Work(workers[i], first + count, past, kept, loop)));
    }

    public void Dispose()
    {
        foreach (var worker in workers)
        {
            worker.Wide?.Dispose();
            worker.Narrow?.Dispose();
        }
    }

    private void Work(Worker worker, int end, PastOf? past, Past[]? kept, ParallelLoopState loop)
    {
        while (true)
        {
            var block = compilation is { IsCompleted: true }
                ? worker.Narrow ??= new Block(compilation.GetAwaiter().GetResult(), ensemble.Seed, ensemble.Design)
                : worker.Wide ??=
                    new Block(program, Math.Min(ensemble.BlockWidth, ensemble.Replications), ensemble.Seed, ensemble.Design);
            var first = Interlocked.Add(ref claimed, block.Width) - block.Width;
            if (first >= end || cancellation.IsCancellationRequested || loop.IsExceptional) return;
            block.Run((uint)first, given, recorder, past, kept);
            ran(Math.Min(block.Width, end - first));
        }
    }

    /// <summary>The block and kernel with which one thread runs replications; kept from panel to panel.</summary>
    private sealed class Worker
    {
        public Block? Wide { get; set; }

        public Block? Narrow { get; set; }
    }
}
