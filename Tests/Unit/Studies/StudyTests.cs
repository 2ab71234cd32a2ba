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

    /// <summary>Where all replications are equal, so are all quantiles, at any size of number and of ensemble.</summary>
    [Theory]
    [InlineData(5000, 4096)]
    [InlineData(5000, 4097)]
    [InlineData(5000, 16_385)]
    [InlineData(1e14, 16_385)]
    [InlineData(3e-9, 16_385)]
    public void WhatDoesNotVary_HasNoBand(double perDay, int replications)
    {
        var network = new Network("Side", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(9 * perDay))]),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(perDay))]));
        var record = new Metrics { Every = 1 }.And(Metric.FiredPerDay, Metric.OnHand, Metric.FillRate);
        var result = new Ensemble(replications, Record: record).Run(new Scenario("Even", network, Horizon.PlainSteps(6))).Baseline;
        foreach (var metric in record.Scalars)
        {
            result.Distribution(metric).Quantiles.Distinct().ShouldHaveSingleItem();
            foreach (var point in result.Series(metric).Points)
            {
                point.Quantiles.Distinct().ShouldHaveSingleItem();
                point.Mean.ShouldBe(point.Median, point.Median * Tolerance.Rounding, $"{metric} of {perDay} a day");
            }
        }
    }

    /// <summary>A few runs in thousands that differ from the others are not rounded away.</summary>
    [Theory]
    [InlineData(1, 3999, "< 0.1 %")]
    [InlineData(3999, 1, "> 99.9 %")]
    public void AlmostNeverAndAlmostAlways_AreToldFromNeverAndAlways(double idle, double working, string probability)
    {
        var line = Uncertain.OneOf(new("idle", idle, 0), new("working", working, 6000));
        var network = new Network("Side", new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(100_000))]),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(line)),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(5000))]));
        var scenario = new Scenario("Rare", network, Horizon.PlainSteps(60));
        var study = new Ensemble(20_000, Seed: 1, new Metrics().And(Metric.Exhaustion)).Run(scenario);
        var share = study.Baseline.Scalar(Metric.Exhaustion).Count(double.IsFinite) / 20_000.0;
        share.ShouldNotBe(0);
        share.ShouldNotBe(1);
        study.Table(Metric.Exhaustion).ToString().ShouldContain(probability);
    }

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
