using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Supply;

/// <summary>The options that all studies share.</summary>
internal sealed class StudyOptions(string name)
{
    public Option<int> Replications { get; } =
        Arguments.Whole("--replications", "Replications of each scenario", 2000, 1, 100_000_000);

    public Option<ulong> Seed { get; } = Arguments.Whole<ulong>("--seed", "Seed of all draws", 2026, 0, ulong.MaxValue);

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

    /// <inheritdoc cref="Open(ParseResult, string, ValueTuple{string, string}[])"/>
    public Results Open(ParseResult parsed, params (string Name, string? Path)[] inputs) => Open(parsed, null, inputs);

    /// <summary>Opens the folder of the results, before the run, and checks that it does not hold the files that the run reads.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="part">The part of the results that this process makes, next to others in the same folder; null: all.</param>
    /// <param name="inputs">The options and paths of the files that the run reads.</param>
    public Results Open(ParseResult parsed, string? part, params (string Name, string? Path)[] inputs)
    {
        var shown = parsed.GetValue(Out)!;
        foreach (var (input, path) in inputs) CheckReadable(input, path);
        var folder = OutputFolder.Open(shown, Out.Name, part);
        try
        {
            string[] written = [.. Manifest.Read(folder.FullPath)?.Files.Select(file => file.Name) ?? [], .. usual];
            foreach (var (input, path) in inputs.Where(one => one.Path is not null))
            {
                var file = File.ResolveLinkTarget(path!, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path!);
                if (!written.Any(name => Path.Combine(folder.FullPath, name) == file)) continue;
                throw new ArgumentException($"{Out.Name} is \"{shown}\"; the results would replace {input} \"{path}\" there. Name "
                    + "another folder.");
            }

            return new Results(folder, shown, parsed.GetResult(Seed) is null ? null : parsed.GetValue(Seed));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    // Names that a result has in several scripts, or that a script reads from elsewhere.
    private static readonly string[] usual =
        [Manifest.FileName, "scenarios.json", "summary.csv", "series.csv", "replications.csv", "parameters.csv"];

    private static void CheckReadable(string name, string? path)
    {
        if (path is null) return;
        try
        {
            File.OpenRead(path).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            var why = Directory.Exists(path) ? "that is a folder." : !File.Exists(path) ? "there is no such file." : failure.Message;
            throw new ArgumentException($"{name} is \"{path}\"; {why}", failure);
        }
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
/// Runs an ensemble, with a line for each finished scenario and, on a terminal, a live line in between, and writes its tables. Asked to
/// stop, it writes those of the finished scenarios.
/// </summary>
internal static class StudyRun
{
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="scenarios">The scenarios; the first is the baseline.</param>
    /// <param name="results">Where the tables go.</param>
    /// <param name="isMain">Whether the tables are those of this study; else it only adds to another.</param>
    public static Study Run(Ensemble ensemble, IReadOnlyList<Scenario> scenarios, Results results, bool isMain = true)
    {
        var prepared = ensemble.Prepare(scenarios);
        var (count, steps, needed) = (scenarios.Count, scenarios[0].Horizon.Steps, prepared.MemoryNeeded >> 20);
        var named = count == 1 ? "scenario" : "scenarios";
        Say($"{count} {named} x {ensemble.Replications:N0} replications x {steps:N0} steps; about {needed:N0} MiB for samples.");
        var clock = Stopwatch.StartNew();
        var done = 0;
        var study = Run(prepared,
            result => Say($"{Terminal.Clear}  {++done,3}/{count}  {result.Scenario.Name}  ({clock.Elapsed.TotalSeconds:F1} s)"));
        if (isMain && study is not null)
        {
            results.Ensemble = ensemble;
            results.Save(study);
        }

        if (study is not { IsComplete: true })
        {
            if (results.Ensemble is not null) results.Finish(isComplete: false);
            throw new StoppedException(Stops.Code, (results.Ensemble, isMain) switch
            {
                (null, _) => "Stopped before the first scenario was finished; nothing is written.",
                (_, true) => $"Stopped: {study!.Scenarios.Count} of {count} scenarios are finished; their tables are in {results.Shown}.",
                _ => $"Stopped: the tables finished so far are in {results.Shown}.",
            });
        }

        using var process = Process.GetCurrentProcess();
        Say($"Done in {clock.Elapsed.TotalSeconds:F1} s, peak memory {process.PeakWorkingSet64 >> 20:N0} MiB.");
        Console.WriteLine();
        return study;
    }

    private static Study? Run(PreparedStudy prepared, Action<ScenarioResult> finished)
    {
        try
        {
            return prepared.Run(finished, Terminal.Overwrites ? new LiveLine() : null, Stops.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            Console.Write(Terminal.Clear);
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>One line that is overwritten, updated on the running threads.</summary>
    private sealed class LiveLine : IProgress<RunProgress>
    {
        // Numbers first: where the line is wider than the screen, the name is cut.
        public void Report(RunProgress value) => Terminal.Overwrite(string.Create(CultureInfo.InvariantCulture,
            $"  {100.0 * value.Done / value.Total:F0} %  {value.Left?.TotalSeconds ?? 0:F0} s left  {value.PerSecond:N0} replications/s  "
                + $"{value.Scenario}"));
    }
}
