using System.Runtime.ExceptionServices;

namespace Supply.Studies;

/// <summary>Work on several threads whose exception, such as one of the caller's own code, arrives as if there were one thread.</summary>
internal static class Threads
{
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
