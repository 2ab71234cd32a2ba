namespace Supply.Tests.Unit;

/// <summary>Rates over time from a column of a CSV file, in code and in scenario files, and every fault with its line.</summary>
public sealed class CsvRatesTests : IDisposable
{
    private const string Good = "from,made,note\n2026-01-01,100,\"a, b\"\n2026-03-01,2.5e2,\n2026-07-01,0,\n";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Column_IsAPath()
    {
        var path = CsvRates.Read(Written(Good), "from", "made", RateUnit.PerDay);
        path.ShouldBe(RatePath.Table(Interpolation.Step, (new(2026, 1, 1), Rate.PerDay(100)), (new(2026, 3, 1), Rate.PerDay(250)),
            (new(2026, 7, 1), Rate.PerDay(0))));
        CsvRates.Read(Written("\ufefffrom , made\r\n2026-01-01, 7\r\n"), "from", "made", RateUnit.PerMonth, Interpolation.Linear)
            .ShouldBe(RatePath.Table((new(2026, 1, 1), Rate.PerMonth(7))));
    }

    /// <summary>The plant makes 100, 250 and 0 a day, as the file has it; a force that wants more fires all.</summary>
    [Fact]
    public void Path_IsRunAsWritten()
    {
        var made = CsvRates.Read(Written(Good), "from", "made", RateUnit.PerDay);
        var scenario = new Scenario("S", new Network("N", new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", made),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(1000))])), Horizon.Dated(new(2026, 1, 1), new(2026, 12, 31)));
        TimeWindow[] months = [TimeWindow.Between(new(2026, 2, 1), new(2026, 2, 28)), TimeWindow.Between(new(2026, 4, 1), new(2026, 4, 30)),
            TimeWindow.Between(new(2026, 9, 1), new(2026, 9, 30))];
        var study = new Ensemble(1, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(months)).Run(scenario);
        months.Select(month => study.Baseline.Scalar(Metric.FiredPerDay, month)[0]).ShouldBe([100, 250, 0]);
    }

    [Theory]
    [InlineData("", "line 1: there is no heading line.")]
    [InlineData("from,made\n", "line 1: there is a heading line, but no row follows.")]
    [InlineData("from;made\n2026-01-01;5\n",
        "line 1: columns are separated by semicolons or tabs; save the file with commas, and numbers with a point.")]
    [InlineData("from,maid\n2026-01-01,5\n", "line 1: no column \"made\". Nearest: \"maid\".")]
    [InlineData("date,rounds\n2026-01-01,5\n", "line 1: no column \"from\". There is \"date\", \"rounds\".",
        "line 1: no column \"made\". Nearest: \"date\".")]
    [InlineData("from,made,made\n2026-01-01,5,5\n", "line 1: the column \"made\" occurs twice.")]
    [InlineData("from,made\n2026-01-01,5,5\n2026-02-01\n", "line 2: 3 fields; the heading has 2.", "line 3: 1 fields; the heading has 2.")]
    [InlineData("from,made\n01.02.2026,5\n", "line 2: from is \"01.02.2026\"; it must be a date such as 2025-01-31.")]
    [InlineData("from,made\n2026-02-01,5\n2026-02-01,6\n",
        "line 3: from is \"2026-02-01\"; it must be after 2026-02-01, the date of the row before it.")]
    [InlineData("from,made\n2026-02-01,\"1,500\"\n",
        "line 2: made is \"1,500\"; it must be a number with a point and without thousands separators.")]
    [InlineData("from,made\n2026-02-01,many\n", "line 2: made is \"many\"; it must be a number.")]
    [InlineData("from,made\n2026-02-01,\n", "line 2: made is \"\"; it must be a number.")]
    [InlineData("from,made\n2026-02-01,-5\n", "line 2: made is \"-5\"; it must be at least 0.")]
    [InlineData("from,made\n2026-02-01,\"5\n",
        "line 2: a quotation mark opens a field and is never closed; close it, or double it in a field.")]
    public void Fault_IsNamedWithItsLine(string text, params string[] faults)
    {
        var path = Written(text);
        var thrown = Should.Throw<ScenarioException>(() => CsvRates.Read(path, "from", "made", RateUnit.PerDay));
        thrown.Problems.Select(problem => problem.ToString()).ShouldBe(faults);
        thrown.Message.ShouldStartWith($"CSV file \"{path}\" has {faults.Length} problem");

        // In a scenario file the same faults are at the place that names the file.
        Should.Throw<ScenarioException>(() => ScenarioFile.Read(Scenario("own.csv"))).Problems.Select(problem => problem.ToString())
            .ShouldBe(faults.Select(fault => $"$.networks[0].parts[1].capacity.csv: \"own.csv\", {fault}"));
    }

    [Fact]
    public void ScenarioFile_FindsTheFileNextToIt_AndIsWrittenComplete()
    {
        Written(Good);
        var file = ScenarioFile.Read(Scenario("own.csv"));
        file.Baseline.Networks[0].Parts.OfType<ProductionLine>().Single().Capacity
            .ShouldBe(CsvRates.Read(Path.Combine(folder, "own.csv"), "from", "made", RateUnit.PerDay));
        file.ToJson().ShouldContain("\"table\"");
        ScenarioFile.Parse(file.ToJson(), "again").ShouldBe(file);
        Message(Scenario("one.csv")).ShouldEndWith("capacity.csv: \"one.csv\", file: does not exist. Nearest: \"own.csv\".");
        Message(Scenario("")).ShouldEndWith("capacity.csv.file: is empty.");
    }

    private static string Message(string path) => Should.Throw<ScenarioException>(() => ScenarioFile.Read(path)).Message;

    private string Written(string text)
    {
        var path = Path.Combine(folder, "own.csv");
        File.WriteAllText(path, text);
        return path;
    }

    private string Scenario(string csv)
    {
        var path = Path.Combine(folder, "scenario.json");
        File.WriteAllText(path, $$"""
            { "format": "supply-scenario/1", "networks": [ { "name": "N", "parts": [
                { "kind": "stockpile", "name": "Depot" },
                { "kind": "productionLine", "name": "Plant", "calibre": "152 mm", "origin": "Russia", "to": "Depot",
                  "capacity": { "csv": { "file": "{{csv}}", "dates": "from", "rates": "made", "unit": "rounds/day" } } } ] } ],
              "horizon": { "start": "2026-01-01", "end": "2026-12-31" } }
            """);
        return path;
    }
}
