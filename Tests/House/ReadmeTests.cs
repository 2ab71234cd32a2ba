using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>What the README says is what happens.</summary>
[Collection(nameof(Scripts))]
public class ReadmeTests
{
    private static string Readme => File.ReadAllText(Path.Combine(Scripts.Root, "README.md"));

    [Fact]
    public void Script_IsShort() => Script.Split('\n')
        .Count(line => line.Length > 0 && !line.StartsWith('#') && !line.StartsWith("using", StringComparison.Ordinal)).ShouldBeInRange(5, 15);

    /// <summary>The script of the README; that it runs and draws what stands beside it is a test of pictures.</summary>
    internal static string Script => Regex.Match(Readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    [Fact]
    public void Mistake_IsReportedAsShown()
    {
        var wrong = Baselines.Russia2022.With("DPRK stops, January 2025",
            new DepotStrike("Rear depot", From: new(2025, 6, 1), LossFraction: Uncertain.Uniform(0.05, 1.2)));
        var message = Should.Throw<ScenarioException>(() => wrong.Check()).Message;
        Readme.ShouldContain("```\n" + message + "\n```");
    }

    [Fact]
    public void Commands_AreThoseThatTheCheckRuns()
    {
        Readme.ShouldContain("\ndotnet run Scenarios/dprk-share.cs\ndotnet test\n");
        File.ReadAllText(Path.Combine(Scripts.Root, ".ci", "run")).ShouldContain("README.md");
    }

    [Fact]
    public void PlausibilityCounts_AreThoseOfTheTable()
    {
        var table = Flat(File.ReadAllText(Path.Combine(Scripts.Root, "Simulation", "Baselines", "PLAUSIBILITY.md")));
        var counts = Regex.Match(table, @"(\d+) of (\d+) rows that the baseline has not used pass \((\d+) of (\d+) of those with two ends.*?and \d+ of (\d+) that it has used");
        counts.Success.ShouldBeTrue();
        var (held, heldAll, ends, endsAll, inputs) = (counts.Groups[1].Value, counts.Groups[2].Value, counts.Groups[3].Value, counts.Groups[4].Value, counts.Groups[5].Value);
        Flat(Readme).ShouldContain($"{inputs} rows are inputs and show only that they fit together; of {heldAll} held out {held} pass, of the {endsAll} with two ends {ends},");

        static string Flat(string text) => Regex.Replace(text, @"\s+", " ");
    }

    [Fact]
    public void PlausibilityCountsOfBothSides_AreThoseOfTheTable()
    {
        var table = File.ReadAllText(Path.Combine(Scripts.Root, "Simulation", "Baselines", "PLAUSIBILITY-BOTH-SIDES.md"));
        var counts = Regex.Match(table, @"(\d+) of (\d+) rows that the baseline has not used pass");
        Readme.ShouldContain($"passes {counts.Groups[1].Value} of {counts.Groups[2].Value} held-out rows");
    }

    [Fact]
    public void Links_LeadToFiles()
    {
        foreach (Match link in Regex.Matches(Readme, @"\]\((?!http)([^)#]+)\)"))
        {
            File.Exists(Path.Combine(Scripts.Root, link.Groups[1].Value)).ShouldBeTrue(link.Value);
        }
    }
}
