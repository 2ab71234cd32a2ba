using System.Globalization;
using Supply.Evidence;

namespace Supply;

/// <summary>A bibliography on a page, with links to what is cited.</summary>
internal static class SourceListHtml
{
    /// <summary>The most bytes of a bibliography.</summary>
    public const int Most = 300_000;

    private static readonly string[] columns = ["where", "value", "unit", "rows", "grade", "how it follows, or why it is assumed"];

    public static string Counts(SourceList list) => string.Create(CultureInfo.InvariantCulture,
        $"sources of \"{list.Scenario}\": {list.Cited.Count()} cited values from {list.RowIds.Count} published rows, ")
        + string.Create(CultureInfo.InvariantCulture, $"{list.Assumed.Count()} assumptions, {list.Unsourced.Count()} without a source");

    public static string Of(SourceList list) => Html.Paragraph(Counts(list))
        + Part(list, "Cited values", list.Cited) + Part(list, "Assumptions", list.Assumed) + Part(list, "Without a source", list.Unsourced);

    private static string Part(SourceList list, string title, IEnumerable<SourcedValue> values)
    {
        SourcedValue[] all = [.. values];
        return all.Length == 0 ? "" : Html.Folded(string.Create(CultureInfo.InvariantCulture, $"{title} ({all.Length})"),
            Html.TableOfHtml("", columns, all.Select(value => Row(list.Record, value)), [], Most / 3));
    }

    private static IEnumerable<string> Row(PublishedRecord record, SourcedValue value)
    {
        var place = value.Places.Count <= 1 ? string.Concat(value.Places)
            : string.Create(CultureInfo.InvariantCulture, $"{value.Places[0]} and {value.Places.Count - 1} more");
        var name = value.Name is null ? "" : $" \"{value.Name}\"";
        var (rows, grade, note) = value.Source switch
        {
            Cited cited => (string.Join(" ", cited.Rows.Select(id => Link(record, id))), $"{cited.Grade}", cited.Note),
            Assumed assumed => ("assumed", "", assumed.Reason),
            _ => ("none", "", ""),
        };
        return [Html.Text(place + name), Html.Text(value.Value), Html.Text(value.Unit), rows, Html.Text(grade), Html.Text(note)];
    }

    private static string Link(PublishedRecord record, string id) => record.TryFind(id) is not { } row ? Html.Text(id)
        : Html.Link(id, row.Url,
            string.Create(CultureInfo.InvariantCulture, $"{row.Organisation}, {row.Title}, {row.Published:yyyy-MM-dd}"));
}
