using System.Text;
using Supply.Studies;

namespace Supply;

/// <summary>A table for people: text in cells, and notes below it.</summary>
/// <param name="Title">The subject of the table.</param>
/// <param name="Columns">Headers; the first column names the rows.</param>
/// <param name="Rows">Rows with as many cells as there are columns.</param>
/// <param name="Notes">Window, bands, and what was left out.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Table(string Title, Items<string> Columns, Items<Items<string>> Rows, Items<string> Notes) : IShown
{
    /// <summary>This table with further notes.</summary>
    public Table Noted(params string[] notes) => this with { Notes = Notes.Add(notes) };

    /// <summary>A number as people read it: three significant digits, thousands separated, percent for fractions.</summary>
    /// <param name="value">The number; infinite is "not reached", NaN "undefined".</param>
    /// <param name="measure">
    /// The measure of the number, as metrics give it; a difference in its <see cref="Measure.OfDifferences"/>.
    /// </param>
    public static string Cell(double value, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return ReadableNumber.Number(value, measure);
    }

    /// <summary>Median and 90 % band.</summary>
    /// <inheritdoc cref="Cell(double, Measure)"/>
    public static string Cell(Distribution value, Measure measure)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(measure);
        return ReadableNumber.Band(value, measure);
    }

    /// <summary>A date as days from the start of a horizon, as exhaustion counts them: ISO date, or "not reached".</summary>
    public static string Date(double days, Horizon horizon)
    {
        ArgumentNullException.ThrowIfNull(horizon);
        return ReadableNumber.Date(days, horizon);
    }

    /// <summary>The table in fixed-width text, lines ended by a line feed.</summary>
    public override string ToString() => ToString(int.MaxValue);

    /// <summary>
    /// The table in fixed-width text for a screen: headings and names break between words, numbers never, and columns for which there is
    /// no room follow below, again with the names of the rows.
    /// </summary>
    /// <param name="width">Columns of the screen, at least 20.</param>
    public string ToString(int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 20);
        return string.Concat(TextTable.Lines(this, width).Select(line => line + "\n"));
    }

    /// <summary>The table in Markdown, lines ended by a line feed.</summary>
    public string ToMarkdown()
    {
        static string Row(IEnumerable<string> cells) =>
            "| " + string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |\n";
        var text = new StringBuilder(Row(Columns)).Append(Row(Columns.Select((_, i) => i == 0 ? "---" : "---:")));
        foreach (var row in Rows) text.Append(Row(row));
        return text.ToString();
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Table(Title, Columns, Rows, Notes);

    /// <summary>
    /// The table as HTML for a page that has a style sheet: with all its rows, and without styles of its own; all text in it is escaped.
    /// </summary>
    public string ToPageHtml() => Html.PageTable(Title, Columns, Rows, Notes);

    string IShown.ToPlainText() => ToString(Answer.Width);
}
