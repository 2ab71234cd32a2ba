using System.Text;
using Supply.Files;
using Supply.Tests.Schema;

namespace Supply.Tests.House;

/// <summary>
/// The page of all changes, metrics and parts of shipped cases is made from the library; UPDATE_GOLDEN=1 writes it again.
/// </summary>
public class CatalogueTests
{
    private static readonly (string Name, Scenario Scenario)[] cases =
        [("Russia2022", Baselines.Russia2022), ("Ukraine2022", Baselines.Ukraine2022)];

    [Fact]
    public void Page_IsMadeFromTheLibrary() => GoldenText.ShouldMatch("../docs/catalogue.md", Page());

    /// <summary>Each kind of change and each quantity has its row.</summary>
    [Fact]
    public void Page_LeavesNothingOut()
    {
        var page = Page();
        foreach (var kind in ChangeShapes.Kinds) page.ShouldContain($"| `{kind.Name}` |");
        foreach (var row in Quantities.All) page.ShouldContain($"| {row.Words} |");
        foreach (var part in cases.SelectMany(one => one.Scenario.Networks[0].Parts)) page.ShouldContain(part.Name);
    }

    private static string Page()
    {
        var text = new StringBuilder("# Changes, metrics and parts by name\n\nThis page is made from the library.\n\n## Changes\n\n");
        text.Append("In a file each has `kind` and `from`, and may have `until`; in C# the record has the same words.\n\n");
        Table(text, ["kind", "in C#", "what it does"], ChangeShapes.Kinds.Select(kind =>
            new[] { $"`{kind.Name}`", $"`{kind.Type.Name}`", SchemaTexts.OfType(kind.Type) }));
        text.Append("\n## Metrics\n\nFlows are asked for per day (`fired per day`) or `in total`. What narrows them\nfollows a comma: a ")
            .Append("side, a place, a calibre, an origin, as in `fired per day, 152 mm, DPRK`.\n\n");
        Table(text, ["words", "kind", "unit", "by calibre", "by origin"], Quantities.All.Select(row => new[]
        {
            row.Words, row.Kind.ToString().ToLowerInvariant(), row.Measure.Text, row.Narrowing.Calibre ? "yes" : "",
            row.Narrowing.Origin ? "yes" : "",
        }));
        foreach (var (name, scenario) in cases)
        {
            text.Append("\n## Parts of ").Append(name).Append("\n\n");
            Table(text, ["kind", "names"], scenario.Networks[0].Parts.GroupBy(part => part.Kind)
                .Select(kind => new[] { kind.Key, string.Join(", ", kind.Select(part => $"`{part.Name}`")) }));
        }
        return text.ToString();
    }

    private static void Table(StringBuilder text, string[] heading, IEnumerable<string[]> rows)
    {
        void Row(IEnumerable<string> cells) =>
            text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|"))).Append(" |\n");
        Row(heading);
        Row(heading.Select(_ => "---"));
        foreach (var row in rows) Row(row);
    }
}
