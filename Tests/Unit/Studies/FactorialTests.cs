using Supply.Plots;

namespace Supply.Tests.Unit.Studies;

/// <summary>Effects of levers that halve, quarter and leave alone what is made: products, so that every interaction is known.</summary>
public class FactorialTests
{
    private static readonly Scenario plan = new("Plan", new Network("Side",
        new Stockpile("Depot"),
        new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(8, 24)))), Horizon.PlainSteps(10));

    private static readonly Factorial factorial = new(plan, Times("half", 0.5), Times("quarter", 0.25), Times("same", 1));

    private static readonly Study study = new Ensemble(50, Record: new Metrics().And(Metric.ProducedPerDay)).Run([.. factorial.Scenarios]);

    private static readonly FactorialEffects effects = study.Effects(factorial, Metric.ProducedPerDay);

    [Fact]
    public void Scenarios_AreAllCombinations()
    {
        factorial.Scenarios.Select(scenario => scenario.Name).ShouldBe(
            ["Plan", "half", "quarter", "half + quarter", "same", "half + same", "quarter + same", "all together"]);
        factorial.Together.Changes.Count.ShouldBe(3);
    }

    //   alone -1/2 and -3/4, together -7/8 of what is made: an interaction of +3/8
    [Fact]
    public void Effects_AreThoseOfProducts()
    {
        var made = study.Baseline.Distribution(Metric.ProducedPerDay).Median;
        Close(effects.Alone(0), -0.5 * made);
        Close(effects.Alone(1), -0.75 * made);
        Close(effects.Last(0), -0.125 * made);
        Close(effects.Together(), -0.875 * made);
        Close(effects.SumOfAlone(), -1.25 * made);
        Close(effects.Interaction(), 0.375 * made);
        Close(effects.Interaction(0, 1), 0.375 * made);
        Close(effects.Interaction(0, 2), 0);
        Close(effects.Part(0), -0.3125 * made);
        Close(effects.Part(1), -0.5625 * made);
        Close(effects.Part(2), 0);
    }

    [Fact]
    public void Parts_AddUpToTheEffectOfAll() =>
        Enumerable.Range(0, 3).Sum(lever => effects.Part(lever).Mean).ShouldBe(effects.Together().Mean, Tolerance.SameModel);

    [Fact]
    public void Tables_NameLeversAndPairs()
    {
        var table = effects.Table();
        table.Rows.Select(row => row[0])
            .ShouldBe(["half", "quarter", "same", "all together", "sum of the effects alone", "interaction: together less sum"]);
        table.Rows[0][5].ShouldBe("36 %");
        effects.Interactions().Rows[0].Select(cell => cell.Length > 0).ShouldBe([true, true, true]);
        effects.Interactions().Rows[1][1].ShouldBe("");
    }

    [Fact]
    public void Mistakes_AreRefused()
    {
        Message([]).ShouldStartWith("There are 0 levers; a factorial takes 1..8.");
        Message([Times("half", 0.5), Times("half", 0.4)]).ShouldStartWith("There are 2 levers \"half\"; each needs a name of its own.");
        Message([new Lever("idle")]).ShouldStartWith("Lever \"idle\" has no changes; it needs at least 1.");

        static string Message(Lever[] levers) => Should.Throw<ArgumentException>(() => new Factorial(plan, levers)).Message;
    }

    [Fact]
    public void Chart_ShowsEachLeverAndAllTogether()
    {
        var figure = EffectsChart.Of(study, factorial, Metric.ProducedPerDay);
        var panel = figure.Panels.ShouldHaveSingleItem();
        panel.X.Categories.ShouldBe(["half", "quarter", "same", "sum of the effects alone", "all together",
            "interaction: together less sum"]);
        panel.Layers.OfType<Line>().Select(line => line.Y[0]).ElementAt(4).ShouldBe(effects.Together().Median);
        figure.ToSvg().ShouldContain("interaction");
        Should.Throw<ArgumentException>(() => EffectsChart.Of("Nothing", "Rounds", [])).Message.ShouldContain(
            "has no effects; at least 1 is needed.");
    }

    private static Lever Times(string name, double factor) => new(name, new CapacityChange("Plant", Moment.AtStep(0), factor));

    private static void Close(Distribution effect, double median) => effect.Median.ShouldBe(median, Tolerance.SameModel);
}
