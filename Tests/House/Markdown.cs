using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>The Markdown pages of the repository, their links and their headings.</summary>
internal static partial class Markdown
{
    private static readonly string[] folders = ["bin", "obj", "out", ".git", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>All pages, as paths from the root.</summary>
    public static IReadOnlyList<string> Pages { get; } =
        [.. Directory.EnumerateFiles(Scripts.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Scripts.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folders.Contains)).Order(StringComparer.Ordinal)];

    /// <summary>Problems of the links of one page: files that are not there, headings that the page at the other end lacks.</summary>
    public static IEnumerable<string> BrokenLinks(string page, string text, Func<string, string?> read)
    {
        foreach (Match link in Link().Matches(WithoutCode(text)))
        {
            var target = Uri.UnescapeDataString(link.Groups[1].Value);
            if (target.Contains("://", StringComparison.Ordinal)) continue;

            var (file, heading) = Split(target);
            var path = file.Length == 0 ? page : Joined(page, file);
            var content = file.Length == 0 ? text : read(path);
            if (content is null) yield return $"{page}: no file {path} for {link.Value}";
            else if (heading.Length > 0 && !Anchors(content).Contains(heading)) yield return $"{page}: no heading #{heading} in {path}";
        }
    }

    /// <summary>The anchors of the headings of a page, as GitHub makes them: lower case, hyphens for spaces, repeats numbered.</summary>
    public static IReadOnlySet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(Fence().Replace(text, "")))
        {
            var words = LinkText().Replace(heading.Groups[1].Value.Trim(), "$1");
#pragma warning disable CA1308 // GitHub makes anchors of lower-case letters.
            var name = NotOfAnchors().Replace(words.ToLowerInvariant(), "").Replace(' ', '-');
#pragma warning restore CA1308
            var anchor = name;
            for (var repeat = 1; !anchors.Add(anchor); repeat++) anchor = $"{name}-{repeat}";
        }
        return anchors;
    }

    /// <summary>A page without its fenced blocks and inline code, where brackets do not make links.</summary>
    public static string WithoutCode(string text) => InlineCode().Replace(Fence().Replace(text, ""), match => Blank(match.Value));

    private static string Blank(string code) => new('x', code.Length);

    private static (string File, string Heading) Split(string target) =>
        target.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (target[..at], target[(at + 1)..]) : (target, "");

    private static string Joined(string page, string file) => Path.GetRelativePath(Scripts.Root,
        Path.GetFullPath(Path.Combine(Scripts.Root, Path.GetDirectoryName(page)!, file))).Replace('\\', '/');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```[^\n]*$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotOfAnchors();
}
