using System.Diagnostics;
using Supply.Tests.House;

namespace Supply.Tests.Runs;

/// <summary>A script that is built once and then started without its builder, so that signals and closed screens reach it.</summary>
internal sealed class BuiltScript
{
    private readonly Lazy<string> program;

    private BuiltScript(string name) => program = new(() => Build(name));

    public static BuiltScript Run { get; } = new("run");

    public static BuiltScript Calibrate { get; } = new("calibrate");

    public static BuiltScript Drivers { get; } = new("drivers");

    public static BuiltScript Forecasts { get; } = new("forecasts");

    /// <summary>The command of a shell that starts it.</summary>
    public string Command(params string[] arguments) =>
        string.Join(" ", arguments.Prepend(program.Value).Select(word => $"'{word}'"));

    /// <summary>Runs it to its end in a shell, which may redirect it.</summary>
    public (int ExitCode, string Output, string Error) Shell(string arguments)
    {
        using var process = Start("bash", "-c", $"'{program.Value}' {arguments}");
        return End(process);
    }

    // A job in the background of a shell ignores signals, and so would what it starts.
    public Process Start(params string[] arguments) => OperatingSystem.IsLinux()
        ? Start("env", ["--default-signal=INT,HUP,TERM", program.Value, .. arguments]) : Start(program.Value, arguments);

    public (int ExitCode, string Output, string Error) End(params string[] arguments)
    {
        using var process = Start(arguments);
        return End(process);
    }

    public static (int ExitCode, string Output, string Error) End(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static void Signal(Process process, string signal)
    {
        using var kill = Start("kill", $"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        kill.WaitForExit();
    }

    private static string Build(string name)
    {
        // Kept until the tests end; the runner's folder of results is not for programs.
        var folder = Directory.CreateTempSubdirectory("supply-built-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var (exitCode, output, _) = Scripts.Dotnet("build", $"Scenarios/{name}.cs", "--output", folder);
        exitCode.ShouldBe(0, output);
        return Path.Combine(folder, name);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(
        new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
