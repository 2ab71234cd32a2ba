using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Supply.Tests.House;
using Supply.Tests.Unit;

namespace Supply.Tests.Schema;

/// <summary>
/// The shipped JSON Schema says what the reader reads: it is written from the reader's shapes, and both judge files alike.
/// </summary>
public class SchemaTests
{
    private static readonly string scenarios = Path.Combine(GoldenText.Root, "..", "Scenarios");
    private static readonly JsonSchema schema = JsonSchema.FromText(SchemaWriter.Write());

    // A date is a promise of the reader, so "format" is enforced and not only noted, as it is by default in this draft.
    private static readonly EvaluationOptions dated = new() { RequireFormatValidation = true };

    private static readonly string column = Path.Combine(GoldenText.Root, "Schema", "column.csv");

    // Wrong in content, not in form: two properties of one name, and dates that do not fit each other.
    private static readonly string[] onlyTheReaderKnows = ["12-property-twice", "23-horizon", "40-end-on-the-first-of-all-days"];

    [Fact]
    public void ShippedSchema_IsWhatTheReaderReads() =>
        GoldenText.ShouldMatch(Path.Combine("..", "Scenarios", "scenario.schema.json"), SchemaWriter.Write());

    [Fact]
    public void Library_HoldsTheShippedSchema() =>
        ScenarioFile.JsonSchema.ShouldBe(File.ReadAllText(Path.Combine(scenarios, ScenarioFile.SchemaFile)));

    [Fact]
    public void ShippedSchema_IsASchemaOfItsDraft()
    {
        using var shipped = JsonDocument.Parse(File.ReadAllText(Path.Combine(scenarios, "scenario.schema.json")));
        shipped.RootElement.GetProperty("$schema").GetString().ShouldBe(MetaSchemas.Draft202012Id.ToString());
        MetaSchemas.Draft202012.Evaluate(shipped.RootElement, dated).IsValid.ShouldBeTrue();
        MetaSchemas.Draft202012.Evaluate(JsonElement.Parse("""{ "type": "whole" }""")).IsValid.ShouldBeFalse("it refuses what is none.");
    }

