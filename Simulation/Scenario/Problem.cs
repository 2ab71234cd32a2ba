namespace Supply;

/// <summary>One thing wrong with a scenario: where, and what with its value and limit, in the analyst's words.</summary>
/// <param name="Place">The part or change, or the JSON path in a file.</param>
/// <param name="Message">A sentence with the offending value, the limit and, where it helps, the fix.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Problem(string Place, string Message) : IShown
{
    /// <summary>Place and message on one line.</summary>
    public override string ToString() => $"{Place}: {Message}";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(ToString());
}
