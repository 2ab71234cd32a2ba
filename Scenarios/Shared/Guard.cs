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
            if (failure.Message.Length > 0) Console.Error.WriteLine(failure.Message);
            return code;
        }
    }

    private static int? CodeOf(Exception failure) => failure switch
    {
        StoppedException stopped => stopped.Code,
        OperationCanceledException => Stops.Code,
        UnfinishedStudyException => ExitCode.ToBeContinued,
        ScenarioException or ArgumentException or InvalidDataException or ReplicationException => ExitCode.Mistake,
        IOException or UnauthorizedAccessException => ExitCode.Disk,
        _ => null,
    };
}
