using System.Diagnostics;
using System.Reflection;

namespace Supply.Tests.House;

/// <summary>Rules about the repository itself.</summary>
public class HouseTests
{
    private const int MostLines = 500;

    /// <summary>The model is one page on purpose: it is written again from that page alone.</summary>
    private const int MostLinesOfTheModel = 600;

    /// <summary>Words that leave work for later or hide it; written in two halves, as this file is searched as well.</summary>
    private static readonly string[] forbidden = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception", "Skip" + " =", "Skip" + "="];

    private static string Root { get; } = Path.GetDirectoryName(GoldenText.Root)!;

    [Fact]
    public void Library_IsOptimisedByDefault()
    {
        var debuggable = typeof(Ensemble).Assembly.GetCustomAttribute<DebuggableAttribute>();
        (debuggable?.IsJITOptimizerDisabled ?? false).ShouldBeFalse("scripts reference the library as it is built by default: Release.");
        File.ReadAllText(Path.Combine(Root, "Directory.Build.props"))
            .ShouldContain("<Configuration Condition=\"'$(Configuration)' == ''\">Release</Configuration>");
    }

    [Fact]
    public void Sources_LeaveNothingForLater() =>
        Sources().SelectMany(path => File.ReadLines(path).Index(), (path, line) => (path, line))
            .Where(pair => forbidden.Any(word => pair.line.Item.Contains(word, StringComparison.Ordinal)))
            .Select(pair => $"{Path.GetRelativePath(Root, pair.path)}:{pair.line.Index + 1}: {pair.line.Item.Trim()}")
            .ShouldBeEmpty();

    [Fact]
    public void Sources_FitTheirFiles() =>
        Sources().Select(path => (path, lines: File.ReadLines(path).Count()))
            .Where(pair => pair.lines > (Path.GetFileName(pair.path) == "MODEL.md" ? MostLinesOfTheModel : MostLines))
            .Select(pair => $"{Path.GetRelativePath(Root, pair.path)}: {pair.lines} lines").ShouldBeEmpty();

    [Fact]
    public void Sources_AreFound() => Sources().Count().ShouldBeGreaterThan(50);

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal)
            || path.EndsWith(".csproj", StringComparison.Ordinal))
        .Where(path => !Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar)
            .Any(folder => folder is "bin" or "obj" or "out" or ".git" or "TestResults" or "BenchmarkDotNet.Artifacts"));
}
