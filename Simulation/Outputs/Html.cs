using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Supply;

/// <summary>
/// Pieces of pages. All text is escaped, and nothing names a colour, so that pages are read on light and on dark grounds alike.
/// </summary>
internal static partial class Html
{
    /// <summary>The most bytes of what a cell shows.</summary>
    public const int Most = 64_000;

    private const string Small = " style=\"font-size:85%;opacity:.75\"";
    private const string Words = " style=\"text-align:left\"";
    private const string Numbers = " style=\"text-align:right;white-space:nowrap\"";

    /// <summary>Text.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A paragraph.</summary>
    public static string Paragraph(string text) => $"<p>{Text(text)}</p>\n";

    /// <summary>A line in small letters.</summary>
    public static string Note(string text) => $"<div{Small}>{Text(text)}</div>\n";

    /// <summary>A heading.</summary>
    public static string Heading(string text) => $"<p><b>{Text(text)}</b></p>\n";

    /// <summary>A list of texts.</summary>
    public static string List(IEnumerable<string> texts) => $"<ul>{string.Concat(texts.Select(text => $"<li>{Text(text)}</li>"))}</ul>\n";

    /// <summary>Lines with their blanks kept.</summary>
    public static string Lines(string text) => $"<pre>{Text(text)}</pre>\n";

    /// <summary>A part that opens when its summary is clicked.</summary>
    /// <param name="summary">Text that is always seen.</param>
    /// <param name="inside">HTML.</param>
    public static string Folded(string summary, string inside) => $"<details><summary>{Text(summary)}</summary>\n{inside}</details>\n";

    /// <summary>A link; an address that is not one of the web stays text.</summary>
    public static string Link(string text, string address, string title) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? $"<a href=\"{Text(address)}\" title=\"{Text(title)}\">{Text(text)}</a>"
            : $"<span title=\"{Text(title)}\">{Text(text)}</span>";

    /// <summary>A table of texts.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="columns">Headings; the first column names the rows.</param>
    /// <param name="rows">Rows with as many cells as there are columns; those beyond the limit are counted below.</param>
    /// <param name="notes">Notes below it.</param>
    /// <param name="most">The most bytes of its rows.</param>
    public static string Table(
        string title, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, IEnumerable<string> notes,
        int most = Most / 2)
    {
        bool[] numeric = [.. columns.Select((_, i) => i > 0 && rows.All(row => IsNumber(row[i])))];
        return Table(title, columns, numeric, rows.Select(row => row.Select(Text)), notes, most);
    }

    /// <summary>A table of texts with all its rows and without styles.</summary>
    public static string PageTable(
        string title, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, IEnumerable<string> notes) =>
        Table(title, columns, null, rows.Select(row => row.Select(Text)), notes, int.MaxValue);

    /// <summary>A table of cells that are HTML, all of them words.</summary>
    /// <inheritdoc cref="Table(string, IReadOnlyList{string}, IReadOnlyList{IReadOnlyList{string}}, IEnumerable{string}, int)"/>
    public static string TableOfHtml(
        string title, IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows, IEnumerable<string> notes, int most) =>
        Table(title, columns, new bool[columns.Count], rows, notes, most);

    /// <summary>Names and their values, one below the other.</summary>
    public static string Values(string title, params IEnumerable<(string Name, string Value)> values) =>
        Table(title, ["", ""], [false, false], values.Select(pair => new[] { Text(pair.Name), Text(pair.Value) }), [], Most / 2);

    /// <param name="title">Its title.</param>
    /// <param name="columns">Headings.</param>
    /// <param name="numeric">Which columns hold numbers; null: a style sheet of the page sets the look.</param>
    /// <param name="rows">Cells that are HTML.</param>
    /// <param name="notes">Notes below it.</param>
    /// <param name="most">The most bytes of its rows.</param>
    private static string Table(
        string title, IReadOnlyList<string> columns, bool[]? numeric, IEnumerable<IEnumerable<string>> rows, IEnumerable<string> notes,
        int most)
    {
        string Style(string style) => numeric is null ? "" : style;
        bool IsNumeric(int column) => numeric is not null && numeric[column];
        var text = new StringBuilder("<table><caption")
            .Append(Style(" style=\"caption-side:top;text-align:left;font-weight:bold\"")).Append('>').Append(Text(title))
            .Append("</caption>\n");
        if (columns.Any(column => column.Length > 0))
        {
            text.Append("<thead><tr>").AppendJoin("", columns.Select((column, i) => "<th scope=\"col\""
                + Style($" style=\"text-align:{(IsNumeric(i) ? "right" : "left")};vertical-align:bottom\"") + $">{Text(column)}</th>"))
                .Append("</tr></thead>\n");
        }

        text.Append("<tbody>\n");
        var (bytes, left) = (0, 0);
        foreach (var row in rows)
        {
            var line = string.Concat(row.Select((cell, i) => i == 0 ? $"<th scope=\"row\"{Style(Words)}>{cell}</th>"
                : $"<td{Style(IsNumeric(i) ? Numbers : Words)}>{cell}</td>"));
            bytes += Encoding.UTF8.GetByteCount(line);
            if (bytes > most) left++;
            else text.Append("<tr>").Append(line).Append("</tr>\n");
        }

        text.Append("</tbody></table>\n");
        if (left > 0) text.Append(Note(string.Create(CultureInfo.InvariantCulture, $"{left:#,0} more rows are not shown.")));
        return text.AppendJoin("", notes.Select(Note)).ToString();
    }

    /// <summary>An element of a page in words: a line for each row, paragraph or note, the cells of a row two blanks apart.</summary>
    public static string Plain(string html)
    {
        var words = WebUtility.HtmlDecode(Tag().Replace(CellEnd().Replace(LineEnd().Replace(html, "\n"), "  "), ""));
        return string.Join('\n', words.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    [GeneratedRegex("</(?:tr|caption|div|p|li|pre|summary)>")]
    private static partial Regex LineEnd();

    [GeneratedRegex("</t[hd]>")]
    private static partial Regex CellEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    private static bool IsNumber(string cell) =>
        cell.Length == 0 || char.IsAsciiDigit(cell[0]) || cell[0] is '-' or '+' or '<' or '>' || cell is "undefined" or "not reached";
}
