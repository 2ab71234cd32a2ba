using System.Net;
using System.Text;

namespace Supply.Plots.Reports;

/// <summary>Writes a report as an HTML page.</summary>
internal static class HtmlReport
{
    // Nothing may be fetched: pictures are data, the style is in the page, and there is no script.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public static string Of(Report report)
    {
        var answer = report.Answer;
        var text = new StringBuilder();
        text.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
            .Append("<title>").Append(Escaped(answer.Headline)).Append("</title>\n<style>\n").Append(ReportStyle.Css).Append("</style>\n")
            .Append("</head>\n<body>\n<main>\n<h1>").Append(Escaped(Glued(answer.Headline))).Append("</h1>\n");
        Paragraph(text, string.Join(" ", answer.Sentences));
        if (answer.Table.Rows.Count > 0) text.Append(HtmlTable.Of(answer.Table, "The answer in numbers: " + answer.Table.Title));
        if (report.Figures.Count > 0) text.Append(Framed(report.Figures[0]));
        if (answer.Why.Length > 0) Heading(text, "Why", Capital(answer.Why));
        if (answer.HingesOn.Length > 0) Heading(text, "What it hangs on", answer.HingesOn);
        if (answer.Notes.Count > 0) Heading(text, "What to know about these numbers", string.Join(" ", answer.Notes));
        text.Append("<section aria-label=\"More\" class=\"more\">\n");
        if (report.Figures.Count > 1)
        {
            Folded(text, Counted("Further pictures", report.Figures.Count - 1),
                string.Concat(report.Figures.Skip(1).Select(Framed)));
        }
        if (report.Tables.Count > 0)
        {
            Folded(text, Counted("All tables", report.Tables.Count), string.Concat(report.Tables.Select(table => HtmlTable.Of(table))));
        }
        if (report.Published is { Rows.Count: > 0 } published)
        {
            Folded(text, Counted("Published figures and the model", published.Rows.Count), HtmlTable.Of(published));
        }
        if (report.Sources is { } sources) Sources(text, sources);
        if (report.Scenario.Length > 0) Folded(text, "The scenario as it was written", Code(report.Scenario, "The scenario file"));
        if (report.Explanation.Length > 0)
        {
            Folded(text, "The equations of the baseline", Code(report.Explanation, "The equations"), isLong: true);
        }
        Made(text, report);
        return text.Append("</section>\n</main>\n</body>\n</html>\n").ToString();
    }

    public static string Escaped(string words) => WebUtility.HtmlEncode(words);

    /// <summary>Numbers stay in one line with the sign behind or before them.</summary>
    public static string Glued(string words) => words.Replace(" %", "\u00a0%", StringComparison.Ordinal)
        .Replace("> ", ">\u00a0", StringComparison.Ordinal).Replace("< ", "<\u00a0", StringComparison.Ordinal);

    /// <summary>A picture, which scrolls where it would be too small to be read.</summary>
    private static string Framed(Figure figure) =>
        $"<div class=\"wide picture\" tabindex=\"0\" role=\"region\" aria-label=\"Picture: {Escaped(figure.Title)}\">\n"
            + $"{figure.ToHtml()}\n</div>\n";

    private static void Paragraph(StringBuilder text, string words)
    {
        if (words.Length > 0) text.Append("<p>").Append(Escaped(Glued(words))).Append("</p>\n");
    }

    private static void Heading(StringBuilder text, string heading, string words)
    {
        text.Append("<h2>").Append(heading).Append("</h2>\n");
        Paragraph(text, words);
    }

    private static void Folded(StringBuilder text, string heading, string body, bool isLong = false) =>
        text.Append(isLong ? "<details class=\"long\">" : "<details>").Append("<summary>").Append(Escaped(heading)).Append("</summary>\n")
            .Append(body).Append("</details>\n");

    private static string Counted(string what, int count) => FormattableString.Invariant($"{what} ({count})");

    private static string Code(string words, string name) =>
        $"<pre tabindex=\"0\" role=\"region\" aria-label=\"{Escaped(name)}\">{Escaped(words)}</pre>\n";

    private static void Sources(StringBuilder text, SourceList sources)
    {
        var cited = sources.Cited.ToArray();
        if (cited.Length > 0)
        {
            var list = new StringBuilder("<ul>\n");
            foreach (var value in cited)
            {
                var source = (Cited)value.Source!;
                list.Append("<li>").Append(Escaped($"{Value(value)}. {source.Note} ({source.Lineage}, grade {source.Grade}, as of "
                    + $"{(Moment)source.AsOf}: ")).AppendJoin(", ", source.Rows.Select(id => Link(id, sources))).Append(")</li>\n");
            }
            Folded(text, Counted("Sources", cited.Length), list.Append("</ul>\n").Append(Rows(sources)).ToString());
        }
        var assumed = sources.Assumed.ToArray();
        if (assumed.Length > 0)
        {
            Folded(text, Counted("Assumptions", assumed.Length), "<ul>\n" + string.Concat(assumed.Select(value =>
                $"<li>{Escaped($"{Value(value)}. {((Assumed)value.Source!).Reason}")}</li>\n")) + "</ul>\n");
        }
        var unsourced = sources.Unsourced.ToArray();
        if (unsourced.Length > 0)
        {
            Folded(text, Counted("Numbers without a source", unsourced.Length), "<ul>\n"
                + string.Concat(unsourced.Select(value => $"<li>{Escaped(Value(value))}</li>\n")) + "</ul>\n");
        }
    }

    private static string Rows(SourceList sources)
    {
        var list = new StringBuilder("<h3>Published rows</h3>\n<ul>\n");
        foreach (var id in sources.RowIds)
        {
            list.Append("<li id=\"").Append(Anchor(id)).Append("\">").Append(Escaped(id)).Append(": ");
            if (sources.Record.TryFind(id) is not { } row) list.Append("not in the evidence");
            else
            {
                list.Append(Escaped($"{row.Organisation}, "));
                var title = Escaped(row.Title);
                list.Append(IsWeb(row.Url) ? $"<a href=\"{Escaped(row.Url)}\" rel=\"noreferrer\">{title}</a>" : title);
                list.Append(Escaped($", {(Moment)row.Published}{(row.Verified ? "" : ", not seen at its source")}"));
            }
            list.Append("</li>\n");
        }
        return list.Append("</ul>\n").ToString();
    }

    private static string Link(string id, SourceList sources) => $"<a href=\"#{Anchor(id)}\">{Escaped(id)}</a>";

    private static string Anchor(string id) =>
        "row-" + string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));

    /// <summary>A link goes to the web or is text: an address of another kind could run something.</summary>
    private static bool IsWeb(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static string Value(SourcedValue value)
    {
        var places = value.Places.Count <= 2 ? string.Join("; ", value.Places)
            : FormattableString.Invariant($"{value.Places[0]} and {value.Places.Count - 1} more places");
        return $"{places}:{(value.Name is null ? "" : $" \"{value.Name}\"")} {value.Value} ({value.Unit})";
    }

    private static void Made(StringBuilder text, Report report)
    {
        if (report.Command.Length == 0 && report.Made.Count == 0) return;
        var body = report.Command.Length > 0 ? Code(report.Command, "The command") : "";
        if (report.Made.Count > 0)
        {
            body += "<ul>\n" + string.Concat(report.Made.Select(line => $"<li>{Escaped(line)}</li>\n")) + "</ul>\n";
        }
        Folded(text, "How it was made", body);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
