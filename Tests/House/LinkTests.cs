namespace Supply.Tests.House;

/// <summary>Links between pages lead somewhere.</summary>
public class LinkTests
{
    public static TheoryData<string> Pages => [.. Markdown.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_LeadToFilesAndHeadings(string page) =>
        Markdown.BrokenLinks(page, File.ReadAllText(Path.Combine(Scripts.Root, page)), Read).ShouldBeEmpty();

    [Fact]
    public void Pages_IncludeEveryKind() =>
        new[]
        {
            "README.md", "docs/index.md", "Evidence.md", "CHANGELOG.md", "Simulation/MODEL.md",
            "Benchmarks/RESULTS.md", "Tests/Referees/README.md",
        }.Except(Markdown.Pages).ShouldBeEmpty();

    [Fact]
    public void PagesUnderDocs_AreReachedFromTheIndex()
    {
        var index = File.ReadAllText(Path.Combine(Scripts.Root, "docs", "index.md"));
        Markdown.Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) && page != "docs/index.md")
            .Where(page => !index.Contains($"]({page["docs/".Length..]})", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Decisions_AreInTheIndex_ByTheirTitles()
    {
        var index = File.ReadAllText(Path.Combine(Scripts.Root, "docs", "index.md"));
        var decisions = Markdown.Pages.Where(page => page.StartsWith("Simulation/Decisions/", StringComparison.Ordinal)).ToArray();
        decisions.Length.ShouldBeGreaterThan(30);
        decisions.Where(page => !index.Contains(Title(page) + $"](../{page})", StringComparison.Ordinal)).ShouldBeEmpty();

        static string Title(string page) =>
            File.ReadLines(Path.Combine(Scripts.Root, page)).First().TrimStart([.. "# 0123456789.:"]);
    }

    [Fact]
    public void BrokenLinks_AreFound()
    {
        const string text = """
            # A page

            [good](README.md) [heading](#a-page) [gone](gone.md) [no heading](README.md#nowhere) `[code](gone.md)`
            """;
        Markdown.BrokenLinks("page.md", text, path => path == "README.md" ? "# Supply" : null).ShouldBe(
            ["page.md: no file gone.md for ](gone.md)", "page.md: no heading #nowhere in README.md"]);
    }

    [Fact]
    public void Anchors_FollowGitHub() =>
        Markdown.Anchors("# 6 The order of events, in a step\n## `Explain()` prints\n## Same\n```\n# no heading\n```\n## Same\n")
            .ShouldBe(["6-the-order-of-events-in-a-step", "explain-prints", "same", "same-1"]);

    /// <summary>The text of a page; of another file or of a folder nothing but that it is there.</summary>
    private static string? Read(string path)
    {
        var full = Path.Combine(Scripts.Root, path);
        return File.Exists(full) ? (path.EndsWith(".md", StringComparison.Ordinal) ? File.ReadAllText(full) : "")
            : Directory.Exists(full) ? "" : null;
    }
}
