using Supply.Analysis;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Files of analyses: what they hold comes back, and every mistake is told at its place.</summary>
public class AnalysisFileTests
{
    private const string Whole = """
        {
          "format": "supply-analysis/1",
          "metric": "fill rate",
          "window": { "name": "2026", "from": "2026-01-01", "to": "2026-12-31" },
          "loss": 0.2,
          "sobol": { "basePoints": 512, "pairs": true },
          "morris": { "trajectories": 30, "levels": 6 },
          "inputs": {
            "groups": [ { "name": "shells", "inputs": ["shell output", "what is left"] } ],
            "correlations": [ { "one": "a", "other": "b", "correlation": -0.5 } ],
            "noise": "common"
          },
          "least": {
            "lever": "share", "of": "DPRK", "from": "2026-01-01", "goals": [12000, 9000],
            "window": { "name": "2027", "from": "2027-01-01", "to": "2027-12-31" },
            "probability": 0.9, "part": 0.99, "meaning": "substituted", "most": 0.7
          }
        }
        """;

    [Fact]
    public void Everything_IsRead_AndComesBack()
    {
        var file = AnalysisFile.Parse(Whole, "whole");
        (file.Metric, file.Window, file.Loss).ShouldBe(("fill rate", TimeWindow.Year(2026), 0.2));
        (file.HasSobol, file.Inputs.BasePoints, file.Inputs.Pairs).ShouldBe((true, 512, true));
        (file.HasMorris, file.Inputs.Trajectories, file.Inputs.Levels).ShouldBe((true, 30, 6));
        file.Inputs.Groups["shells"].ShouldBe(["shell output", "what is left"]);
        file.Inputs.Correlations.ShouldBe([new("a", "b", -0.5)]);
        file.Inputs.Noise.ShouldBe(StepNoise.Common);
        var least = file.Least!;
        least.FireGoals.ShouldBe([new(12_000, TimeWindow.Year(2027)) { Part = 0.99 }, new(9_000, TimeWindow.Year(2027)) { Part = 0.99 }]);
        (least.Probability, least.Lever.Name, least.Lever.High).ShouldBe((0.9, "DPRK share of supply", 0.7));
        AnalysisFile.Parse(file.ToJson(), "again").ToJson().ShouldBe(file.ToJson());
    }

    [Fact]
    public void LeastFile_HasTheDefaults()
    {
        var file = AnalysisFile.Parse("""{ "format": "supply-analysis/1" }""", "least");
        file.ToJson().ShouldBe(new AnalysisFile().ToJson());
        (file.Metric, file.Loss, file.HasSobol, file.HasMorris, file.Least).ShouldBe(("fired per day", 0.1, false, false, null));
        var flow = AnalysisFile.Parse("""
            { "format": "supply-analysis/1", "least": { "lever": "flow", "of": "DPRK", "from": "2026-01-01", "goals": [9000],
              "window": { "name": "2027", "from": "2027-01-01", "to": "2027-12-31" } } }
            """, "flow").Least!;
        (flow.Lever.High, flow.Probability, flow.Part).ShouldBe((40_000, 0.8, 1));
    }

    [Fact]
    public void Mistakes_AreToldTogether_EachAtItsPlace() => Should.Throw<ScenarioException>(() => AnalysisFile.Parse("""
        {
          "format": "supply-analysis/1",
          "metrics": "fill rate",
          "loss": 10,
          "sobol": { "basePoints": 1.5 },
          "morris": { "trajectories": 1, "levels": 5 },
          "inputs": {
            "groups": [ { "name": "a", "inputs": [] }, { "name": "a", "inputs": ["x"] } ],
            "correlations": [ { "one": "a", "other": "b", "correlation": 1 } ],
            "noise": "off"
          },
          "least": { "lever": "flow", "of": "DPRK", "from": "2026-13-01", "goals": [0], "meaning": "added", "part": 2,
            "window": { "name": "2027", "from": "2027-01-01" } }
        }
        """, "wrong")).Message.Split('\n').Select(line => line.Trim()).Skip(1).Where(line => line.Length > 0).ShouldBe([
            "$.loss: is 10; it must be between 0 and 1.",
            "$.sobol.basePoints: is 1.5; it must be a whole number in 2..16777216.",
            "$.morris.levels: is 5; it must be even.",
            "$.morris.trajectories: is 1; it must be a whole number in 2..16777216.",
            "$.inputs.groups[0].inputs: lists no input; at least 1 is needed.",
            "$.inputs.groups: holds 2 groups named \"a\"; give each a name of its own.",
            "$.inputs.correlations[0].correlation: is 1; it must be between -1 and 1.",
            "$.inputs.noise: \"off\" is not noise from step to step; expected \"input\" or \"common\".",
            "$.least.meaning: is one of shares; remove it.",
            "$.least.from: \"2026-13-01\" is not a date: there is no month 13.",
            "$.least.goals[0]: is 0; it must be above 0 and at most 1000000 rounds a day.",
            "$.least.window: the property \"to\" is missing; expected { \"name\": \"2027\", \"from\": \"2027-01-01\", "
                + "\"to\": \"2027-12-31\" }.",
            "$.least.part: is 2; it must be above 0 and at most 1.",
            "$.metrics: unknown property. Nearest: \"metric\".",
        ]);

    [Fact]
    public void MissingFile_IsSaid() => Should.Throw<ScenarioException>(() => AnalysisFile.Read("no-such-analysis.json")).Message
        .ShouldContain("does not exist");
}
