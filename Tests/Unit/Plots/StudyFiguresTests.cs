using Supply.Plots;
using Supply.Plots.Layout;
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
        figure.Subtitle.ShouldStartWith("Exhausted: 3 days with a fill rate below 50 %.");
        figure.Title.ShouldMatch("^Stocks are exhausted in .* of runs as it is, with “Less” in .*");
        var panel = figure.Panels.ShouldHaveSingleItem();
        (panel.Y.Min, panel.Y.Max).ShouldBe((0, 1));
        var lines = panel.Layers.OfType<Line>().ToDictionary(line => line.Label);
        lines.Keys.ShouldBe(["as it is", "Less"], ignoreOrder: true);
        foreach (var (result, name) in study.Scenarios.Zip(["as it is", "Less"]))
        {
            lines[name].Y.ShouldBe(result.Reached(Metric.Exhaustion).Probability);
        }

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

    /// <summary>The other metrics have panels, and this one is named: days of supply of rockets that nobody fires are undefined.</summary>
    [Fact]
    public void UndefinedMetric_HasNoPanel_AndIsNamed()
    {
        var (rockets, fired) = (Metric.DaysOfSupply.Of(Calibre.Rocket122), Metric.FiredPerDay);
        var window = new TimeWindow("late", Moment.AtStep(5), Moment.AtStep(9));
        var baseline = new Scenario("Plan", new Network("Side",
            new Stockpile("Depot",
                [new(Calibre.Mm152, Origin.Russia, Rounds.Of(100)), new(Calibre.Rocket122, Origin.Russia, Rounds.Of(9))]),
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.None, Rate.PerDay(10), Rate.PerDay(5))]),
            new Route("Sea", "Arsenal", "Depot", Days.Of(1)),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(10))])), Horizon.PlainSteps(10));
        var sweep = new Sweep(Origin.Dprk, Moment.AtStep(0), [0, 0.5], [ShareMeaning.Added]);
        var study = new Ensemble(2, Record: new Metrics().And(rockets, fired, Metric.Share(Origin.Dprk)).Over(window))
            .Run([baseline, .. sweep.Expand(baseline)]);

        var fan = FanChart.Of(study, [rockets, fired], null, baseline);
        fan.Panels.ShouldHaveSingleItem();
        fan.Title.ShouldStartWith("Fired per day");
        fan.Subtitle.ShouldEndWith("Days of supply, 122 mm rocket: undefined in every replication.");
        Should.Throw<NothingToDrawException>(() => FanChart.Of(study, rockets, baseline));

        var swept = ShareSweep.Of(study, sweep, window, rockets, fired);
        swept.Panels.Select(panel => panel.Title).ShouldBe(["Fired per day", "Realised share"]);
        swept.Title.ShouldStartWith("Fired per day");
        swept.Subtitle.ShouldEndWith("Days of supply, 122 mm rocket: undefined in every replication.");
        ShareSweep.Of(study, sweep, window, rockets).Panels.ShouldHaveSingleItem().Title.ShouldBe("Realised share");
    }

    /// <summary>Bands of levels would say "no effect"; the difference in the same runs does not.</summary>
    [Fact]
    public void FanChart_ShowsTheBandOfTheReference_LinesOfOthers_AndThePairedDifference()
    {
        var (study, window) = TwoOnDates();
        var figure = FanChart.Of(study, Metric.FiredPerDay);
        figure.Panels.Count.ShouldBe(2);
        var (levels, changes) = (figure.Panels[0], figure.Panels[1]);
        levels.Layers.OfType<Band>().Select(band => band.Colour).ShouldBe([Palette.Baseline]);
        levels.Layers.OfType<Line>().Select(line => line.Label).ShouldBe(["Less", "as it is"]);
        var difference = study.Difference(study.Scenarios[1].Scenario, Metric.FiredPerDay, window);
        changes.Layers.OfType<Line>().Single().Y[0].ShouldBe(difference.Median);
        changes.Layers.OfType<Band>().First().Low[0].ShouldBe(difference.Low90);
        (changes.X.Min, changes.X.Max).ShouldBe((levels.Layers.OfType<Line>().First().X[0], levels.Layers.OfType<Line>().First().X[^1]));
        figure.Title.ShouldStartWith("With “Less”, fired per day changes by \u2212");
        figure.Title.ShouldEndWith(", 2026");
        figure.Source.ShouldContain("“Plan”; “Less”");
    }

    /// <summary>The title names the scenario that changes most, and each scenario has one colour in all panels.</summary>
    [Fact]
    public void SeveralScenarios_TitleNamesTheLargestChange_AndColoursAgree()
    {
        Scenario[] others = [SmallAnswers.Shells("Little", 0.95), SmallAnswers.Shells("Much", 0.2)];
        var record = new Metrics { Series = [Metric.FiredPerDay], Scalars = [Metric.FiredPerDay] }.Over(SmallAnswers.Window);
        var study = new Ensemble(50, Record: record).Run([SmallAnswers.Plan, .. others]);
        var figure = FanChart.Of(study, Metric.FiredPerDay);
        figure.Title.ShouldStartWith("With “Much”, fired per day changes by \u2212");
        string Colour(int panel, string label) =>
            figure.Panels[panel].Layers.OfType<Line>().Single(line => line.Label == label).Colour;
        foreach (var other in others) Colour(1, other.Name).ShouldBe(Colour(0, other.Name));
        Colour(0, "Little").ShouldNotBe(Colour(0, "Much"));

        var title = study.Answer(others[1]).ToTitle();
        title.ShouldStartWith("With “Much”, rounds fired a day");
        title.ShouldNotEndWith(".");
    }

    /// <summary>The peak of years in which nothing differs does not set the axis.</summary>
    [Fact]
    public void FanChart_BeginsAYearBeforeTheFirstChangeThatDiffers()
    {
        var (study, _) = TwoOnDates();
        DateOnly First(Figure figure) => DateOnly.FromDayNumber((int)figure.Panels[0].Layers.OfType<Line>().First().X[0]);
        First(FanChart.Of(study, Metric.FiredPerDay)).ShouldBeInRange(new(2025, 1, 1), new(2025, 1, 7));
        First(FanChart.Of(study, [Metric.FiredPerDay], new(2024, 6, 1))).ShouldBeInRange(new(2024, 6, 1), new(2024, 6, 7));
        First(FanChart.Of(study, Metric.FiredPerDay, study.Baseline.Scenario)).ShouldBeInRange(new(2024, 1, 1), new(2024, 1, 7));
    }

    /// <summary>A flow that is summed over fewer days than those before it would jump.</summary>
    [Fact]
    public void LastPoint_ThatCoversFewerSteps_IsLeftOut()
    {
        var (study, _) = TwoOnDates();
        var series = study.Baseline.Series(Metric.FiredPerDay);
        (series.Steps[^1] - series.Steps[^2]).ShouldBeLessThan(series.Steps[^2] - series.Steps[^3]);
        var x = FanChart.Of(study, Metric.FiredPerDay).Panels[0].Layers.OfType<Line>().First().X;
        (x[^1] - x[^2]).ShouldBe(x[^2] - x[^3]);
    }

    [Fact]
    public void Marks_NameEveryLine_OrCountIt()
    {
        DateOnly At(int month) => new(2026, month, 1);
        Change Strike(string depot, int month) => new DepotStrike(depot, At(month), Fraction.Of(0.1));
        var marks = ChangeMarks.Of([Strike("Rear", 1), Strike("Rear", 3), Strike("Rear", 5), Strike("Front", 5),
            new PaymentStop(Origin.Dprk, At(5)), new Interdiction("A", At(7), Fraction.Of(0.5)),
            new Interdiction("B", At(7), Fraction.Of(0.5)), new Interdiction("C", At(7), Fraction.Of(0.5))]);
        marks[0].Label.ShouldBe("Strike on Rear, 2 times");
        marks[1].Label.ShouldBeEmpty();
        marks[2].Label.ShouldStartWith("Strike on Rear, Strike on Front; ");
        marks[3].Label.ShouldBe("3 routes reduced");
        marks.ShouldAllBe(mark => !mark.Label.Contains("more change"));
    }

    [Theory]
    [InlineData(0, 2000, "less than 1 %")]
    [InlineData(0, 20, "less than 10 %")]
    [InlineData(1, 2000, "more than 99 %")]
    [InlineData(0.995, 2000, "more than 99 %")]
    [InlineData(0.496, 2000, "50 %")]
    [InlineData(double.NaN, 2000, "an undefined share")]
    public void Chances_AreNeverNoneNorAll(double probability, int runs, string expected) =>
        Finding.Chance(probability, runs).ShouldBe(expected);

    [Theory]
    [InlineData(11_234, NumberStyle.Auto, "11,000")]
    [InlineData(-1_349, NumberStyle.Auto, "\u22121,300")]
    [InlineData(2_345_678, NumberStyle.Auto, "2.3m")]
    [InlineData(0.4849, NumberStyle.Percent, "48\u00a0%")]
    [InlineData(-0.0849, NumberStyle.PercentagePoints, "\u22128.5")]
    [InlineData(0, NumberStyle.Auto, "0")]
    public void Findings_HaveTwoDigits(double value, NumberStyle style, string expected) => Finding.Short(value, style).ShouldBe(expected);

    //   Arsenal, 200 a day made, sent as ordered -> Sea -> Depot, with 10 a day from the Plant; the guns want 100
    /// <summary>With a share of nine tenths all is there that is wanted.</summary>
    [Fact]
    public void TitleOfWhatIsNeverReached_SaysSo()
    {
        var baseline = new Scenario("Plan", new Network("Side",
            new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(10)),
            new Supplier("Arsenal", Origin.Dprk, [new(Calibre.Mm152, Rounds.None, Rate.PerDay(200), Rate.PerDay(5))]),
            new Route("Sea", "Arsenal", "Depot", Days.Of(1)),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(100))])), Horizon.PlainSteps(100));
        var sweep = new Sweep(Origin.Dprk, Moment.AtStep(0), [0, 0.9], [ShareMeaning.Added]);
        var window = new TimeWindow("late", Moment.AtStep(50), Moment.AtStep(99));
        var record = new Metrics { FillDays = 3 }.And(Metric.Exhaustion, Metric.Share(Origin.Dprk)).Over(window);
        var study = new Ensemble(2, Record: record).Run([baseline, .. sweep.Expand(baseline)]);
        study.Swept(sweep, ShareMeaning.Added)[1].Distribution(Metric.Exhaustion, window).Median.ShouldBe(double.PositiveInfinity);
        var title = ShareSweep.Of(study, sweep, window, Metric.Exhaustion).Title;
        title.ShouldStartWith("Exhaustion: ");
        title.ShouldEndWith(" at a DPRK share of 0\u00a0%, not reached at 90\u00a0% (added, medians)");
    }

    /// <summary>Where nothing is required there is no fill rate and no difference: an earlier window has them.</summary>
    [Fact]
    public void WindowInWhichTheDifferenceIsUndefined_IsNotTaken()
    {
        TimeWindow first = new("first half", new(2026, 1, 1), new(2026, 6, 30)), second = new("second half", new(2026, 7, 1),
            new(2026, 12, 31));
        var plan = new Scenario("Plan", new Network("Side",
            new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(60, 90))),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(100))])),
            Horizon.Dated(new(2025, 1, 1), new(2026, 12, 31))).With("Plan", new RequirementChange("Guns", new(2026, 7, 1), 0));
        var less = plan.With("Less", new CapacityChange("Plant", new(2026, 1, 1), 0.5));
        Study Run(params TimeWindow[] windows) =>
            new Ensemble(20, Record: new Metrics().And(Metric.FillRate).Over(windows)).Run(plan, less);
        var figure = FanChart.Of(Run(first, second), Metric.FillRate);
        figure.Title.ShouldStartWith("With “Less”, fill rate changes by \u2212");
        figure.Title.ShouldEndWith(", first half");
        figure.Panels[1].Title.ShouldEndWith("mean first half");

        var without = FanChart.Of(Run(second), Metric.FillRate);
        without.Panels.ShouldHaveSingleItem();
        without.Title.ShouldBe("Fill rate");
    }

    [Fact]
    public void UndefinedDifference_IsSaidInATitle()
    {
        var (study, window) = TwoOnDates();
        Distribution none = new(double.NaN, double.NaN, [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN], 20);
        Finding.Of(study, Metric.FillRate, "Less", none, window).ShouldBe("With “Less”, the change of fill rate is undefined, 2026");
        Finding.Change(double.NaN, Metric.FillRate).ShouldBe("undefined");
        var small = new Distribution(-900, 800, [-4_100, -1_600, -7.3, 0, 0], 20);
        Finding.Of(study, Metric.FiredPerDay, "Less", small, window).ShouldBe(
            "With “Less”, fired per day changes by 0 (90 % of runs: \u22124,100 to 0), 2026");
        Finding.Change(-0.085, Metric.FillRate).ShouldBe("\u22128.5 percentage points");
    }

    [Fact]
    public void AxisThatBeginsAfterTheLastStep_IsRefusedInWords()
    {
        var (study, _) = TwoOnDates();
        Should.Throw<NothingToDrawException>(() => FanChart.Of(study, [Metric.FiredPerDay], new(2027, 1, 1))).Message.ShouldMatch(
            "^The time axis is to begin at 2027-01-01, but \"fired per day\" was recorded up to 2026-12-\\d\\d\\.$");
        var record = new Metrics().And(Metric.FiredPerDay.On("Side"));
        var plain = new Ensemble(2, Record: record).Run(ReachedOverTimeTests.Dwindling());
        Should.Throw<ArgumentException>(() => SidesChart.Of(plain, Metric.FiredPerDay, ["Side"], Moment.AtStep(60))).Message.ShouldMatch(
            "^The time axis is to begin at step 60, but \"fired per day.*\" was recorded up to step \\d\\d\\.$");
    }

    [Fact]
    public void DifferencesOfFractions_AreInPercentagePoints_WithoutASignOfPercent()
    {
        var (study, window) = TwoOnDates();
        var panel = FanChart.Of(study, Metric.FillRate).Panels[1];
        panel.Y.Label.ShouldBe("Difference, percentage points");
        panel.Y.Style.ShouldBe(NumberStyle.PercentagePoints);
        FigurePlan.Of(new("f", [panel])).Panels[0].Up.Labels.ShouldAllBe(label => !label.Text.Contains('%'));
    }

    private static (Study Study, TimeWindow Window) TwoOnDates()
    {
        var plan = new Scenario("Plan", new Network("Side",
            new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(60, 90))),
            new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(100))])),
            Horizon.Dated(new(2024, 1, 1), new(2026, 12, 31)));
        var window = TimeWindow.Year(2026);
        var record = new Metrics().And(Metric.FiredPerDay, Metric.FillRate).Over(window);
        return (new Ensemble(20, Record: record).Run(plan, plan.With("Less", new CapacityChange("Plant", new(2026, 1, 1), 0.5))), window);
    }
}
