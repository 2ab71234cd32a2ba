using System.Runtime.ExceptionServices;

namespace Supply.Studies;

/// <summary>Work on several threads whose exception, such as one of the caller's own code, arrives as if there were one thread.</summary>
internal static class Threads
{
    /// <summary>
    /// Work on 0..count - 1, until it is cancelled: pieces that were begun are finished or say themselves that they were cancelled, and
    /// no further ones begin.
    /// </summary>
    public static void RunUntil(int count, Action<int> work, CancellationToken cancellation) =>
        Run(() => Parallel.For(0, count, (i, loop) =>
    {
        if (cancellation.IsCancellationRequested)
        {
            loop.Stop();
            return;
        }

        try
        {
            work(i);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            loop.Stop();
        }
    }));

    public static void Run(Action work)
    {
        try
        {
            work();
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
