using System.Text.RegularExpressions;

namespace Supply.Tests.House;

/// <summary>What the README says is what happens.</summary>
[Collection(nameof(Scripts))]
public class ReadmeTests
{
    private static string Readme => File.ReadAllText(Path.Combine(Scripts.Root, "README.md"));

    [Fact]
    public void Script_PrintsItsTable_AndDrawsThePictureBesideIt()
    {
        using var folder = new TemporaryFolder();
        var script = Regex.Match(Readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        script.Split('\n').Count(line => line.Length > 0 && !line.StartsWith('#') && !line.StartsWith("using", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(15);
        File.WriteAllText(folder["script.cs"], "#:property PublishAot=false\n" + script
            .Replace("../", Scripts.Root + "/", StringComparison.Ordinal)
            .Replace("out/", folder.Path + "/", StringComparison.Ordinal));

        var (exitCode, output, error) = Scripts.Run(folder["script.cs"]);

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("DPRK stops, January 2025");
        File.ReadAllText(folder["fired-per-day.svg"]).ShouldBe(
            File.ReadAllText(Path.Combine(Scripts.Root, "Scenarios", "Pictures", "fired-per-day.svg")),
            "the picture in the README is not what its script draws; run the script and copy out/fired-per-day.svg there");
    }

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
    public void Links_LeadToFiles()
    {
        foreach (Match link in Regex.Matches(Readme, @"\]\((?!http)([^)#]+)\)"))
        {
            File.Exists(Path.Combine(Scripts.Root, link.Groups[1].Value)).ShouldBeTrue(link.Value);
        }
    }
}
