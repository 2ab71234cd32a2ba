using System.Text.RegularExpressions;
using Supply.Tests.House;

namespace Supply.Tests.Runs;

/// <summary>Every way to end a run keeps what is finished, and its exit code is in the table of docs/running.md.</summary>
[Collection(nameof(Scripts))]
public sealed partial class EndsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Out => folder["o"];

    public EndsTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals of Unix.");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("HUP", 129)]
    public void Signal_WritesTheFinishedScenarios(string signal, int code)
    {
        using var process = BuiltScript.Run.Start(
            SmallFile.Write(folder["a.json"], scenarios: 60), "--replications", "4000", "--threads", "1", "--out", Out);
        Until(process, "2/61");
        BuiltScript.Signal(process, signal);

        // A program that started the script passes on what both of them have got.
        BuiltScript.Signal(process, signal);
        var (exitCode, _, error) = BuiltScript.End(process);
        exitCode.ShouldBe(code);
        var finished = int.Parse(Regex.Match(error, @"^Stopped: (\d+) of 61 scenarios are finished; their tables are in ").Groups[1].Value,
            System.Globalization.CultureInfo.InvariantCulture);
        finished.ShouldBeInRange(2, 60);
        var manifest = Manifest.Read(Out)!;
        manifest.IsComplete.ShouldBeFalse();
        manifest.Differences(Out).ShouldBeEmpty();
        manifest.Files.Select(file => file.Name).ShouldBe(["parameters.csv", "replications.csv", "series.csv", "summary.csv"]);
        File.ReadLines(Path.Combine(Out, "replications.csv")).Count().ShouldBe(1 + (finished * 4000));
    }

    /// <summary>After 4,096 replications of all scenarios it is the others that are missing.</summary>
    [Fact]
    public void Signal_WritesAllScenarios_WithTheFinishedReplications()
    {
        using var process = BuiltScript.Run.Start(
            SmallFile.Write(folder["a.json"], scenarios: 1), "--replications", "2000000", "--threads", "1", "--out", Out);
        Until(process, "2 scenarios x");
        Thread.Sleep(4000);
        BuiltScript.Signal(process, "TERM");
        var (exitCode, _, error) = BuiltScript.End(process);
        exitCode.ShouldBe(143);
        var finished = int.Parse(Regex.Match(error, @"^Stopped: ([\d,]+) of 2,000,000 replications are finished; ").Groups[1].Value,
            System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
        (finished % 4096).ShouldBe(0);
        Manifest.Read(Out)!.Replications.ShouldBe(finished);
        File.ReadLines(Path.Combine(Out, "replications.csv")).Count().ShouldBe(1 + (2 * finished));
    }

    [Fact]
    public void SignalBeforeTheFirstScenario_WritesNothing()
    {
        using var process = BuiltScript.Run.Start(
            SmallFile.Write(folder["a.json"], days: 7000), "--replications", "1000000", "--threads", "1", "--out", Out);
        Until(process, "1 scenario x");
        BuiltScript.Signal(process, "TERM");
        var (exitCode, _, error) = BuiltScript.End(process);
        exitCode.ShouldBe(143);
        error.ShouldBe("Stopped before the first scenario was finished; nothing is written.\n");
        Directory.Exists(Out).ShouldBeFalse();
    }

    /// <summary>Batch systems and containers send it to the command that was typed.</summary>
    [Fact]
    public void Terminate_SentToDotnetRun_EndsTheScriptInTheSameWay()
    {
        using var process = Scripts.Start("run", "Scenarios/run.cs", "--", SmallFile.Write(folder["a.json"], scenarios: 60),
            "--replications", "4000", "--threads", "1", "--out", Out);
        Until(process, "2/61");
        BuiltScript.Signal(process, "TERM");
        BuiltScript.End(process).ExitCode.ShouldBe(143);
        Manifest.Read(Out)!.Differences(Out).ShouldBeEmpty();
    }

    [Fact]
    public void Calibration_ThatIsStopped_SaysHowToGoOn()
    {
        using var process = BuiltScript.Calibrate.Start("--short", "--out", Out);
        while (!process.HasExited && !File.Exists(Path.Combine(Out, "checkpoint.0"))) Thread.Sleep(50);
        BuiltScript.Signal(process, "TERM");
        var (exitCode, _, error) = BuiltScript.End(process);
        error.ShouldBe($"Stopped; checkpoints are in {Out}. The same command goes on from them, to the same numbers as if it had not been "
            + "stopped.\n");
        exitCode.ShouldBe(75);
        Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName).ShouldAllBe(
            name => name!.StartsWith("checkpoint.", StringComparison.Ordinal));
    }

    [Fact]
    public void Analyses_ThatAreStopped_LeaveTheTablesOfTheRuns()
    {
        using var process = BuiltScript.Drivers.Start("--replications", "2000", "--out", Out);
        Until(process, "Done in");
        BuiltScript.Signal(process, "INT");
        var (exitCode, _, error) = BuiltScript.End(process);
        error.ShouldBe($"Stopped before the analyses were finished; the tables of the runs are in {Out}.\n");
        exitCode.ShouldBe(130);
        var manifest = Manifest.Read(Out)!;
        manifest.IsComplete.ShouldBeFalse();
        manifest.Differences(Out).ShouldBeEmpty();
        File.ReadLines(Path.Combine(Out, "replications.csv")).Count().ShouldBe(1 + (2 * 2000));
    }

    [Fact]
    public void Mistakes_AreTheAnalysts_AndTheDiskIsNot()
    {
        var file = SmallFile.Write(folder["a.json"]);
        BuiltScript.Run.End(file, "--replications", "many").ExitCode.ShouldBe(2);
        BuiltScript.Run.End(folder["missing.json"], "--out", Out).ExitCode.ShouldBe(2);
        BuiltScript.Run.End(folder.Path, "--out", Out).ExitCode.ShouldBe(2);
        var (exitCode, _, error) = BuiltScript.Calibrate.End("--evidence", folder["missing.csv"], "--out", Out);
        exitCode.ShouldBe(2);
        error.ShouldBe($"--evidence is \"{folder["missing.csv"]}\"; there is no such file.\n");
        BuiltScript.Calibrate.End("--evidence", folder.Path, "--out", Out).Error.ShouldBe(
            $"--evidence is \"{folder.Path}\"; that is a folder.\n");
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public void Table_HasEveryCode_AndNoOther()
    {
        var inCode = Code().Matches(File.ReadAllText(Path.Combine(Scripts.Root, "Scenarios", "Shared", "ExitCode.cs")))
            .Select(match => match.Groups[1].Value);
        var inTable = Row().Matches(File.ReadAllText(Path.Combine(Scripts.Root, "docs", "running.md")))
            .Select(match => match.Groups[1].Value).ToArray();
        inTable.Length.ShouldBe(7);
        inCode.ShouldBe(inTable);
    }

    private static void Until(System.Diagnostics.Process process, string words)
    {
        while (process.StandardOutput.ReadLine() is { } line && !line.Contains(words, StringComparison.Ordinal))
        {
        }
    }

    [GeneratedRegex(@"const int \w+ = (\d+);")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
