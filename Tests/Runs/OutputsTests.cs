using Supply.Tests.House;

namespace Supply.Tests.Runs;

/// <summary>Results of a script are whole, whatever happens to its screen, its disk and its neighbours.</summary>
[Collection(nameof(Scripts))]
public sealed class OutputsTests : IDisposable
{
    private static readonly string[] tables =
        ["manifest.json", "parameters.csv", "replications.csv", "report.html", "report.md", "scenarios.json", "series.csv", "summary.csv"];

    private readonly TemporaryFolder folder = new();

    private string Out => folder["o"];

    public OutputsTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals, shells and mounts of Unix.");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(0.0, "fill-rate")]
    [InlineData(null, "fill-rate")]
    public void UndefinedMetric_IsNamed_AndTheOthersAreDrawn(double? required, params string[] undefined)
    {
        var (exitCode, output, error) = BuiltScript.Run.End(
            SmallFile.Write(folder["a.json"], required), "--replications", "5", "--out", Out);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        foreach (var name in undefined) output.ShouldContain($"{name} is not drawn, since none of its values is defined.");
        string[] byCalibre = required is null ? [] : ["on-hand-152-mm.svg", "on-hand-152-mm.png"];
        Files().ShouldBe([.. tables, "fired-per-day.svg", "fired-per-day.png", "on-hand.svg", "on-hand.png", .. byCalibre],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    public void EveryScenario_IsDrawn(int scenarios, int figures)
    {
        BuiltScript.Run.End(SmallFile.Write(folder["a.json"], scenarios: scenarios), "--replications", "5", "--out", Out)
            .ExitCode.ShouldBe(0);
        var drawn = Directory.GetFiles(Out, "fired-per-day*.svg");
        drawn.Length.ShouldBe(figures);
        var text = string.Concat(drawn.Select(File.ReadAllText));
        for (var i = 1; i <= scenarios; i++) text.ShouldContain($">S{i}<");
    }

    [Fact]
    public async Task TwoRuns_IntoOneFolder_DoNotMix()
    {
        var file = SmallFile.Write(folder["a.json"]);
        using var first = BuiltScript.Run.Start(file, "--replications", "200000", "--seed", "1", "--out", Out);
        using var second = BuiltScript.Run.Start(file, "--replications", "200000", "--seed", "2", "--out", Out);
        var ends = await Task.WhenAll(
            new[] { first, second }.Select(one => Task.Run(() => BuiltScript.End(one), TestContext.Current.CancellationToken)));
        ends.Select(end => end.ExitCode).Order().ShouldBe([0, 74]);
        ends.Single(end => end.ExitCode == 74).Error.ShouldBe(
            $"--out is \"{Out}\"; another run is writing there. Wait until it ends, or name another folder.\n");
        var manifest = Manifest.Read(Out)!;
        manifest.Differences(Out).ShouldBeEmpty();
        manifest.Seed.ShouldBe(ends[0].ExitCode == 0 ? 1ul : 2ul);
        File.ReadLines(Path.Combine(Out, "replications.csv")).Count().ShouldBe(200_001);
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("> /dev/full")]
    [InlineData(">&- 2>&-")]
    [InlineData("> /dev/full 2> /dev/full")]
    [InlineData("| head -n 1")]
    public void ClosedScreen_LosesNoFile(string screen)
    {
        var (exitCode, _, error) = BuiltScript.Run.Shell(
            $"'{SmallFile.Write(folder["a.json"])}' --replications 20 --out '{Out}' {screen}");
        exitCode.ShouldBe(0);
        error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThanOrEqualTo(1);
        Manifest.Read(Out)!.Differences(Out).ShouldBeEmpty();
        tables.Except(Files()).ShouldBeEmpty();
        Files().Count(file => file!.EndsWith(".svg", StringComparison.Ordinal)).ShouldBe(4);
    }

    /// <summary>A limit on the size of a file is a full disk that needs no rights.</summary>
    [Fact]
    public void FullDisk_LeavesTheResultBefore()
    {
        var file = SmallFile.Write(folder["a.json"]);
        BuiltScript.Run.End(file, "--replications", "50", "--seed", "1", "--out", Out).ExitCode.ShouldBe(0);
        var before = File.ReadAllBytes(Path.Combine(Out, "manifest.json"));
        var (exitCode, output, error) = Shell("trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f 200; "
            + BuiltScript.Run.Command(file, "--replications", "20000", "--seed", "2", "--out", Out));
        exitCode.ShouldBe(74, output);
        error.ShouldContain("was not written");
        File.ReadAllBytes(Path.Combine(Out, "manifest.json")).ShouldBe(before);
        Manifest.Read(Out)!.Differences(Out).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName)
            .ShouldBe(Manifest.Read(Out)!.Files.Select(one => one.Name).Append("manifest.json"), ignoreOrder: true);
    }

    [Fact]
    public void FolderThatCannotBeUsed_IsRefusedBeforeTheRun()
    {
        var file = SmallFile.Write(folder["a.json"]);
        var content = File.ReadAllText(file);
        (string Path, string Reason)[] unusable =
            [("", "it must name a folder"), (file, "that is a file"), (file + "/in", "nothing can be written")];
        foreach (var (path, reason) in unusable)
        {
            var (exitCode, output, error) = BuiltScript.Run.End(file, "--replications", "5", "--out", path);
            exitCode.ShouldBe(2);
            error.ShouldStartWith($"--out is \"{path}\"; {reason}");
            output.ShouldBeEmpty();
        }

        File.ReadAllText(file).ShouldBe(content);
    }

    [Fact]
    public void FolderOfTheInput_IsRefused_WhereAResultWouldReplaceIt()
    {
        var file = SmallFile.Write(folder["scenarios.json"]);
        var content = File.ReadAllText(file);
        var (exitCode, output, error) = BuiltScript.Run.End(file, "--replications", "5", "--out", folder.Path);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldBe($"--out is \"{folder.Path}\"; the results would replace FILE \"{file}\" there. Name another folder.\n");
        File.ReadAllText(file).ShouldBe(content);

        // Under another name it is one of the files that no run wrote.
        File.Move(file, folder["own.json"]);
        BuiltScript.Run.End(folder["own.json"], "--replications", "5", "--out", folder.Path).ExitCode.ShouldBe(0);
        File.ReadAllText(folder["own.json"]).ShouldBe(content);
    }

    /// <summary>
    /// Killed at some moment, a run leaves the result before or its own; where it was putting files in place, the next completes it.
    /// </summary>
    [Fact]
    public void KilledRun_LeavesOneResult()
    {
        var file = SmallFile.Write(folder["a.json"], scenarios: 2);
        string[] Line(int seed) => [file, "--replications", "2000", "--seed", $"{seed}", "--out", Out];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        BuiltScript.Run.End(Line(0)).ExitCode.ShouldBe(0);
        var whole = clock.Elapsed;
        var moments = new Random(13);
        var left = new Dictionary<string, int> { ["before"] = 0, ["own"] = 0, ["completed"] = 0 };
        for (var seed = 1; seed <= Matrix.Cases(5, 100); seed++)
        {
            var before = Manifest.Read(Out)!.Seed;
            using var process = BuiltScript.Run.Start(Line(seed));
            Thread.Sleep(whole * moments.NextDouble());
            process.Kill();
            process.WaitForExit();
            var state = Manifest.Read(Out) is null ? "completed" : Manifest.Read(Out)!.Seed == before ? "before" : "own";
            left[state]++;
            if (state == "completed") OutputFolder.Open(Out).Dispose();
            var manifest = Manifest.Read(Out)!;
            manifest.Differences(Out).ShouldBeEmpty();
            manifest.IsComplete.ShouldBeTrue();
            (manifest.Seed == before || manifest.Seed == (ulong)seed).ShouldBeTrue();
        }

        BuiltScript.Run.End(Line(0)).ExitCode.ShouldBe(0);
        Directory.EnumerateFileSystemEntries(Out).Select(Path.GetFileName)
            .ShouldBe(Manifest.Read(Out)!.Files.Select(one => one.Name).Append("manifest.json"), ignoreOrder: true);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", left));
    }

    private static (int ExitCode, string Output, string Error) Shell(string command)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash", ["-c", command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        return BuiltScript.End(process);
    }

    private string?[] Files() => [.. Directory.GetFiles(Out).Select(Path.GetFileName)];
}
