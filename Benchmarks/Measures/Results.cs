namespace Supply.Benchmarks.Measures;

/// <summary>RESULTS.md, in which each runner keeps a section of its own.</summary>
internal static class Results
{
    /// <summary>Results of fewer rounds than this are not kept.</summary>
    public const int RoundsToWrite = 20;

    /// <summary>The folder of the project, looked for upwards from where the program runs.</summary>
    public static string Project { get; } = Find();

    /// <summary>Replaces the section of a runner, or adds it, and returns the file.</summary>
    public static string Write(string runner, string text)
    {
        var (begin, end) = ($"<!-- {runner}: begin, written by the runner -->", $"<!-- {runner}: end -->");
        var path = Path.Combine(Project, "RESULTS.md");
        var old = File.Exists(path) ? File.ReadAllText(path) : "# Benchmark results\n";
        var section = $"{begin}\n{text}{end}";
        var (from, to) = (old.IndexOf(begin, StringComparison.Ordinal), old.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(path, from >= 0 && to > from ? old[..from] + section + old[(to + end.Length)..] : $"{old}\n{section}\n");
        return path;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Supply.Benchmarks.csproj"))) return folder.FullName;
        }

        throw new InvalidOperationException("The runners need their sources: run them from the repository.");
    }
}
