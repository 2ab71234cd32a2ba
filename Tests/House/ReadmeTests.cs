using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>README.md and the pages under docs say what really happens.</summary>
[Collection(nameof(Scripts))]
public class ReadmeTests
{
    private const int MostLines = 60;

    [Fact]
    public void Readme_FitsOneScreen() => Page("README.md").Split('\n').Length.ShouldBeLessThanOrEqualTo(MostLines);

    [Fact]
    public void Script_IsShort() => Script.Split('\n')
        .Count(line => line.Length > 0 && !line.StartsWith('#') && !line.StartsWith("using", StringComparison.Ordinal))
            .ShouldBeInRange(5, 15);

    /// <summary>The script of the README; that it runs and draws what stands below it is a test of pictures.</summary>
    internal static string Script => Regex.Match(Page("README.md"), "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    [Fact]
    public void Mistake_IsReportedAsShown()
    {
        var wrong = Baselines.Russia2022.With("DPRK stops, January 2025",
            new DepotStrike("Rear depot", From: new(2025, 6, 1), LossFraction: Fraction.Of(Uncertain.Uniform(0.05, 1.2))));
        var message = Should.Throw<ScenarioException>(() => wrong.Check()).Message;
        Page("docs/scenario-files.md").ShouldContain("```\n" + message + "\n```");
    }

    [Fact]
    public void Commands_AreThoseThatTheCheckRuns()
    {
        Page("README.md").ShouldContain("\ndotnet run Scenarios/dprk-share.cs\ndotnet test\n");
        Page(".ci/run").ShouldContain("README.md");
    }

    [Fact]
    public void ScriptsAndFiles_NamedInCommands_Exist()
    {
        var named = Markdown.Pages
            .SelectMany(page => Regex.Matches(Page(page), @"dotnet run (Scenarios/[\w.-]+)(?: (Scenarios/[\w.-]+))?"))
            .SelectMany(match => new[] { match.Groups[1].Value, match.Groups[2].Value })
            .Where(file => file.Length > 0 && file != "Scenarios/my-question.cs").Distinct().ToList();
        named.Count.ShouldBeGreaterThan(5);
        named.Where(file => !File.Exists(Path.Combine(Scripts.Root, file))).ShouldBeEmpty();
    }

    [Fact]
    public void Questions_HaveACommandForEachScript() =>
        Directory.GetFiles(Path.Combine(Scripts.Root, "Scenarios"), "*.cs")
            .Select(path => "`dotnet run Scenarios/" + Path.GetFileName(path))
            .Where(command => !(Page("README.md") + Page("docs/reading-results.md")).Contains(command, StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void PlausibilityCounts_AreThoseOfTheTable()
    {
        var counts = Regex.Match(Flat(Page("Simulation/Cases/Russia2022/PLAUSIBILITY.md")),
            @"(\d+) of (\d+) rows that the baseline has not used pass \((\d+) of (\d+) of those with two ends.*?"
            + @"and \d+ of (\d+) that it has used");
        counts.Success.ShouldBeTrue();
        var (held, heldAll, ends, endsAll, inputs) =
            (counts.Groups[1].Value, counts.Groups[2].Value, counts.Groups[3].Value, counts.Groups[4].Value, counts.Groups[5].Value);
        Flat(Page("docs/reading-results.md")).ShouldContain($"{inputs} rows are inputs and show only that they fit together; "
            + $"of {heldAll} held out {held} pass, of the {endsAll} with two ends {ends},");
    }

    [Fact]
    public void PlausibilityCountsOfBothSides_AreThoseOfTheTable()
    {
        var counts = Regex.Match(Page("Simulation/Cases/BothSides/PLAUSIBILITY.md"),
            @"(\d+) of (\d+) rows that the baseline has not used pass");
        counts.Success.ShouldBeTrue();
        var (passed, all) = (counts.Groups[1].Value, counts.Groups[2].Value);
        Flat(Page("docs/reading-results.md")).ShouldContain($"passes {passed} of {all} held-out rows");
    }

    [Fact]
    public void Vocabulary_GivesEachTermOnce()
    {
        var terms = Regex.Matches(Page("docs/vocabulary.md"), @"^\| (?!term \|)([^|]+) \|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value).ToList();
        terms.Count.ShouldBeGreaterThan(40);
        terms.GroupBy(term => term).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    private static string Page(string path) => File.ReadAllText(Path.Combine(Scripts.Root, path));

    private static string Flat(string text) => Regex.Replace(text, @"\s+", " ");
}
