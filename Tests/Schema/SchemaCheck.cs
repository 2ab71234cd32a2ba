using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supply.Tests.Schema;

/// <summary>Checks a document against a schema: the keywords that ours uses, and no others.</summary>
internal sealed class SchemaCheck(JsonObject root)
{
    private static readonly string[] notes = ["$schema", "$defs", "title", "description", "examples"];

    public static SchemaCheck Parse(string schema) => new(JsonNode.Parse(schema)!.AsObject());

    public bool Accepts(JsonNode? document) => Accepts(root, document);

    private bool Accepts(JsonObject schema, JsonNode? value) => schema.All(keyword => Accepts(keyword.Key, keyword.Value!, schema, value));

    private bool Accepts(string keyword, JsonNode rule, JsonObject schema, JsonNode? value) => keyword switch
    {
        _ when notes.Contains(keyword) => true,
        "$ref" => Accepts(Find(rule.GetValue<string>()), value),
        "anyOf" => rule.AsArray().Any(one => Accepts(one!.AsObject(), value)),
        "not" => !Accepts(rule.AsObject(), value),
        "type" => Type(rule.GetValue<string>(), value),
        "const" => JsonNode.DeepEquals(rule, value),
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "format" => Kind(value) != JsonValueKind.String || Supply.Files.Values.TryDate(value!.GetValue<string>(), out _),
        "items" => value is not JsonArray list || list.All(item => Accepts(rule.AsObject(), item)),
        "minItems" => value is not JsonArray list || list.Count >= rule.GetValue<int>(),
        "maxItems" => value is not JsonArray list || list.Count <= rule.GetValue<int>(),
        "properties" =>
            value is not JsonObject one || rule.AsObject()
            .All(pair => !one.TryGetPropertyValue(pair.Key, out var held) || Accepts(pair.Value!.AsObject(), held)),
        "required" => value is not JsonObject one || rule.AsArray().All(name => one.ContainsKey(name!.GetValue<string>())),
        "additionalProperties" => value is not JsonObject one || one.All(pair => schema["properties"]!.AsObject().ContainsKey(pair.Key)),
        _ => throw new NotSupportedException($"The keyword \"{keyword}\" is not checked."),
    };

    private JsonObject Find(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)root, (node, name) => node[name]!).AsObject();

    private static bool Type(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Kind(value) == JsonValueKind.String,
        "boolean" => Kind(value) is JsonValueKind.True or JsonValueKind.False,
        "number" => Kind(value) == JsonValueKind.Number,
        "integer" =>
            Kind(value) == JsonValueKind.Number && decimal.TryParse(value!.ToJsonString(), out var number) && decimal.IsInteger(number),
        _ => throw new NotSupportedException($"The type \"{type}\" is not checked."),
    };

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;
}
