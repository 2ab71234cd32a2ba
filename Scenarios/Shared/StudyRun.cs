using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Supply;

/// <summary>The options that all studies share.</summary>
internal sealed class StudyOptions(string name)
{
    private const string Sobol = "sobol";

    /// <summary>Whether the script draws from priors, so that it needs no option for that. Default false.</summary>
    public bool IsOfPriors { get; init; }

    public Option<int> Replications { get; } =
        Arguments.Whole("--replications", "Replications of each scenario", 2000, 1, 2_000_000_000);

    public Option<ulong> Seed { get; } = Arguments.Whole<ulong>("--seed", "Seed of all draws", 2026, 0, ulong.MaxValue);

    public Option<string> Out { get; } =
        new("--out") { Description = "Folder for figures and tables", DefaultValueFactory = _ => "out/" + name };

    public Option<int> Threads { get; } =
        Arguments.Whole("--threads", "Threads; the results do not depend on them", Processors, 1, 1024);

    public Option<bool> Short { get; } = new("--short") { Description = "A quick look: 200 replications and few scenarios" };

    public Option<bool> Prior { get; } = new("--prior")
    {
        Description = "Draw a shipped case from its priors, instead of from what the published claims leave of them",
    };

    public Option<int?> Step { get; } = Arguments.WholeIfAny(
        "--step", "Days of a step, for exploring: faster, with slightly other numbers; default: those of the scenario", 1, 366);

    public Option<string> Design { get; } = Designs();

    public Option<bool> Tables { get; } = new("--tables") { Description = "Print all tables as well" };

    public Option<string?> Into { get; } = new("--into") { Description = "Folder in which the study is kept, and goes on, part by part" };

