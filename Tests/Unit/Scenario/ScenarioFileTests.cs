using System.Globalization;
using System.Text;
using static Supply.Uncertain;

namespace Supply.Tests.Unit;

public sealed class ScenarioFileTests
{
    private static Scenario Tiny { get; } = new("Tiny", new Network("Side", new Stockpile("Depot")), Horizon.PlainSteps(10));

    private static readonly Dictionary<(string Name, int Version), Func<Scenario>> registry = new()
    {
        [("Tiny", 1)] = () => Tiny,
        [("Tiny", 2)] = () => Tiny,
        [("EveryKind", 1)] = () => EveryKind.Baseline,
    };

    [Fact]
    public void EveryKind_ReadBack_IsEqual()
    {
        var text = EveryKind.File.ToJson();
        var back = ScenarioFile.Parse(text, "every kind");
        back.ShouldBe(EveryKind.File);
        back.ToJson().ShouldBe(text);
    }

    [Fact]
    public void EveryKind_Written_IsTheCanonicalText()
    {
        GoldenText.ShouldMatch("Unit/Scenario/ScenarioFileTests.EveryKind.verified.json", EveryKind.File.ToJson());
    }

    [Fact]
    public void Text_HasUnixLinesAndOneAtTheEnd()
    {
        var text = EveryKind.File.ToJson();
        text.ShouldNotContain("\r");
        text.ShouldEndWith("}\n");
        text.ShouldNotEndWith("\n\n");
    }

    [Fact]
    public void Text_DoesNotDependOnTheCulture()
    {
        var expected = EveryKind.File.ToJson();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            EveryKind.File.ToJson().ShouldBe(expected);
            ScenarioFile.Parse(expected, "x").ShouldBe(EveryKind.File);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(-1.0 / 3)]
    [InlineData(1e16)]
    public void Number_ReadBack_HasTheSameBits(double number)
    {
        var file = new ScenarioFile(Tiny with { Changes = [new CapacityChange("Line", Moment.AtStep(0), number)] });
        var back = (CapacityChange)ScenarioFile.Parse(file.ToJson(), "x").Baseline.Changes[0];
        BitConverter.DoubleToInt64Bits(((ExactlyValue)back.Factor).Value).ShouldBe(BitConverter.DoubleToInt64Bits(number));
    }

    [Fact]
    public void Extends_IsWrittenAsItWasRead()
    {
        const string Text = """
            {
              "format": "supply-scenario/1",
              "name": "Mine",
              "extends": { "baseline": "Ukraine2022", "version": 1 },
              "scenarios": [
                {
                  "name": "US stops",
                  "changes": [ { "kind": "orderChange", "origin": "United States", "from": "2026-07-01", "factor": 0 } ]
                }
              ],
              "windows": [ { "name": "2026", "from": "2026-01-01", "to": "2026-12-31" } ]
            }
            """;
        var file = ScenarioFile.Parse(Text, "mine.json");
        file.Extends.ShouldBe(new CaseName("Ukraine2022", 1));
        file.Windows.ShouldBe([TimeWindow.Year(2026)]);
        var written = file.ToJson();
        written.Length.ShouldBeLessThan(1000);
        ScenarioFile.Parse(written, "again.json").ShouldBe(file);

        // Another baseline is not the case any more, and a file without the name is whole.
        (file with { Baseline = file.Baseline with { Changes = file.Scenarios[0].Changes }, Scenarios = [] }).ToJson()
            .ShouldNotContain("extends");
        (file with { Extends = null }).ToJson().ShouldContain("\"networks\"");
        new ScenarioFile(Baselines.Russia2022).Brief().Extends!.Baseline.ShouldBe("Russia2022");
        EveryKind.File.Brief().Extends.ShouldBeNull();
    }

    [Fact]
    public void Extends_IsExpandedAndRenamed()
    {
        var file = ScenarioFile.Parse("""
            { "format": "supply-scenario/1", "name": "Mine", "extends": { "baseline": "EveryKind", "version": 1 },
              "scenarios": [{ "name": "Strike", "changes": [
                { "kind": "depotStrike", "stockpile": "Rear", "from": "2024-07-01", "lossFraction": 0.5 }] }] }
            """, "x", registry);
        file.Baseline.ShouldBe(EveryKind.Baseline with { Name = "Mine" });
        file.Scenarios.ShouldHaveSingleItem().ShouldBe(file.Baseline.With("Strike",
            new DepotStrike("Rear", new(2024, 7, 1), Fraction.Of(0.5))));
        file.ToJson().ShouldNotContain("extends");
        ScenarioFile.Parse(file.ToJson(), "x").ShouldBe(file with { Extends = null });
    }

