using System.Text.Json;
using System.Text.Json.Nodes;
using Supply.Files;

namespace Supply.Tests.Schema;

/// <summary>
/// A value of a file being described: the third direction besides reading and writing. It goes through the same shapes and notes their
/// questions, so the schema contains what the reader reads.
/// </summary>
internal sealed class Describing(SchemaWriter writer, Branches branches) : Cursor
{
    private const string Lines = @"\u0000-\u001f\u007f-\u009f\u2028\u2029";
    private const string Directions = @"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069";

    // Text on one line, and names, which also must not look like a formula or hold invisible characters: the rules of NameText.
    private const string OneLine = $"^[^{Lines}{Directions}]*$";
    private const string Visible = @"^(?!\s*[=+\-@\uff1d\uff0b\uff0d\uff20])[^" + Lines + Directions
        + @"\u00ad\u0600-\u0605\u06dd\u070f\u08e2\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb]*$";

    /// <summary>The permitted forms of the value.</summary>
    public JsonObject Schema { get; private set; } = [];

    // At a shape's first question both answers are described; afterwards the type is known, and a question is about a mistake.
    public override bool Is(JsonValueKind kind, bool writing) => Schema.Count == 0 && branches.Take();

    public override double Number(string expected, double value)
    {
        Schema["type"] = "number";
        return value;
    }

    public override int Whole(string expected, int value)
    {
        Schema["type"] = "integer";
        return value;
    }

    public override bool Flag(bool value)
    {
        Schema["type"] = "boolean";
        return value;
    }

    public override string Text(string expected, string value)
    {
        Schema = writer.Define("text", new() { ["type"] = "string", ["pattern"] = OneLine });
        return "";
    }

    public override string Name(string expected, string value)
    {
        Schema = writer.Define("name", new() { ["type"] = "string", ["maxLength"] = NameText.Longest, ["pattern"] = Visible });
        return "";
    }

    public override string Filled(string expected, string value)
    {
        Text(expected, value);
        Schema["minLength"] = 1;
        return "";
    }

    public override string Word(string what, IReadOnlyList<string> words, string value)
    {
        Schema["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]);
        return words[0];
    }

    public override DateOnly Date(string expected, DateOnly value)
    {
        (Schema["type"], Schema["format"]) = ("string", "date");
        return value;
    }

    public override Items<T> List<T>(Form<T> item, Items<T> value, Each<T>? each, int least, int? most)
    {
        (Schema["type"], Schema["items"]) = ("array", writer.Of(item, out _));
        if (least > 0) Schema["minItems"] = least;
        if (most is { } count) Schema["maxItems"] = count;
        return Items<T>.Empty;
    }

    public override T Object<T>(string expected, Shape<T> shape, T value)
    {
        var members = new DescribingMembers(writer, branches, typeof(T));
        var result = shape(new(members, default!));
        Schema = writer.Shared(typeof(T), members.Schema());
        return result;
    }

    public override T Union<T>(Union<T> union, T value)
    {
        Schema = writer.Union(union);
        return value;
    }

    public override void Problem(string message)
    {
    }
}

/// <summary>The properties of an object being described.</summary>
internal sealed class DescribingMembers(SchemaWriter writer, Branches branches, Type owner) : Members
{
    private readonly JsonObject properties = [];
    private readonly List<string> required = [];
    private readonly List<string[]> apart = [];

    public Type Owner { get; set; } = owner;

    public override bool Writing => false;

    public override bool Has(string name) => branches.Take();

    public override T Required<T>(Property property, Form<T> form, T value)
    {
        required.Add(property.Name);
        return Optional(property, form, value, value);
    }

    public override T Optional<T>(Property property, Form<T> form, T value, T absent)
    {
        Add(property, writer.Of(form, out var result));
        return result;
    }

    public override void Problem(string name, string message)
    {
    }

    public override void Unwanted(string name, string message)
    {
    }

    public override void NotBoth(string first, string second, string message) => apart.Add([first, second]);

    /// <summary>The property that names the kind.</summary>
    public void Tag(string name, string kind)
    {
        required.Add(name);
        properties[name] = new JsonObject { ["const"] = kind };
    }

    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Count > 0) schema["required"] = Names(required);
        schema["additionalProperties"] = false;
        foreach (var pair in apart) schema["not"] = new JsonObject { ["required"] = Names(pair) };
        return schema;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    private void Add(Property property, JsonObject schema)
    {
        var name = property.Name;
        var described = new JsonObject { ["description"] = property.Meaning ?? SchemaTexts.OfProperty(Owner, name) };
        foreach (var (keyword, value) in schema) described[keyword] = value?.DeepClone();
        SchemaWriter.Complete($"{Owner.Name}.{name}", described);
        properties[name] = described;
    }
}

/// <summary>The answers given to the questions of a shape, one way through it after another.</summary>
internal sealed class Branches
{
    private readonly List<bool> answers = [];
    private int next;

    public bool Take()
    {
        if (next == answers.Count) answers.Add(true);
        return answers[next++];
    }

    /// <summary>Turns to the next way; false if all were taken.</summary>
    public bool Next()
    {
        next = 0;
        while (answers.Count > 0 && !answers[^1]) answers.RemoveAt(answers.Count - 1);
        if (answers.Count == 0) return false;
        answers[^1] = false;
        return true;
    }
}
