using Supply.Tests.House;
using Supply.Tests.Runs;

namespace Supply.Tests.Unit.Inference;

/// <summary>The script of calibrations: its options in the analyst's words, and the files that are its own.</summary>
[Collection(nameof(Scripts))]
public sealed class CalibrateScriptTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Out => folder["o"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Numbers_OutOfRange_AreAllNamed_AsTheyWereTyped()
    {
        var (exitCode, _, error) = BuiltScript.Calibrate.End("--particles", "1e4", "--populations", "0", "--width", "-1", "--coarse-step",
            "-5", "--rounds", "many", "--only-population", "-1", "--out", Out);
        exitCode.ShouldBe(2);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
            [
                "--particles is \"1e4\"; it must be a whole number in 16..10000000.",
                "--populations is \"0\"; it must be a whole number in 1..1000.",
                "--width is \"-1\"; it must be a number in 0.01..100.",
                "--coarse-step is \"-5\"; it must be a whole number in 1..366.",
                "--rounds is \"many\"; it must be a whole number in 1..100.",
                "--only-population is \"-1\"; it must be a whole number in 0..999.",
            ], ignoreOrder: true);
        BuiltScript.Calibrate.End("--only-population", "2", "--out", Out).Error.ShouldBe(
            "--only-population is 2; populations are counted from 0, and there are 2.\n");
        Directory.Exists(Out).ShouldBeFalse();
    }

    /// <summary>A file that only begins as a checkpoint does is the analyst's, and no run has begun with it.</summary>
    [Fact]
    public void NotesNextToCheckpoints_AreNoCheckpoints()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals of Unix.");
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "checkpoint.md"), "notes\n");
        using var process = BuiltScript.Calibrate.Start("--short", "--out", Out);
        while (!process.HasExited && Directory.GetFileSystemEntries(Out).Length < 2) Thread.Sleep(20);
        BuiltScript.Signal(process, "TERM");
        var (exitCode, _, error) = BuiltScript.End(process);
        error.ShouldBe("Stopped before the first checkpoint; the same command begins again.\n");
        exitCode.ShouldBe(75);
        File.ReadAllText(Path.Combine(Out, "checkpoint.md")).ShouldBe("notes\n");
    }

    [Fact]
    public void RunOfAll_SaysWhichPopulationsItMakesItself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals of Unix.");
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "checkpoint.1"), "of another machine");
        using var process = BuiltScript.Calibrate.Start("--short", "--out", Out);
        var line = process.StandardOutput.ReadLine();
        BuiltScript.Signal(process, "TERM");
        BuiltScript.End(process);
        line.ShouldBe($"{Out} has checkpoints of other populations, and lacks some of population 0 (counted from 0, as --only-population "
            + "does): this run makes them itself.");
    }
}
