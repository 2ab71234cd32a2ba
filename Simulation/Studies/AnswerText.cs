using System.Globalization;

namespace Supply.Studies;

/// <summary>Fits an answer to its lines and columns.</summary>
internal static class AnswerText
{
    private const int Indent = 2;
    private const int LeastRows = 4;
    private const int LeastWords = 24;
    private const string Glue = "\u00a0";

    /// <summary>The answer with as many of its sentences and notes as fit; those at the end go first.</summary>
    /// <param name="answer">All that could be said.</param>
    /// <param name="sentences">How many of its sentences must stay.</param>
    /// <param name="notes">How many of its notes must stay.</param>
    public static Answer Fitted(Answer answer, int sentences, int notes)
    {
        answer = answer with { Table = Narrow(answer.Table) };
        while (Lines(answer).Count() > Answer.MostLines)
        {
            if (answer.Sentences.Count > sentences) answer = answer with { Sentences = Items.From(answer.Sentences.SkipLast(1)) };
            else if (answer.Notes.Count > notes) answer = answer with { Notes = Items.From(answer.Notes.SkipLast(1)) };
            else if (answer.Table.Rows.Count > LeastRows)
            {
                // The last two rows of a sweep are where it levels off and the largest setting; the one before them lies in between.
                Items<string>[] rows = [.. answer.Table.Rows.SkipLast(3), .. answer.Table.Rows.TakeLast(2)];
                answer = answer with { Table = answer.Table with { Rows = Items.Of<Items<string>>(rows) } };
            }
            else if (answer.Why.Length > 0) answer = answer with { Why = "" };
            else if (answer.Sentences.Count > 1) answer = answer with { Sentences = Items.From(answer.Sentences.SkipLast(1)) };
            else if (answer.Notes.Count > 1) answer = answer with { Notes = Items.From(answer.Notes.SkipLast(1)) };
            else return answer with { Headline = Shortened(answer.Headline), HingesOn = Shortened(answer.HingesOn) };
        }

        return answer;
    }

    public static IEnumerable<string> Lines(Answer answer)
    {
        foreach (var line in Wrapped(answer.Headline, Answer.Width)) yield return line;
        foreach (var line in Indented(string.Join(" ", answer.Sentences))) yield return line;
        if (answer.Table.Rows.Count > 0)
        {
            yield return "";
            foreach (var line in Lines(answer.Table)) yield return line;
        }

        if (answer.Why.Length + answer.HingesOn.Length + answer.Notes.Count > 0) yield return "";
        foreach (var line in Indented(answer.Why.Length > 0 ? "Why: " + answer.Why : "")) yield return line;
        foreach (var line in Indented(answer.HingesOn)) yield return line;
        foreach (var line in Indented(string.Join(" ", answer.Notes))) yield return line;
    }

    private static IEnumerable<string> Indented(string text) =>
        Wrapped(text, Answer.Width - Indent).Select(line => new string(' ', Indent) + line);

    /// <summary>The answer on a page: the headline in bold letters, the table with all that is in it.</summary>
    public static string Html(Answer answer) => Supply.Html.Heading(answer.Headline)
        + (answer.Sentences.Count > 0 ? Supply.Html.Paragraph(string.Join(" ", answer.Sentences)) : "")
        + (answer.Table.Rows.Count > 0 ? answer.Table.ToHtml() : "")
        + (answer.Why.Length > 0 ? Supply.Html.Paragraph("Why: " + answer.Why) : "")
        + (answer.HingesOn.Length > 0 ? Supply.Html.Paragraph(answer.HingesOn) : "")
        + string.Concat(answer.Notes.Select(Supply.Html.Note));

    /// <summary>The table without its title, its line of dashes and its notes, indented.</summary>
    private static IEnumerable<string> Lines(Table table) => table.ToString().Split('\n').Skip(1).Take(table.Rows.Count + 2)
        .Where((_, i) => i != 1).Select(line => new string(' ', Indent) + line);

    /// <summary>
    /// A table that fits: words in its widest column are cut, as long as enough of them stay; otherwise its last columns are left out.
    /// </summary>
    private static Table Narrow(Table table)
    {
        while (table.Columns.Count > 2 && Lines(table).Any(line => line.Length > Answer.Width))
        {
            if (WithWidestCut(table) is { } cut) return cut;
            table = table with
            {
                Columns = Items.From(table.Columns.SkipLast(1)),
                Rows = Items.From(table.Rows.Select(row => Items.From(row.SkipLast(1)))),
            };
        }

        var over = Lines(table).Select(line => line.Length - Answer.Width).DefaultIfEmpty(0).Max();
        if (over <= 0) return table;
        var first = table.Rows.Select(row => row[0].Length).Append(table.Columns[0].Length).Max();
        string Cut(string name) => name.Length <= Math.Max(1, first - over) ? name : name[..Math.Max(0, first - over - 1)] + "…";
        return table with
        {
            Columns = Items.From(table.Columns.Skip(1).Prepend(Cut(table.Columns[0]))),
            Rows = Items.From(table.Rows.Select(row => Items.From(row.Skip(1).Prepend(Cut(row[0]))))),
        };
    }

    /// <summary>The table with its widest column cut so far that it fits; null where too little of the words would be left.</summary>
    private static Table? WithWidestCut(Table table)
    {
        int[] widths = [.. table.Columns.Select((name, i) => table.Rows.Select(row => row[i].Length).Append(name.Length).Max())];
        var widest = Array.IndexOf(widths, widths.Max());
        var left = widths[widest] - (Lines(table).Max(line => line.Length) - Answer.Width);
        if (left < LeastWords) return null;
        string Cut(string cell, int column) => column != widest || cell.Length <= left ? cell : cell[..(left - 1)].TrimEnd() + "…";
        return table with
        {
            Columns = Items.From(table.Columns.Select(Cut)),
            Rows = Items.From(table.Rows.Select(row => Items.From(row.Select(Cut)))),
        };
    }

    private static string Shortened(string text) =>
        text.Length <= Answer.Width - Indent ? text : text[..(Answer.Width - Indent - 1)] + "…";

    /// <summary>The text in lines, broken between words; a word that is too long is broken where the line ends.</summary>
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        // A number and its sign of percent stay in one line.
        var glued = text.Replace(" %", Glue + "%", StringComparison.Ordinal);
        foreach (var one in glued.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = one.Replace(Glue, " ", StringComparison.Ordinal);
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                yield return line;
                line = "";
            }

            for (; rest.Length > width; rest = rest[width..]) yield return rest[..width];
            line += (line.Length > 0 ? " " : "") + rest;
        }

        if (line.Length > 0) yield return line;
    }

    /// <summary>Names as a list in a sentence: <c>A, B and C</c>.</summary>
    public static string List(IEnumerable<string> names) => names.ToArray() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    public static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
