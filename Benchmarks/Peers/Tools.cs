using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Supply.Benchmarks.Measures;

namespace Supply.Benchmarks.Peers;

/// <summary>The compilers and interpreters of the peers that this machine has.</summary>
internal static class Tools
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];
    private static readonly string[] GccOptions = ["-O3", "-march=native", "-Wall", "-Wextra"];

    /// <summary>The folder of the peers' sources.</summary>
    public static string Sources { get; } = Path.Combine(Results.Project, "Peers");

    public static bool HasAvx512 => Avx512F.IsSupported && Avx512DQ.IsSupported;

    /// <summary>Compiles a C peer and returns the program.</summary>
    /// <exception cref="InvalidOperationException">The compiler found a mistake.</exception>
    public static string Compile(string source, params string[] options)
    {
        var program = Path.Combine(AppContext.BaseDirectory, Path.GetFileNameWithoutExtension(source) + "-peer");
        var (code, output) = Run("gcc", [.. GccOptions, .. options, "-o", program, Path.Combine(Sources, source), "-lm"]);
        return code == 0 ? program : throw new InvalidOperationException($"gcc could not compile {source}:\n{output}");
    }

    /// <summary>The first of the usual Pythons in which NumPy can be imported, or null.</summary>
    public static string? PythonWithNumPy() =>
        Pythons.FirstOrDefault(python => Run(python, ["-c", "import numpy"]).Code == 0);

    /// <summary>The first line of a program's version output; null if the program is missing.</summary>
    public static string? Version(string program, params string[] arguments) =>
        Run(program, arguments) is { Code: 0 } run ? run.Output.Split('\n')[0].Trim() : null;

    /// <summary>
    /// Limits on the threads of linear algebra are not part of the comparison; and nothing is written next to the sources.
    /// </summary>
    public static void Prepare(ProcessStartInfo start)
    {
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("OPENBLAS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }
    }

    private static (int Code, string Output) Run(string program, string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            Prepare(start);
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, $"{program} is not installed");
        }
    }
}
