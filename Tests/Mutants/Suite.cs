using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Supply.Mutants;

/// <summary>The tests of the library in a folder of their own, with the mutated library in the place of the built one.</summary>
internal sealed partial class Suite
{
    // A class that takes longer to say that all is well is left to others.
    private const double MostSeconds = 30;

    // A mutant is given to classes until they have taken this long.
    private const double MostSecondsForAMutant = 120;

    private readonly string root;
    private readonly string work;
    private readonly string program;
    private readonly Dictionary<string, (double Seconds, HashSet<int> Reached)> classes = [];

    /// <param name="root">The root of the repository, in which the tests have been built.</param>
    /// <param name="work">The folder with the mutated library.</param>
    public Suite(string root, string work)
    {
        (this.root, this.work) = (root, work);

        // Within the repository, where the tests look for it.
        var folder = Path.Combine(root, "Tests", "bin", "Mutants");
        var built = Path.Combine(root, "Tests", "bin", "Release", "net10.0");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(built, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.Copy(Path.Combine(work, "Supply.Simulation.dll"), Path.Combine(folder, "Supply.Simulation.dll"), overwrite: true);
        program = Path.Combine(folder, "Supply.Tests.dll");
    }

    /// <summary>Runs each test class with all mutants off, and keeps those that pass in time with the mutants that they reach.</summary>
    /// <param name="said">Told about each.</param>
    public void FindReach(Action<string> said)
    {
        foreach (var name in Names())
        {
            var file = Path.Combine(work, "reached");
            File.Delete(file);
            var clock = Stopwatch.StartNew();
            var passes = Run(name, ("MUTANT_REACH", file), MostSeconds);
            HashSet<int> reached = File.Exists(file)
                ? [.. File.ReadLines(file).Select(line => int.Parse(line, CultureInfo.InvariantCulture))] : [];
            said(string.Create(CultureInfo.InvariantCulture,
                $"{name}: {(passes == true ? "passes" : passes is null ? "takes too long" : "fails")}, {clock.Elapsed.TotalSeconds:F1} s, "
                    + $"{reached.Count} mutants"));
            if (passes == true && reached.Count > 0) classes[name] = (clock.Elapsed.TotalSeconds, reached);
        }
    }

    /// <summary>Runs the classes that reach a mutant, those that reach few others first, until one fails.</summary>
    /// <param name="mutant">Its number.</param>
    /// <param name="tried">The classes that did not fail.</param>
    public Outcome Try(int mutant, out string[] tried)
    {
        var spent = Stopwatch.StartNew();
        List<string> passed = [];
        foreach (var (name, (seconds, _)) in classes.Where(one => one.Value.Reached.Contains(mutant))
            .OrderBy(one => one.Value.Reached.Count))
        {
            // A run that does not end is an error that is noticed.
            if (Run(name, ("MUTANT", mutant.ToString(CultureInfo.InvariantCulture)), 20 + (10 * seconds)) != true)
            {
                tried = [.. passed];
                return Outcome.Killed;
            }

            passed.Add(name);
            if (spent.Elapsed.TotalSeconds > MostSecondsForAMutant) break;
        }

        tried = [.. passed];
        return passed.Count > 0 ? Outcome.Survived : Outcome.Unreached;
    }

    /// <summary>Test classes that run in this process alone: scripts and programs would take the library that was built.</summary>
    private IEnumerable<string> Names() => Directory.EnumerateFiles(Path.Combine(root, "Tests"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !Apart().IsMatch(Path.GetRelativePath(Path.Combine(root, "Tests"), path)))
        .Select(File.ReadAllText)
        .Where(text => text.Contains("[Fact", StringComparison.Ordinal) || text.Contains("[Theory", StringComparison.Ordinal))
        .SelectMany(text => Class().Matches(text).Select(match => match.Groups[1].Value))
        .Distinct().Order(StringComparer.Ordinal);

    /// <returns>Whether all tests of a class pass; null: it took too long.</returns>
    private bool? Run(string name, (string Name, string Value) variable, double seconds)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "-class", "*." + name, "-stopOnFail"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { [variable.Name] = variable.Value },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(TimeSpan.FromSeconds(seconds))) return process.ExitCode == 0;
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return null;
    }

    [GeneratedRegex("^(bin|obj|Cluster|Browser|Mutants|Runs)/|ScriptTests|PageTests")]
    private static partial Regex Apart();

    [GeneratedRegex(@"class (\w+(?:Tests|Laws))\b")]
    private static partial Regex Class();
}
