namespace Supply.Tests.House;

/// <summary>Scripts answer, write their files, and refuse bad input with exit code 2 and no stack trace.</summary>
[Collection(nameof(Scripts))]
public class ScriptTests
{
    [Fact]
    public void ShareStudy_WritesAllItsFiles_AndTheirScenariosRunAgain()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "20", "--tables", "--out",
            folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        var table = output.IndexOf("Median and 90 % band", StringComparison.Ordinal);
        output.IndexOf("With \"DPRK stops 2027-01-01\", rounds fired a day", StringComparison.Ordinal).ShouldBeInRange(0, table);
        output.ShouldContain("rank correlation");
        ShouldBeAFirstScreen("dprk-share", output);
        FilesIn(folder["a"]).ShouldBe(
            ["dprk-stops.svg", "exhaustion.svg", "fired-per-day.svg", "manifest.json", "parameters.csv", "realised-share.svg",
                "replications.csv",
                "scenarios.json", "series.csv", "share-sweep.svg", "summary.csv", "supply-stack.svg"], ignoreOrder: true);

        Scripts.Run("Scenarios/run.cs", Path.Combine(folder["a"], "scenarios.json"), "--replications", "20", "--out",
            folder["b"]).ExitCode.ShouldBe(0);
        File.ReadAllText(Path.Combine(folder["b"], "scenarios.json"))
            .ShouldBe(File.ReadAllText(Path.Combine(folder["a"], "scenarios.json")));
        FiredPerDay(folder["b"]).ShouldBe(FiredPerDay(folder["a"]));
    }

    [Fact]
    public void ShareStudy_WithFewerReplications_IsAPrefix()
    {
        using var folder = new TemporaryFolder();
        Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "40", "--threads", "2", "--out",
            folder["many"]).ExitCode.ShouldBe(0);
        Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "15", "--threads", "1", "--out",
            folder["few"]).ExitCode.ShouldBe(0);
        var few = File.ReadAllLines(Path.Combine(folder["few"], "replications.csv"));
        var many = File.ReadAllLines(Path.Combine(folder["many"], "replications.csv"));
        few.ShouldBe(many.Where((line, i) => i == 0
            || int.Parse(line.Split(',')[0], System.Globalization.CultureInfo.InvariantCulture) < 15));
    }

    [Fact]
    public void BothSides_WritesItsFiles_WithTheFireRatioOfEachScenario()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) =
            Scripts.Run("Scenarios/both-sides.cs", "--short", "--replications", "20", "--dprk-effect", "0.6", "--answer", "0.2", "--tables",
                "--out",
                folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("DPRK stops, Czech and EU halve");
        output.ShouldContain("effective fire ratio, Russia, against Ukraine, DPRK counts 0.6");
        FilesIn(folder["a"]).ShouldBe(
            ["fire-ratio-levers.svg", "fire-ratio.svg", "fired-per-day-levers.svg", "fired-per-day.svg", "manifest.json",
                "parameters.csv", "replications.csv", "scenarios.json", "series.csv", "summary.csv"], ignoreOrder: true);
        File.ReadLines(Path.Combine(folder["a"], "summary.csv"))
            .Count(line => line.Contains(",\"fire ratio against Ukraine\",\"Russia\",", StringComparison.Ordinal)).ShouldBe(4 * 3);
    }

    [Fact]
    public void Claims_AreCheckedAgainstThePosterior_OnesOwnToo()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/claims.cs", "--short", "--tables",
            "--claim", "dprk_share 0.6 2025-01-01..2025-12-31 HUR", "--claim", "rounds_fired 60000+ 2025-01-01..2025-12-31", "--out",
                folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("What all claims together imply: median (5-95 %)");
        output.ShouldContain("Your claims, and what all witnesses say");
        output.ShouldContain("at least 60,000");
        FilesIn(folder["a"]).ShouldBe(
            ["claims.md", "claims.svg", "dprk-share.svg", "fired-per-day.svg", "influence-fire.svg", "influence-share.svg", "inputs.svg",
                "manifest.json", "parameters.csv", "replications.csv", "series.csv", "summary.csv"], ignoreOrder: true);

        var bad = Scripts.Run("Scenarios/claims.cs", "--claim", "dprk_shares 0.6 2025-01-01..2025-12-31", "--claim",
            "stock many 2025-01-01..2025-12-31");
        bad.ExitCode.ShouldBe(2);
        bad.Error.Split('\n').Count(line => line.StartsWith("--claim \"", StringComparison.Ordinal)).ShouldBe(2);

        string Said(string claim) => Scripts.Run("Scenarios/claims.cs", "--short", "--claim", claim).Error;
        Said("dprk_share 49 2025-07-01..2025-07-13").ShouldBe(
            "Row \"claim 1\": low is 49; a fraction lies in 0..1. Is it a percentage? For 49 % write 0.49.\n"
            + "Row \"claim 1\": high is 49; a fraction lies in 0..1. Is it a percentage? For 49 % write 0.49.\n");
        Said("rounds_fired 1e400 2025-07-01..2025-07-13").ShouldStartWith("Row \"claim 1\": low is infinite; it must be a finite number.");

        File.WriteAllText(folder["own.csv"], "id,side\nX1,RU\n");
        Scripts.Run("Scenarios/claims.cs", "--evidence", folder["own.csv"]).Error.ShouldContain("line 1: no column \"quantity\".");
        File.WriteAllText(folder["other.posterior"], "no posterior");
        Scripts.Run("Scenarios/claims.cs", "--posterior", folder["other.posterior"]).Error.ShouldContain(
            "other.posterior is not a posterior in this format.");
    }

    [Fact]
    public void ShareStudy_RunsFromThePosterior()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) =
            Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "20", "--out", folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain(Supply.Cases.Russia2022.Posterior.IsUsable ? "published claims of" : "drawn from the priors of the case, "
            + "since");
        Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "20", "--prior", "--out", folder["b"]).Output
            .ShouldContain("drawn from the priors of the case");
    }

    [Fact]
    public void CutOff_AnswersInSentences_ForTheDatesAsked()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) =
            Scripts.Run("Scenarios/cut-off.cs", "--short", "--replications", "20", "--from", "2025-07-01", "2026-07-01", "--out",
                folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("With \"stop, 2025-07-01\", rounds fired a day");
        ShouldBeAFirstScreen("cut-off", output);
        output.ReplaceLineEndings(" ").ShouldContain("With \"stop, 2026-07-01\", rounds fired a day");
        output.ShouldNotContain("How far and how fast");
        FilesIn(folder["a"]).ShouldBe(
            [
                "exhaustion-2025-07-01.svg", "exhaustion-2026-07-01.svg", "fall-2025-07-01.svg", "fall-2026-07-01.svg",
                    "stop-2025-07-01.svg", "stop-2026-07-01.svg",
                "manifest.json", "parameters.csv", "replications.csv", "scenarios.json", "series.csv", "summary.csv",
            ], ignoreOrder: true);
        ScenarioFile.Read(folder["a/scenarios.json"]).Scenarios.Count.ShouldBe(4);
        var (_, tables, _) = Scripts.Run("Scenarios/cut-off.cs", "--short", "--replications", "20", "--tables", "--out", folder["b"]);
        tables.ShouldContain("How far and how fast the rate of fire falls: fired per day, against");
        tables.ShouldContain("routes pass 50 %, 2026-01-01");

        var late = Scripts.Run("Scenarios/cut-off.cs", "--short", "--from", "2027-12-01", "2026-13-01");
        late.ExitCode.ShouldBe(2);
        late.Error.ShouldContain("2026-13-01");
        Scripts.Run("Scenarios/cut-off.cs", "--short", "--from", "2027-12-01").Error.ShouldContain(
            "--from is 2027-12-01; a fall is read from at least 90 days");
    }

    [Fact]
    public void Replacement_NamesTheGrowthThatIsNeeded()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) =
            Scripts.Run("Scenarios/replacement.cs", "--short", "--replications", "20", "--iran", "20000", "--tables", "--out",
                folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("Growth of own production that brings the fill rate back to 99 % of what it is without a stop");
        output.ShouldContain("Iran 20,000 a month");
        output.ShouldContain("12 months, inputs too");
        FilesIn(folder["a"]).ShouldBe(
            ["fired-per-day.svg", "growth.svg", "suppliers.svg", "manifest.json", "parameters.csv", "replications.csv", "scenarios.json",
                "series.csv",
                "summary.csv"],
                ignoreOrder: true);

        Scripts.Run("Scenarios/run.cs", folder["a/scenarios.json"], "--short", "--replications", "5", "--out",
            folder["b"]).ExitCode.ShouldBe(0);
        var bad = Scripts.Run("Scenarios/replacement.cs", "--iran", "many", "--restored", "200");
        bad.ExitCode.ShouldBe(2);
        bad.Error.ShouldContain("--iran is \"many\"");
        bad.Error.ShouldContain("--restored is \"200\"");
    }

    [Fact]
    public void Drivers_SayWhy_InOneScreen()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/drivers.cs", "--short", "--from", "2025-01-01", "--trajectories", "2",
            "--tables", "--out", folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("With \"DPRK stops 2025-01-01\", rounds fired a day");
        output.ShouldContain("share of variance");
        output.ShouldContain("Elementary effects on the difference in");
        output.ShouldContain("Noise of the computation");
        string[] files = FilesIn(folder["a"]);
        new[] { "tornado.svg", "screening.svg", "drivers.md", "manifest.json", "replications.csv", "scenarios.json", "series.csv",
            "summary.csv" }
            .Except(files).ShouldBeEmpty();
        Scripts.Run("Scenarios/drivers.cs", "--base-points", "1", "--loss", "200").Error.ShouldContain("--loss is \"200\"");
        Scripts.Run("Scenarios/drivers.cs", "--base-points", "1").Error.ShouldBe("--base-points is 1; it must be 0, or at least 2.\n");
    }

    [Fact]
    public void LeastShare_AnswersInOneScreen()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/least-share.cs", "--short", "--replications", "20", "--goal", "9000",
            "--checkpoint", folder["kept"], "--out", folder["a"]);
        error.ShouldBeEmpty();
        File.ReadLines(folder["kept"]).Count().ShouldBeGreaterThan(3 * 10);
        exitCode.ShouldBe(0);
        output.ShouldContain("9,000 rounds a day, last year");
        output.ShouldContain("enough in 80 %");
        File.ReadLines(Path.Combine(folder["a"], "least.csv")).Count().ShouldBe(1 + (3 * 20));
        new[] { "least.csv", "chances.svg", "manifest.json", "replications.csv", "series.csv", "summary.csv" }
            .Except(FilesIn(folder["a"])).ShouldBeEmpty();
        Scripts.Run("Scenarios/least-share.cs", "--goal", "-5").Error.ShouldBe(
            "--goal is \"-5\"; it must be a number of rounds a day above 0 and up to 1000000.\n");
        File.WriteAllText(folder["design.json"], """
            { "format": "supply-analysis/1", "loss": 2 }
            """);
        var (code, _, wrong) = Scripts.Run("Scenarios/least-share.cs", "--design", folder["design.json"], "--out", folder["b"]);
        code.ShouldBe(2);
        wrong.ShouldContain("$.loss: is 2; it must be between 0 and 1.");
        File.WriteAllText(folder["design.json"], """
            {
              "format": "supply-analysis/1",
              "least": { "lever": "share", "of": "DPRK", "from": "2026-01-01", "goals": [9000],
                "window": { "name": "2027", "from": "2027-01-01", "to": "2027-12-31" } }
            }
            """);
        Scripts.Run("Scenarios/least-share.cs", "--design", folder["design.json"], "--goal", "9000").Error.ShouldBe(
            "--goal and --design exclude each other: the file says it.\n");
        var (done, told, _) = Scripts.Run("Scenarios/least-share.cs", "--design", folder["design.json"], "--replications", "20",
            "--out", folder["b"]);
        done.ShouldBe(0);
        told.ShouldContain("9,000 rounds a day, 2027");
        Scripts.Run("Scenarios/least-share.cs", "--until-error", "fired").Error.ShouldContain("it must be a metric and a number above 0");
    }

    [Fact]
    public void Design_ImpliesThePrior_AndIsRefusedFromAPosterior()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/run.cs", "Scenarios/dprk-stops.json", "--design", "sobol", "--replications",
            "32", "--out", folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        var words = string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("drawn from the priors of the case");
        words.ShouldContain("Sobol points in 16 randomisations");
        Manifest.Read(folder["a"])!.Design.ShouldBe(EnsembleDesign.Sobol);
        var refused = Scripts.Run("Scenarios/claims.cs", "--design", "sobol", "--out", folder["b"]);
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldBe("--design sobol implies --prior, which this script does not have: rows of a posterior are given, and a "
            + "design has nothing to draw there.\n");
        Scripts.Run("Scenarios/run.cs", "Scenarios/dprk-stops.json", "--design", "latin").ExitCode.ShouldBe(2);
    }

    [Fact]
    public void Pressure_RunsAllCombinations()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) =
            Scripts.Run("Scenarios/pressure.cs", "--short", "--replications", "20", "--strike-loss", "30", "--tables", "--out",
                folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("What each lever does to fired per day");
        output.ShouldContain("interaction: together less sum");
        FilesIn(folder["a"]).ShouldBe(
            ["effects.svg", "effects-152-mm.svg", "exhaustion.svg", "fired-per-day.svg", "manifest.json", "parameters.csv",
                "replications.csv", "scenarios.json", "series.csv", "summary.csv"], ignoreOrder: true);
        ScenarioFile.Read(folder["a/scenarios.json"]).Expand().Count.ShouldBe(16);
    }

    [Fact]
    public void BadArguments_AreAllReported_WithExitCode2()
    {
        var (exitCode, _, error) = Scripts.Run("Scenarios/dprk-share.cs", "--lever-date", "2025-02-30", "--meaning", "both-ways");
        exitCode.ShouldBe(2);
        error.ShouldContain("2025-02-30");
        error.ShouldContain("both-ways");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public void DateOutsideTheHorizon_IsReported_WithExitCode2()
    {
        var (exitCode, _, error) = Scripts.Run("Scenarios/dprk-share.cs", "--short", "--cutoff-date", "2030-01-01");
        exitCode.ShouldBe(2);
        error.ShouldContain("From is 2030-01-01; the horizon runs from 2022-02-24 to 2027-12-31.");
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public void FileOfANetwork_RunsOverItsWindows_AndStaysAsItWasWritten()
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = Scripts.Run("Scenarios/run.cs", "Scenarios/two-depots.json", "--replications", "20", "--tables",
            "--out", folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain("Of 2 scenarios \"Ally ");
        output.ShouldContain("Median and 90 % band, second half of 2026");
        output.ShouldContain("Median and 90 % band, 2027");
        output.ShouldContain("on hand, 155 mm");
        Scripts.Run("Scenarios/run.cs", "Scenarios/dprk-stops.json", "--replications", "5", "--out", folder["b"]).Output
            .ShouldContain("From 2027-01-01");
        File.ReadAllText(folder["b/scenarios.json"]).ShouldContain("\"extends\": { \"baseline\": \"Russia2022\"");
        File.ReadAllText(folder["b/report.html"]).ShouldNotContain("<script");
    }

    [Fact]
    public void BrokenFile_IsReported_WithExitCode2()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["broken.json"],
            """{ "format": "supply-scenario/1", "extends": { "baseline": "Russia2022", "version": 3 }, "scenario": [] }""");
        var (exitCode, _, error) = Scripts.Run("Scenarios/run.cs", folder["broken.json"], "--out", folder["out"]);
        exitCode.ShouldBe(2);
        error.ShouldContain("Nearest: \"scenarios\"");
        Scripts.Run("Scenarios/run.cs", folder["missing.json"]).ExitCode.ShouldBe(2);
    }

    /// <summary>After the lines of the run comes an answer of at most 20 lines of 100 columns.</summary>
    private static void ShouldBeAFirstScreen(string script, string output)
    {
        var after = output[(output.LastIndexOf(" MiB.\n", StringComparison.Ordinal) + " MiB.\n".Length)..].TrimStart('\n');
        var lines = after.Split("\n\nFigures", 2)[0].Split('\n');
        lines.TakeWhile(line => !line.StartsWith("Median and 90 % band", StringComparison.Ordinal)).Take(Answer.MostLines)
            .ShouldAllBe(line => line.Length <= Answer.Width, script);
    }

    [Fact]
    public void ShareStudy_InStepsOfAWeek_SaysSo()
    {
        using var folder = new TemporaryFolder();
        const string said = "In steps of 7 days instead of 1 day, for exploring.";
        var (exitCode, output, error) =
            Scripts.Run("Scenarios/dprk-share.cs", "--short", "--replications", "20", "--step", "7", "--tables", "--out", folder["a"]);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldContain(said);
        output.ShouldContain("from the lever date: 2025-01-02 to ");
        output.ShouldContain("2025-01-01 on 2025-01-02");
        var figures = Directory.GetFiles(folder["a"], "*.svg");
        figures.ShouldNotBeEmpty();
        foreach (var figure in figures) File.ReadAllText(figure).ShouldContain("exploring.", customMessage: figure);
        File.ReadAllText(Path.Combine(folder["a"], "report.html")).ShouldContain(said);
        File.ReadAllText(Path.Combine(folder["a"], "report.md")).ShouldContain(said);

        Scripts.Run("Scenarios/plausibility.cs", "--step", "7").ExitCode.ShouldBe(2);
    }

    private static string[] FiredPerDay(string folder) =>
        [.. File.ReadAllLines(Path.Combine(folder, "series.csv"))
            .Where(line => line.Contains(",fired per day,,,,,", StringComparison.Ordinal))];

    /// <summary>Names in a folder without its report and the PNG twins of the SVG figures, of which none may be missing.</summary>
    private static string[] FilesIn(string folder)
    {
        string[] names = [.. Directory.GetFiles(folder).Select(path => Path.GetFileName(path))];
        names.Where(name => name.EndsWith(".svg", StringComparison.Ordinal)).Select(name => Path.ChangeExtension(name, ".png"))
            .ShouldBe(names.Where(name => name.EndsWith(".png", StringComparison.Ordinal)), ignoreOrder: true);
        names.ShouldContain("report.html");
        names.ShouldContain("report.md");
        return [.. names.Where(name => !name.EndsWith(".png", StringComparison.Ordinal)
            && !name.StartsWith("report.", StringComparison.Ordinal))];
    }
}
