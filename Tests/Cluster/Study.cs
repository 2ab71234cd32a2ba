namespace Supply.Tests.Cluster;

/// <summary>A published script, a small study of five panels, and the digest that one process gives.</summary>
public sealed class Study : IDisposable
{
    public const int Parts = 5;

    private readonly Lazy<string> digest;

    public Study()
    {
        Folder = Directory.CreateTempSubdirectory("supply-cluster-").FullName;

        // Nodes of a batch system run as others see them.
        Shell.Done($"chmod 755 '{Folder}'");
        Shell.Done($"dotnet publish Scenarios/run.cs --output '{Folder}/programs' -v q");
        File.WriteAllText(Path.Combine(Folder, "a.json"), Scenario);
        File.WriteAllText(Path.Combine(Folder, "short.json"), Scenario.Replace("2025-12-31", "2024-01-30", StringComparison.Ordinal)
            .Replace("2024-06-01", "2024-01-10", StringComparison.Ordinal));
        digest = new(() =>
        {
            Shell.Done($"{Command} --into one", Folder);
            return Shell.Digest(Shell.Done($"{Command} --into one --merge", Folder));
        });
    }

    public string Folder { get; }

    /// <summary>The command that runs the study, in its folder.</summary>
    public static string Command => "programs/run a.json --replications 17000 --out results";

    /// <summary>The digest of the study that one process has run.</summary>
    public string Digest => digest.Value;

    public static string Part(string into, int part) => $"{Command} --into {into} --part {part}/{Parts}";

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private const string Scenario = """
        {
          "format": "supply-scenario/1",
          "name": "Small",
          "networks": [{ "name": "Side", "parts": [
            { "kind": "stockpile", "name": "Depot", "opening": [] },
            { "kind": "productionLine", "name": "Plant", "calibre": "152 mm", "origin": "Russia", "to": "Depot",
              "capacity": { "value": { "uniform": [2000, 4000] }, "unit": "rounds/day" } },
            { "kind": "consumer", "name": "Guns", "at": "Depot", "demands": [
              { "calibre": "152 mm", "required": { "value": 5000, "unit": "rounds/day" } }] }
          ] }],
          "horizon": { "start": "2024-01-01", "end": "2025-12-31" },
          "scenarios": [{ "name": "Half", "changes": [
            { "kind": "capacityChange", "part": "Plant", "from": "2024-06-01", "factor": 0.5 }] }]
        }
        """;
}

/// <summary>One study for all tests, which run one after another: each needs all processors.</summary>
[CollectionDefinition(nameof(Study))]
public sealed class StudyFixtures : ICollectionFixture<Study>;
