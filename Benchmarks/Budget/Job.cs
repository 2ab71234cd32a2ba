using System.Globalization;
using static System.FormattableString;

namespace Supply.Benchmarks.Budget;

/// <summary>A script as an analyst runs it.</summary>
/// <param name="Name">Its purpose.</param>
/// <param name="Script">The script, without its ending.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsWall">Whether the time by the clock counts instead of that of processors.</param>
internal sealed record Job(string Name, string Script, string Arguments, bool IsWall = false)
{
    // A table of seconds: by the clock, in the program, in the system.
    private const string Format = "TIMEFORMAT='%3R %3U %3S'";

    /// <summary>The scripts that are timed.</summary>
    /// <param name="replications">Replications of the studies.</param>
    public static IReadOnlyList<Job> All(int replications) =>
    [
        new("first result: dprk-share --short", "dprk-share", "--short", IsWall: true),
        new("share study", "dprk-share", Invariant($"--replications {replications}")),
        new("cut-off", "cut-off", Invariant($"--replications {replications}")),
        new("large study: a scenario file, ten times as many", "run",
            Invariant($"Scenarios/dprk-stops.json --replications {10 * replications}")),
        new("calibration, small", "calibrate", "--short"),
    ];

    /// <summary>Runs it to its end.</summary>
    /// <param name="programs">The folder of the built scripts.</param>
    /// <param name="root">The sources that it belongs to.</param>
    /// <param name="results">The folder of its results.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public Spent Run(string programs, string root, string results)
    {
        var said = BudgetRunner.Shell(
            $"cd '{root}' && {Format} && time '{programs}/{Script}' {Arguments} --out '{results}' >/dev/null 2>'{results}.errors' "
                + $"|| {{ cat '{results}.errors' >&2; exit 1; }}");
        double[] seconds = [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split(' ')
            .Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Directory.Delete(results, recursive: true);
        return new(seconds[0], seconds[1] + seconds[2]);
    }
}

/// <summary>Seconds that a run took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Of all processors.</param>
internal readonly record struct Spent(double Wall, double Processor);
