using Spectre.Console;
using Supply;

/// <summary>
/// Turns an analyst's mistakes into a message and exit code 2, and Ctrl-C into 130; anything else is a fault of the program and shows.
/// </summary>
internal static class Guard
{
    public const int BadInput = 2;
    private const int Cancelled = 130;

    public static int Run(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (
            failure is ScenarioException or ArgumentException or InvalidDataException or IOException or UnauthorizedAccessException
            or ReplicationException)
        {
            Console.Error.WriteLine(failure.Message);
            return BadInput;
        }
        catch (OperationCanceledException cancelled)
        {
            Console.Error.WriteLine(cancelled.Message);
            return Cancelled;
        }
    }
}

/// <summary>Prints tables of a study on the console; rows that do not fit are wrapped, not cut.</summary>
internal static class Show
{
    public static void Table(Supply.Table table)
    {
        if (Console.IsOutputRedirected)
        {
            Console.WriteLine(table);
            return;
        }

        var shown = new Spectre.Console.Table().Title(Markup.Escape(table.Title)).Border(TableBorder.Simple);
        foreach (var (index, column) in table.Columns.Index())
        {
            shown.AddColumn(index == 0 ? new TableColumn(Markup.Escape(column)) : new TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach (var row in table.Rows) shown.AddRow(row.Select(Markup.Escape).ToArray());
        AnsiConsole.Write(shown);
        foreach (var note in table.Notes) Console.WriteLine(note);
        Console.WriteLine();
    }
}
