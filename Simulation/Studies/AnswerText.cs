using System.Globalization;

namespace Supply.Studies;

/// <summary>
/// Fits an answer to its lines and columns. The table of an answer stays whole, as pages and reports show it; the lines have as much of it
/// as there is room for, and say how much is missing.
/// </summary>
internal static class AnswerText
{
    private const int Indent = 2;
    private const int Room = Answer.Width - Indent;
    private const int LeastRows = 4;
    private const int LeastWords = 24;
    private const string Between = "  ";
    private const string Glue = "\u00a0";

    /// <summary>The answer with as many of its sentences and notes as fit; those at the end go first.</summary>
    /// <param name="answer">All that could be said.</param>
    /// <param name="sentences">How many of its sentences must stay.</param>
    /// <param name="notes">How many of its notes must stay.</param>
    public static Answer Fitted(Answer answer, int sentences, int notes)
    {
        while (Lines(answer, answer.Table.Rows.Count).Count() > Answer.MostLines)
        {
            if (answer.Sentences.Count > sentences) answer = WithoutLastSentence(answer);
            else if (answer.Notes.Count > notes) answer = WithoutLastNote(answer);
            else break;
        }

        while (Lines(answer).Count() > Answer.MostLines)
        {
            if (answer.Why.Length > 0) answer = answer with { Why = "" };
            else if (answer.Sentences.Count > 1) answer = WithoutLastSentence(answer);
            else if (answer.Notes.Count > 1) answer = WithoutLastNote(answer);
            else return answer with { Headline = Cut(answer.Headline, Room), HingesOn = Cut(answer.HingesOn, Room) };
        }

        return answer;
    }

    /// <summary>The lines of an answer, with as many rows of its table as there is room for, but at least four.</summary>
    public static IEnumerable<string> Lines(Answer answer)
    {
        var rows = answer.Table.Rows.Count;
        string[] lines = [.. Lines(answer, rows)];
        while (lines.Length > Answer.MostLines && rows > LeastRows) lines = [.. Lines(answer, --rows)];
        return lines;
    }

    private static IEnumerable<string> Lines(Answer answer, int rows)
    {
        foreach (var line in Wrapped(answer.Headline, Answer.Width)) yield return line;
        foreach (var line in Indented(string.Join(" ", answer.Sentences))) yield return line;
        var shown = Shown(answer.Table, rows);
        if (shown.Rows.Count > 0)
        {
            yield return "";
            foreach (var line in Lines(shown)) yield return new string(' ', Indent) + line;
        }

        string[] notes = [.. answer.Notes, .. Missing(answer.Table, shown)];
        if (answer.Why.Length + answer.HingesOn.Length + notes.Length > 0) yield return "";
        foreach (var line in Indented(answer.Why.Length > 0 ? "Why: " + answer.Why : "")) yield return line;
        foreach (var line in Indented(answer.HingesOn)) yield return line;
        foreach (var line in Indented(string.Join(" ", notes))) yield return line;
    }

    private static Answer WithoutLastSentence(Answer answer) => answer with { Sentences = Items.From(answer.Sentences.SkipLast(1)) };

    private static Answer WithoutLastNote(Answer answer) => answer with { Notes = Items.From(answer.Notes.SkipLast(1)) };

    private static IEnumerable<string> Indented(string text) =>
        Wrapped(text, Room).Select(line => new string(' ', Indent) + line);

    /// <summary>The answer on a page: the headline in bold letters, the table with all that is in it.</summary>
    public static string Html(Answer answer) => Supply.Html.Heading(answer.Headline)
        + (answer.Sentences.Count > 0 ? Supply.Html.Paragraph(string.Join(" ", answer.Sentences)) : "")
        + (answer.Table.Rows.Count > 0 ? answer.Table.ToHtml() : "")
        + (answer.Why.Length > 0 ? Supply.Html.Paragraph("Why: " + answer.Why) : "")
        + (answer.HingesOn.Length > 0 ? Supply.Html.Paragraph(answer.HingesOn) : "")
        + string.Concat(answer.Notes.Select(Supply.Html.Note));

    /// <summary>The part of a table that there is room for.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">How many of its rows; all, or at least two.</param>
    private static Table Shown(Table table, int rows)
    {
        if (table.Rows.Count == 0 || rows >= table.Rows.Count) return Narrow(table);

        // The last two rows of a sweep are where it levels off and the largest setting; the one before them lies in between.
        return Narrow(table with { Rows = Items.From(table.Rows.Take(rows - 2).Concat(table.Rows.TakeLast(2))) });
    }

    /// <summary>How much of a table is not shown, and where it is; nothing if all of it is.</summary>
    private static IEnumerable<string> Missing(Table table, Table shown)
    {
        (int Count, string Name)[] missing = [(table.Rows.Count - shown.Rows.Count, "row"),
            (table.Columns.Count - shown.Columns.Count, "column")];
        string[] words = [.. missing.Where(one => one.Count > 0)
            .Select(one => $"{Number(one.Count)} {one.Name}{(one.Count == 1 ? "" : "s")}")];
        if (words.Length > 0 && shown.Rows.Count > 0) yield return $"Not shown: {List(words)}; a report has the whole table.";
    }

