using Supply.Tests.House;

namespace Supply.Tests.Unit.Analysis;

/// <summary>Scripts of analyses refuse before their study whatever they would refuse after it: no run is announced.</summary>
[Collection(nameof(Scripts))]
public sealed class EarlyChecksTests : IDisposable
{
    // The line that announces a study.
    private const string Announced = "replications x";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void LeastShare_ChecksWindowAndCheckpoint()
    {
        Refused("least-share", "The window of the goal begins on 2025-01-01, before the lever acts (2026-01-01).\n", "--window",
            "2025-01-01..2025-12-31");
        Refused("least-share", $"--checkpoint is \"{folder.Path}\"; that is a folder.\n", "--checkpoint", folder.Path);
        File.WriteAllText(folder["notes"], "notes\n");
        Refused("least-share", $"\"{folder["notes"]}\" is not a checkpoint of this kind, or its first line is damaged. Move or delete it, "
            + "or name another file.\n", "--checkpoint", folder["notes"]);
        File.ReadAllText(folder["notes"]).ShouldBe("notes\n");
    }

    [Fact]
    public void LeastShare_WritesItsTableAsTheLibraryDoes()
    {
        var (exitCode, _, error) = Scripts.Run("Scenarios/least-share.cs", "--short", "--replications", "4", "--goal", "9000", "900000",
            "--out", folder["o"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        var lines = File.ReadAllLines(Path.Combine(folder["o"], "least.csv"));
        lines[0].ShouldBe("\"replication\",\"goal\",\"kind\",\"setting\"");
        lines.Length.ShouldBe(1 + (2 * 4));
        lines[^1].ShouldBe("3,900000,\"None\",1e999");
    }

    [Fact]
    public void Drivers_CheckNamesOfInputsAndTheCheckpoint()
    {
        File.WriteAllText(folder["design.json"], """
            {
              "format": "supply-analysis/1",
              "sobol": { "basePoints": 2 },
              "inputs": { "groups": [ { "name": "all", "inputs": ["no such input"] } ] }
            }
            """);
        Refused("drivers", "Group \"all\": no input \"no such input\".", "--design", folder["design.json"]);
        File.WriteAllText(folder["design.json"], """
            {
              "format": "supply-analysis/1",
              "morris": { "trajectories": 2 },
              "inputs": { "correlations": [ { "one": "no such input", "other": "nor this", "correlation": 0.5 } ] }
            }
            """);
        Refused("drivers", "Correlations: no input \"no such input\".", "--design", folder["design.json"]);
        File.WriteAllText(folder["kept.morris"], "notes\n");
        Refused("drivers", $"\"{folder["kept.morris"]}\" is not a checkpoint of this kind", "--trajectories", "2", "--checkpoint",
            folder["kept"]);
    }

    private void Refused(string script, string word, params string[] arguments)
    {
        var (exitCode, output, error) = Scripts.Run($"Scenarios/{script}.cs", ["--short", "--out", folder["o"], .. arguments]);
        error.ShouldStartWith(word);
        exitCode.ShouldBe(2);
        output.ShouldNotContain(Announced);
        Directory.Exists(folder["o"]).ShouldBeFalse();
    }
}
