using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Supply.Tests.Schema;

/// <summary>
/// The descriptions of a schema: the documentation of the nouns that a file describes, and of properties that only files have.
/// </summary>
internal static partial class SchemaTexts
{
    private static readonly Dictionary<string, XElement> docs = XDocument
        .Load(Path.ChangeExtension(typeof(ScenarioFile).Assembly.Location, ".xml"), LoadOptions.PreserveWhitespace)
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    /// <summary>The description of a property of a noun.</summary>
    public static string OfProperty(Type owner, string name)
    {
        var member = Pascal(name.TrimStart('$'));
        var element = Property(owner, member) ?? Property(owner == typeof(ScenarioFile) ? typeof(Scenario) : null, member)
            ?? Parameter(owner, name) ?? Maker(owner, member);
        return element is null ? throw new KeyNotFoundException($"No description of \"{name}\" of {owner.Name}.") : Plain(element);
    }

    /// <summary>The description of a noun.</summary>
    public static string OfType(Type type) => Plain(docs["T:" + type.FullName].Element("summary")!);

    /// <summary>The description of a kind: a noun of its own, or one made by a method of its noun.</summary>
    public static string OfKind(Type type, string name) =>
        type.IsPublic ? OfType(type) : Plain(Property(type.BaseType!, Pascal(name)) ?? Maker(type, Pascal(name))!);

    private static XElement? Property(Type? owner, string member) =>
        owner is null ? null : docs.GetValueOrDefault($"P:{owner.FullName}.{member}")?.Element("summary")
            ?? Property(owner.BaseType, member);

    // The records behind uncertain numbers, paths and rules are internal; analysts know the methods that make them.
    private static XElement? Maker(Type owner, string member) => Makers(owner, member).FirstOrDefault()?.Element("summary");

    private static XElement? Parameter(Type owner, string name) => Makers(owner, Method(owner))
        .SelectMany(member => member.Elements("param")).FirstOrDefault(parameter => parameter.Attribute("name")!.Value == name);

    private static IEnumerable<XElement> Makers(Type owner, string method) =>
        docs.Where(pair => pair.Key.StartsWith($"M:{Noun(owner).FullName}.{method}(", StringComparison.Ordinal)).Select(pair => pair.Value);

    private static Type Noun(Type owner) => owner.IsPublic ? owner : Noun(owner.BaseType!);

    private static string Method(Type owner) =>
        owner == typeof(CoverRationing) || owner == typeof(CoverReplenishment) ? "ByCover"
        : owner == typeof(PriorityAllocation) ? "ByPriority"
        : owner == typeof(PreferenceDrawing) ? "ByPreference"
        : owner == typeof(CalibreReplenishment) ? "PerCalibre"
        : Suffix().Replace(owner.Name, "");

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Plain(XElement element)
    {
        var words = element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('(')[0].Split('.')[^1],
            XElement { Name.LocalName: "paramref" } parameter => parameter.Attribute("name")!.Value,
            XElement other => other.Value,
            _ => "",
        });
        var plain = Blanks().Replace(string.Concat(words), " ").Trim();
        // In a file, a value that is null in C# is left out.
        return plain.Replace(" Default null.", "", StringComparison.Ordinal).Replace("null:", "left out:", StringComparison.Ordinal)
            .Replace("or null", "or left out", StringComparison.Ordinal);
    }

    [GeneratedRegex("(Value|Path|Draw|Rationing|Replenishment|Allocation|Transit|Timetable|Spacing|Drawing)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