    public Option<(int Part, int Of)?> Part { get; } = new("--part")
    {
        Description = "K/N: runs part K of N of the study in --into, without tables and figures",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (text.Split('/') is [var first, var second] && Number(first) is { } part && Number(second) is { } of && part <= of)
            {
                return (part, of);
            }
            result.AddError($"--part is \"{text}\"; it must be a part and their number, such as 3/64, counted from 1.");
            return null;

            static int? Number(string word) =>
                int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
        },
    };

    public Option<bool> Merge { get; } = new("--merge")
    {
        Description = "Runs nothing: tables and figures from all parts in --into",
    };

    public Option<int?> Missing { get; } = new("--missing")
    {
        Description = "N: runs nothing, and prints the numbers of the parts of N that are missing in --into, such as 4,7,12-13",
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) && parts > 0) return parts;
            result.AddError($"--missing is \"{text}\"; it must be the number of parts, at least 1.");
            return null;
        },
    };

    public Option<bool> Partial { get; } = new("--partial")
    {
        Description = "As --merge, from the parts that are there; every table says how many",
    };

    /// <summary>Processors that a batch system gives to this process; without one, those of the machine.</summary>
    private static int Processors => new[] { "SLURM_CPUS_PER_TASK", "SLURM_CPUS_ON_NODE" }
        .Select(name => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var count) ? count : 0)
        .FirstOrDefault(count => count > 0, Environment.ProcessorCount);

    public void AddTo(Command command)
    {
        command.Options.Add(Replications);
        command.Options.Add(Seed);
        command.Options.Add(Out);
        command.Options.Add(Threads);

        // The design of an analysis in a file has the same name.
        if (command.Options.All(option => option.Name != Design.Name)) command.Options.Add(Design);
        command.Options.Add(Short);
        command.Options.Add(Tables);
        command.Options.Add(Until.Option);
    }

    /// <summary>The options of a script whose studies can be kept and run in parts.</summary>
    public void AddKeptTo(Command command)
    {
        foreach (var option in new Option[] { Into, Part, Merge, Missing, Partial }) command.Options.Add(option);
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
        var kept = Kept(parsed);
        if (kept is { WritesResults: false }) return new Results(null, shown) { Kept = kept };
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

            return new Results(folder, shown, parsed.GetResult(Seed) is null ? null : parsed.GetValue(Seed))
            {
                Kept = kept,
                Until = parsed.GetResult(Until.Option) is null ? null : parsed.GetValue(Until.Option),
            };
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private KeptStudy? Kept(ParseResult parsed)
    {
        // A script that runs no study has no such options.
        if (!parsed.CommandResult.Command.Options.Contains(Into)) return null;
        var (part, missing) = (parsed.GetValue(Part), parsed.GetValue(Missing));
        var merges = parsed.GetValue(Merge) || parsed.GetValue(Partial);
        Option[] modes = [.. new (Option Option, bool IsGiven)[]
        {
            (Part, part is not null), (Missing, missing is not null), (Merge, parsed.GetValue(Merge)), (Partial, parsed.GetValue(Partial)),
        }.Where(one => one.IsGiven).Select(one => one.Option)];
        if (parsed.GetValue(Into) is not { } folder)
        {
            return modes.Length == 0 ? null
                : throw new ArgumentException($"{modes[0].Name} needs {Into.Name}, the folder in which the study is kept.");
        }

        if (parsed.GetResult(Until.Option) is not null)
        {
            throw new ArgumentException($"{Until.Option.Name} and {Into.Name} exclude each other: a study that is kept grows when it is "
                + $"run again with more {Replications.Name}.");
        }

        if (modes.Length > 1) throw new ArgumentException($"{modes[0].Name} and {modes[1].Name} exclude each other.");
        return new(folder, part, missing, merges, parsed.GetValue(Partial));
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
        var (isSobol, hasPrior) = (parsed.GetValue(Design) == Sobol, parsed.CommandResult.Command.Options.Contains(Prior));
        if (isSobol && !hasPrior && !IsOfPriors)
        {
            throw new ArgumentException($"{Design.Name} {Sobol} implies {Prior.Name}, which this script does not have: rows of a posterior "
                + "are given, and a design has nothing to draw there.");
        }

        return new Ensemble(
            parsed.GetValue(Short) ? Math.Min(200, parsed.GetValue(Replications)) : parsed.GetValue(Replications),
            parsed.GetValue(Seed),
            record)
        {
            Threads = parsed.GetValue(Threads),
            Design = isSobol ? EnsembleDesign.Sobol : EnsembleDesign.Independent,
            FromPrior = parsed.GetValue(Prior) || (isSobol && hasPrior),
            StepDays = parsed.GetValue(Step),
        };
    }

    private static Option<string> Designs()
    {
        var option = new Option<string>("--design")
        {
            Description = "How uncertain numbers are drawn; sobol needs fewer replications and implies --prior",
            DefaultValueFactory = _ => "independent",
        };
        return option.AcceptOnlyFromAmong("independent", Sobol);
    }
}

/// <summary>A study that a script runs: the one of its tables, or one that adds to another.</summary>
internal sealed record Planned(Ensemble Ensemble, IReadOnlyList<Scenario> Scenarios, bool IsMain = true);

/// <summary>
/// Runs ensembles, with a line for each finished scenario and, on a terminal, a live line in between, and writes their tables. Asked to
/// stop, it writes those of what is finished.
/// </summary>
internal static class StudyRun
{
    /// <param name="ensemble">The ensemble.</param>
    /// <param name="scenarios">The scenarios; the first is the baseline.</param>
    /// <param name="results">Where the tables go.</param>
    public static Study Run(Ensemble ensemble, IReadOnlyList<Scenario> scenarios, Results results) =>
        Run(results, new Planned(ensemble, scenarios))[0];

    /// <param name="results">Where the tables go.</param>
    /// <param name="planned">The studies, in order.</param>
    public static Study[] Run(Results results, params Planned[] planned) =>
        results.Kept is { } kept ? kept.Run(results, planned) : [.. planned.Select(one => Run(one, results))];

    private static Study Run(Planned planned, Results results) => planned.IsMain && results.Until is { } until
        ? until.Run(planned.Ensemble, planned.Scenarios, ensemble => Once(planned with { Ensemble = ensemble }, results))
        : Once(planned, results);

