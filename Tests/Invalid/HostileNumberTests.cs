using System.Text.Json.Nodes;
using Supply.Tests.Engines;

namespace Supply.Tests.Invalid;

/// <summary>
/// Every number of every kind of part and change, tiny and huge: it is refused with its place, or the books balance and all that is
/// recorded is finite.
/// </summary>
public sealed class HostileNumberTests
{
    private static readonly double[] hostile = [1e-320, 1e-300, 1e15];

    /// <summary>Properties that hold steps where the horizon has no dates.</summary>
    private static readonly string[] moments = ["from", "until", "at", "on", "start"];

    public static TheoryData<string> Names => RichFamily.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyNumberReplaced_IsRefusedWithItsPlaceOrGivesNumbers(string name)
    {
        var good = new ScenarioFile(RichFamily.Of(name)).ToJson();
        var wrong = new List<string>();
        foreach (var (kind, place) in Numbers(JsonNode.Parse(good)!["networks"]!, "", ["networks"])
            .Concat(Numbers(JsonNode.Parse(good)!["changes"] ?? new JsonArray(), "", ["changes"])).DistinctBy(one => one.Kind))
        {
            foreach (var value in hostile)
            {
                var root = JsonNode.Parse(good)!;
                Set(root, place, value);
                if (Fault(root) is { } fault) wrong.Add($"{kind} = {value}: {fault}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>Null if the file is refused or runs well, else what happened.</summary>
    private static string? Fault(JsonNode root)
    {
        try
        {
            var scenario = ScenarioFile.Parse(root.ToJsonString(), "hostile").Expand()[0];
            var metrics = new Metrics().And([.. Recorded.Flows.Concat(Recorded.Levels).Where(one => Quantities.Of(one).NotSummed is null)
                .Select(quantity => new Metric(quantity)).Select(metric => metric.Kind == QuantityKind.Flow ? metric.Total() : metric)]);
            var result = new Ensemble(Replications: 1, Record: metrics) { Threads = 1 }.Run(scenario).Baseline;
            return metrics.Scalars.FirstOrDefault(metric => !double.IsFinite(result.Scalar(metric)[0])) is { } metric
                ? $"{metric} is {result.Scalar(metric)[0]}" : null;
        }
        catch (ScenarioException refused)
        {
            return refused.Message.Contains("NaN of", StringComparison.Ordinal) ? refused.Message : null;
        }
        catch (Exception other) when (other is not OutOfMemoryException)
        {
            return $"{other.GetType().Name}, {other.Message}";
        }
    }

    /// <summary>Every number below a node with its place, and the kind of noun and the properties that lead to it.</summary>
    private static IEnumerable<(string Kind, object[] Place)> Numbers(JsonNode node, string kind, object[] place) => node switch
    {
        JsonObject all => all.Where(pair => pair.Value is not null && !(pair.Value is JsonValue && moments.Contains(pair.Key)))
            .SelectMany(pair => Numbers(pair.Value!, $"{kind}/{all["kind"]}.{pair.Key}", [.. place, pair.Key])),
        JsonArray list => list.Index().SelectMany(pair => Numbers(pair.Item!, kind, [.. place, pair.Index])),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => [(kind, place)],
        _ => [],
    };

    private static void Set(JsonNode root, object[] place, double value)
    {
        var parent = place.SkipLast(1).Aggregate(root, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (place[^1] is int last) parent[last] = value;
        else parent[(string)place[^1]] = value;
    }
}
