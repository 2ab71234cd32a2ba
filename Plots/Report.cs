using Supply.Plots.Reports;

namespace Supply.Plots;

/// <summary>
/// A study as one file to pass on: the answer with its table and main picture; folded below it further pictures, tables, the scenario, its
/// equations, sources and how it was made. The same report gives the same bytes.
/// </summary>
/// <param name="Answer">The answer in sentences; its headline is the title of the file.</param>
public sealed record Report(Answer Answer)
{
    /// <summary>The pictures, the main one first. Default none.</summary>
    public IReadOnlyList<Figure> Figures { get; init => field = CopiedList.Of(value, nameof(Figures)); } = [];

    /// <summary>All tables behind the answer. Default none.</summary>
    public Items<Table> Tables { get; init; } = [];

    /// <summary>The scenario file as it was written, in JSON. Default none.</summary>
    public string Scenario { get; init; } = "";

    /// <summary>The equations of the baseline, <c>scenario.Explain()</c>. Default none.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The sources of the baseline's numbers. Default null: they are left out.</summary>
    public SourceList? Sources { get; init; }

    /// <summary>
    /// Published figures next to the model's, of the quantities that the answer is about. Default null: they are left out.
    /// </summary>
    public Table? Published { get; init; }

    /// <summary>The command that made it. Default none.</summary>
    public string Command { get; init; } = "";

    /// <summary>Versions, seed and replications, a line each. Default none.</summary>
    public Items<string> Made { get; init; } = [];

    /// <summary>
    /// The report as one HTML page that needs no other file, no script and no network; names and words in it are text, whatever they hold.
    /// </summary>
    /// <exception cref="ArgumentException">A figure is not valid; lists every problem.</exception>
    public string ToHtml() => HtmlReport.Of(this);

    /// <summary>The report in Markdown, without pictures: their titles and descriptions stand for them.</summary>
    public string ToMarkdown() => MarkdownReport.Of(this);

    /// <summary>
    /// Writes the report in the format of the file name's ending, .html or .md, and creates missing folders; an existing file is replaced.
    /// </summary>
    /// <param name="path">The file to write.</param>
    /// <exception cref="ArgumentException">The ending is another one, or a figure is not valid. Nothing is written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var ending = Path.GetExtension(path);
        var text = ending.Equals(".html", StringComparison.OrdinalIgnoreCase) ? ToHtml()
            : ending.Equals(".md", StringComparison.OrdinalIgnoreCase) ? ToMarkdown()
            : throw new ArgumentException($"\"{path}\" {(ending.Length == 0 ? "has no ending" : $"ends in \"{ending}\"")}; "
                + "the file of a report ends in .html or .md.");
        WholeFile.Write(path, text);
    }

    /// <summary>For people: the headline.</summary>
    public override string ToString() => Answer.Headline;
}