    /// <summary>The lines of a table without its title and its notes.</summary>
    private static IEnumerable<string> Lines(Table table)
    {
        var widths = Widths(table);
        string[][] headings = [.. table.Columns.Select((name, i) => Wrapped(name, widths[i]).ToArray())];
        var height = headings.Max(lines => lines.Length);
        for (var at = 0; at < height; at++)
        {
            yield return Row(widths, i => at - height + headings[i].Length is >= 0 and var line ? headings[i][line] : "");
        }

        foreach (var row in table.Rows) yield return Row(widths, i => row[i]);
    }

    /// <summary>The names of rows are on the left, all else on the right of its column.</summary>
    private static string Row(int[] widths, Func<int, string> cell) => string.Join(Between, widths.Select((width, i) =>
    {
        var blank = new string(' ', Math.Max(0, width - TextTable.Length(cell(i))));
        return i == 0 ? cell(i) + blank : blank + cell(i);
    })).TrimEnd();

    /// <summary>
    /// A table that fits: the cells of its widest column of words are cut, as long as enough of them stays; otherwise its last columns are
    /// left out. Numbers stay whole.
    /// </summary>
    private static Table Narrow(Table table)
    {
        while (Over(table) is > 0 and var over)
        {
            if (WithWordsCut(table, over) is { } cut) return cut;
            if (table.Columns.Count <= 2) return WithCells(table, (cell, _) => Cut(cell, (Room - Between.Length) / 2));
            table = table with
            {
                Columns = Items.From(table.Columns.SkipLast(1)),
                Rows = Items.From(table.Rows.Select(row => Items.From(row.SkipLast(1)))),
            };
        }

        return table;
    }

    /// <summary>By how many columns of a screen the lines of a table are too wide.</summary>
    private static int Over(Table table) => Sum(Widths(table)) - Room;

    private static int Sum(int[] widths) => widths.Sum() + (Between.Length * (widths.Length - 1));

    /// <summary>The widths of columns: headings have one line if there is room for it, else they break between words.</summary>
    private static int[] Widths(Table table)
    {
        int[] cells = [.. table.Columns.Select((_, i) => table.Rows.Select(row => TextTable.Length(row[i])).Append(0).Max())];
        int[] whole = [.. cells.Select((width, i) => Math.Max(width, TextTable.Length(table.Columns[i])))];
        return Sum(whole) <= Room ? whole : [.. cells.Select((width, i) => Math.Max(width, LongestWord(table.Columns[i])))];
    }

    /// <summary>A word of a heading that is longer still is broken.</summary>
    private static int LongestWord(string heading) =>
        Math.Min(LeastWords, Words(heading).Select(TextTable.Length).Append(0).Max());

    /// <summary>The table with its widest column of words cut so that it fits; null where too little of the words would be left.</summary>
    private static Table? WithWordsCut(Table table, int over)
    {
        var widths = Widths(table);
        var widest = Enumerable.Range(0, widths.Length).Where(i => IsOfWords(table, i)).MaxBy(i => widths[i]);
        var left = widths[widest] - over;
        return left < LeastWords ? null : WithCells(table, (cell, i) => i == widest ? Cut(cell, left) : cell);
    }

    /// <summary>Whether a column has names in it, such as the first; a number that is cut would be another one.</summary>
    private static bool IsOfWords(Table table, int column) =>
        column == 0 || 2 * table.Rows.Count(row => row[column] is [var first, ..] && char.IsLetter(first)) > table.Rows.Count;

    private static Table WithCells(Table table, Func<string, int, string> changed) =>
        table with { Rows = Items.From(table.Rows.Select(row => Items.From(row.Select(changed)))) };

    /// <summary>A text of at most these columns of a screen; one that is longer ends with an ellipsis.</summary>
    private static string Cut(string text, int columns) =>
        TextTable.Length(text) <= columns ? text : Beginning(text, columns - 1).TrimEnd() + "…";

    /// <summary>As much of the beginning of a text as these columns of a screen hold, at least one letter.</summary>
    private static string Beginning(string text, int columns)
    {
        var (end, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += TextTable.Length(rune.ToString());
            if (used > columns && end > 0) break;
            end += rune.Utf16SequenceLength;
        }

        return text[..end];
    }

    /// <summary>The text in lines, broken between words; a word that is too long is broken where the line ends.</summary>
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in Words(text).SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && TextTable.Length(line) + 1 + TextTable.Length(word) > width)
            {
                yield return line;
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + word;
        }

        if (line.Length > 0) yield return line;
    }

    /// <summary>The words of a text; a number and its sign of percent are one, and stay in one line.</summary>
    private static IEnumerable<string> Words(string text) => text.Replace(" %", Glue + "%", StringComparison.Ordinal)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace(Glue, " ", StringComparison.Ordinal));

    private static IEnumerable<string> Pieces(string word, int width)
    {
        while (TextTable.Length(word) > width)
        {
            var piece = Beginning(word, width);
            yield return piece;
            word = word[piece.Length..];
        }

        if (word.Length > 0) yield return word;
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
