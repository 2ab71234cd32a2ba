using System.Diagnostics;
using Supply.Tests.House;

namespace Supply.Tests.Runs;

/// <summary>The script that runs a part on a cluster, with a batch system that only writes down what it is asked for.</summary>
public sealed class PartScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PartScriptTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of a Unix shell.");
        Directory.CreateDirectory(folder["bin"]);
        foreach (var (name, body) in new[] { ("scontrol", $"echo \"$@\" >>'{folder["asked"]}'"), ("sleep", "true") })
        {
            File.WriteAllText(folder[$"bin/{name}"], $"#!/bin/bash\n{body}\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder[$"bin/{name}"], (UnixFileMode)0b111_101_101);
        }
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Fault_IsTriedThreeTimesAgain()
    {
        Directory.CreateDirectory(folder["study"]);
        for (var time = 1; time <= 6; time++)
        {
            Run("study", 9).ExitCode.ShouldBe(9);
            Asked.Length.ShouldBe(Math.Min(time, 3));
        }

        Asked.ShouldAllBe(line => line == "requeue 77_4");
        Run("study", 0).ExitCode.ShouldBe(0);
        File.Exists(folder["study/faults-of-part-4"]).ShouldBeFalse();
    }

    /// <summary>
    /// A fault of which no count is kept would be tried again for ever: without the folder, or on a disk that takes no more. A limit on the
    /// size of files is such a disk.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FaultThatCannotBeCounted_IsNotTriedAgain(bool isThere)
    {
        if (isThere) Directory.CreateDirectory(folder["study"]);
        var (exitCode, output) = Run("study", 9, isThere ? "ulimit -f 0; " : "");
        exitCode.ShouldBe(9);
        output.ShouldContain("part 4 ended with 9 and is not queued again: ");
        Asked.ShouldBeEmpty();
    }

    [Fact]
    public void MistakeIsNotTriedAgain_AndAnInterruptedPartIs()
    {
        Run("study", 2).ExitCode.ShouldBe(2);
        Asked.ShouldBeEmpty();
        Run("study", 75).ExitCode.ShouldBe(75);
        Asked.ShouldHaveSingleItem();
    }

    private string[] Asked => File.Exists(folder["asked"]) ? File.ReadAllLines(folder["asked"]) : [];

    private (int ExitCode, string Output) Run(string study, int code, string limit = "")
    {
        var script = Path.Combine(Scripts.Root, "Scenarios", "Cluster", "part.sbatch");
        var start = new ProcessStartInfo("bash",
            ["-c", $"trap '' XFSZ; {limit}exec bash \"$0\" \"$@\"", script, folder[study], "5", "bash", "-c", $"exit {code}"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
                ["SLURM_ARRAY_TASK_ID"] = "4", ["SLURM_ARRAY_JOB_ID"] = "77",
            },
        };
        using var process = Process.Start(start)!;
        var (exitCode, output, _) = BuiltScript.End(process);
        return (exitCode, output);
    }
}