    [Fact]
    public void Expand_GivesBaselineScenariosAndSweep()
    {
        EveryKind.File.Expand().Select(scenario => scenario.Name).ShouldBe([
            "Every kind", "Nothing changes", "Everything changes – \"quoted\", Снаряды",
            "DPRK 0 % added", "DPRK 7 % added", "DPRK 20 % added", "DPRK 33.3333333333 % added",
            "DPRK 0 % substituted", "DPRK 7 % substituted", "DPRK 20 % substituted", "DPRK 33.3333333333 % substituted",
            "line capacity 1", "line capacity 1.5", "line capacity 2", "days after July 30",
        ]);
        EveryKind.File.Expand()[5].Changes[^1].ShouldBe(new TargetShare(Origin.Dprk, new(2024, 7, 1), Fraction.Of(0.2),
            ShareMeaning.Added));
    }

    /// <summary>An editor finds the schema wherever the file is saved.</summary>
    [Fact]
    public void Schema_IsFoundFromTheSavedFile()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var file = new ScenarioFile(Tiny) { Schema = "../Scenarios/scenario.schema.json" };
            var path = Path.Combine(folder, "new", "a.json");
            file.Save(path);
            ScenarioFile.Read(path).Schema.ShouldBe(ScenarioFile.SchemaFile);
            File.ReadAllText(Path.Combine(folder, "new", ScenarioFile.SchemaFile)).ShouldBe(ScenarioFile.JsonSchema);

