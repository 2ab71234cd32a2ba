using System.Diagnostics;

namespace Supply.Benchmarks.Measures;

/// <summary>The time of a simulation: elapsed seconds, and processor seconds, which other load affects less.</summary>
internal readonly record struct Taken(double Passed, double Worked)
{
    /// <summary>Times a simulation in this process.</summary>
    public static Taken By(Action simulation)
    {
        var (start, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        simulation();
        return new(Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds);
    }
}
