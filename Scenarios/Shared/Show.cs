using Supply;

/// <summary>Prints answers and tables on the console: as wide as it is, and in full where the output is a file or a pipe.</summary>
internal static class Show
{
    // On fewer columns the words of a sentence are harder to read than a line that the screen breaks.
    private const int Least = 60;
    private const string Indent = "  ";
    private const string Glue = "\u00a0";

    public static void Table(Table table) => Console.WriteLine(table.ToString(Terminal.Width));

    /// <summary>An answer as it writes itself; on a screen with fewer columns than that its parts are broken for the screen.</summary>
    public static void Answer(Answer answer) => Console.WriteLine(Terminal.Width < Supply.Answer.Width
        ? Broken(answer, Math.Max(Least, Terminal.Width)) : answer.ToString());

    private static string Broken(Answer answer, int width)
    {
        string Part(string text) => text.Length == 0 ? "" : Indented(Broken(text, width - Indent.Length));
        var table = answer.Table.Rows.Count == 0 ? ""
            : "\n" + Indented((answer.Table with { Title = "", Notes = [] }).ToString(width - Indent.Length).Trim('\n'));
        var end = Part(answer.Why.Length > 0 ? "Why: " + answer.Why : "") + Part(answer.HingesOn) + Part(string.Join(" ", answer.Notes));
        return Broken(answer.Headline, width) + "\n" + Part(string.Join(" ", answer.Sentences)) + table
            + (end.Length == 0 ? "" : "\n" + end);
    }

    /// <summary>Text broken between words, as the title of a table is; a number and its sign of percent stay in one line.</summary>
    private static string Broken(string text, int width) =>
        new Table(text.Replace(" %", Glue + "%"), [""], [], []).ToString(width).TrimEnd('\n').Replace(Glue, " ");

    private static string Indented(string text) =>
        string.Concat(text.Split('\n').Select(line => (line.Length == 0 ? "" : Indent + line) + "\n"));
}