    private static Study Once(Planned planned, Results results)
    {
        var (ensemble, scenarios, isMain) = planned;
        var prepared = ensemble.Prepare(scenarios);
        var count = scenarios.Count;
        Say($"{Size(planned)}; about {prepared.MemoryNeeded >> 20:N0} MiB for samples.");
        if (isMain) SaySteps(prepared.Steps);
        var clock = Stopwatch.StartNew();
        var done = 0;
        var study = Run(prepared,
            result => Say($"{Terminal.Clear}  {++done,3}/{count}  {result.Scenario.Name}  ({clock.Elapsed.TotalSeconds:F1} s)"));
        if (isMain && study is not null) results.SaveMain(study);
        if (study is not { IsComplete: true })
        {
            if (results.Ensemble is not null) results.Finish(isComplete: false);
            throw new StoppedException(Stops.Code, (results.Ensemble, isMain) switch
            {
                (null, _) => "Stopped before the first scenario was finished; nothing is written.",
                (_, true) => $"Stopped: {Finished(study!)}; their tables are in {results.Shown}.",
                _ => $"Stopped: the tables finished so far are in {results.Shown}.",
            });
        }

        Say($"Done in {clock.Elapsed.TotalSeconds:F1} s, peak memory {PeakMemory >> 20:N0} MiB.");
        Console.WriteLine();
        return study;

        string Finished(Study study) => study.Scenarios.Count < count
            ? string.Create(CultureInfo.InvariantCulture, $"{study.Scenarios.Count} of {count} scenarios are finished")
            : string.Create(CultureInfo.InvariantCulture,
                $"{study.Ensemble.Replications:N0} of {ensemble.Replications:N0} replications are finished");
    }

    private static Study? Run(PreparedStudy prepared, Action<ScenarioResult> finished)
    {
        try
        {
            return prepared.Run(finished, Live, Stops.Token);
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

    /// <summary>The size of a study, in words.</summary>
    public static string Size(Planned planned) => string.Create(CultureInfo.InvariantCulture,
        $"{planned.Scenarios.Count} {(planned.Scenarios.Count == 1 ? "scenario" : "scenarios")} x {planned.Ensemble.Replications:N0} "
            + $"replications x {Horizon(planned).Steps:N0} steps");

    /// <summary>The horizon of the first scenario in the steps in which it runs; plain ones have no others.</summary>
    private static Horizon Horizon(Planned planned) => planned.Scenarios[0].Horizon is { Start: not null } own
        && planned.Ensemble.StepDays is { } days ? own.InStepsOf(days) : planned.Scenarios[0].Horizon;

    /// <summary>Prints that steps are longer than those of the scenarios, and the dates that they move.</summary>
    /// <param name="sentences">The sentences of the study; none: its steps are those of the scenarios.</param>
    public static void SaySteps(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences) Console.WriteLine(sentence);
    }

    /// <summary>The most memory that the process has had, in bytes.</summary>
    public static long PeakMemory
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>The listener of a run.</summary>
    public static IProgress<RunProgress> Live => Terminal.Overwrites ? new LiveLine() : new Minutes();

    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>Numbers first: where the line is wider than the screen, the name is cut.</summary>
    private static string Line(RunProgress value) => string.Create(CultureInfo.InvariantCulture,
        $"  {100.0 * value.Done / value.Total:F0} %  {value.Left?.TotalSeconds ?? 0:F0} s left  {value.PerSecond:N0} replications/s  "
            + $"{value.Scenario}");

    /// <summary>One line that is overwritten, updated on the running threads.</summary>
    private sealed class LiveLine : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => Terminal.Overwrite(Line(value));
    }

    /// <summary>Where lines stay, one every five minutes.</summary>
    private sealed class Minutes : IProgress<RunProgress>
    {
        private static readonly TimeSpan pause = TimeSpan.FromMinutes(5);
        private TimeSpan next = pause;

        public void Report(RunProgress value)
        {
            if (value.Elapsed < next) return;
            next = value.Elapsed + pause;
            Console.WriteLine(Line(value));
        }
    }
}
