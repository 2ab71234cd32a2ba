using System.Text.Json.Nodes;
using Supply.Files;

namespace Supply.Tests.Schema;

/// <summary>Writes the JSON Schema of scenario files from the shapes of their reader and the documentation of their nouns.</summary>
internal sealed class SchemaWriter
{
    // Objects that occur at many places.
    private static readonly Type[] shared = [typeof(Rounds), typeof(Days), typeof(Rate), typeof(Lot), typeof(Cited)];

    private readonly Dictionary<object, string> unions = [];
    private readonly HashSet<Type> kinds = [];
    private readonly JsonObject definitions = [];

    public static string Write()
    {
        var writer = new SchemaWriter();
        var root = writer.Of<ScenarioFile>(new FileShape(Baselines.All).File, out _);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Supply scenario file",
            ["description"] = SchemaTexts.OfType(typeof(ScenarioFile)),
        };
        foreach (var (keyword, value) in root) schema[keyword] = value?.DeepClone();
        schema["$defs"] = writer.definitions;
        return Text(schema) + "\n";
    }

    /// <summary>The nouns behind the kinds of all unions.</summary>
    public static IReadOnlySet<Type> Kinds()
    {
        var writer = new SchemaWriter();
        writer.Of<ScenarioFile>(new FileShape(Baselines.All).File, out _);
        return writer.kinds;
    }

    /// <summary>The forms that are read, whatever the answers on the way.</summary>
    public JsonObject Of<T>(Form<T> form, out T value)
    {
        var branches = new Branches();
        List<JsonObject> ways = [];
        do
        {
            var at = new Describing(this, branches);
            value = form(at, default!);
            if (!ways.Exists(way => JsonNode.DeepEquals(way, at.Schema))) ways.Add(at.Schema);
        }
        while (branches.Next());
        return ways.Count == 1 ? ways[0] : new() { ["anyOf"] = new JsonArray([.. ways]) };
    }

    /// <summary>The schema itself, or a reference to it if it occurs at many places.</summary>
    public JsonObject Shared(Type type, JsonObject schema)
    {
        if (!shared.Contains(type)) return schema;
        var name = Named(type, UnitOf(schema));
        schema.Insert(0, "description", SchemaTexts.OfType(type));
        definitions.TryAdd(name, schema);
        return Reference(name);
    }

    /// <summary>A reference to a schema that is written once under a name.</summary>
    public JsonObject Define(string name, JsonObject schema)
    {
        definitions.TryAdd(name, schema);
        return Reference(name);
    }

    /// <summary>A reference to the kinds of a union, which may hold each other.</summary>
    public JsonObject Union<T>(Union<T> union) where T : class
    {
        if (!unions.TryGetValue(union, out var name))
        {
            unions.Add(union, name = Named(typeof(T), union.Of));
            var description = Sentence(union.Expected) + (union.Meaning is { } meaning ? " " + meaning : "");
            var definition = new JsonObject { ["description"] = description };
            definitions.Add(name, definition);
            definition["anyOf"] = new JsonArray([.. union.Kinds.Select(kind => Kind(union, kind))]);
        }

        return Reference(name);
    }

    /// <summary>Narrows a property to what is shipped, or offers examples.</summary>
    public static void Complete(string property, JsonObject schema)
    {
        static JsonArray Array<T>(IEnumerable<T> values) => new([.. values.Distinct().Select(value => JsonValue.Create(value))]);
        if (property == "Scenario.baseline") schema["enum"] = Array(Baselines.All.Keys.Select(key => key.Name));
        if (property == "Scenario.version") schema["enum"] = Array(Baselines.All.Keys.Select(key => key.Version).Order());
        if (property == "ScenarioFile.extends") schema["anyOf"] = new JsonArray([.. Baselines.All.Keys.Select(Versioned)]);
        if (property != "ScenarioFile.metrics") return;
        schema["items"]!["examples"] = Array(Quantities.All.Select(row => new Metric(row.Quantity).QuantityName));
    }

    /// <summary>A case together with its version.</summary>
    private static JsonObject Versioned((string Name, int Version) key) =>
        new() { ["properties"] = new JsonObject { ["baseline"] = new JsonObject { ["enum"] = new JsonArray(key.Name) },
            ["version"] = new JsonObject { ["enum"] = new JsonArray(key.Version) } } };

    private JsonObject Kind<T>(Union<T> union, Kind<T> kind) where T : class
    {
        var owner = kind.GetType().GetGenericArguments()[1];
        kinds.Add(owner);
        var members = new DescribingMembers(this, new(), owner);
        if (union.Tag is { } tag) members.Tag(tag, kind.Name);
        var value = kind.Run(members, null);
        members.Owner = typeof(T);
        union.Common(new(members, default!), value);
        var schema = members.Schema();
        if (union.Tag is not null) schema.Insert(0, "description", SchemaTexts.OfKind(owner, kind.Name));
        return schema;
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/$defs/" + name };

    /// <summary>The name of a definition; nouns that count other things than rounds say which.</summary>
    private static string Named(Type type, string of) =>
        Camel(type.Name) + (of.Length == 0 ? "" : "Of" + char.ToUpperInvariant(of[0]) + of[1..]);

    /// <summary>The things a rate counts, if not rounds.</summary>
    private static string UnitOf(JsonObject schema) =>
        schema["properties"]?["unit"]?["enum"]?[0]?.GetValue<string>().Split('/') is [var things and not "rounds", _] ? things : "";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..] + ".";

    private static string Text(JsonNode? node) => node switch
    {
        JsonObject value => JsonLayout.Object([.. value.Select(pair => $"{QuotedText.Json(pair.Key)}: {Text(pair.Value)}")]),
        JsonArray array => JsonLayout.List([.. array.Select(Text)]),
        JsonValue value when value.TryGetValue<string>(out var text) => QuotedText.Json(text),
        _ => node!.ToJsonString(),
    };
}
