using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Supply.Tests.House;

/// <summary>Starts scripts as an analyst does, from the root of the repository.</summary>
internal static class Scripts
{
    public static string Root { get; } = FindRoot();

    public static (int ExitCode, string Output, string Error) Run(string script, params string[] arguments) =>
        Dotnet(["run", script, "--", .. arguments]);

    public static (int ExitCode, string Output, string Error) Dotnet(params string[] words)
    {
        using var process = Start(words);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", words)
        {
            WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // The runner of these tests sets variables for its own process; a script starts as from a shell.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        // A node of the builder that waits for more work keeps the screen open, and who reads that to its end waits with it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("supply-").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
