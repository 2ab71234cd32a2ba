using System.Text.Json;
using Supply.Files;

namespace Supply.Tests.Invalid;

/// <summary>Names that tables, spreadsheets and terminals would take for something else are refused at every door, with a place.</summary>
public sealed class NamesTests
{
    public static TheoryData<string, string> Wrong => new()
    {
        { "=1+2", "begins with \"=\", which spreadsheets take for a formula; begin with a letter or a digit" },
        { "-1+2", "begins with \"-\"" },
        { "+x", "begins with \"+\"" },
        { "@SUM(A1)", "begins with \"@\"" },
        { "  =x", "begins with \"=\"" },
        { "\uff1dx", "begins with \"\uff1d\"" },
        { "a\nb", "holds the end of a line (U+000A, character 2); write it on one line" },
        { "a\u2028b", "holds the end of a line (U+2028, character 2)" },
        { "De\0pot", "holds a control character (U+0000, character 3); remove it" },
        { "De\u001b[31m", "holds a control character (U+001B, character 3)" },
        { "a\tb", "holds a control character (U+0009, character 2)" },
        { "a\u0085", "holds a control character (U+0085, character 2)" },
        { "a\u202eb", "holds an invisible character that changes the direction of writing (U+202E, character 2)" },
        { "a\u200bb", "holds an invisible character (U+200B, character 2); remove it" },
        { "a\u00adb", "holds an invisible character (U+00AD, character 2)" },
        { "\ufeffa", "holds an invisible character (U+FEFF, character 1)" },
        { new('x', 121), "has 121 characters; a name has at most 120" },
    };

    public static TheoryData<string> Right =>
        ["a = b", "152 mm", "Склад", "砲弾", "می\u200cخواهم", "é", "2S19", "\"quoted\"", "a, b", "x<y&z", new string('x', 120)];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Name_InAFile_IsRefusedAtItsPlace(string name, string why)
    {
        var problems = Problems(() => ScenarioFile.Parse(Text(name), "x"));
        problems.Where(problem => problem.Message.Contains(why[..7], StringComparison.Ordinal)).Select(problem => problem.Place).ShouldBe(
            ["$.name", "$.networks[0].name", "$.networks[0].parts[0].name", "$.networks[0].parts[0].opening[0].calibre",
                "$.networks[0].parts[0].opening[0].origin", "$.networks[0].parts[1].at",
                "$.networks[0].parts[1].demands[0].calibre"], ignoreOrder: true);
        problems[0].Message.ShouldContain(why);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Name_InCode_IsRefusedInTheSameWords(string name, string why)
    {
        var problems = Problems(() => Of(name).Check());
        problems.Count(problem => problem.Message.Contains(why, StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Name_OfAnyScript_IsKept(string name)
    {
        var file = ScenarioFile.Parse(Text(name), "x");
        file.Baseline.Check();
        file.Baseline.Name.ShouldBe(name);
        ScenarioFile.Parse(file.ToJson(), "again").ShouldBe(file);
    }

    [Theory]
    [InlineData("Depot", "depot")]
    [InlineData("Depot", " Depot  ")]
    [InlineData("Rear depot", "Rear\u00a0depot")]
    [InlineData("Rear depot", "Rear\u3000depot")]
    [InlineData("Rear depot", "Rear\u2800depot")]
    [InlineData("D\u00e9p\u00f4t", "De\u0301po\u0302t")]
    [InlineData("\u1ead", "a\u0323\u0302")]
    [InlineData("a\u0302\u0323", "a\u0323\u0302")]
    [InlineData("Depot", "\uff24epot")]
    [InlineData("Depot", "D\u0435pot")]
    [InlineData("TOP", "\u03a4\u039f\u03a1")]
    [InlineData("\ud55c", "\u1112\u1161\u11ab")]
    [InlineData("\u304c", "\u304b\u3099")]
    [InlineData("a-b", "a\u2011b")]
    [InlineData("it's", "it\u2019s")]
    [InlineData("x\u200cy", "xy")]
    [InlineData("x\ufe0f", "x")]
    [InlineData("\ufb01re", "fire")]
    public void NamesThatLookAlike_AreRefused_WithHowTheyDiffer(string one, string other)
    {
        SeenName.Of(one).ShouldBe(SeenName.Of(other));
        var network = new Network("Side", new Stockpile(one), new Stockpile(other));
        var message = Problems(() => new Scenario("S", network, Horizon.PlainSteps(5)).Check())
            .Single(problem => problem.Message.StartsWith("parts are called", StringComparison.Ordinal)).Message;
        if (SeenName.IsPlain([one, other])) message.ShouldEndWith("names must differ by more than capitals and blanks.");
        else message.ShouldMatch(@"characters that look alike: character \d+ is (U\+[0-9A-F]{4}|missing) in one and "
            + @"(U\+[0-9A-F]{4}|missing) in the other\.$");
    }

    [Theory]
    [InlineData("Depot 1", "Depot 2")]
    [InlineData("resume", "r\u00e9sum\u00e9")]
    [InlineData("\u0421\u043a\u043b\u0430\u0434", "\u0417\u0430\u043f\u0430\u0441")]
    [InlineData("\u7832", "\u5f3e")]
    [InlineData("\ud55c", "\ud55d")]
    public void NamesThatDiffer_Stay(string one, string other) => SeenName.Of(one).ShouldNotBe(SeenName.Of(other));

    [Fact]
    public void Notes_MayBeginWithAnything_ButStandOnOneLine()
    {
        string Noted(string note) => Text("x").Replace("\"value\": 900", $"\"value\": {{ \"exactly\": 900, \"assumed\": "
            + $"{JsonSerializer.Serialize(note)} }}", StringComparison.Ordinal);
        ScenarioFile.Parse(Noted("- because = it is so"), "x");
        Problems(() => ScenarioFile.Parse(Noted("a\u001bb"), "x")).Single().Place.ShouldBe(
            "$.networks[0].parts[0].opening[0].amount.value.assumed");
    }

    private static IReadOnlyList<Problem> Problems(Action door) => Should.Throw<ScenarioException>(door).Problems;

    private static Scenario Of(string name) => new(name, new Network(name,
        new Stockpile(name, [new(new Calibre(name), new Origin(name), Rounds.Of(900))]),
        new Consumer("Guns", name, [new(new Calibre(name), Rate.PerDay(3))])), Horizon.PlainSteps(5));

    private static string Text(string name)
    {
        var text = JsonSerializer.Serialize(name);
        return $$"""
            { "format": "supply-scenario/1", "name": {{text}}, "networks": [{ "name": {{text}}, "parts": [
              { "kind": "stockpile", "name": {{text}}, "opening": [{ "calibre": {{text}}, "origin": {{text}},
                "amount": { "value": 900, "unit": "rounds" } }] },
              { "kind": "consumer", "name": "Guns", "at": {{text}}, "demands": [{ "calibre": {{text}},
                "required": { "value": 3, "unit": "rounds/day" } }] }] }],
              "horizon": { "steps": 5 } }
            """;
    }
}
