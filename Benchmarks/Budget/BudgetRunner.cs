using System.Diagnostics;
using System.Globalization;
using Supply.Benchmarks.Measures;

namespace Supply.Benchmarks.Budget;

/// <summary>
/// The waiting times of analysts, in this state of the sources and in an earlier one: the scripts of both are built, and their runs
/// alternate, so that a machine that is slower for a while is so for both. Ratios are this state over the earlier one. Nothing is asserted.
/// </summary>
internal static class BudgetRunner
{
    private const string Usage = "budget REVISION [--rounds 3] [--replications 2000]: times as ratios to those of a revision in git";

    /// <param name="arguments">The revision, then options.</param>
    /// <returns>The exit code: 2 if the arguments are not understood, 1 if something could not be built or run, otherwise 0.</returns>
    public static int Run(string[] arguments)
    {
        var options = new Options(Usage)
        {
            Numbers = new() { ["--rounds"] = 3, ["--replications"] = 2_000 }, Switches = [],
        };
        if (arguments is not [{ Length: > 0 } revision, .. var rest] || revision.StartsWith('-'))
        {
            Console.Error.WriteLine($"Give a revision to compare with. Usage: {Usage}");
            return 2;
        }

        if (!options.Read(rest)) return 2;
        var work = Directory.CreateTempSubdirectory("supply-budget-").FullName;
        var (root, earlier) = (Path.GetFullPath(Path.Combine(Results.Project, "..")), Path.Combine(work, "earlier"));
        try
        {
            Shell($"git -C '{root}' worktree add --detach '{earlier}' '{revision}'");
            var jobs = Job.All(options.Numbers["--replications"]);
            foreach (var script in jobs.Select(job => job.Script).Distinct())
            {
                Console.Error.WriteLine($"building {script} in both");
                Shell($"cd '{root}' && dotnet build Scenarios/{script}.cs --output '{work}/now'");
                Shell($"cd '{earlier}' && dotnet build Scenarios/{script}.cs --output '{work}/then'");
            }

            Console.WriteLine(Measure(jobs, options.Numbers["--rounds"], work, (root, earlier), revision));
            return 0;
        }
        catch (InvalidOperationException problem)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
        finally
        {
            if (Directory.Exists(earlier)) Shell($"git -C '{root}' worktree remove --force '{earlier}'");
            Directory.Delete(work, recursive: true);
        }
    }

    private static string Measure(IReadOnlyList<Job> jobs, int rounds, string work, (string Now, string Then) roots, string revision)
    {
        var taken = jobs.ToDictionary(job => job, _ => new List<(Spent Now, Spent Then)>());
        var load = Machine.Load();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var job in jobs)
            {
                Console.Error.WriteLine($"round {round + 1} of {rounds}: {job.Name}");
                Spent One(string side, string root) => job.Run(Path.Combine(work, side), root, Path.Combine(work, "out-" + side));

                // Which of the two comes first changes from round to round.
                var first = round % 2 == 0 ? One("now", roots.Now) : default;
                var then = One("then", roots.Then);
                taken[job].Add((round % 2 == 0 ? first : One("now", roots.Now), then));
            }
        }

        List<string> lines =
        [
            $"## Waiting times against {revision}", "",
            $"{Machine.Description}, {Machine.Runtime}, load at the start {load}. Rounds: {rounds}, interleaved. "
                + "A ratio below 1: faster now.",
            "", "| what | measured | then, s | now, s | ratio, median | least | greatest |", "|---|---|---:|---:|---:|---:|---:|",
        ];
        foreach (var (job, times) in taken)
        {
            double Of(Spent spent) => job.IsWall ? spent.Wall : spent.Processor;
            double[] ratios = [.. times.Select(pair => Of(pair.Now) / Of(pair.Then)).Order()];
            lines.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {job.Name} | {(job.IsWall ? "wall" : "processor")} | {Median(times.Select(pair => Of(pair.Then))):F1} | "
                    + $"{Median(times.Select(pair => Of(pair.Now))):F1} | {Median(ratios):F2} | {ratios[0]:F2} | {ratios[^1]:F2} |"));
        }

        return string.Join('\n', lines);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Runs a line of the shell and returns what it writes to the error stream.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    internal static string Shell(string line)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", line])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? error : throw new InvalidOperationException($"{line}\nfailed:\n{output.Result}{error}");
    }
}
