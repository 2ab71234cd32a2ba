using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Supply;

/// <summary>The options that all studies share.</summary>
internal sealed class StudyOptions
{
    public Option<int> Replications { get; } = new("--replications") { Description = "Replications of each scenario", DefaultValueFactory = _ => 2000 };

    public Option<ulong> Seed { get; } = new("--seed") { Description = "Seed of all draws", DefaultValueFactory = _ => 2026 };

    public Option<string> Out { get; } = new("--out") { Description = "Folder for figures and tables", DefaultValueFactory = _ => "out" };

    public Option<int> Threads { get; } = new("--threads") { Description = "Threads; the results do not depend on them", DefaultValueFactory = _ => Environment.ProcessorCount };

    public Option<bool> Short { get; } = new("--short") { Description = "A quick look: 200 replications and few scenarios" };

    public void AddTo(Command command)
    {
        command.Options.Add(Replications);
        command.Options.Add(Seed);
        command.Options.Add(Out);
        command.Options.Add(Threads);
        command.Options.Add(Short);
    }

    public Ensemble Ensemble(ParseResult parsed, Metrics record) => new(
        parsed.GetValue(Short) ? Math.Min(200, parsed.GetValue(Replications)) : parsed.GetValue(Replications),
        parsed.GetValue(Seed),
        record) { Threads = parsed.GetValue(Threads) };
}

/// <summary>Runs an ensemble with a line for each finished scenario.</summary>
internal static class StudyRun
{
    public static Study Run(Ensemble ensemble, IReadOnlyList<Scenario> scenarios)
    {
        var needed = ensemble.MemoryNeeded(scenarios[0]) >> 20;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{scenarios.Count} scenarios x {ensemble.Replications:N0} replications x {scenarios[0].Horizon.Steps:N0} steps; about {needed:N0} MiB for samples."));
        var clock = Stopwatch.StartNew();
        var done = 0;
        var study = ensemble.Run(scenarios, result => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  {++done,3}/{scenarios.Count}  {result.Scenario.Name}  ({clock.Elapsed.TotalSeconds:F1} s)")));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Done in {clock.Elapsed.TotalSeconds:F1} s, peak memory {process.PeakWorkingSet64 >> 20:N0} MiB."));
        Console.WriteLine();
        return study;
    }
}
