using Supply.Analysis;
using Supply.Plots;
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
