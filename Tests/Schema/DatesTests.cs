using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Supply.Tests.House;

namespace Supply.Tests.Schema;

/// <summary>Where a date is typed, it is said whether its day counts: a day more or less is not seen in a result.</summary>
public sealed partial class DatesTests
{
    // The day to which a published number refers; no step depends on it.
    private const string NoBoundary = "asOf";

    [Fact]
    public void EveryDate_SaysWhetherItsDayCounts()
    {
        var dates = Dates(JsonNode.Parse(SchemaWriter.Write())!).Distinct().ToArray();
        dates.Length.ShouldBeGreaterThan(15);
        dates.Where(date => date.Name != NoBoundary && !SaysIt(date.Description)).ShouldBeEmpty();
    }

    /// <summary>Options of scripts that take dates have one maker, which says it for all of them.</summary>
    [Fact]
    public void EveryOptionOfDates_SaysWhetherItsDayCounts()
    {
        var scripts = Path.Combine(Scripts.Root, "Scenarios");
        string[] files = [.. Directory.GetFiles(scripts, "*.cs"), .. Directory.GetFiles(Path.Combine(scripts, "Shared"), "*.cs")];
        var lines = files.SelectMany(file => File.ReadLines(file)).Where(line => line.Contains("YYYY-MM-DD", StringComparison.Ordinal)
            || (line.Contains("Description", StringComparison.Ordinal) && line.Contains("OwnClaims", StringComparison.Ordinal))).ToArray();
        lines.Length.ShouldBeGreaterThan(3);
        lines.Where(line => !SaysIt(line)).ShouldBeEmpty();
        files.Where(file => OptionOfDates().IsMatch(File.ReadAllText(file))).Select(Path.GetFileName).ShouldBe(["Arguments.cs"]);
    }

    [Theory]
    [InlineData("The first day on which it acts.", true)]
    [InlineData("The first day on which it no longer acts: that day does not count.", true)]
    [InlineData("The last day covered, itself included.", true)]
    [InlineData("The day at whose start the ramp begins.", true)]
    [InlineData("When deliveries stop (YYYY-MM-DD; from that day on)", true)]
    [InlineData("FROM..TO as YYYY-MM-DD..YYYY-MM-DD; both days count", true)]
    [InlineData("When deliveries stop, YYYY-MM-DD", false)]
    [InlineData("When the ramp ends.", false)]
    [InlineData("The last day of the record.", false)]
    [InlineData("Acts until this day.", false)]
    [InlineData("", false)]
    public void ConventionUnsaid_IsFound(string description, bool says) => SaysIt(description).ShouldBe(says);

    [Fact]
    public void DateWithoutDescription_IsFound()
    {
        var schema = JsonNode.Parse("""
            { "anyOf": [{ "properties": { "from": { "anyOf": [{ "type": "integer" }, { "type": "string", "format": "date" }] },
              "days": { "type": "array", "items": { "type": "string", "format": "date" } }, "name": { "type": "string" } } }] }
            """)!;
        Dates(schema).ShouldBe([("from", ""), ("days", "")]);
    }

    private static bool SaysIt(string description) => Said().IsMatch(description);

    [GeneratedRegex("first day|itself included|(at|from) whose start|on or after its day|from that day on|both days count")]
    private static partial Regex Said();

    [GeneratedRegex(@"Option<(?:DateOnly|TimeWindow)")]
    private static partial Regex OptionOfDates();

    private static IEnumerable<(string Name, string Description)> Dates(JsonNode node)
    {
        if (node is JsonArray items) return items.OfType<JsonNode>().SelectMany(Dates);
        if (node is not JsonObject all) return [];
        var own = (all["properties"] as JsonObject ?? []).Where(property => property.Value is JsonObject schema && IsDate(schema))
            .Select(property => (property.Key, (string?)property.Value!["description"] ?? ""));
        return own.Concat(all.Select(member => member.Value).OfType<JsonNode>().SelectMany(Dates));
    }

    /// <summary>A date, a list of dates, or a date among other forms.</summary>
    private static bool IsDate(JsonObject schema) => (schema["format"] is JsonValue format && (string?)format == "date")
        || (schema["items"] is JsonObject items && IsDate(items))
        || (schema["anyOf"] is JsonArray forms && forms.OfType<JsonObject>().Any(IsDate));
}
