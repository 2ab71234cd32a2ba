using System.Diagnostics;
using System.Globalization;
using Supply.Benchmarks.Measures;
using static System.FormattableString;

namespace Supply.Benchmarks.Scaling;

/// <summary>The waiting times of a user: for the first result in a fresh process, and for the share study.</summary>
internal sealed class BudgetScaling : IScaling
{
    private const int Replications = 1_000;

    /// <summary>The arguments with which the runner asks a fresh process for a first result, or for nothing.</summary>
    public const string FirstResult = "--first-result";

    public const string Nothing = "--nothing";

    private readonly Times sinceMain = new("since the program began", 1);
    private readonly Measurement process;
    private readonly Measurement empty;
    private readonly Measurement? study;

    /// <param name="withStudy">Also times the share study.</param>
    public BudgetScaling(bool withStudy)
    {
        process = new(new Times("process with a first result", 1), First) { IsWarmed = false };
        empty = new(new Times("process that does nothing", 1),
            () => Taken.By(() => Machine.Again("scaling", Nothing))) { IsWarmed = false };
        study = withStudy ? new(new Times("share study", 1), ShareStudy) { Every = 7, IsWarmed = false } : null;
    }

    public IReadOnlyList<Measurement> Measurements => study is null ? [process, empty] : [process, empty, study];

    public IEnumerable<string> Report()
    {
        yield return "### What a user waits for";
        yield return "";
        yield return Invariant($"The first result of a fresh process: {Replications:#,0} replications of the baseline, all threads, and ")
            + Invariant($"one median. Beyond the start of the");
        yield return "runtime is the process less one of the same program that does nothing.";
        if (study is not null)
        {
            yield return "The share study is `dotnet run Scenarios/dprk-share.cs` at 2,000 replications, built before, with its tables "
                + "and figures.";
        }
        yield return "";
        yield return "| by the clock | ms | median | spread | rounds |";
        yield return "|---|---|---|---|---|";
        foreach (var times in Measurements.Select(one => one.Times).Append(sinceMain))
        {
            yield return Invariant(
                $"| {times.Name} | {times.MinimumSeconds * 1e3:#,0} | {times.Median / 1e6:#,0} | {times.Spread:0 %} | {times.Rounds} |");
        }
        yield return "";
        yield return Invariant(
            $"- First result beyond the start of the runtime: {1e3 * (process.Times.MinimumSeconds - empty.Times.MinimumSeconds):0} ms.");
    }

    /// <summary>In the fresh process: runs, reads a median, and prints the seconds it took.</summary>
    public static int RunFirstResult()
    {
        var start = Stopwatch.GetTimestamp();
        var median = new Ensemble(Replications).Run(Baselines.Russia2022).Baseline.Distribution(Metric.FiredPerDay).Median;
        Console.WriteLine(Invariant($"{Stopwatch.GetElapsedTime(start).TotalSeconds:R} {median:R}"));
        return 0;
    }

    private Taken First()
    {
        var output = "";
        var taken = Taken.By(() => output = Machine.Again("scaling", FirstResult));
        var seconds = double.Parse(output.Split(' ')[0], CultureInfo.InvariantCulture);
        sinceMain.Add(new(seconds, seconds));
        return taken;
    }

    private static Taken ShareStudy()
    {
        var folder = Directory.CreateTempSubdirectory("supply-scaling-").FullName;
        try
        {
            var script = Path.Combine(Results.Project, "..", "Scenarios", "dprk-share.cs");
            return Taken.By(() =>
            {
                using var run = Process.Start(
                    new ProcessStartInfo("dotnet",
                        ["run", script, "--", "--replications", "2000", "--out", folder]) { RedirectStandardOutput = true })!;
                run.StandardOutput.ReadToEnd();
                run.WaitForExit();
                if (run.ExitCode != 0) throw new InvalidOperationException($"The share study ended with exit code {run.ExitCode}.");
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
