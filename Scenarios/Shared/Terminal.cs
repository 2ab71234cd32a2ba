using Supply;

/// <summary>The screen, if there is one.</summary>
internal static class Terminal
{
    private const int Usual = 80;
    private const int Least = 20;

    /// <summary>Columns of the screen; without one there is no limit.</summary>
    public static int Width => Console.IsOutputRedirected ? int.MaxValue : Math.Max(Least, Columns);

    /// <summary>Whether a line can be overwritten: on a screen that knows how to clear one.</summary>
    public static bool Overwrites =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Goes to the beginning of the line and clears it; nothing where lines stay.</summary>
    public static string Clear => Overwrites ? "\r\u001b[K" : "";

    /// <summary>Writes a line over the one before; one wider than the screen would leave its beginning behind, and is cut.</summary>
    public static void Overwrite(string line)
    {
        if (!Overwrites) return;
        Console.Write(Clear + Cut(line, Width - 1));
    }

    private static string Cut(string line, int columns)
    {
        if (Length(line) <= columns) return line;
        var cut = "";
        foreach (var letter in line.EnumerateRunes())
        {
            if (Length(cut + letter) > columns) break;
            cut += letter;
        }

        return cut;
    }

    /// <summary>
    /// Columns that a line of text takes, where letters of East Asia take two: the library knows, and draws as many dashes below a heading.
    /// </summary>
    private static int Length(string line) => new Table("", [line], [], []).ToString().Split('\n')[^2].Length;

    private static int Columns
    {
        get
        {
            try
            {
                return Console.WindowWidth is > 0 and var columns ? columns : Usual;
            }
            catch (IOException)
            {
                return Usual;
            }
        }
    }
}
