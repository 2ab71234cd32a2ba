using System.Globalization;
using System.Text.Json;

namespace Supply.Files;

/// <summary>A value being read.</summary>
/// <param name="element">The value; undefined for one that is missing or was of the wrong type, about which all is said.</param>
/// <param name="path">Its JSON path.</param>
/// <param name="problems">Takes the problems.</param>
/// <param name="folder">Where files that it names lie; empty: the current folder.</param>
internal sealed class ShapeReader(JsonElement element, string path, Problems problems, string folder) : Cursor
{
    public override bool Is(JsonValueKind kind, bool writing) => element.ValueKind == kind;

    public override double Number(string expected, double value)
    {
        if (!Check(JsonValueKind.Number, expected)) return 0;
        if (element.TryGetDouble(out var number) && double.IsFinite(number)) return number;
        Problem($"{Found()} is too large; a number is at most 1.797e308.");
        return 0;
    }

    public override int Whole(string expected, int value)
    {
        if (!Check(JsonValueKind.Number, expected)) return 0;
        if (element.TryGetInt32(out var number)) return number;
        Problem($"must be {expected}; it is {Found()}.");
        return 0;
    }

    public override bool Flag(bool value)
    {
        if (element.ValueKind != JsonValueKind.True) Check(JsonValueKind.False, "true or false");
        return element.ValueKind == JsonValueKind.True;
    }

    public override string Text(string expected, string value) => Text(expected, NameText.FaultOfText);

    public override string Name(string expected, string value) => Text(expected, NameText.FaultOfName);

    public override string Word(string what, IReadOnlyList<string> words, string value)
    {
        var expected = QuotedText.OneOf(words);
        if (!Check(JsonValueKind.String, $"{what}: {expected}")) return words[0];
        var word = TextOf(element.GetString, path, problems);
        if (words.Contains(word)) return word;
        Problem($"{QuotedText.Quote(word)} is not {what}; expected {expected}.");
        return words[0];
    }

    public override DateOnly Date(string expected, DateOnly value)
    {
        if (!Check(JsonValueKind.String, expected)) return default;
        var text = TextOf(element.GetString, path, problems);
        if (ValueShapes.TryDate(text, out var date)) return date;
        Problem($"{QuotedText.Quote(text)} is not a date{ValueShapes.WhyNoDate(text, expected)}.");
        return default;
    }

    public override Items<T> List<T>(Form<T> item, Items<T> value, Each<T>? each, int least, int? most)
    {
        if (!Check(JsonValueKind.Array, "a list")) return Items<T>.Empty;
        return Items.From(element.EnumerateArray().Select(
            (one, i) => item(new ShapeReader(one, $"{path}[{i}]", problems, folder), default!)));
    }

    public override T Object<T>(string expected, Shape<T> shape, T value)
    {
        var members = MembersIf(expected);
        var result = shape(new(members, default!));
        members.Close($"expected {expected}");
        return result;
    }

    public override T Union<T>(Union<T> union, T value)
    {
        var members = MembersIf(union.Expected);
        var kind = members.Choose(union);
        // Nothing is said about the properties of an object of unknown kind: they may be right.
        if (kind is null) return union.Kinds[0].Run(new ReaderMembers(default, path, problems, folder), null);
        var result = union.Common(new(members, default!), kind.Run(members, null));
        members.Close(union.Tag is null
            ? $"\"{kind.Name}\" needs it" : $"{("aeiou".Contains(kind.Name[0]) ? "an" : "a")} {kind.Name} needs it");
        return result;
    }

    public override string Filled(string expected, string value)
    {
        var text = Text(expected, value);
        if (text.Length == 0 && element.ValueKind == JsonValueKind.String) Problem("is empty.");
        return text;
    }

    public override Items<RatePoint> Points(string file, CsvColumn column)
    {
        // Of a name that is missing all is said.
        if (file.Length == 0 || column.Dates.Length == 0 || column.Rates.Length == 0) return Items<RatePoint>.Empty;
        var found = new Problems();
        var points = column.Read(System.IO.Path.Combine(folder, file), found);
        foreach (var problem in found.All) problems.Add(path, $"{QuotedText.Quote(file)}, {problem}");
        return points;
    }

    public override void Problem(string message)
    {
        if (element.ValueKind != JsonValueKind.Undefined) problems.Add(path, message);
    }

    private string Text(string expected, Func<string, string?> faultOf)
    {
        if (!Check(JsonValueKind.String, expected)) return "";
        var text = TextOf(element.GetString, path, problems);
        if (faultOf(text) is { } fault) Problem($"{QuotedText.Quote(text)} {fault}.");
        return text;
    }

    /// <summary>The text, or a problem if it holds half a character, such as "\ud83d" alone.</summary>
    internal static string TextOf(Func<string?> text, string path, Problems problems)
    {
        try
        {
            return text()!;
        }
        catch (InvalidOperationException)
        {
            problems.Add(path, "the text holds half of a character (a \\ud800..\\udfff escape without its other half).");
            return "";
        }
    }

