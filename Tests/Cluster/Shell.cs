using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Supply.Tests.Cluster;

/// <summary>Commands as an analyst types them, in a folder of their own with the project next to it.</summary>
internal static partial class Shell
{
    /// <summary>The root of the project.</summary>
    public static string Root { get; } = FindRoot();

    public static bool IsFull => Environment.GetEnvironmentVariable("SUPPLY_TESTS") == "full";

    public static bool Has(string program) => Run($"command -v {program}").ExitCode == 0;

    /// <summary>Runs a command to its end.</summary>
    public static (int ExitCode, string Output, string Error) Run(string command, string? folder = null)
    {
        using var process = Start(command, folder);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    /// <summary>Runs a command that must succeed, and returns what it prints.</summary>
    public static string Done(string command, string? folder = null)
    {
        var (code, output, error) = Run(command, folder);
        code.ShouldBe(0, $"{command}\n{output}\n{error}");
        return output;
    }

    /// <summary>Starts a command whose signals are those that a terminal sends.</summary>
    public static Process Start(string command, string? folder = null) => Process.Start(
        new ProcessStartInfo("env", ["--default-signal=INT,HUP,TERM", "bash", "-c", command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? Root,
        })!;

    /// <summary>The digest that a merge prints.</summary>
    public static string Digest(string output) => Digests().Match(output).Groups[1].Value.ShouldNotBeEmpty();

    private static T ShouldNotBeEmpty<T>(this T text) where T : class
    {
        text.ToString()!.Length.ShouldBeGreaterThan(0);
        return text;
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    [GeneratedRegex("digest ([0-9a-f]{64})")]
    private static partial Regex Digests();
}
