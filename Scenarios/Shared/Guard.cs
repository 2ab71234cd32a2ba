using Spectre.Console;
using Supply;

/// <summary>
/// Turns every end of a run into a message and its <see cref="ExitCode"/>; anything else is a fault of the program and shows.
/// </summary>
internal static class Guard
{
    public static int Run(Func<int> action)
    {
        using var stops = new Stops();
        try
        {
            return action();
        }
        catch (Exception failure) when (CodeOf(failure) is { } code)
        {
            Console.Error.WriteLine(failure.Message);
            return code;
        }
    }

    private static int? CodeOf(Exception failure) => failure switch
    {
        StoppedException stopped => stopped.Code,
        OperationCanceledException => Stops.Code,
        ScenarioException or ArgumentException or InvalidDataException or ReplicationException => ExitCode.Mistake,
        IOException or UnauthorizedAccessException => ExitCode.Disk,
        _ => null,
    };
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
