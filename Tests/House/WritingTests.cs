using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>Files are written in one place, so that none of them can be found cut or mixed.</summary>
public partial class WritingTests
{
    private static readonly string[] writers = ["Simulation/Outputs/"];

    [Fact]
    public void OnlyOutputs_WriteFiles() => new[] { "Simulation", "Plots", "Data", "Scenarios" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Scripts.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Scripts.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal)
            && !writers.Any(writer => path.StartsWith(writer, StringComparison.Ordinal)))
        .SelectMany(path => File.ReadLines(Path.Combine(Scripts.Root, path)).Index().Where(line => Writing().IsMatch(line.Item))
            .Select(line => $"{path}:{line.Index + 1}: {line.Item.Trim()}"))
        .ShouldBeEmpty("WholeFile.Write writes a file whole or not at all; OutputFolder does so for the files of a result.");

    [Theory]
    [InlineData("File.WriteAllText(path, text);", true)]
    [InlineData("using var file = File.Create(path);", true)]
    [InlineData("var writer = new StreamWriter(path);", true)]
    [InlineData("new FileStream(path, FileMode.Create)", true)]
    [InlineData("new FileInfo(path).OpenWrite()", true)]
    [InlineData("WholeFile.Write(path, text);", false)]
    [InlineData("File.OpenRead(path)", false)]
    public void Writing_IsRecognised(string line, bool writes) => Writing().IsMatch(line).ShouldBe(writes);

    [GeneratedRegex(@"\bFile\.(Write|Append|Create|OpenWrite|Open\(|OpenHandle|Move|Copy|Replace)|\bnew (StreamWriter|FileStream)\b"
        + @"|\bDirectory\.(Create|Move)|\.(OpenWrite|CreateText|AppendText)\(")]
    private static partial Regex Writing();
}