    private ReaderMembers MembersIf(string expected) =>
        new(Check(JsonValueKind.Object, expected) ? element : default, path, problems, folder);

    private bool Check(JsonValueKind kind, string expected)
    {
        if (element.ValueKind == kind) return true;
        if (element.ValueKind != JsonValueKind.Undefined) Problem($"must be {expected}; it is {Found()}.");
        return false;
    }

    private string Found() => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "the text " + Shortened(element.GetRawText()),
        JsonValueKind.Number => Shortened(element.GetRawText()),
        _ => element.GetRawText(),
    };

    private static string Shortened(string text) =>
        text.Length <= 60 ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, 50)}... ({text.Length} characters)");
}

/// <summary>The properties of an object being read; those never asked for are unknown.</summary>
internal sealed class ReaderMembers : Members
{
    private readonly Dictionary<string, JsonElement> present = [];
    private readonly HashSet<string> known = [];
    private readonly List<string> missing = [];
    private readonly bool quiet;
    private readonly string path;
    private readonly Problems problems;
    private readonly string folder;

    public ReaderMembers(JsonElement element, string path, Problems problems, string folder)
    {
        (this.path, this.problems, this.folder) = (path, problems, folder);
        quiet = element.ValueKind == JsonValueKind.Undefined;
        if (quiet) return;
        foreach (var property in element.EnumerateObject())
        {
            var name = ShapeReader.TextOf(() => property.Name, path, problems);
            if (!present.TryAdd(name, property.Value)) Problem(name, "stands here more than once; keep one.");
        }
    }

    public override bool Writing => false;

    public override bool Has(string name) => present.ContainsKey(name);

    public override T Required<T>(Property property, Form<T> form, T value)
    {
        known.Add(property.Name);
        if (!Has(property.Name)) missing.Add(property.Name);
        return form(At(property.Name), default!);
    }

    public override T Optional<T>(Property property, Form<T> form, T value, T absent)
    {
        known.Add(property.Name);
        return Has(property.Name) ? form(At(property.Name), default!) : absent;
    }

    public override void Problem(string name, string message)
    {
        if (!quiet) problems.Add(PathOf(name), message);
    }

    public override void Unwanted(string name, string message)
    {
        known.Add(name);
        if (Has(name)) Problem(name, message);
    }

    public override void NotBoth(string first, string second, string message)
    {
        if (Has(first) && Has(second)) Problem(second, message);
    }

    /// <summary>The kind that the object says it is, or null and a problem.</summary>
    public Kind<T>? Choose<T>(Union<T> union) where T : class
    {
        if (quiet) return null;
        var names = union.Kinds.Select(kind => kind.Name).ToList();
        if (union.Tag is { } tag)
        {
            known.Add(tag);
            if (!Has(tag)) problems.Add(path, $"the property \"{tag}\" is missing; expected {QuotedText.OneOf(names)}.");
            var name = At(tag).Text($"a text: {QuotedText.OneOf(names)}", "");
            if (union.Kinds.FirstOrDefault(kind => kind.Name == name) is { } named) return named;
            if (At(tag).Is(JsonValueKind.String, writing: false))
            {
                Problem(tag, $"unknown kind {QuotedText.Quote(name)}.{Nearest.Hint(name, names)}");
            }
            return null;
        }

        var held = union.Kinds.Where(kind => Has(kind.Name)).ToList();
        if (held.Count > 1) problems.Add(path, $"holds {QuotedText.All(held.Select(kind => kind.Name))}; keep one.");
        if (held.Count > 0)
        {
            known.UnionWith(held.Select(kind => kind.Name));
            return held[0];
        }

        var misspelt = present.Keys.Select(name => (name, near: Nearest.To(name, names))).FirstOrDefault(pair => pair.near is not null);
        if (misspelt.near is not null) Problem(misspelt.name, $"unknown property. Nearest: \"{misspelt.near}\".");
        else problems.Add(path,
            $"must be {union.Expected}; it {(present.Count == 0 ? "is empty" : "holds " + QuotedText.All(present.Keys))}. "
            + $"Kinds: {QuotedText.All(names)}.");
        return null;
    }

    /// <summary>Tells what is missing and what is unknown; a misspelt property is told once.</summary>
    public void Close(string reason)
    {
        if (quiet) return;
        foreach (var name in present.Keys.Where(name => !known.Contains(name)))
        {
            var near = Nearest.To(name, known.Where(one => !Has(one)));
            if (near is not null) missing.Remove(near);
            var hint = near is not null ? $" Nearest: \"{near}\"." : $" Known here: {QuotedText.All(known)}.";
            Problem(name, "unknown property." + hint);
        }

        foreach (var name in missing) problems.Add(path, $"the property \"{name}\" is missing; {reason}.");
    }

    private ShapeReader At(string name) => new(present.GetValueOrDefault(name), PathOf(name), problems, folder);

    private string PathOf(string name) =>
        name.Length > 0 && name.All(char.IsAsciiLetterOrDigit) ? $"{path}.{name}" : $"{path}[{QuotedText.Quote(name)}]";
}
