namespace Supply.Tests.Unit.Studies;

public class StudyTests
{
    private static readonly TimeWindow early = new("first, \"half\"", Moment.AtStep(0), Moment.AtStep(4));

    private static Metrics Record { get; } =
        new Metrics { Every = 5, FillDays = 3 }.And(Metric.FiredPerDay, Metric.FillRate, Metric.Exhaustion, Metric.Share(Origin.Russia))
            .Over(early);

    private static Scenario Plan { get; } = new("Plan", new Network("Side",
        new Stockpile("Rear", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.Uniform(400, 800)))]),
        new Stockpile("Front"),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Rear", Rate.PerDay(10)) { Yield = Fraction.Of(0.5) },
        new Route("Road", "Rear", "Front", Days.Of(2)) { Cover = Days.Of(3), Loss = Fraction.Of(0.25) },
        new Consumer("Force", "Front", [new(Calibre.Mm152, Rate.PerDay(64))])), Horizon.PlainSteps(10));

    private static Study Small { get; } = Run();

    [Fact]
    public void UnrecordedMetric_NamesWhatToAdd()
    {
        Message(() => Small.Baseline.Scalar(Metric.OnHand)).ShouldBe(
            "\"on hand\" was not recorded as a scalar; declare it before the run: Record: Metrics.Standard.And(...). (Parameter 'metric')");
        Message(() => Small.Baseline.Series(Metric.OnHand)).ShouldBe(
            "\"on hand\" was not recorded as a series; declare it before the run: Record: Metrics.Standard.And(...). (Parameter 'metric')");
        Message(() => Small.Baseline.Scalar(Metric.FiredPerDay, new("late", Moment.AtStep(5), Moment.AtStep(6)))).ShouldBe(
            "\"fired per day\" was not recorded over the window \"late (step 5 to step 6)\"; declare it before the run: Record: "
                + "Metrics.Standard.Over(window). (Parameter 'metric')");
        Message(() => Small.Table(Metric.OnHand)).ShouldStartWith("\"on hand\" was not recorded");

        static string Message(Func<object> ask) => Should.Throw<ArgumentException>(ask).Message;
    }

    [Fact]
    public void UnknownScenario_NamesThoseThereAre() =>
        Should.Throw<KeyNotFoundException>(() => Small["Hope"]).Message.ShouldBe(
            "No scenario \"Hope\" in this study. There is \"Plan\", \"No, fire\".");

    [Fact]
    public void Difference_IsTakenReplicationByReplication()
    {
        var difference = Small.Difference(Small["No, fire"].Scenario, Metric.FiredPerDay, early);
        difference.Median.ShouldBe(-Small.Baseline.Distribution(Metric.FiredPerDay, early).Median);
        Small.Difference(Small["No, fire"].Scenario, Metric.Exhaustion, early).Undefined.ShouldBe(4);
    }

    [Fact]
    public void Probability_CountsWhereItIsReached()
    {
        Small.Baseline.Probability(Metric.Exhaustion, early).ShouldBe(1);
        Small["No, fire"].Probability(Metric.Exhaustion, early).ShouldBe(0);
    }

    [Fact]
    public void Table_ForPeople() => GoldenText.ShouldMatch("Golden/StudyTests.Table_ForPeople.verified.txt",
        Small.Table(Metric.FiredPerDay, Metric.FillRate, Metric.Exhaustion, Metric.Share(Origin.Russia)) + "\n"
        + Small.Differences(null, Metric.FiredPerDay) + "\n" + Small.Table(Metric.FiredPerDay).ToMarkdown());

    [Fact]
    public void Csv_QuotesNamesAndLeavesTheUndefinedBlank()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Small.WriteCsv(folder);
            var files = new[] { "summary.csv", "series.csv", "replications.csv", "parameters.csv" }
                .Select(name => $"{name}\n{File.ReadAllText(Path.Combine(folder, name))}");
            GoldenText.ShouldMatch("Golden/StudyTests.Csv_QuotesNamesAndLeavesTheUndefinedBlank.verified.txt", string.Join("\n", files));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Scenarios share the draws, so that a row serves all; a number that one of them describes otherwise has a column.</summary>
    [Fact]
    public void Parameters_AreRowsOfReplications_WithTheDrawsOfTheStudy()
    {
        static Scenario Made(string name, double most) => new(name, new Network("Side", new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(10, most).Named("made"))),
            new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(Uncertain.Uniform(5, 9).Named("wanted")))])),
            Horizon.PlainSteps(5));
        var study = new Ensemble(3).Run(Made("Plan", 20), Made("More", 40));
        using var folder = new Supply.Tests.House.TemporaryFolder();
        study.WriteCsv(folder.Path);
        var lines = File.ReadAllLines(folder["parameters.csv"]);
        lines[0].ShouldBe("\"replication\",\"made\",\"wanted\",\"made [More]\"");
        var (plan, more) = (study["Plan"].Parameters, study["More"].Parameters);
        lines.Skip(1).ShouldBe(Enumerable.Range(0, 3).Select(i => FormattableString.Invariant(
            $"{i},{plan.Column("made")[i]:R},{plan.Column("wanted")[i]:R},{more.Column("made")[i]:R}")));
    }

    [Fact]
    public void Explain_OfASmallScenario() =>
        GoldenText.ShouldMatch("Golden/StudyTests.Explain_OfASmallScenario.verified.txt", Plan.Explain(Record).ToString());

    private static Study Run() => new Ensemble(4, Record: Record) { Threads = 1 }.Run(
        Plan, Plan.With("No, fire", new RequirementChange("Force", Moment.AtStep(0), 0)));
}
