using System.Diagnostics;
using System.Runtime.InteropServices;

/// <summary>
/// The ways in which a run is asked to end: Ctrl-C, a request to terminate as batch systems and shutdowns send it, and a terminal that
/// hangs up. All of them keep what is finished; asked again, the process ends at once.
/// </summary>
internal sealed class Stops : IDisposable
{
    // The program that started this one may pass on a signal that both have got; that is not asking again.
    private static readonly TimeSpan again = TimeSpan.FromSeconds(2);

    private static Stops? current;

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private Stopwatch? since;
    private int code = ExitCode.Interrupted;

    public Stops()
    {
        registrations = [On(PosixSignal.SIGINT, ExitCode.Interrupted), On(PosixSignal.SIGTERM, ExitCode.Terminated),
            On(PosixSignal.SIGHUP, ExitCode.HungUp)];
        current = this;
    }

    /// <summary>Cancelled when the run is asked to end.</summary>
    public static CancellationToken Token => current!.source.Token;

    /// <summary>The exit code of a run that is ended early.</summary>
    public static int Code => current!.code;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
    }

    private PosixSignalRegistration On(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, asked =>
    {
        asked.Cancel = since is null || since.Elapsed < again;
        if (since is not null) return;
        (since, code) = (Stopwatch.StartNew(), exitCode);
        source.Cancel();
    });
}

/// <summary>The end of a run that was asked to stop.</summary>
internal sealed class StoppedException(int code, string message) : Exception(message)
{
    public int Code => code;
}
