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

/// <summary>Prints tables of a study on the console: as wide as it is, and in full where the output is a file or a pipe.</summary>
internal static class Show
{
    public static void Table(Table table) => Console.WriteLine(table.ToString(Screen.Width));
}

/// <summary>The screen, if there is one.</summary>
internal static class Screen
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
