using System.Text;
using Supply.Plots.Layout;

namespace Supply.Plots.Reports;

/// <summary>Writes a report in Markdown.</summary>
internal static class MarkdownReport
{
    public static string Of(Report report)
    {
        var answer = report.Answer;
        var text = new StringBuilder($"# {Line(answer.Headline)}\n");
        Paragraph(text, string.Join(" ", answer.Sentences));
        if (answer.Table.Rows.Count > 0) text.Append('\n').Append(Table(answer.Table));
        if (answer.Why.Length > 0) Section(text, "Why", answer.Why);
        if (answer.HingesOn.Length > 0) Section(text, "What it hangs on", answer.HingesOn);
        if (answer.Notes.Count > 0) Section(text, "What to know about these numbers", string.Join(" ", answer.Notes));
        if (report.Figures.Count > 0)
        {
            text.Append("\n## Pictures\n");
            foreach (var figure in report.Figures) Paragraph(text, $"**{Line(figure.Title)}** {FigureDescription.Describe(figure)}");
        }
        if (report.Tables.Count > 0) Tables(text, "Tables", report.Tables);
        if (report.Published is { Rows.Count: > 0 } published) Tables(text, "Published figures and the model", [published]);
        if (report.Sources is { } sources) text.Append('\n').Append(sources.ToString().Replace("\n#", "\n##", StringComparison.Ordinal)
            .Replace("# Sources", "## Sources", StringComparison.Ordinal));
        if (report.Scenario.Length > 0) text.Append("\n## The scenario as it was written\n\n").Append(Fenced(report.Scenario));
        if (report.Command.Length > 0 || report.Made.Count > 0)
        {
            text.Append("\n## How it was made\n");
            if (report.Command.Length > 0) text.Append('\n').Append(Fenced(report.Command));
            if (report.Made.Count > 0) text.Append('\n');
            foreach (var line in report.Made) text.Append("- ").Append(Line(line)).Append('\n');
        }
        return text.ToString();
    }

    private static void Tables(StringBuilder text, string heading, IEnumerable<Table> tables)
    {
        text.Append("\n## ").Append(heading).Append('\n');
        foreach (var table in tables)
        {
            Paragraph(text, $"**{Line(table.Title)}**");
            text.Append('\n').Append(Table(table));
            if (table.Notes.Count > 0) Paragraph(text, string.Join(" ", table.Notes));
        }
    }

    private static string Table(Table table) => table.ToMarkdown();

    private static void Section(StringBuilder text, string heading, string words)
    {
        text.Append("\n## ").Append(heading).Append('\n');
        Paragraph(text, words);
    }

    private static void Paragraph(StringBuilder text, string words)
    {
        if (words.Length > 0) text.Append('\n').Append(Line(words)).Append('\n');
    }

    private static string Fenced(string words)
    {
        var fence = "```";
        while (words.Contains(fence, StringComparison.Ordinal)) fence += "`";
        return $"{fence}\n{words.TrimEnd('\n')}\n{fence}\n";
    }

    private static string Line(string words) => words.ReplaceLineEndings(" ");
}
