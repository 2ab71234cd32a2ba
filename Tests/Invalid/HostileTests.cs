using System.Text.Json.Nodes;

namespace Supply.Tests.Invalid;

/// <summary>One value of a good file replaced by a hostile one: it is refused with problems, or it runs and gives numbers.</summary>
public sealed class HostileTests
{
    private static readonly JsonNode[] hostile =
    [
        -1, 0, 1e-300, 1.0000001, 1e15, 1e300, int.MaxValue, "", " ", "Depot", "Korea", "Side", "9999-12-31", "0001-01-01", "2024-01-02",
            "a/b", "rounds/year",
        JsonNode.Parse("[]")!, JsonNode.Parse("{}")!, JsonNode.Parse("[-1, 1]")!,
        JsonNode.Parse("""{ "normal": { "mean": 0.5, "sd": 1e-320 } }""")!,
        JsonNode.Parse("""{ "product": [1e15, 1e15, { "noise": { "sd": 5, "correlationDays": 1e-300 } }] }""")!,
        JsonNode.Parse("""{ "logNormal": [1e-300, 1e15] }""")!,
        JsonNode.Parse("""
            { "oneOf": [{ "label": "/left", "weight": 1e-300, "value": 1e-320 }, { "label": "b", "weight": 1e15, "value": 1 }] }
            """)!,
    ];

    private static readonly string good =
        new ScenarioFile(InvalidScenarios.Full(0.25) with { Horizon = Horizon.Dated(new(2024, 5, 20), new(2024, 6, 18)),
            Networks = [Shorter()] })
        .ToJson();

    [Fact]
    public void GoodFile_Runs() => Outcome(JsonNode.Parse(good)!).ShouldBeNull();

    [Fact]
    public void AnyValueReplaced_IsRefusedOrGivesNumbers()
    {
        var places = Places(JsonNode.Parse(good)!, []).ToArray();
        var wrong = new List<string>();
        foreach (var place in places)
        {
            foreach (var value in hostile)
            {
                var root = JsonNode.Parse(good)!;
                var parent = place.SkipLast(1).Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
                if (place[^1] is int last) parent[last] = value.DeepClone();
                else parent[(string)place[^1]] = value.DeepClone();
                if (Outcome(root) is { } fault) wrong.Add($"{string.Join(".", place)} = {value.ToJsonString()}: {fault}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Null if all is well, else what happened.</summary>
    private static string? Outcome(JsonNode root)
    {
        try
        {
            var study = new Ensemble(Replications: 2) { Threads = 1 }.Run(ScenarioFile.Parse(root.ToJsonString(), "hostile").Expand());
            return double.IsFinite(study.Baseline.Scalar(Metric.OnHand)[1]) && double.IsFinite(study.Baseline.Scalar(Metric.FiredPerDay)[0])
                ? null : "not a number";
        }
        catch (ScenarioException)
        {
            return null;
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            return $"{other.GetType().Name}, {other.Message}";
        }
    }

    private static IEnumerable<object[]> Places(JsonNode node, object[] path) => node switch
    {
        JsonObject all => all.SelectMany(pair => Places(pair.Value!, [.. path, pair.Key]).Append([.. path, pair.Key])),
        JsonArray list =>
            list.Index().Where(pair => pair.Index == 0 || pair.Item is not JsonValue)
            .SelectMany(pair => Places(pair.Item!, [.. path, pair.Index]).Append([.. path, pair.Index])),
        _ => [],
    };

    private static Network Shorter() => InvalidScenarios.Full(0.25).Networks[0] with
    {
        Parts = Items.From(InvalidScenarios.Full(0.25).Networks[0].Parts.Select(part => part is ProductionLine { Name: "Plant" } plant
            ? plant with { Capacity = RatePath.PerStep([.. Enumerable.Repeat(10.0, 30)]) }
            : part)),
    };
}
