namespace Supply.Tests.Invalid;

/// <summary>The message on a misspelt name gives the nearest one; on an unrecognisable name, the available ones.</summary>
public sealed class HintTests
{
    private const string Side = """
        { "format": "supply-scenario/1", "name": "Hints", "networks": [{ "name": "Side", "parts": [
          { "kind": "stockpile", "name": "Depot" },
          { "kind": "productionLine", "name": "Line", "calibre": "152 mm", "origin": "Russia", "to": "Depot",
            "capacity": { "value": 5, "unit": "rounds/day" } },
          { "kind": "productionLine", "name": "Ramp", "calibre": "152 mm", "origin": "Russia", "to": "Depot",
            "capacity": { "logistic": { "midpoint": 20, "from": { "value": { "uniform": [1, 2] }, "unit": "rounds/day" },
            "to": { "value": { "pert": [1, 2, 3] }, "unit": "rounds/day" }, "duration": { "value": 9, "unit": "days" } } } },
          { "kind": "consumer", "name": "Guns", "at": "Depot", "demands": [{ "calibre": "152 mm",
            "required": { "value": 1, "unit": "rounds/day" } }],
            "rationing": { "kind": "byCover", "cover": { "value": 9, "unit": "days" } } }
        ] }], "horizon": { "steps": 60 }, "changes": [{ "kind": "depotStrike", "stockpile": "Depot", "from": 9,
            "lossFraction": { "drift": 1 } }],
          "sweep": { "origin": "DPRK", "from": 9, "shares": [0], "meanings": ["added"] } }
        """;

    /// <summary>A name in the file, its replacement, and the end of the message.</summary>
    [Theory]
    [InlineData("\"networks\"", "\"network\"", "unknown property. Nearest: \"networks\".")]
    [InlineData("\"kind\": \"stockpile\"", "\"kind\": \"stockpil\"", "unknown kind \"stockpil\". Nearest: \"stockpile\".")]
    [InlineData("\"kind\": \"stockpile\"", "\"kind\": \"Stockpile\"", "unknown kind \"Stockpile\". Nearest: \"stockpile\".")]
    [InlineData("\"kind\": \"productionLine\"", "\"kind\": \"production\"", "unknown kind \"production\". Nearest: \"productionLine\".")]
    [InlineData("\"kind\": \"stockpile\"", "\"kind\": \"harbour\"",
        "unknown kind \"harbour\". There is \"stockpile\", \"reserve\", \"productionLine\", \"refurbishmentWorks\", \"supplier\", "
        + "\"route\", \"consumer\", \"inputStock\", \"inputSource\", \"gunPark\".")]
    [InlineData("\"kind\": \"depotStrike\"", "\"kind\": \"depotstrikes\"", "unknown kind \"depotstrikes\". Nearest: \"depotStrike\".")]
    [InlineData("\"kind\": \"byCover\"", "\"kind\": \"bycover\"", "unknown kind \"bycover\". Nearest: \"byCover\".")]
    [InlineData("\"capacity\"", "\"capasity\"", "unknown property. Nearest: \"capacity\".")]
    [InlineData("\"logistic\"", "\"logistics\"", "unknown property. Nearest: \"logistic\".")]
    [InlineData("\"logistic\"", "\"sigmoid\"",
        "it holds \"sigmoid\". Kinds: \"value\", \"linear\", \"table\", \"firstOrder\", \"logistic\", \"perStep\", \"drawn\" and \"csv\".")]
    [InlineData("\"midpoint\"", "\"midpiont\"", "unknown property. Nearest: \"midpoint\".")]
    [InlineData("\"duration\"", "\"durations\"", "unknown property. Nearest: \"duration\".")]
    [InlineData("\"uniform\"", "\"unifrom\"", "unknown property. Nearest: \"uniform\".")]
    [InlineData("\"pert\"", "\"perth\"", "unknown property. Nearest: \"pert\".")]
    [InlineData("\"pert\"", "\"PERT\"", "unknown property. Nearest: \"pert\".")]
    [InlineData("\"pert\"", "\"gamma\"",
        "Kinds: \"exactly\", \"uniform\", \"triangular\", \"pert\", \"normal\", \"logNormal\", \"oneOf\", \"drift\", \"noise\" and "
        + "\"product\".")]
    [InlineData("\"lossFraction\"", "\"lossfraction\"", "unknown property. Nearest: \"lossFraction\".")]
    [InlineData("\"meanings\"", "\"meaning\"", "unknown property. Nearest: \"meanings\".")]
    [InlineData("\"rounds/day\"", "\"rounds per day\"", "expected \"rounds/day\", \"rounds/month\" or \"rounds/year\".")]
    public void MisspeltName_IsAnsweredWithAHint(string name, string written, string hint) =>
        Should.Throw<ScenarioException>(() => ScenarioFile.Parse(Side.Replace(name, written, StringComparison.Ordinal), "test"))
            .Problems.Select(problem => problem.Message).ShouldContain(message => message.EndsWith(hint, StringComparison.Ordinal));

    [Theory]
    [InlineData("fired per dya", "no quantity \"fired per dya\". Nearest: \"fired per day\".")]
    [InlineData("fired", "no quantity \"fired\". Write \"fired per day\" or \"fired in total\".")]
    [InlineData("fired per day, at Gun", "no network, part, calibre or origin \"at Gun\". Nearest: \"Guns\".")]
    [InlineData("fired per day, Rusia", "no network, part, calibre or origin \"Rusia\". Nearest: \"Russia\".")]
    public void MisspeltMetric_IsAnsweredWithAHint(string name, string hint)
    {
        var scenario = ScenarioFile.Parse(Side.Replace("{ \"drift\": 1 }", "0.1", StringComparison.Ordinal), "test").Baseline;
        Should.Throw<ScenarioException>(() => Metrics.Named([name], scenario)).Problems.ShouldHaveSingleItem().Message.ShouldBe(hint);
    }
}
