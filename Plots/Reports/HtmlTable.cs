using System.Text;

namespace Supply.Plots.Reports;

/// <summary>
/// Writes a table as HTML: a table of its own that copies into a document or a sheet, in a frame that scrolls where it is wide.
/// </summary>
internal static class HtmlTable
{
    public static string Of(Table table, string? caption = null)
    {
        var title = HtmlReport.Escaped(caption ?? table.Title);
        var text = new StringBuilder($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\">\n<table>\n");
        text.Append("<caption>").Append(title).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns) text.Append("<th scope=\"col\">").Append(HtmlReport.Escaped(column)).Append("</th>");
        text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr>");
            foreach (var (i, cell) in row.Index())
            {
                var words = HtmlReport.Escaped(cell);
                text.Append(i == 0 ? $"<th scope=\"row\">{words}</th>" : $"<td>{words}</td>");
            }
            text.Append("</tr>\n");
        }
        text.Append("</tbody>\n</table>\n</div>\n");
        foreach (var note in table.Notes) text.Append("<p class=\"note\">").Append(HtmlReport.Escaped(note)).Append("</p>\n");
        return text.ToString();
    }
}
