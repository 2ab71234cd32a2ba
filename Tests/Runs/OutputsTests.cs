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
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("400")]
    [InlineData("week")]
    public void StepsThatThereAreNot_AreAMistake(string step)
    {
        var (exitCode, _, error) = BuiltScript.Run.End(SmallFile.Write(folder["a.json"]), "--step", step, "--out", Out);
        exitCode.ShouldBe(2);
        error.TrimEnd().ShouldBe($"--step is \"{step}\"; it must be a whole number in 1..366.");
    }

    /// <summary>A study that is kept has the step in its manifest, and no other study goes into its folder.</summary>
    [Fact]
    public void StepsOfAWeek_AreSaid_AndKept()
    {
        var file = SmallFile.Write(folder["a.json"], scenarios: 1);
        var (exitCode, output, error) = BuiltScript.Run.End(
            file, "--replications", "50", "--step", "7", "--into", folder["k"], "--out", Out);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("2 scenarios x 50 replications x 53 steps");
        output.ShouldContain("In steps of 7 days instead of 1 day, for exploring.");
        output.ShouldContain("2024-06-01 on 2024-06-03");
        var plain = folder["plain.json"];
        var horizon = Horizon.PlainSteps(20);
        new ScenarioFile(ScenarioFile.Read(file).Baseline with { Horizon = horizon }).Save(plain);
        var none = BuiltScript.Run.End(plain, "--step", "7", "--into", folder["p"], "--out", folder["q"]);
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("has plain steps; only dates can be moved to longer steps.");
        var other = BuiltScript.Run.End(file, "--replications", "50", "--into", folder["k"], "--out", Out);
        other.ExitCode.ShouldBe(2);
        other.Error.ShouldContain("steps of 7 days and not the steps of its scenarios");
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

    /// <summary>Letters of any script, a blank against a hyphen, a side named like an origin.</summary>
    [Fact]
    public void EveryMetric_HasAFigureOfItsOwn()
    {
        string[] places = ["Склад", "Запас", "A b", "A-b", "砲弾"];
        var baseline = new Scenario("Case", new Network("Russia", Items.From(places
            .Select(place => (Part)new Stockpile(place, [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1000))]))
            .Append(new Consumer("Guns", "Склад", [new(Calibre.Mm152, Rate.PerDay(20))])))),
            Horizon.Dated(new(2024, 1, 1), new(2024, 6, 30)));
        string[] metrics = [.. places.Select(place => $"on hand, {place}"), "fired per day, from Russia", "fired per day, on Russia"];
        new ScenarioFile(baseline) { Metrics = Items.From(metrics) }.Save(folder["a.json"]);
        var (exitCode, _, error) = BuiltScript.Run.End(folder["a.json"], "--replications", "4", "--out", Out);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        string[] files = ["on-hand-Склад", "on-hand-Запас", "on-hand-A-b", "on-hand-A-b-2", "on-hand-砲弾"];
        foreach (var (place, name) in places.Zip(files))
        {
            var drawn = File.ReadAllText(Path.Combine(Out, $"{name}.svg"));
            drawn.ShouldContain(place);
            places.Where(other => other != place && drawn.Contains(other, StringComparison.Ordinal)).ShouldBeEmpty();
        }

        foreach (var name in new[] { "fired-per-day-from-Russia.svg", "fired-per-day-on-Russia.svg" }) Files().ShouldContain(name);
    }

    /// <summary>Text of a file that a terminal or a spreadsheet would obey is refused, and not repeated to the terminal as it is.</summary>
    [Theory]
    [InlineData("De\0pot\u001b[31m", "holds a control character")]
    [InlineData("=HYPERLINK(1)", "which spreadsheets take for a formula")]
    [InlineData("a\nb", "holds the end of a line")]
    public void NamesThatAreObeyed_AreRefused_AndNotRepeated(string name, string why)
    {
        var file = SmallFile.Write(folder["a.json"]);
        var letters = System.Text.RegularExpressions.Regex.Unescape(name);
        File.WriteAllText(file, File.ReadAllText(file)
            .Replace("\"Depot\"", System.Text.Json.JsonSerializer.Serialize(letters), StringComparison.Ordinal));
        var (exitCode, output, error) = BuiltScript.Run.End(file, "--replications", "5", "--out", Out);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain("$.networks[0].parts[0].name: ");
        error.ShouldContain(why);
        error.Where(letter => char.IsControl(letter) && letter != '\n').ShouldBeEmpty();
        Directory.Exists(Out).ShouldBeFalse();
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
    [InlineData("| head -n 1; exit ${PIPESTATUS[0]}")]
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
        // The first run waits for the script to be built.
        BuiltScript.Run.End(Line(0)).ExitCode.ShouldBe(0);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        BuiltScript.Run.End(Line(0)).ExitCode.ShouldBe(0);
        var whole = clock.Elapsed;
        var moments = new Random(13);
        var left = new Dictionary<string, int> { ["before"] = 0, ["own"] = 0, ["completed"] = 0 };
        for (var seed = 1; seed <= Matrix.Cases(5, 100); seed++)
        {
            var before = Manifest.Read(Out)!.Seed;
            using var process = BuiltScript.Run.Start(Line(seed));
            process.WaitForExit(whole * moments.NextDouble());
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

    /// <summary>Calibres beyond the fourth have no figure, and a line says so.</summary>
    [Fact]
    public void CalibresWithoutAFigure_AreNamed()
    {
        var calibres = Enumerable.Range(1, 6).Select(i => new Calibre($"gun {i}")).ToArray();
        var baseline = new Scenario("Case", new Network("Side",
            new Stockpile("Depot", [.. calibres.Select(calibre => new Lot(calibre, Origin.Russia, Rounds.Of(1000)))]),
            new Consumer("Guns", "Depot", [.. calibres.Select(calibre => new Demand(calibre, Rate.PerDay(10)))])),
            Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31)));
        new ScenarioFile(baseline).Save(folder["a.json"]);
        var (exitCode, output, error) = BuiltScript.Run.End(folder["a.json"], "--replications", "5", "--out", Out);
        exitCode.ShouldBe(0, error);
        output.ShouldContain("on hand is given for 4 calibres, without gun 5, gun 6; with \"on hand, gun 5\" among its metrics the file "
            + "has that one too.");
        Files().ShouldContain("on-hand-gun-4.svg");
        Files().ShouldNotContain("on-hand-gun-5.svg");
    }

    /// <summary>Wherever it is started, the script finds the forecasts that are kept with it, and leaves them as they are.</summary>
    [Fact]
    public void Forecasts_GoOnFromThoseOfTheirScript()
    {
        Assert.SkipUnless(Supply.Cases.Russia2022.Posterior.IsUsable, "The verdict refuses the shipped posterior.");
        var kept = Path.Combine(Scripts.Root, "Scenarios", "Forecasts.csv");
        var before = File.ReadAllBytes(kept);
        var (exitCode, output, error) = Shell($"cd '{folder.Path}' && {BuiltScript.Forecasts.Command("--out", "o")}");
        exitCode.ShouldBe(0, output + error);
        output.ShouldContain($"forecasts added to those of {kept}, ");
        File.ReadAllBytes(kept).ShouldBe(before);
        Manifest.Read(Out)!.Files.Select(file => file.Name).ShouldBe(["Forecasts.csv", "Forecasts.md", "report.html", "report.md"]);
        File.WriteAllText(Path.Combine(Out, "Forecasts.csv"), "made,what\n");
        var (code, _, fault) = Shell($"cd '{folder.Path}' && {BuiltScript.Forecasts.Command("--out", "o")}");
        code.ShouldBe(2);
        fault.ShouldStartWith("\"o/Forecasts.csv\": Forecasts begin with the heading");
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
