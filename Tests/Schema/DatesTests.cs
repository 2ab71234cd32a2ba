using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("The first day on which it acts.", true)]
    [InlineData("The first day on which it no longer acts: that day does not count.", true)]
    [InlineData("The last day covered, itself included.", true)]
    [InlineData("The day at whose start the ramp begins.", true)]
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

    [GeneratedRegex("first day|itself included|(at|from) whose start|on or after its day")]
    private static partial Regex Said();

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
