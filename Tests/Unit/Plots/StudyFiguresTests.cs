using Supply.Plots;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Plots;

/// <summary>Figures of a study show what the study holds.</summary>
public class StudyFiguresTests
{
    [Fact]
    public void ExhaustionChart_ShowsTheProbabilitiesOfTheStudy()
    {
        var scenario = ReachedOverTimeTests.Dwindling();
        var study = new Ensemble(50, Record: new Metrics { FillDays = 3 }.And(Metric.Exhaustion))
            .Run(scenario, scenario.With("Less", new RequirementChange("Guns", Moment.AtStep(20), 0.5)));
        var figure = ExhaustionChart.Of(study, [Metric.Exhaustion], null);
        figure.Subtitle.ShouldStartWith("Exhausted: first day on which the fill rate of the last 3 days is below 50%.");
        var panel = figure.Panels.ShouldHaveSingleItem();
        (panel.Y.Min, panel.Y.Max).ShouldBe((0, 1));
        var lines = panel.Layers.OfType<Line>().ToDictionary(line => line.Label);
        foreach (var result in study.Scenarios) lines[result.Scenario.Name].Y.ShouldBe(result.Reached(Metric.Exhaustion).Probability);
        panel.Annotations.OfType<VerticalMark>().ShouldHaveSingleItem().Label.ShouldBe("Requirement changes");
        figure.ToSvg().ShouldContain("Less");
    }

    // Arsenal: nothing in stock and 10 a day made; more than 10 is ordered beyond a share of one half
    [Fact]
    public void RealisedShare_MarksWhereALimitBinds()
    {
        var baseline = new Scenario("Plan", new Network("Side",
            new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(10)),
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.None, Rate.PerDay(10), Rate.PerDay(5))]),
            new Route("Sea", "Arsenal", "Depot", Days.Of(1)),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(100))])), Horizon.PlainSteps(100));
        var sweep = new Sweep(Origin.Dprk, Moment.AtStep(0), [0, 0.25, 0.75], [ShareMeaning.Added]);
        var window = new TimeWindow("late", Moment.AtStep(50), Moment.AtStep(99));
        var record = new Metrics().And([Metric.Share(Origin.Dprk), .. Deliveries.Metrics(Origin.Dprk)]).Over(window);
        var study = new Ensemble(2, Record: record).Run([baseline, .. sweep.Expand(baseline)]);
        var panel = RealisedShare.Of(study, sweep, window).Panels.ShouldHaveSingleItem();
        panel.Title.ShouldBe("Added");
        var points = panel.Layers.OfType<Points>().ShouldHaveSingleItem();
        points.Label.ShouldBe("Held back by stock");
        points.Items.ShouldHaveSingleItem().X.ShouldBe(0.75);
        points.Items[0].Y.ShouldBe(0.5, Tolerance.SameModel);
        var median = panel.Layers.OfType<Line>().Single(line => line.Label == "Median");
        new[] { 0, 0.25, 0.5 }.Zip(median.Y).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < Tolerance.SameModel);
    }
}
