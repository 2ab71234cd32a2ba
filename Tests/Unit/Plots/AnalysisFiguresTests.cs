using Supply.Analysis;
using Supply.Plots;
using Supply.Tests.Unit.Inference;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Plots;

/// <summary>Figures of analyses show the numbers of their results.</summary>
public class AnalysisFiguresTests
{
    private static readonly TimeWindow after = new("after", new(2025, 3, 1), new(2025, 12, 31));
    private static readonly Scenario cut = SmallAnswers.Shells("Cut", Uncertain.Uniform(0.7, 1).Named("what is left"));

    private static readonly Study study = new Ensemble(300, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(after))
        .Run(SmallAnswers.Plan, cut);

    private static IReadOnlyList<IntervalRow> Rows(Figure figure)
    {
        figure.ToSvg().ShouldContain("<svg");
        return figure.Panels[0].Layers.OfType<Intervals>().Single().Rows;
    }

    [Fact]
    public void Tornado_HasTheEndsOfEachInput_TheStrongestFirst()
    {
        var drivers = study.Drivers(Metric.FiredPerDay, cut, after);
        var rows = Rows(TornadoChart.Of(drivers));
        rows[0].Label.ShouldBe("what is left");
        rows[0].Intervals.Select(interval => interval.P50).ShouldBe(drivers.All[0].Levels.Select(level => level.Median));
        rows[0].Note.ShouldEndWith(" %");
        Should.Throw<NothingToDrawException>(() => TornadoChart.Of(study.Only(SmallAnswers.Plan, cut).Drivers(Metric.FiredPerDay, cut,
            after)
            with { All = [] }));
    }

    [Fact]
    public void Sobol_HasBothIndices_AndThePlaneEveryInput()
    {
        var settings = new SensitivitySettings { BasePoints = 64, Trajectories = 8 };
        var indices = study.Sobol(Metric.FiredPerDay, cut, after, settings, cancellation: TestContext.Current.CancellationToken);
        var rows = Rows(SensitivityChart.Of(indices));
        rows[0].Intervals.Select(interval => interval.P50).ShouldBe([indices.Ranked.First().First.Value,
            indices.Ranked.First().Total.Value]);

        var effects = study.Morris(Metric.FiredPerDay, cut, after, settings, cancellation: TestContext.Current.CancellationToken);
        var plane = SensitivityChart.Of(effects);
        plane.ToSvg().ShouldContain("what is left");
        plane.Panels[0].Layers.OfType<Points>().Single().Items.Count.ShouldBe(effects.Inputs.Count);
    }

    [Fact]
    public void Box_HasItsLimits_TradeOffAndRuns()
    {
        var prim = Prim.Where(study.Data(Metric.FiredPerDay, cut, after, relative: true), share => share < -0.1, "lose more than 10 %");
        var rows = Rows(BoxChart.Restrictions(prim));
        rows.Count.ShouldBe(prim.Boxes[0].Restrictions.Count);
        rows[0].Label.ShouldBe("what is left");
        rows[0].Second.ShouldStartWith("is below 0.");
        var path = BoxChart.TradeOff(prim).Panels[0];
        path.Layers.OfType<Line>().Single().X.Count.ShouldBe(prim.Paths[0].Count);
        BoxChart.TradeOff(prim).ToSvg().ShouldContain("taken");

        // A second number that matters, for a plane of two.
        var data = study.Data(Metric.FiredPerDay, window: after);
        var (one, two) = (study.Scenarios[1].Parameters.Column("what is left"), study.Scenarios[1].Parameters.Column("shell output"));
        InputData both = new([new("one", Items.From(one)), new("two", Items.From(two))],
            Items.From(one.Zip(two, (left, output) => left < 0.85 && output < 100 ? 1.0 : 0)));
        BoxChart.Scatter(Prim.Of(both)).ToSvg().ShouldContain("the box");
        Should.Throw<NothingToDrawException>(() => BoxChart.Scatter(prim with { Boxes = [prim.Boxes[0] with { Restrictions = [] }] }));
        data.Rows.ShouldBe(300);
    }

    [Fact]
    public void Knowing_IsARankedList()
    {
        var value = ValueOfKnowing.OfQuestion(study.Data(Metric.FiredPerDay, cut, after, relative: true), share => share < -0.1,
            "it costs much");
        Rows(KnowingChart.Of(value))[0].Label.ShouldBe("what is left");
    }

