using System.Globalization;
using System.Text;
using Supply.Evidence;

namespace Supply;

/// <summary>The bibliography of a scenario: every number with its source, and the published rows that the sources name.</summary>
/// <param name="Scenario">The name of the scenario.</param>
/// <param name="Values">Every value, in the order of the description; equal values with equal sources are listed once.</param>
/// <param name="Record">The record that has the rows.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record SourceList(string Scenario, Items<SourcedValue> Values, PublishedRecord Record) : IShown
{
    /// <summary>Values from the published record.</summary>
    public IEnumerable<SourcedValue> Cited => Values.Where(value => value.Source is Cited);

    /// <summary>Values that somebody assumed, with a reason.</summary>
    public IEnumerable<SourcedValue> Assumed => Values.Where(value => value.Source is Assumed);

    /// <summary>Values without a source; none in a shipped baseline.</summary>
    public IEnumerable<SourcedValue> Unsourced => Values.Where(value => value.Source is null);

    /// <summary>Ids of the cited rows, in order, each once.</summary>
    public IReadOnlyList<string> RowIds =>
        [.. Cited.SelectMany(value => ((Cited)value.Source!).Rows).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The bibliography as Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Sources of \"{Scenario}\"\n\n");
        if (Values.Any(value => value.Unit.EndsWith(PerStep, StringComparison.Ordinal)))
        {
            text.Append("An uncertain value is drawn once per replication. Values per step say what is drawn in each step.\n\n");
        }

        text.Append("## Cited values\n\n");
        foreach (var value in Cited)
        {
            var source = (Cited)value.Source!;
            text.Append(CultureInfo.InvariantCulture,
                $"- {Heading(value)}. {source.Note} [{string.Join(", ", source.Rows)}; {source.Lineage}, grade {source.Grade}, as of "
                    + $"{source.AsOf:yyyy-MM-dd}]\n");
        }
        text.Append("\n## Assumptions\n\n");
        foreach (var value in Assumed)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {Heading(value)}. {((Assumed)value.Source!).Reason}\n");
        }
        if (Unsourced.Any())
        {
            text.Append("\n## Without a source\n\n");
            foreach (var value in Unsourced) text.Append(CultureInfo.InvariantCulture, $"- {Heading(value)}\n");
        }
        text.Append("\n## Published rows\n\n");
        foreach (var id in RowIds) text.Append(CultureInfo.InvariantCulture, $"- {Row(id)}\n");
        return text.ToString();
    }

    private const string PerStep = "/step";

    private static string Heading(SourcedValue value)
    {
        var places = value.Places.Count <= 2
            ? string.Join("; ", value.Places)
            : string.Create(CultureInfo.InvariantCulture, $"{value.Places[0]} and {value.Places.Count - 1} more places");
        var name = value.Name is null ? "" : $" \"{value.Name}\"";
        return $"{places}:{name} {value.Value} ({value.Unit})";
    }

    private string Row(string id) => Record.TryFind(id) is { } row
        ? string.Create(CultureInfo.InvariantCulture,
            $"{id}: {row.Organisation}, {row.Title}, {row.Published:yyyy-MM-dd}"
                + $"{(row.Verified ? "" : ", not seen at its source")}{(row.Url.Length > 0 ? ", " + row.Url : "")}")
        : $"{id}: not in the evidence";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => SourceListHtml.Of(this);

    string IShown.ToPlainText() => SourceListHtml.Counts(this);
}
