using Supply.Plots;
using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

/// <summary>Steps of a day, a week and 30 days tell the same story, with the same values at the same dates.</summary>
public class LongStepsTests
{
    private static readonly DateOnly first = new(2024, 1, 1);

    // 1,000,000 rounds lose 4,000 a day: 160,000 are left after 210 days, on 28 July 2024.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public void Stock_HasTheDateOfItsDay(int stepDays)
    {
        var study = Run(Falling(Dated(stepDays)));
        var series = study.Baseline.Series(Metric.OnHand);
        var dates = series.Dates!.ToArray();
        series.Points[Array.IndexOf(dates, new(2024, 7, 28))].Median.ShouldBe(160_000, 1e-3);
        foreach (var (date, point) in dates.Zip(series.Points))
        {
            var days = date.DayNumber - first.DayNumber + 1;
            if (days <= 240) point.Median.ShouldBe(1_000_000 - (4_000 * days), 1e-3, $"{date}");
        }
    }

    [Theory]
    [InlineData(1, "2024-09-25")]
    [InlineData(7, "2024-09-29")]
    [InlineData(30, "2024-09-26")]
    public void Exhaustion_HasTheLastDayOfItsStep(int stepDays, string date)
    {
        var study = Run(Falling(Dated(stepDays)));
        ReadableNumber.Date(study.Baseline.Scalar(Metric.Exhaustion)[0], study.Baseline.Scenario.Horizon).ShouldBe(date);
        var reached = study.Baseline.Reached(Metric.Exhaustion);
        var at = reached.Probability.Index().First(point => point.Item == 1).Index;
        reached.Horizon.Label(reached.Steps[at]).ShouldBe(date);
    }

    [Theory]
    [InlineData(1, 269)]
    [InlineData(7, 273)]
    [InlineData(30, 270)]
    public void PlainSteps_CountTheDaysToTheEndOfTheStep(int stepDays, double day)
    {
        var study = Run(Falling(Horizon.PlainSteps(720 / stepDays, stepDays)));
        study.Baseline.Scalar(Metric.Exhaustion)[0].ShouldBe(day);
        InFolder(study, lines => lines["series.csv"].ShouldContain(line => line.Contains(",\"on hand\",", StringComparison.Ordinal)
            && line.Contains(",210,\"rounds\",", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, 7)]
    [InlineData(true, 30)]
    [InlineData(false, 7)]
    [InlineData(false, 0.5)]
    public void FigureAndFile_Agree(bool dated, double stepDays)
    {
        var study = Run(Falling(dated ? Dated((int)stepDays) : Horizon.PlainSteps(40, stepDays)));
        var drawn = FanChart.Of(study, Metric.OnHand).Panels[0].Layers.OfType<Line>().First().X;
        InFolder(study, lines =>
        {
            string[] written = [.. lines["series.csv"].Where(line => line.Contains(",\"on hand\",", StringComparison.Ordinal))
                .Select(line => line.Split(',')[6])];
            written.ShouldBe(drawn.Select(x => dated ? $"{Day(x):yyyy-MM-dd}" : FormattableString.Invariant($"{x:R}")));
        });
        static DateOnly Day(double x) => Enumerable.Range(0, 800).Select(first.AddDays).Single(date => Axis.At(date) == x);
    }

    // 2024-01-01 to 2024-12-31 in steps of 30 days has 12 of them, to 25 December.
    [Fact]
    public void WholeHorizon_EndsOnTheLastDayOfTheLastStep()
    {
        var study = Run(Falling(Horizon.Dated(first, new(2024, 12, 31), 30)));
        study.Baseline.Windows[0].ToString().ShouldBe("whole horizon (2024-01-01 to 2024-12-25)");
        var table = study.Table(Metric.OnHand).ToString();
        table.ShouldContain("at the end of the window, 2024-12-25.");
        InFolder(study, lines => lines["summary.csv"].Skip(1).ShouldAllBe(
            line => line.Contains("\"whole horizon\",2024-01-01,2024-12-25,", StringComparison.Ordinal)));
    }

    // March holds the starts of the steps of 1 and 31 March; the second ends on 29 April.
    [Fact]
    public void AStepAcrossTheEndOfAWindow_IsCountedWholeAndSaid()
    {
        var window = new TimeWindow("March", new(2024, 3, 1), new(2024, 3, 31));
        var scenario = Falling(Dated(30));
        window.CountedIn(scenario.Horizon).ShouldBe(new("March", new(2024, 3, 1), new(2024, 4, 29)));
        const string said = "March (counted in steps of 30 days: 2024-03-01 to 2024-04-29)";
        window.ToString(scenario.Horizon).ShouldBe(said);
        window.ToString(Dated(1)).ShouldBe("March (2024-03-01 to 2024-03-31)");
        var produced = new Metric(Quantity.Produced).Total();
        var study = new Ensemble(2, Record: new Metrics().And(Metric.OnHand, produced).Over(window)).Run(scenario);
        study.Baseline.Scalar(produced)[0].ShouldBe(60_000, 1e-6);
        var table = study.Table(produced, Metric.OnHand).ToString();
        table.ShouldContain($"Median and 90 % band, {said}");
        table.ShouldContain("at the end of the window, 2024-04-29.");
        InFolder(study, lines => lines["summary.csv"].Skip(1).ShouldAllBe(
            line => line.Contains(",\"March\",2024-03-01,2024-04-29,", StringComparison.Ordinal)));
    }

    // Ships that call every 3 days carry the same in steps of a day, a week and 30 days.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public void Ships_CallSeveralTimesInAStep(int stepDays)
    {
        var network = new Network("Side",
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.Of(1e9), Rate.Zero, Rate.PerDay(1e6))]),
            new Stockpile("Depot"),
            new Route("Sea", "Arsenal", "Depot", Days.Of(30))
            {
                Sailings = new(Timetable.Every(Days.Of(3)), Units.Of(1), Rounds.Of(600)),
            },
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(1))]));
        var imported = Metric.ImportedPerDay;
        var study = new Ensemble(1, Record: new Metrics().And(imported)).Run(new Scenario("Sea", network, Dated(stepDays)));
        study.Baseline.Scalar(imported)[0].ShouldBe(200, 1.0);
    }

    private static Horizon Dated(int stepDays) => Horizon.Dated(first, new(2025, 12, 25), stepDays);

    private static Scenario Falling(Horizon horizon) => new("Falling", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1_000_000))]),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(1_000)),
        new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(5_000))])), horizon);

    private static Study Run(Scenario scenario) =>
        new Ensemble(2, Record: new Metrics { Every = 1 }.And(Metric.OnHand, Metric.Exhaustion)).Run(scenario);

    private static void InFolder(Study study, Action<Dictionary<string, string[]>> check)
    {
        var folder = Directory.CreateTempSubdirectory("supply-long-steps-").FullName;
        try
        {
            study.WriteCsv(folder);
            check(Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file)!, File.ReadAllLines));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