    /// <summary>Half a percent of the runs is not none of them, and half a percent less than all is not all.</summary>
    [Fact]
    public void Shares_AreNotRoundedToNoneOrAll()
    {
        VarianceShare nearly = new(0.996, 0.9951, 0.99991);
        nearly.ToString().ShouldBe("99.6 %, 90 % between 99.5 and > 99.9");
        var drivers = study.Drivers(Metric.FiredPerDay, cut, after);
        drivers = drivers with { All = [drivers.All[0] with { Share = nearly }] };
        Rows(TornadoChart.Of(drivers))[0].Note.ShouldBe("99.6 %");
        drivers.Table().Rows[0].ShouldContain("99.6 % [99.5 to > 99.9]");

        var value = Knowing();
        Rows(KnowingChart.Of(value with { Inputs = [value.Inputs[0] with { Switches = 0.996 }] }))[0].Note.ShouldBe("99.6 %");
        Rows(KnowingChart.Of(value with { Inputs = [value.Inputs[0] with { Switches = 0.003 }] }))[0].Note.ShouldBe("0.3 %");

        var prim = Boxes();
        var box = prim.Boxes[0] with { Mass = 0.003, Density = 0.997, Coverage = 0.9996 };
        var all = prim with { Boxes = [box], Interest = "lose much" };
        BoxChart.Restrictions(all).Title.ShouldStartWith("In 0.3 % of all runs, 99.7 % lose much; overall ");
        BoxChart.Restrictions(all).Subtitle.ShouldStartWith("Inside the box: > 99.9 % of all runs that lose much (coverage).");
        BoxChart.TradeOff(all).Title.ShouldBe("A smaller box is purer: 99.7 % dense at > 99.9 % coverage is taken");
    }

    /// <summary>A reader of twelve rows sees that there are more.</summary>
    [Fact]
    public void RowsWithoutRoom_AreCounted()
    {
        var drivers = study.Drivers(Metric.FiredPerDay, cut, after);
        var many = drivers with
        {
            All = Items.From(Enumerable.Range(0, 15).Select(i => drivers.All[0] with { Name = $"input {i}" })),
        };
        TornadoChart.Of(many).Subtitle.ShouldEndWith("share of the variance. 3 more that stand out have no row.");
        TornadoChart.Of(many, 14).Subtitle.ShouldEndWith("share of the variance. 1 more that stands out has no row.");
        TornadoChart.Of(many, 15).Subtitle.ShouldEndWith("share of the variance.");

        var value = Knowing();
        var known = value with
        {
            Inputs = Items.From(Enumerable.Range(0, 13).Select(i =>
                value.Inputs[0] with { Input = value.Inputs[0].Input with { Name = $"input {i}" } })),
        };
        KnowingChart.Of(known).Subtitle.ShouldEndWith("in which it would change. 1 more input worth knowing has no row.");
        KnowingChart.Of(known, 13).Subtitle.ShouldEndWith("in which it would change.");

        var learnt = SmallWar.Posterior.Learnt().Count(one => one.Prior.Low90 < one.Prior.High90);
        ClaimFigures.Learnt(SmallWar.Posterior, 2).Subtitle.ShouldEndWith($" {learnt - 2} more uncertain numbers have no row.");

        var settings = new SensitivitySettings { BasePoints = 64 };
        var indices = study.Sobol(Metric.FiredPerDay, cut, after, settings, cancellation: TestContext.Current.CancellationToken);
        SensitivityChart.Of(indices, 1).Subtitle.ShouldEndWith(indices.Inputs.Count == 2 ? " 1 more input has no row."
            : $" {indices.Inputs.Count - 1} more inputs have no row.");

        var prim = Boxes();
        var limit = prim.Boxes[0].Restrictions[0];
        Box[] path = [.. Enumerable.Range(0, 9).Select(i => prim.Paths[0][0] with
        {
            Restrictions = Items.From(Enumerable.Repeat(limit, i)), Coverage = 1 - (0.1 * i), Density = 0.1 + (0.1 * i),
        })];
        var peeled = BoxChart.TradeOff(prim with { Paths = [Items.From(path)] });
        peeled.Subtitle.ShouldEndWith(" 3 boxes of 6 and more limits have no point.");
        peeled.Panels[0].Layers.OfType<Points>().Select(points => points.Label)
            .ShouldBe(["0 limits", "1 limit", "2 limits", "3 limits", "4 limits", "5 limits", "taken"]);
        BoxChart.TradeOff(prim).Subtitle.ShouldEndWith("One point for each peel and paste.");
    }

