using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Supply.Benchmarks.Measures;

/// <summary>The machine on which a figure was measured, stated with every figure.</summary>
internal static class Machine
{
    public static string Description => $"{Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}";

    public static string Runtime => $".NET {Environment.Version.ToString(3)}";

    /// <summary>The level-2 cache of a core, as the system states it, or null if it does not.</summary>
    public static string? Level2 => File.Exists(CacheSize) ? File.ReadAllText(CacheSize).Trim() : null;

    private const string CacheSize = "/sys/devices/system/cpu/cpu0/cache/index2/size";

    /// <summary>The load average of the last minute.</summary>
    public static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    /// <summary>Runs this program again, with other arguments, to its end, and returns its output.</summary>
    public static string Again(params string[] arguments)
    {
        var self = Environment.ProcessPath!;
        string[] first = Path.GetFileNameWithoutExtension(self) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
        using var process = Process.Start(new ProcessStartInfo(self, [.. first, .. arguments]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output
            : throw new InvalidOperationException($"\"{string.Join(' ', arguments)}\" ended with exit code {process.ExitCode}.");
    }

    private static string Processor() =>
        File.Exists("/proc/cpuinfo") && File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
}
