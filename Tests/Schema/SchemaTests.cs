using System.Text.Json;
using System.Text.Json.Nodes;
using Supply.Tests.House;
using Supply.Tests.Unit;

namespace Supply.Tests.Schema;

/// <summary>The shipped JSON Schema says what the reader reads: it is written from the reader's shapes, and both judge files alike.</summary>
public class SchemaTests
{
    private static readonly string scenarios = Path.Combine(GoldenText.Root, "..", "Scenarios");
    private static readonly SchemaCheck check = SchemaCheck.Parse(SchemaWriter.Write());

    // Wrong in what is said, not in form: two properties of one name, and dates that do not fit each other.
    private static readonly string[] onlyTheReaderKnows = ["12-property-twice", "23-horizon"];

    [Fact]
    public void ShippedSchema_IsWhatTheReaderReads() =>
        GoldenText.ShouldMatch(Path.Combine("..", "Scenarios", "scenario.schema.json"), SchemaWriter.Write());

    [Fact]
    public void ShippedFiles_AreAccepted_AndNameTheSchema()
    {
        foreach (var path in Directory.EnumerateFiles(scenarios, "*.json").Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)))
        {
            check.Accepts(JsonNode.Parse(File.ReadAllText(path))).ShouldBeTrue(path);
            ScenarioFile.Read(path).Schema.ShouldBe("scenario.schema.json", path);
        }
    }

    [Fact]
    public void WrittenFiles_AreAccepted()
    {
        ScenarioFile[] files = [EveryKind.File, EveryKind.File with { Schema = "scenario.schema.json" }, .. Baselines.All.Values.Select(make => new ScenarioFile(make()))];
        foreach (var file in files) check.Accepts(JsonNode.Parse(file.ToJson())).ShouldBeTrue(file.Baseline.Name);
    }

    [Fact]
    public void FilesThatReadWell_AreAccepted()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(GoldenText.Root, "Invalid", "Scenarios"), "*.json"))
        {
            check.Accepts(JsonNode.Parse(File.ReadAllText(path))).ShouldBeTrue(path);
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
        // A source is no kind beside others in a file, but a property of its number.
        Type[] properties = [typeof(Cited), typeof(Assumed)];
        var kinds = Kinds.Closure(typeof(ScenarioFile)).Where(type => type.BaseType is { IsAbstract: true, Namespace: "Supply" });
        kinds.Except(SchemaWriter.Kinds()).ShouldBe(properties, ignoreOrder: true);
    }

    private static string[] Everything() =>
    [
        (EveryKind.File with { Schema = "scenario.schema.json" }).ToJson(),
        File.ReadAllText(Path.Combine(scenarios, "dprk-stops.json")),
        """{ "format": "supply-scenario/1", "networks": [], "horizon": { "steps": 9, "stepDays": 0.5 } }""",
    ];

    /// <summary>So that what follows leaves nothing out.</summary>
    [Fact]
    public void EveryPropertyAndKind_IsInAFile()
    {
        var texts = string.Concat(Everything());
        var schema = JsonNode.Parse(SchemaWriter.Write())!;
        var properties = Objects(schema).Select(one => one["properties"]).OfType<JsonObject>().SelectMany(one => one.Select(pair => pair.Key));
        var kinds = Objects(schema).Select(one => one["const"]).OfType<JsonValue>().Select(kind => kind.GetValue<string>());
        // What a rationing or transit is by default is not written.
        properties.Concat(kinds).Distinct().Where(name => !texts.Contains($"\"{name}\"", StringComparison.Ordinal)).ShouldBe(["none", "fixed"], ignoreOrder: true);
    }

    /// <summary>
    /// Every property of files with everything in them, misspelt, left out, set to null, to an empty text, a number and an empty
    /// list, and with another beside it: the reader and the schema agree each time.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void EveryPropertySpoilt_ReaderAndSchemaAgree(int file)
    {
        var text = Everything()[file];
        var disagreements = new List<string>();
        var count = Objects(JsonNode.Parse(text)!).Count();
        for (var i = 0; i < count; i++)
        {
            foreach (var (name, spoil) in Spoilers(Objects(JsonNode.Parse(text)!).ElementAt(i)))
            {
                var document = JsonNode.Parse(text)!;
                spoil(Objects(document).ElementAt(i));
                var reader = Reads(document.ToJsonString());
                if (reader != check.Accepts(document)) disagreements.Add($"{name}: the reader {(reader ? "accepts" : "refuses")} it");
            }
        }

        disagreements.ShouldBeEmpty();
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
            yield return (path + " beside another", at => at["further"] = 1);
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
            return check.Accepts(JsonNode.Parse(text));
        }
        catch (JsonException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            // A property twice: this parser refuses it, a schema says nothing of it.
            return true;
        }
    }
}
