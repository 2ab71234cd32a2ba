using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Supply;

/// <summary>The options that all studies share.</summary>
internal sealed class StudyOptions(string name)
{
    public Option<int> Replications { get; } =
        Arguments.Whole("--replications", "Replications of each scenario", 2000, 1, 100_000_000);

    public Option<ulong> Seed { get; } = Arguments.Whole("--seed", "Seed of all draws", 2026, 0, ulong.MaxValue);

    public Option<string> Out { get; } =
        new("--out") { Description = "Folder for figures and tables", DefaultValueFactory = _ => "out/" + name };

    public Option<int> Threads { get; } =
        Arguments.Whole("--threads", "Threads; the results do not depend on them", Environment.ProcessorCount, 1, 1024);

    public Option<bool> Short { get; } = new("--short") { Description = "A quick look: 200 replications and few scenarios" };

    public Option<bool> Prior { get; } = new("--prior")
    {
        Description = "Draw a shipped case from its priors, instead of from what the published claims leave of them",
    };

    public Option<bool> Tables { get; } = new("--tables") { Description = "Print all tables as well" };

    public void AddTo(Command command)
    {
        command.Options.Add(Replications);
        command.Options.Add(Seed);
        command.Options.Add(Out);
        command.Options.Add(Threads);
        command.Options.Add(Short);
    }

    public Ensemble Ensemble(ParseResult parsed, Metrics record)
    {
        return new Ensemble(
            parsed.GetValue(Short) ? Math.Min(200, parsed.GetValue(Replications)) : parsed.GetValue(Replications),
            parsed.GetValue(Seed),
            record) { Threads = parsed.GetValue(Threads), FromPrior = parsed.GetValue(Prior) };
    }
}

/// <summary>
/// Runs an ensemble, with a line for each finished scenario and, on a terminal, a live line in between. Ctrl-C ends the run: finished
/// scenarios are written, then the script ends with exit code 130.
/// </summary>
internal static class StudyRun
{
    public static Study Run(Ensemble ensemble, IReadOnlyList<Scenario> scenarios, string folder)
    {
        var prepared = ensemble.Prepare(scenarios);
        var (count, steps, needed) = (scenarios.Count, scenarios[0].Horizon.Steps, prepared.MemoryNeeded >> 20);
        Say($"{count} scenarios x {ensemble.Replications:N0} replications x {steps:N0} steps; about {needed:N0} MiB for samples.");
        using var cancellation = new CancellationTokenSource();
        ConsoleCancelEventHandler stop = (_, pressed) =>
        {
            // A second Ctrl-C ends the process at once.
            pressed.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        };
        Console.CancelKeyPress += stop;
        try
        {
            return Run(prepared, folder, cancellation.Token);
        }
        catch
        {
            Console.Write(Screen.Clear);
            throw;
        }
        finally
        {
            Console.CancelKeyPress -= stop;
        }
    }

    private static Study Run(PreparedStudy prepared, string folder, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var done = 0;
        var all = prepared.Scenarios.Count;
        var study = prepared.Run(
            result => Say($"{Screen.Clear}  {++done,3}/{all}  {result.Scenario.Name}  ({clock.Elapsed.TotalSeconds:F1} s)"),
            Screen.Overwrites ? new LiveLine() : null,
            cancellation);
        using var process = Process.GetCurrentProcess();
        Say($"{Screen.Clear}Done in {clock.Elapsed.TotalSeconds:F1} s, peak memory {process.PeakWorkingSet64 >> 20:N0} MiB.");
        Console.WriteLine();
        if (study.IsComplete) return study;
        study.WriteCsv(folder);
        throw new OperationCanceledException(
            $"Cancelled: {study.Scenarios.Count} of {all} scenarios are finished; their tables are in {folder}.", cancellation);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>One line that is overwritten, updated on the running threads.</summary>
    private sealed class LiveLine : IProgress<RunProgress>
    {
        // Numbers first: a line that is wider than the screen would break and leave its beginning behind, so the name is cut.
        public void Report(RunProgress value)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"  {100.0 * value.Done / value.Total:F0} %  "
                + $"{value.Left?.TotalSeconds ?? 0:F0} s left  {value.PerSecond:N0} replications/s  {value.Scenario}");
            Console.Write(Screen.Clear + (line.Length < Screen.Width ? line : line[..(Screen.Width - 1)]));
        }
    }
}
