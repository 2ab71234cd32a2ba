using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>A stretch of text that is read at one go: a comment, a line of code with its messages, or a paragraph of a page.</summary>
/// <param name="Path">The file, from the root.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Text">The text; line breaks are spaces.</param>
internal sealed record Passage(string Path, int Line, string Text);

/// <summary>Cuts the files of the repository into passages, so that a phrase is found even where a line breaks it.</summary>
internal static partial class Passages
{
    private static readonly string[] folders = ["bin", "obj", "out", ".git", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>The sources and pages, as paths from the root; copies kept for comparison are left out.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Scripts.Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Scripts.Root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".md", StringComparison.Ordinal))
            .Where(path => !path.Split('/').Any(folders.Contains) && !path.StartsWith("Tests/Golden/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>The passages of a file.</summary>
    public static IEnumerable<Passage> Of(string path, string text) =>
        path.EndsWith(".md", StringComparison.Ordinal) ? OfPage(path, text) : OfCode(path, text);

    /// <summary>Lines of a page that a writer may break: no tables, no fenced code, no long link.</summary>
    public static IEnumerable<(int Line, string Text)> Prose(string text)
    {
        var fenced = false;
        foreach (var (i, line) in text.Split('\n').Index())
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) fenced = !fenced;
            else if (!fenced && !line.StartsWith('|') && !line.StartsWith("![", StringComparison.Ordinal)) yield return (i + 1, line);
        }
    }

    private static IEnumerable<Passage> OfPage(string path, string text)
    {
        var (start, words) = (0, new List<string>());
        var fenced = false;
        foreach (var (i, line) in text.Split('\n').Append("").Index())
        {
            var fence = line.StartsWith("```", StringComparison.Ordinal);
            if (fence) fenced = !fenced;
            if (words.Count > 0 && (fence || line.Length == 0 || line[0] is '|' or '#' or '-')) yield return Take();
            if (fence || fenced || line.Length == 0) continue;
            if (words.Count == 0) start = i + 1;
            words.Add(line.Trim());
        }

        Passage Take()
        {
            var passage = new Passage(path, start, string.Join(' ', words));
            words.Clear();
            return passage;
        }
    }

    private static IEnumerable<Passage> OfCode(string path, string text)
    {
        var (start, words) = (0, new List<string>());
        foreach (var (i, line) in text.Split('\n').Append("").Index())
        {
            var comment = Comment().Match(line);
            if (comment.Success)
            {
                if (words.Count == 0) start = i + 1;
                words.Add(comment.Groups[1].Value);
                continue;
            }
            if (words.Count > 0) yield return new(path, start, string.Join(' ', words));
            words.Clear();
            yield return new(path, i + 1, line.Trim());
        }
    }

    [GeneratedRegex(@"^\s*///? ?(.*)$")]
    private static partial Regex Comment();
}
