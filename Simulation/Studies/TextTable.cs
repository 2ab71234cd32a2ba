using System.Text;

namespace Supply.Studies;

/// <summary>A table as lines of text of a width: blocks of as many columns as fit, each with the names of the rows.</summary>
internal static class TextTable
{
    private const string Between = "  ";

    // Names of rows take at most this part of a line where columns would not fit otherwise.
    private const double NamesShare = 0.4;
    private const int LeastName = 8;

    public static IEnumerable<string> Lines(Table table, int width)
    {
        foreach (var line in Wrapped(table.Title, width)) yield return line;
        int[] needed = [.. table.Columns.Select((_, i) => table.Rows.Select(row => Length(row[i])).Append(0).Max())];
        int[] whole = [.. table.Columns.Select((column, i) => Math.Max(needed[i], Length(column)))];
        var fits = whole.Sum() + (Between.Length * (whole.Length - 1)) <= width;
        var names = fits ? whole[0] : Math.Min(whole[0], Math.Max(LeastName, (int)(NamesShare * width)));
        var room = width - names;
        int[] widths = [names, .. whole.Skip(1).Select((one, i) => fits ? one : Column(table.Columns[i + 1], needed[i + 1], room))];
        var first = 1;
        while (first < widths.Length || first == 1)
        {
            var (count, used) = (0, 0);
            while (first + count < widths.Length && (count == 0 || used + Between.Length + widths[first + count] <= room))
            {
                used += Between.Length + widths[first + count++];
            }

            if (first > 1) yield return "";
            int[] columns = [0, .. Enumerable.Range(first, count)];
            foreach (var line in Row(table.Columns, columns, widths, bottom: true)) yield return line;
            yield return string.Join(Between, columns.Select(i => new string('-', widths[i])));
            foreach (var row in table.Rows)
            {
                foreach (var line in Row(row, columns, widths, bottom: false)) yield return line;
            }

            first += Math.Max(1, count);
        }

        foreach (var line in table.Notes.SelectMany(note => Wrapped(note, width))) yield return line;
    }

    /// <summary>The width of text on a screen: letters of East Asia take two columns, accents none.</summary>
    public static int Length(string text) => text.EnumerateRunes().Sum(Length);

    private static int Length(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.EnclosingMark or System.Globalization.UnicodeCategory.Format ? 0
        : rune.Value is >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff
            or >= 0xfe30 and <= 0xfe6f or >= 0xff00 and <= 0xff60 or >= 0xffe0 and <= 0xffe6 or >= 0x1f300 and <= 0x1f9ff or >= 0x20000
            ? 2 : 1;

    /// <summary>A column as wide as its widest cell and word, within what is left of a line.</summary>
    private static int Column(string heading, int needed, int room) =>
        Math.Min(Math.Max(needed, heading.Split(' ').Max(Length)), Math.Max(LeastName, room - Between.Length));

    private static IEnumerable<string> Row(Items<string> cells, int[] columns, int[] widths, bool bottom)
    {
        string[][] lines = [.. columns.Select(i => (string[])[.. Wrapped(cells[i], widths[i])])];
        var height = Math.Max(1, lines.Max(one => one.Length));
        for (var at = 0; at < height; at++)
        {
            var line = string.Join(Between, columns.Select((column, i) =>
            {
                var from = bottom ? height - lines[i].Length : 0;
                var text = at >= from && at - from < lines[i].Length ? lines[i][at - from] : "";
                var blank = new string(' ', Math.Max(0, widths[column] - Length(text)));
                return column == 0 ? text + blank : blank + text;
            }));
            yield return line.TrimEnd();
        }
    }

    /// <summary>Breaks text between words, and a word that is wider than the line inside; a number stays whole.</summary>
    private static IEnumerable<string> Wrapped(string text, int width)
    {
        if (Length(text) <= width)
        {
            yield return text;
            yield break;
        }

        var line = new StringBuilder();
        foreach (var word in text.Split(' ').SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && Length(line.ToString()) + 1 + Length(word) > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        yield return line.ToString();
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        if (Length(word) <= width || IsNumber(word)) return [word];
        List<StringBuilder> pieces = [new()];
        foreach (var rune in word.EnumerateRunes())
        {
            if (Length(pieces[^1].ToString()) + Length(rune) > width && pieces[^1].Length > 0) pieces.Add(new());
            pieces[^1].Append(rune);
        }

        return pieces.Select(piece => piece.ToString());
    }

    private static bool IsNumber(string word) =>
        word.All(letter => char.IsAsciiDigit(letter) || ".,+-<>%[]".Contains(letter, StringComparison.Ordinal));
}
