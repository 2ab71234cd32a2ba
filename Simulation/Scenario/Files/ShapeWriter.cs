using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supply.Files;

/// <summary>A value being written.</summary>
/// <param name="path">Its JSON path.</param>
/// <param name="depth">How many objects and lists it lies in.</param>
/// <param name="problems">Takes what a file cannot hold.</param>
internal sealed class ShapeWriter(string path, int depth, Problems problems) : Cursor
{
    /// <summary>The value as text, once it is written.</summary>
    public string Json { get; private set; } = "null";

    public override bool Is(JsonValueKind kind, bool writing) => writing;

    public override double Number(string expected, double value)
    {
        if (!double.IsFinite(value)) Problem($"must be a number; it is {value.ToString(CultureInfo.InvariantCulture)}.");
        Json = value.ToString("R", CultureInfo.InvariantCulture);
        return value;
    }

    public override int Whole(string expected, int value)
    {
        Json = value.ToString(CultureInfo.InvariantCulture);
        return value;
    }

    public override bool Flag(bool value)
    {
        Json = value ? "true" : "false";
        return value;
    }

    public override string Text(string expected, string value)
    {
        try
        {
            if (value is null) Problem($"must be {expected}; it is null.");
            else Json = QuotedText.Json(value);
        }
        catch (ArgumentException)
        {
            Problem("the text holds half of a character (a UTF-16 surrogate without its other half).");
        }

        return value!;
    }

    public override string Word(string what, IReadOnlyList<string> words, string value) => Text(what, value);

    public override DateOnly Date(string expected, DateOnly value)
    {
        Text(expected, ValueShapes.DateText(value));
        return value;
    }

    public override Items<T> List<T>(Form<T> item, Items<T> value, Each<T>? each, int least, int? most)
    {
        if (TooDeep()) return value;
        var items = value.Select((one, i) => Child($"{path}[{i}]", depth, problems, item, one)).ToList();
        Json = JsonLayout.List(items);
        return value;
    }

    public override T Object<T>(string expected, Shape<T> shape, T value)
    {
        if (TooDeep()) return value;
        var members = new WriterMembers(path, depth, problems);
        shape(new(members, value));
        Json = JsonLayout.Object(members.Written);
        return value;
    }

    public override T Union<T>(Union<T> union, T value)
    {
        if (TooDeep()) return value;
        var members = new WriterMembers(path, depth, problems);
        var kind = union.KindOf(value);
        if (union.Tag is { } tag) members.Required(tag, (at, name) => at.Text("a kind", name), kind.Name);
        kind.Run(members, value);
        union.Common(new(members, value), value);
        Json = JsonLayout.Object(members.Written);
        return value;
    }

    public override void Problem(string message) => problems.Add(path, message);

    internal static string Child<T>(string path, int depth, Problems problems, Form<T> form, T value)
    {
        var child = new ShapeWriter(path, depth + 1, problems);
        form(child, value);
        return child.Json;
    }

    private bool TooDeep()
    {
        if (depth < FileText.MostDepth) return false;
        Problem($"lies deeper than {FileText.MostDepth} objects and lists; such a file could not be read.");
        return true;
    }
}

/// <summary>The properties of an object being written.</summary>
internal sealed class WriterMembers(string path, int depth, Problems problems) : Members
{
    /// <summary>Each property with its value.</summary>
    public List<string> Written { get; } = [];

    public override bool Writing => true;

    public override bool Has(string name) => false;

    public override T Required<T>(Property property, Form<T> form, T value)
    {
        Written.Add(
            $"{QuotedText.Json(property.Name)}: {Supply.Files.ShapeWriter.Child($"{path}.{property.Name}", depth, problems, form, value)}");
        return value;
    }

    public override T Optional<T>(Property property, Form<T> form, T value, T absent) =>
        EqualityComparer<T>.Default.Equals(value, absent) ? value : Required(property, form, value);

    public override void Problem(string name, string message) => problems.Add($"{path}.{name}", message);

    public override void Unwanted(string name, string message)
    {
    }

    public override void NotBoth(string first, string second, string message)
    {
    }
}

/// <summary>
/// Line breaks and indentation. What fits on a line stays on it, so a quantity or a cited number reads as one line, and
/// long lists of numbers fill their lines.
/// </summary>
internal static class JsonLayout
{
    private const int Width = 100;

    private static readonly JsonSerializerOptions dense = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Object(List<string> members) =>
        members.Count == 0 ? "{}" : Fits(members) ? $"{{ {string.Join(", ", members)} }}" : Block("{", members, "}");

    /// <summary>The same document without line breaks and indentation, for files that are long enough without them.</summary>
    public static string Dense(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = FileText.MostDepth + 1 });
        return JsonSerializer.Serialize(document.RootElement, dense) + "\n";
    }

    public static string List(List<string> items) =>
        Fits(items) ? $"[{string.Join(", ", items)}]"
        : items.Exists(item => item[0] is '{' or '[') ? Block("[", items, "]")
        : Block("[", Filled(items), "]");

    private static bool Fits(List<string> parts) =>
        parts.Sum(part => part.Length + 2) <= Width && !parts.Exists(part => part.Contains('\n', StringComparison.Ordinal));

    private static string Block(string open, List<string> lines, string close)
    {
        var text = new StringBuilder(open);
        for (var i = 0; i < lines.Count; i++)
        {
            text.Append(i == 0 ? "\n  " : ",\n  ").Append(lines[i].Replace("\n", "\n  ", StringComparison.Ordinal));
        }

        return text.Append('\n').Append(close).ToString();
    }

    private static List<string> Filled(List<string> items)
    {
        List<string> lines = [];
        foreach (var item in items)
        {
            if (lines.Count > 0 && lines[^1].Length + item.Length + 2 <= Width) lines[^1] += ", " + item;
            else lines.Add(item);
        }

        return lines;
    }
}
