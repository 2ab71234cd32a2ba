namespace Supply.Plots.Reports;

/// <summary>
/// A table in a frame that scrolls where it is wide; it copies into a document or a sheet. Columns that paper has no room for follow in a
/// table below, again with the names of the rows.
/// </summary>
internal static class HtmlTable
{
    private const int MostColumns = 7;

    public static string Of(Table table, string? caption = null)
    {
        var title = caption ?? table.Title;
        var parts = Enumerable.Range(1, Math.Max(0, table.Columns.Count - 1)).Chunk(MostColumns - 1).ToArray();
        if (parts.Length == 0) parts = [[]];
        var notes = table.Notes.Select(note => $"<p class=\"note\">{HtmlReport.Escaped(note)}</p>\n");
        return string.Concat(parts.Select((columns, i) => Framed(Part(table, columns) with { Title = i == 0 ? title : Further(title, i) })))
            + string.Concat(notes);
    }

    private static string Further(string title, int part) => FormattableString.Invariant($"{title} (further columns, part {part + 1})");

    private static Table Part(Table table, int[] columns)
    {
        Items<string> Chosen(Items<string> cells) => [cells[0], .. columns.Select(column => HtmlReport.Glued(cells[column]))];
        return new("", Chosen(table.Columns), Items.From(table.Rows.Select(Chosen)), []);
    }

    private static string Framed(Table table) => $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\""
        + $"{HtmlReport.Escaped(table.Title)}\">\n{table.ToPageHtml()}</div>\n";
}
