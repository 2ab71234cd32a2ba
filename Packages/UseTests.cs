using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Supply.Packages.Tests;

/// <summary>Each way of docs/packages.md works in a folder that has nothing to do with the repository.</summary>
public sealed partial class UseTests : IDisposable
{
    private static readonly string[] blocks = [.. Fence().Matches(File.ReadAllText(Path.Combine(Feed.Root, "docs", "packages.md")))
        .Select(match => match.Groups[1].Value)];

    private readonly string folder = Directory.CreateTempSubdirectory("supply-packages-").FullName;

    public UseTests() => Write("nuget.config",
        Block("packageSourceMapping").Replace("/path/to/supply/out/feed", Feed.Folder, StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Script_Runs()
    {
        Write("question.cs", Short(Block("#:package")));
        Dotnet("run", "question.cs").ShouldContain("With \"DPRK stops\"");
        File.ReadAllText(Path.Combine(folder, "out", "fired-per-day.svg")).ShouldStartWith("<svg");
    }

    /// <summary>The program is that of the script, without its directives.</summary>
    [Fact]
    public void Project_Runs()
    {
        Write("Question.csproj", Block("PackageReference"));
        Write("Program.cs", string.Join('\n',
            Short(Block("#:package")).Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal))));
        Dotnet("run", "--project", "Question.csproj").ShouldContain("With \"DPRK stops\"");
        File.Exists(Path.Combine(folder, "out", "fired-per-day.svg")).ShouldBeTrue();
    }

    /// <summary>In the kernel itself, as a notebook of one cell for the reference and one for the rest.</summary>
    [Fact]
    public void Notebook_Runs()
    {
        var lines = Short(Block("#r ")).Split('\n');
        object Cell(string id, IEnumerable<string> text) => new
        {
            cell_type = "code", id, metadata = new { }, execution_count = (int?)null, outputs = Array.Empty<object>(),
            source = string.Join('\n', text),
        };
        Write("one.ipynb", JsonSerializer.Serialize(new
        {
            cells = new[] { Cell("a", lines.Take(1)), Cell("b", lines.Skip(1)) },
            metadata = new { kernelspec = new { display_name = ".NET (C#)", language = "C#", name = "supply-csharp" } },
            nbformat = 4, nbformat_minor = 5,
        }));
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
        File.Copy(Path.Combine(Feed.Root, ".config", "dotnet-tools.json"), Path.Combine(folder, ".config", "dotnet-tools.json"));
        Dotnet("tool", "restore");
        Run("jupyter", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=600", "--output", "done", "one.ipynb");
        File.ReadAllText(Path.Combine(folder, "done.ipynb")).ShouldContain("1 scenario, 20 replications, seed 2026");
        File.Exists(Path.Combine(folder, "out", "notebook.svg")).ShouldBeTrue();
    }

    /// <summary>The mapping sends the ids of the library to the feed alone: an id that it lacks goes to no other source.</summary>
    [Fact]
    public void UnknownId_IsAskedOfTheFeedAlone()
    {
        Write("Question.csproj", Block("PackageReference").Replace("Supply.Plots", "Supply.Nothing", StringComparison.Ordinal));
        var (exitCode, output) = Start("dotnet", "restore", "Question.csproj");
        exitCode.ShouldNotBe(0);
        output.ShouldContain("PackageSourceMapping is enabled, the following source(s) were not considered: nuget.org");
    }

    private static string Block(string with) => blocks.Single(block => block.Contains(with, StringComparison.Ordinal));

    private static string Short(string code) => Count().Replace(code, "Replications: 20");

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    private string Dotnet(params string[] words) => Run("dotnet", words);

    private string Run(string program, params string[] words)
    {
        var (exitCode, output) = Start(program, words);
        exitCode.ShouldBe(0, output);
        return output;
    }

    private (int ExitCode, string Output) Start(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["JUPYTER_PATH"] = Path.Combine(Feed.Root, "Notebooks", "jupyter");

        // The runner of these tests sets variables for its own process; a program starts as from a shell.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    [GeneratedRegex("^```\\w*\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"Replications: [\d_]+")]
    private static partial Regex Count();
}
