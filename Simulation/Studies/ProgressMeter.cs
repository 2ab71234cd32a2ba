namespace Supply.Studies;

/// <summary>Counts replications over threads and reports now and then.</summary>
internal sealed class ProgressMeter(IProgress<RunProgress>? listener, long total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly long began = System.Diagnostics.Stopwatch.GetTimestamp();
    private long done;
    private long reported;

    public void Add(string scenario, int replications)
    {
        var now = Interlocked.Add(ref done, replications);
        if (listener is null) return;
        var elapsed = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        var last = Interlocked.Read(ref reported);
        var due = now >= total || elapsed.Ticks - last >= Pause.Ticks;

        // If several threads find a report due, only one of them makes it.
        if (due && Interlocked.CompareExchange(ref reported, elapsed.Ticks, last) == last)
        {
            listener.Report(new(scenario, now, total, elapsed));
        }
    }
}