    [Fact]
    public void ShippedFiles_AreAccepted_AndNameTheSchema()
    {
        foreach (var path in Directory.EnumerateFiles(scenarios, "*.json")
            .Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)))
        {
            Accepts(File.ReadAllText(path)).ShouldBeTrue(path);
            ScenarioFile.Read(path).Schema.ShouldBe("scenario.schema.json", path);
        }
    }

    [Fact]
    public void WrittenFiles_AreAccepted()
    {
        ScenarioFile[] files = [EveryKind.File, EveryKind.File with { Schema = "scenario.schema.json" },
            .. Baselines.All.Values.Select(make => new ScenarioFile(make()))];
        foreach (var file in files) Accepts(file.ToJson()).ShouldBeTrue(file.Baseline.Name);
    }

    [Fact]
    public void FilesThatReadWell_AreAccepted()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(GoldenText.Root, "Invalid", "Scenarios"), "*.json"))
        {
            Accepts(File.ReadAllText(path)).ShouldBeTrue(path);
        }
    }

    [Fact]
    public void FilesOfWrongForm_AreRefused()
    {
        var files = Directory.EnumerateFiles(Path.Combine(GoldenText.Root, "Invalid", "Files"), "*.json");
        files.Where(path => Accepts(File.ReadAllText(path))).Select(path => Path.GetFileNameWithoutExtension(path))
            .ShouldBe(onlyTheReaderKnows, ignoreOrder: true);
    }

    /// <summary>A kind of part, change, path or rule that no file can say would be lost; the shapes know each by its type.</summary>
    [Fact]
    public void EveryKindOfNoun_IsInAUnionOfTheShapes()
    {
        // In a file a source is not one kind among others, but a property of its number.
        Type[] properties = [typeof(Cited), typeof(Assumed)];
        var kinds = Kinds.Closure(typeof(ScenarioFile)).Where(type => type.BaseType is { IsAbstract: true, Namespace: "Supply" });
        kinds.Except(SchemaWriter.Kinds()).ShouldBe(properties, ignoreOrder: true);
    }

    private static string[] Everything() =>
    [
        (EveryKind.File with { Schema = "scenario.schema.json" }).ToJson(),
        File.ReadAllText(Path.Combine(scenarios, "dprk-stops.json")),
        """{ "format": "supply-scenario/1", "networks": [], "horizon": { "steps": 9, "stepDays": 0.5 } }""",
        $$"""
        { "format": "supply-scenario/1", "networks": [ { "name": "N", "parts": [
            { "kind": "productionLine", "name": "Plant", "calibre": "152 mm", "origin": "Russia", "to": "Depot",
              "capacity": { "csv": { "file": {{JsonSerializer.Serialize(column)}}, "dates": "from", "rates": "made",
                "unit": "rounds/day", "interpolation": "linear" } } } ] } ], "horizon": { "steps": 9 } }
        """,
    ];

    /// <summary>The checked files leave nothing out.</summary>
    [Fact]
    public void EveryPropertyAndKind_IsInAFile()
    {
        var texts = string.Concat(Everything());
        var written = JsonNode.Parse(SchemaWriter.Write())!;
        var properties = Objects(written).Select(one => one["properties"]).OfType<JsonObject>()
            .SelectMany(one => one.Select(pair => pair.Key));
        var kinds = Objects(written).Select(one => one["const"]).OfType<JsonValue>().Select(kind => kind.GetValue<string>());
        // What a rationing or transit is by default is not written.
        properties.Concat(kinds).Distinct().Where(name => !texts.Contains($"\"{name}\"", StringComparison.Ordinal))
            .ShouldBe(["none", "fixed"], ignoreOrder: true);
    }

    /// <summary>
    /// Every property of complete files, misspelt, left out, set to null, to an empty text, a number and an empty list, and with another
    /// next to it: the reader and the schema agree each time.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryPropertySpoilt_ReaderAndSchemaAgree(int file)
    {
        var text = Everything()[file];
        var disagreements = new List<string>();
        var count = Objects(JsonNode.Parse(text)!).Count();
        for (var i = 0; i < count; i++)
        {
            var (around, at) = Around(text, i);
            foreach (var (name, spoil) in Spoilers(Objects(around).ElementAt(at)))
            {
                var document = around.DeepClone();
                spoil(Objects(document).ElementAt(at));
                var spoilt = document.ToJsonString();
                var reader = Reads(spoilt);
                if (reader != Accepts(spoilt)) disagreements.Add($"{name}: the reader {(reader ? "accepts" : "refuses")} it");
            }
        }

        disagreements.ShouldBeEmpty();
    }

    /// <summary>
    /// A file's object with only the objects on the way to it: the rules of a part or change do not depend on the others, and a
    /// file with all of them takes ten times as long. With it, where the object is among those that are left.
    /// </summary>
    private static (JsonNode File, int Index) Around(string text, int index)
    {
        var file = JsonNode.Parse(text)!;
        var one = Objects(file).ElementAt(index);
        HashSet<JsonNode> way = [];
        for (JsonNode? node = one; node is not null; node = node.Parent) way.Add(node);
        var lists = Objects(file).SelectMany(node => node).Where(pair => pair.Key is "networks" or "parts" or "scenarios" or "changes")
            .Select(pair => pair.Value).OfType<JsonArray>();
        foreach (var list in lists.ToArray()) list.RemoveAll(node => !way.Contains(node!));

        var left = file.ToJsonString();
        (Reads(left) && Accepts(left)).ShouldBeTrue(left);
        return (file, Objects(file).ToList().IndexOf((JsonObject)one));
    }

    /// <summary>Texts that are nearly dates: the reader and the schema agree here too.</summary>
    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("0001-01-01", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("0000-01-01", false)]
    [InlineData("2024-2-9", false)]
    [InlineData("20240229", false)]
    [InlineData(" 2024-02-29", false)]
    [InlineData("2024-02-29T00:00:00", false)]
    [InlineData("29.02.2024", false)]
    public void Dates_ReaderAndSchemaAgree(string date, bool good)
    {
        var file = $$"""{ "format": "supply-scenario/1", "networks": [], "horizon": { "start": "{{date}}", "end": "2025-01-01" } }""";
        Reads(file).ShouldBe(good, "the reader");
        Accepts(file).ShouldBe(good, "the schema");
    }

    /// <summary>
    /// For a schema 9.0 and 9e0 are whole numbers; the reader wants them written as such, so it is the stricter of the two.
    /// </summary>
    [Theory]
    [InlineData("9", true, true)]
    [InlineData("9.0", false, true)]
    [InlineData("9e0", false, true)]
    [InlineData("9.5", false, false)]
    [InlineData("\"9\"", false, false)]
    public void WholeNumbers_TheReaderTakes_AreThoseOfTheSchema_WithoutAFraction(string steps, bool reader, bool schema)
    {
        var file = $$"""{ "format": "supply-scenario/1", "networks": [], "horizon": { "steps": {{steps}}, "stepDays": 0.5 } }""";
        Reads(file).ShouldBe(reader, "the reader");
        Accepts(file).ShouldBe(schema, "the schema");
    }

    private static IEnumerable<(string Name, Action<JsonObject> Spoil)> Spoilers(JsonObject one)
    {
        foreach (var name in one.Select(pair => pair.Key))
        {
            var path = $"{one.GetPath()}.{name}";
            yield return (path + " misspelt", at => { var value = at[name]; at.Remove(name); at[name + "_"] = value; });
            yield return (path + " left out", at => at.Remove(name));
            yield return (path + " null", at => at[name] = null);
            yield return (path + " an empty text", at => at[name] = "");
            yield return (path + " a number", at => at[name] = 1);
            yield return (path + " an empty list", at => at[name] = new JsonArray());
            yield return (path + " next to another", at => at["further"] = 1);
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(pair => Objects(pair.Value)).Prepend(one),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static bool Reads(string text)
    {
        try
        {
            ScenarioFile.Parse(text, "test");
            return true;
        }
        catch (ScenarioException)
        {
            return false;
        }
    }

    private static bool Accepts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return schema.Evaluate(document.RootElement, dated).IsValid;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