    /// <summary>A density of outcomes other than 0 and 1 is a mean, which may be any number.</summary>
    [Fact]
    public void TradeOffOfNumbers_ShowsAllItsMeans()
    {
        var one = study.Scenarios[1].Parameters.Column("what is left");
        var prim = Prim.Of(new([new("one", Items.From(one))], Items.From(one.Select(left => left < 0.85 ? 200.0 : 10))));
        var figure = BoxChart.TradeOff(prim);
        figure.Title.ShouldStartWith("A smaller box is higher: a mean of ");
        var panel = figure.Panels.ShouldHaveSingleItem();
        panel.Y.Style.ShouldBe(NumberStyle.Auto);
        panel.Y.Max!.Value.ShouldBeGreaterThan(panel.Layers.OfType<Line>().Single().Y.Max());
        BoxChart.Restrictions(prim).Title.ShouldMatch("^In .* % of all runs the mean of the outcome is .*; overall ");
    }

    private static ValueOfKnowing Knowing() => ValueOfKnowing.OfQuestion(
        study.Data(Metric.FiredPerDay, cut, after, relative: true), share => share < -0.1, "it costs much");

    private static Prim Boxes() =>
        Prim.Where(study.Data(Metric.FiredPerDay, cut, after, relative: true), share => share < -0.1, "lose more than 10 %");

    [Fact]
    public void Reports_HaveASectionOfEachAnalysis_AndLeaveOutWhatCannotBeDrawn()
    {
        var why = study.Why(cut, window: after);
        var plain = study.Report(why.Answer);
        var report = plain.With(why);
        report.Tables.Take(why.Tables.Count).ShouldBe(why.Tables);
        report.Tables.Count.ShouldBe(why.Tables.Count + plain.Tables.Count);

        // One number is limited, so that there is no plane to scatter runs over.
        report.Figures.Count.ShouldBe(plain.Figures.Count + 4);
        report.ToHtml().ShouldContain("Noise of the computation");
        var settings = new SensitivitySettings { BasePoints = 16, Trajectories = 4 };
        var indices = study.Sobol(Metric.FiredPerDay, cut, after, settings, cancellation: TestContext.Current.CancellationToken);
        var effects = study.Morris(Metric.FiredPerDay, cut, after, settings, cancellation: TestContext.Current.CancellationToken);
        var robust = study.Robustness([new PolicyGoal(Metric.FiredPerDay, 100) { Window = after }]);
        var all = plain.With(indices).With(effects).With(why.Boxes!).With(why.Knowing).With(robust);
        all.Tables.Take(5).Select(table => table.Title).ShouldBe([robust.Table().Title, why.Knowing.Table().Title,
            why.Boxes!.Table().Title, effects.Table().Title, indices.Table().Title]);
        all.ToMarkdown().ShouldContain(indices.Table().Title);
    }

    [Fact]
    public void Least_IsACurveOverGoals()
    {
        var small = new Ensemble(20, Record: new Metrics().And(Metric.FiredPerDay)).Run(SmallAnswers.Supplied);
        TimeWindow late = new("late", new(2025, 6, 1), new(2025, 12, 31));
        var answers = small.Least(SettableLever.Capacity("Plant", SmallAnswers.Turn), [new(90, late), new(110, late), new(130, late)],
            cancellation: TestContext.Current.CancellationToken);
        var lines = LeastChart.Of(answers).Panels[0].Layers.OfType<Line>().ToArray();
        lines[0].Y.ShouldBe(answers.Select(one => one.With(0.5)));
        LeastChart.Of(answers).ToSvg().ShouldContain("Goal, rounds a day");
        var report = small.Report().With(answers);
        report.Tables[0].Rows.Select(row => row[0]).ShouldBe(["90", "110", "130"]);
        report.Figures[^2].Title.ShouldBe(LeastChart.Of(answers).Title);
        LeastChart.Chances(answers).Panels[0].Layers.Count.ShouldBe(3);
        LeastChart.Chances(answers).ToSvg().ShouldContain("130 a day");
        Should.Throw<ArgumentException>(() => LeastChart.Of([])).Message.ShouldStartWith("There are no answers");
    }
}
