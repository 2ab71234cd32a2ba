using System.Text;
using Supply.Benchmarks.Measures;

namespace Supply.Benchmarks.Scaling;

/// <summary>
/// Measures how cost grows with the model, the ensemble and what is recorded, and how long a user waits. All measurements alternate,
/// round after round, so that any change of the machine affects all of them. Nothing is asserted: a missed goal is printed as missed.
/// </summary>
internal static class ScalingRunner
{
    private const string Usage = "scaling [--rounds 20] [--study] [--write] [--copies] [--replications] [--toy] [--recording] [--budgets]";

    private static readonly Dictionary<string, Func<bool, IScaling>> all = new()
    {
        ["--copies"] = _ => new CopiesScaling(),
        ["--replications"] = _ => new ReplicationsScaling(),
        ["--toy"] = _ => new ToyScaling(),
        ["--recording"] = _ => new RecordingScaling(),
        ["--budgets"] = study => new BudgetScaling(study),
    };

    /// <returns>The exit code: 2 if the arguments are not understood, otherwise 0.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is [BudgetScaling.FirstResult]) return BudgetScaling.RunFirstResult();
        if (arguments is [BudgetScaling.Nothing]) return 0;
        var options = new Options(Usage) { Numbers = new() { ["--rounds"] = 20 }, Switches = ["--write", "--study", .. all.Keys] };
        if (!options.Read(arguments)) return 2;
        var chosen = all.Where(one => options.Has(one.Key)).ToArray();
        if (chosen.Length > 0 && options.Has("--write"))
        {
            Console.Error.WriteLine("--write keeps all parts, not some of them.");
            return 2;
        }

        IScaling[] parts = [.. (chosen.Length > 0 ? chosen : [.. all]).Select(one => one.Value(options.Has("--study")))];
        var report = Measure(parts, options.Numbers["--rounds"], options.Has("--study"));
        Console.WriteLine(report);
        if (options.Has("--write")) Console.WriteLine($"Written to {Results.Write("scaling", report)}");
        return 0;
    }

    private static string Measure(IScaling[] parts, int rounds, bool study)
    {
        Measurement[] measurements = [.. parts.SelectMany(part => part.Measurements)];

        foreach (var one in measurements.Where(one => one.IsWarmed)) one.Run();
        var load = Machine.Load();
        for (var round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine($"round {round + 1} of {rounds}");
            foreach (var one in measurements.Where(one => round % one.Every == 0)) one.Times.Add(one.Run());
        }

        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line("## Scaling");
        Line("");
        Line("How cost grows with the model, the ensemble and what is recorded. Rounds are interleaved. Measurements on one thread "
            + "are given in");
        Line("processor time, of the round that used least, which other load affects less; next to it, by the clock, the fastest "
            + "round and the");
        Line("spread of the middle half of the rounds. Ratios are of processor time unless stated otherwise.");
        Line("");
        foreach (var line in parts.SelectMany(part => part.Report().Append(""))) Line(line);
        Line(FormattableString.Invariant($"- {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project Benchmarks -- scaling ")
            + FormattableString.Invariant($"--rounds {rounds}{(study ? " --study" : "")}`"));
        Line($"- {Machine.Description}; load average {load} before, {Machine.Load()} after");
        Line($"- {Machine.Runtime}");
        return text.ToString();
    }
}
