using System.Text.RegularExpressions;
using System.Xml.Linq;
using Supply.Tests.Engines;

namespace Supply.Tests.House;

/// <summary>The page of the model names every change, quantity and draw; the documentation says what a property is when left out.</summary>
public partial class NobodyForgottenDocsTests
{
    private static readonly string page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(GoldenText.Root)!, "Simulation", "MODEL.md"));

    /// <summary>Draws that the page names where it says what they do, and not in the table of keys.</summary>
    private static readonly Dictionary<string, string> named = new()
    {
        ["transit/spread"] = "`spread` and `longest` are numbers `transit/spread` and `transit/longest`", // Lead times per shipment.
        ["transit/longest"] = "`spread` and `longest` are numbers `transit/spread` and `transit/longest`",
    };

    /// <summary>Properties whose documentation needs no word on what they are when left out.</summary>
    private static readonly Dictionary<string, string> evident = new()
    {
        ["Scenario.Changes"] = "a list of changes that is left out is empty",
    };

    [Fact]
    public void EveryChange_IsARowOfThePage() => ChangeRows().Select(row => row.Kind)
        .ShouldBe(Kinds.NamesOf(typeof(Change)), ignoreOrder: true);

    [Fact]
    public void EveryQuantity_IsNamedByThePage()
    {
        var text = Plain(page);
        Enum.GetValues<Quantity>().Where(quantity => !text.Contains(Name(quantity), StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty("the page must name a quantity as tables do");
    }

    /// <summary>Both ways: no draw without its place in the table, and no place in the table that nothing draws.</summary>
    [Fact]
    public void EveryDrawOfAPart_IsInTheTableOfKeys()
    {
        var table = KeyRows().Concat(named.Keys.Select(place => ("", place))).ToArray();
        var drawn = RichFamily.Scenarios.SelectMany(Drawn).ToArray();
        drawn.Where(draw => !table.Any(row => IsAt(draw, row))).Select(draw => $"{draw.Part}: {draw.Place}").Distinct()
            .ShouldBeEmpty("draws that the table lacks");
        table.Where(row => !drawn.Any(draw => IsAt(draw, row))).ShouldBeEmpty("places that nothing in Tests/Engines/RichFamily.cs draws");
        named.Values.ShouldAllBe(sentence => Flat(page).Contains(sentence, StringComparison.Ordinal));
        named.Keys.Intersect(KeyRows().Select(row => row.Place)).ShouldBeEmpty("no exception any more");
    }

    [Fact]
    public void EveryDrawOfAChange_IsInItsRow()
    {
        var rows = ChangeRows().SelectMany(row => row.Properties, (row, property) => (row.Kind, property)).ToHashSet();
        var drawn = RichFamily.Scenarios.SelectMany(Keys).Select(key => ChangeKey().Match(key)).Where(match => match.Success)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToHashSet();
        drawn.ShouldBe(rows, ignoreOrder: true);
    }

    [Fact]
    public void EveryProperty_SaysWhatItIsWhenLeftOut()
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(Scenario).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? "");
        Kinds.BesideConstructors(typeof(ScenarioFile))
            .Where(property => !LeftOut().IsMatch(docs[$"P:{property.DeclaringType!.FullName}.{property.Name}"]))
            .Select(Kinds.Name).ShouldBe(evident.Keys, ignoreOrder: true);
    }

    private static string Name(Quantity quantity) =>
        new Metric(quantity).Total().QuantityName.Replace(" in total", "", StringComparison.Ordinal);

    private static string Flat(string text) => Blanks().Replace(text, " ");

    private static string Plain(string text) => Flat(text.Replace("*", "", StringComparison.Ordinal));

    private static IEnumerable<string> Keys(Scenario scenario) =>
        new Ensemble(1, Record: Metrics.Standard).Run(scenario).Baseline.Parameters.Keys;

    /// <summary>Draws of parts: the words for the kind of part ("" for a network), and the place in it.</summary>
    private static IEnumerable<(string Part, string Place)> Drawn(Scenario scenario)
    {
        var names = Kinds.Graph([scenario]).OfType<Uncertain>().Select(number => number.Key).ToHashSet();
        var places = scenario.Networks
            .SelectMany(network => network.Parts, (network, part) => (Kind: SpacedName(part), Prefix: $"{network.Key}/{part.Key}/"))
            .Concat(scenario.Networks.Select(network => (Kind: "the network itself", Prefix: $"{network.Key}/"))).ToArray();
        foreach (var key in Keys(scenario).Where(key => !names.Contains(key) && !ChangeKey().IsMatch(key)))
        {
            var (kind, prefix) = places.First(place => key.StartsWith(place.Prefix, StringComparison.Ordinal));
            yield return (kind, key[prefix.Length..]);
        }
    }

    private static string SpacedName(Part part) => Capitals().Replace(part.GetType().Name, " $1").ToLowerInvariant();

    /// <summary>Text that a path and a product put after the place.</summary>
    private const string Inside = "/(points|factors)/[0-9]+|/from|/to|/timeConstant|/duration|/slip|/left|/right";

    /// <summary>Labels of the cases of a one-of, which follow the place.</summary>
    private static readonly string labels = string.Concat(Kinds.Graph(RichFamily.Scenarios).OfType<Alternative>()
        .Select(one => one.Label).Distinct().Select(label => "|/" + Regex.Escape(label)));

    /// <summary>A row is of the kinds that its first cell lists, or of any; a place may go on into a path, a product or a case.</summary>
    private static bool IsAt((string Part, string Place) draw, (string Part, string Place) row) =>
        (row.Part.Length == 0 || row.Part.Split(", ").Any(part => $" {draw.Part}".EndsWith(" " + part, StringComparison.Ordinal)))
        && Regex.IsMatch(draw.Place, $"^{Slots().Replace(row.Place, "[^/]+")}({Inside}{labels})*$");

    /// <summary>Section 2, the table of properties: the parts of a row, "" for all, and each property.</summary>
    private static IEnumerable<(string Part, string Place)> KeyRows()
    {
        var part = "";
        foreach (var cells in Rows("## 2 ", "| part | properties |"))
        {
            if (cells[0].StartsWith("costs", StringComparison.Ordinal)) part = "";
            else if (!cells[0].StartsWith("its ", StringComparison.Ordinal)) part = cells[0];
            var places = Quoted().Matches(cells[1]).Select(match => match.Groups[1].Value).ToList();
            foreach (var place in places.Where(place => place[0] != '/')) yield return (part, place);

            // "Each with /{calibre}": so do the ones named since the last semicolon.
            if (places.Find(place => place[0] == '/') is not { } suffix) continue;
            foreach (Match match in Quoted().Matches(cells[1].Split(';')[^1]))
            {
                if (match.Groups[1].Value != suffix) yield return (part, match.Groups[1].Value + suffix);
            }
        }
    }

    /// <summary>Section 5: each change and the properties that its row names; section 2 names those of two more.</summary>
    private static IEnumerable<(string Kind, string[] Properties)> ChangeRows()
    {
        foreach (var cells in Rows("## 5 ", "| kind | effect while it acts |"))
        {
            var kind = cells[0].Trim('`');
            var words = Capitals().Replace(kind, " $1").ToLowerInvariant();
            var further = Regex.Match(Flat(page), $"of an? {words} `([a-z]+)`").Groups[1].Value;
            var properties = Quoted().Matches(cells[1]).Select(match => match.Groups[1].Value);
            yield return (kind, [.. properties, .. further.Length > 0 ? [further] : Array.Empty<string>()]);
        }
    }

    private static IEnumerable<string[]> Rows(string section, string heading) =>
        page[page.IndexOf("\n" + section, StringComparison.Ordinal)..].Split('\n')
            .SkipWhile(line => line != heading).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|', ' ').Split(" | "));

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex Capitals();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Slots();

    [GeneratedRegex("^changes/([A-Za-z]+)/[^/]+/[^/]+/([A-Za-z]+)")]
    private static partial Regex ChangeKey();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("Default|null|the name (at creation|given first)")]
    private static partial Regex LeftOut();
}
