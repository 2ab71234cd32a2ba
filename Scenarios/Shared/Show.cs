using Supply;

/// <summary>Prints tables of a study on the console: as wide as it is, and in full where the output is a file or a pipe.</summary>
internal static class Show
{
    public static void Table(Table table) => Console.WriteLine(table.ToString(Terminal.Width));
}