            // One that is there is left as it is, and so are other addresses.
            Directory.CreateDirectory(Path.Combine(folder, "Scenarios"));
            File.WriteAllText(Path.Combine(folder, "Scenarios", ScenarioFile.SchemaFile), "mine");
            file.Save(Path.Combine(folder, "old", "a.json"));
            ScenarioFile.Read(Path.Combine(folder, "old", "a.json")).Schema.ShouldBe("../Scenarios/scenario.schema.json");
            (file with { Schema = "https://example.org/scenario.schema.json" }).Save(Path.Combine(folder, "web", "a.json"));
            new ScenarioFile(Tiny).Save(Path.Combine(folder, "web", "b.json"));
            Directory.GetFiles(folder, ScenarioFile.SchemaFile, SearchOption.AllDirectories).Length.ShouldBe(2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void ByteOrderMark_IsAccepted()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, new ScenarioFile(Tiny).ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            ScenarioFile.Read(path).Baseline.ShouldBe(Tiny);
            new ScenarioFile(Tiny).Save(path);
            ScenarioFile.Read(path).Baseline.ShouldBe(Tiny);
            File.ReadAllBytes(path)[0].ShouldBe((byte)'{');
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Path_ThatCannotBeRead_IsAProblem()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "russia.json"), "");
            Message(() => ScenarioFile.Read(Path.Combine(folder, "rusia.json")))
                .ShouldEndWith("file: does not exist. Nearest: \"russia.json\".");
            Message(() => ScenarioFile.Read(Path.Combine(folder, "none", "x.json"))).ShouldContain("Nor does its folder");
            File.WriteAllText(Path.Combine(folder, "russia.json"), new ScenarioFile(EveryKind.Baseline).ToJson(), Encoding.Unicode);
            Message(() => ScenarioFile.Read(Path.Combine(folder, "russia.json")))
                .ShouldEndWith("file: is UTF-16 text; save it as UTF-8.");
            File.WriteAllBytes(Path.Combine(folder, "russia.json"), [(byte)'"', 0xff, (byte)'"']);
            Message(() => ScenarioFile.Read(Path.Combine(folder, "russia.json"))).ShouldContain("is not UTF-8 text");
            Message(() => ScenarioFile.Read(folder)).ShouldEndWith("file: is a folder.");
            Message(() => ScenarioFile.Read("")).ShouldContain("file: cannot be read");
            Message(() => ScenarioFile.Read("a\0b")).ShouldContain("file: cannot be read");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Text_TooLargeOrTooDeep_IsAProblem()
    {
        Message(() => ScenarioFile.Parse(new string(' ', 17 << 20), "x")).ShouldEndWith("file: is larger than 16 MiB.");
        Message(() => ScenarioFile.Parse(new string('[', 100_000), "x")).ShouldContain("more than 64 objects and lists inside each other.");
        var many = "{" + string.Join(",", Enumerable.Range(0, 5000).Select(i => $"\"property{i}\": 1")) + "}";
        Should.Throw<ScenarioException>(() => ScenarioFile.Parse(many, "x")).Problems.Count.ShouldBe(1001);
    }

    [Fact]
    public void Number_ThatAFileCannotHold_IsAProblemWithItsPlace()
    {
        var nan = Tiny with { Changes = [new CapacityChange("Line", Moment.AtStep(0), Normal(double.NaN, double.PositiveInfinity))] };
        Message(() => new ScenarioFile(nan).ToJson()).ShouldBe("""
            The file of scenario "Tiny" has 2 problems:
              $.changes[0].factor.normal.mean: must be a number; it is NaN.
              $.changes[0].factor.normal.sd: must be a number; it is Infinity.
            """.ReplaceLineEndings("\n"));

        var deep = Exactly(1);
        for (var i = 0; i < 100; i++) deep = OneOf(new Alternative("only", 1, deep));
        Message(() => new ScenarioFile(Tiny with { Changes = [new CapacityChange("Line", Moment.AtStep(0), deep)] }).ToJson())
            .ShouldEndWith("lies deeper than 64 objects and lists; such a file could not be read.");
    }

    [Fact]
    public void DeepestNumber_CanBeReadBack()
    {
        // Root, list of changes, change, and three levels (object, list, case) for each choice: 3 + 3 * 20 = 63.
        var deep = Exactly(1).Assumed("One level more.");
        for (var i = 0; i < 20; i++) deep = OneOf(new Alternative("only", 1, deep));
        var file = new ScenarioFile(Tiny with { Changes = [new CapacityChange("Line", Moment.AtStep(0), deep)] });
        ScenarioFile.Parse(file.ToJson(), "x").ShouldBe(file);
    }

    [Fact]
    public void Scenario_ThatIsNotTheBaselineAndChanges_IsNotWritten()
    {
        var other = new Scenario("Other", new Network("Elsewhere"), Tiny.Horizon);
        Message(() => new ScenarioFile(Tiny) { Scenarios = [other] }.ToJson()).ShouldBe(
            "The file of scenario \"Tiny\" has 1 problem:\n"
            + "  $.scenarios[0]: scenario \"Other\" differs from the baseline \"Tiny\" by more than further changes; "
            + "make it with baseline.With(...), or give it a file of its own.");
    }

    [Fact]
    public void Horizon_WithoutAStep_IsAProblemWhenReadBack()
    {
        Message(() => ScenarioFile.Parse(Text(Horizon.Dated(new(2024, 12, 31), new(2024, 1, 1))), "x"))
            .ShouldContain("$.horizon.end: 2024-12-30 is before the start");
        Message(() => ScenarioFile.Parse(Text(Horizon.Dated(new(2024, 1, 1), new(2024, 12, 31), stepDays: 0)), "x"))
            .ShouldContain("$.horizon");
        Message(() => ScenarioFile.Parse(Text(Horizon.Dated(new(2024, 1, 1), new(2024, 1, 31), stepDays: 40)), "x"))
            .ShouldContain("$.horizon");

        static string Text(Horizon horizon) => new ScenarioFile(Tiny with { Horizon = horizon }).ToJson();
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\": 1}")]
    [InlineData("{\"format\": \"\\ud800\"}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("{\"format\": \"supply-scenario/1\", \"networks\": [null, {\"parts\": [null, {}, {\"kind\": 1}]}], \"horizon\": {}}")]
    public void Text_ThatIsNoScenario_IsAProblem(string text) =>
        Should.Throw<ScenarioException>(() => ScenarioFile.Parse(text, "x")).Problems.ShouldNotBeEmpty();

    [Fact]
    public void Text_CutOffAnywhere_IsAProblem()
    {
        var text = new ScenarioFile(EveryKind.Baseline).ToJson().TrimEnd();
        for (var length = 0; length < text.Length; length += 7)
        {
            Should.Throw<ScenarioException>(() => ScenarioFile.Parse(text[..length], "x")).Problems.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void Text_WithAnyWordReplaced_IsReadOrAProblem()
    {
        // Every number, text and name, one by one, becomes one of two other things; the file is read, or a problem is reported.
        string[] others = ["null", "\"x\"", "17", "1e999", "[]", "{}", "[[1]]", "{\"value\": 1}"];
        var text = EveryKind.File.ToJson();
        var turn = 0;
        foreach (var match in System.Text.RegularExpressions.Regex.Matches(text, "\"[^\"\\\\]*\"|-?[0-9][0-9.E+-]*").AsEnumerable())
        {
            for (var i = 0; i < 2; i++)
            {
                var changed = text[..match.Index] + others[turn++ * 3 % others.Length] + text[(match.Index + match.Length)..];
                try
                {
                    var file = ScenarioFile.Parse(changed, "x");
                    ScenarioFile.Parse(file.ToJson(), "x").ShouldBe(file);
                }
                catch (ScenarioException exception)
                {
                    exception.Problems.ShouldNotBeEmpty();
                }
            }
        }
    }

    private static string Message(Action action) => Should.Throw<ScenarioException>(action).Message;
}
