using MathNet.Numerics.Statistics;
using Supply.Studies;
using Supply.Tests.Engines;

namespace Supply.Tests.Unit.Studies;

/// <summary>Inputs on which differences hinge, where it is known by construction which they are.</summary>
public class DriversTests
{
    private static readonly TimeWindow after = new("after", new(2025, 3, 1), new(2025, 12, 31));

    [Fact]
    public void OnlyInput_ThatMovesTheDifference_StandsOut_WithItsFullRank()
    {
        var half = SmallAnswers.Shells("Half", 0.5);
        var drivers = Run(half).Drivers(Metric.FiredPerDay, half, after);
        drivers.All.Select(driver => driver.Name).ShouldBe(["shell output", "Rockets, yield"]);
        var (shells, yield) = (drivers.All[0], drivers.All[1]);
        (shells.Correlation, shells.StandsOut, yield.StandsOut).ShouldBe((-1, true, false));
        (shells.Low90, shells.High90).ShouldBe((-1, -1));
        drivers.Verdict.ShouldStartWith("1 of 2 uncertain inputs stands out from chance (a rank correlation beyond 0.");
        drivers.Verdict.ShouldEndWith("): shell output.");

        // A fifth of the values of 80..120 is 80..88, whose median is 84; half of it is lost.
        shells.Levels.Select(level => level.Name).ShouldBe(["lowest fifth", "highest fifth"]);
        shells.Levels.ShouldAllBe(level => level.Replications == 80);
        shells.Levels[0].Median.ShouldBe(-42, Tolerance.MedianOfAFifth);
        shells.Levels[1].Median.ShouldBe(-58, Tolerance.MedianOfAFifth);
    }

    [Fact]
    public void WithoutAScenario_TheMetricItselfIsExplained()
    {
        var half = SmallAnswers.Shells("Half", 0.5);
        var drivers = Run(half).Drivers(Metric.FiredPerDay, window: after);
        drivers.Scenario.ShouldBeNull();
        drivers.All[0].Correlation.ShouldBe(1);
        drivers.Table().Title.ShouldBe("Inputs on which \"fired per day\" in \"Plan\" hinges, after (2025-03-01 to 2025-12-31)");
    }

    [Fact]
    public void Choice_IsShownByItsCases_AndStandsOutWhateverTheirOrder()
    {
        // The middle case does most: a rank correlation with the index of the case would be nearly 0.
        var choice = Uncertain.OneOf(new("mild", 1, 0.9), new("hard", 1, 0.1), new("milder", 1, 0.95)).Named("severity");
        var changed = SmallAnswers.Shells("Choice", choice);
        var drivers = Run(changed).Drivers(Metric.FiredPerDay, changed, after);
        var severity = drivers.All[0];
        (severity.Name, severity.IsChoice, severity.StandsOut).ShouldBe(("severity", true, true));
        severity.Levels.Select(level => level.Name).ShouldBe(["mild", "hard", "milder"]);
        severity.Levels[0].Median.ShouldBe(-10, Tolerance.MedianOfAFifth);
        severity.Levels[1].Median.ShouldBe(-90, Tolerance.MedianOfAFifth);
        severity.Levels.Sum(level => level.Replications).ShouldBe(400);
        severity.Correlation.ShouldBeInRange(0.85, 1);
        drivers.Table().Rows[0][4].ShouldStartWith("mild: -10");
    }

    [Fact]
    public void ChoiceOfTwo_HasTheRankCorrelationOfItsIndex()
    {
        var choice = Uncertain.OneOf(new("mild", 1, Uncertain.Uniform(0.5, 0.9)), new("hard", 2, Uncertain.Uniform(0.3, 0.7)))
            .Named("severity");
        var changed = SmallAnswers.Shells("Choice", choice);
        var study = Run(changed);
        var driver = study.Drivers(Metric.FiredPerDay, changed, after).All.Single(one => one.Name == "severity");
        var difference = study[changed].Scalar(Metric.FiredPerDay, after).Zip(study.Baseline.Scalar(Metric.FiredPerDay, after))
            .Select(pair => pair.First - pair.Second).ToArray();
        driver.Correlation.ShouldBe(
            Correlation.Spearman(difference, study[changed].Parameters.Column("severity")), Tolerance.Rounding);
        driver.Correlation.ShouldBeLessThan(0);

        // Fisher's transformation with the variance of Bonett and Wright.
        var half = 1.6448536269514722 * Math.Sqrt((1 + (driver.Correlation * driver.Correlation / 2)) / 397);
        driver.Low90.ShouldBe(Math.Tanh(Math.Atanh(driver.Correlation) - half), Tolerance.SameModel);
        driver.High90.ShouldBe(Math.Tanh(Math.Atanh(driver.Correlation) + half), Tolerance.SameModel);
    }

    [Fact]
    public void NothingStandsOut_IsSaid_WithTheNumberOfInputs()
    {
        // Fire varies by noise alone: the inputs move other parts.
        var noisy = SmallAnswers.Plan with
        {
            Networks = [new Network("Side",
                new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(1e6))]),
                new Stockpile("Other", [.. Enumerable.Range(0, 30).Select(i => new Lot(
                    Calibre.Mm152, new Origin($"Origin {i}"), Rounds.Of(Uncertain.Uniform(0, 1).Named($"unused {i}"))))]),
                new Consumer("Force", "Depot",
                    [new(Calibre.Mm152, RatePath.Constant(Rate.PerDay(100)).Times(Uncertain.Noise(0.5, 30)))]))],
        };
        var drivers = new Ensemble(300, Record: new Metrics().And(Metric.FiredPerDay)).Run(noisy).Drivers(Metric.FiredPerDay);
        drivers.All.Count.ShouldBe(30);
        drivers.StandingOut.ShouldBeEmpty();
        drivers.Verdict.ShouldBe("None of 30 uncertain inputs stands out from chance in 300 replications; a rank correlation beyond "
            + "0.18 would.");
        drivers.Table(10).Notes.ShouldContain("20 weaker inputs have no row.");
    }

    [Fact]
    public void SameDifferenceInAllReplications_HingesOnNothing()
    {
        var same = SmallAnswers.Shells("Same", 1);
        Run(same).Drivers(Metric.FiredPerDay, same, after).Verdict.ShouldBe(
            "The difference in \"fired per day\" between \"Same\" and \"Plan\" is the same in all replications and hinges on no input.");
        var certain = new Scenario("Certain", new Network("Side", new Stockpile("Depot"),
            new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot",
                RatePath.Constant(Rate.PerDay(9)).Times(Uncertain.Noise(0.5, 5)))),
            Horizon.PlainSteps(9));
        new Ensemble(20, Record: new Metrics().And(Metric.ProducedPerDay)).Run(certain).Drivers(Metric.ProducedPerDay).Verdict.ShouldBe(
            "No input is uncertain, so there is none on which \"produced per day\" in \"Certain\" could hinge.");
    }

    [Fact]
    public void GivenInputs_AreReadLikeDrawnOnes_AndMayDependOnOneAnother()
    {
        var half = SmallAnswers.Shells("Half", 0.5);
        var drawn = Run(half);
        var given = (drawn.Ensemble with { Parameters = drawn.Baseline.Parameters }).Run(SmallAnswers.Plan, half);
        var drivers = given.Drivers(Metric.FiredPerDay, half, after);
        drivers.All.ShouldBe(drawn.Drivers(Metric.FiredPerDay, half, after).All);
        drivers.Table().Notes[^1].ShouldBe("The inputs were given and may depend on one another: one may stand out because of another.");
    }

    [Fact]
    public void PartialCorrelationAndShare_TellTwoInputsApart()
    {
        // Fire is x + y, with y much the narrower: alone it hardly shows, with x taken out it explains all the rest.
        var two = SmallAnswers.Plan with
        {
            Networks = [new Network("Side", new Stockpile("Depot"),
                new ProductionLine("Wide", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(80, 120).Named("wide")
                    .Cited(new(2025, 1, 1), "B2", "RUSI", "As published.", "E001"))),
                new ProductionLine("Narrow", Calibre.Mm152, Origin.Russia, "Depot", Rate.PerDay(Uncertain.Uniform(10, 20).Named("narrow")
                    .Assumed("Nobody says."))),
                new Consumer("Force", "Depot", [new(Calibre.Mm152, Rate.PerDay(500))]))],
        };
        var drivers = new Ensemble(2000, Record: new Metrics().And(Metric.FiredPerDay)).Run(two).Drivers(Metric.FiredPerDay);
        var (wide, narrow) = (drivers.All[0], drivers.All[1]);
        (wide.Name, narrow.Name).ShouldBe(("wide", "narrow"));
        narrow.Correlation.ShouldBeLessThan(0.35);
        narrow.Partial.ShouldBeGreaterThan(0.9);

        // Variances are as the squares of widths: 40^2 to 10^2.
        wide.Share!.Value.ShouldBe(16.0 / 17, Tolerance.ShareOfVariance);
        narrow.Share!.Value.ShouldBe(1.0 / 17, Tolerance.ShareOfVariance);
        (16.0 / 17).ShouldBeInRange(wide.Share.Low90 - Tolerance.ShareOfVariance, wide.Share.High90 + Tolerance.ShareOfVariance);
        drivers.Table().Rows[0].ShouldContain(FormattableString.Invariant(
            $"{100 * wide.Share.Value:0} % [{100 * wide.Share.Low90:0} to {100 * wide.Share.High90:0}]"));
        (wide.SourceWords, narrow.SourceWords).ShouldBe(("RUSI B2", "assumed"));
        drivers.Dependence.ShouldBeNull();
    }

    [Fact]
    public void InputsThatGoTogether_AreNamed()
    {
        var drawn = Run(SmallAnswers.Shells("Half", 0.5));
        var known = drawn.Baseline.Parameters;
        double[] first = [.. known.Column(known.Keys[0])], second = [.. known.Column(known.Keys[1])];
        Array.Sort(first, second);
        Array.Sort(second);
        var given = (drawn.Ensemble with { Parameters = new ParameterMatrix(known.Keys, [first, second]) })
            .Run(SmallAnswers.Plan, SmallAnswers.Shells("Half", 0.5));
        var drivers = given.Drivers(Metric.FiredPerDay, SmallAnswers.Shells("Half", 0.5), after);
        drivers.Dependence.ShouldNotBeNull().Correlation.ShouldBe(1, Tolerance.Rounding);
        drivers.All.ShouldAllBe(driver => double.IsNaN(driver.Partial));
        drivers.Table().Notes.ShouldContain(note => note.StartsWith("Inputs depend on one another, so that shares overlap", StringComparison
            .Ordinal));
    }

    [Fact]
    public void DriftsOfOneLevel_AreNamedByTheirMonths()
    {
        var month = new Moment(2025, 6, 1);
        Scenario Of(Uncertain factor) => SmallAnswers.Plan with
        {
            Networks = [new Network("Side", new Stockpile("Depot"), new ProductionLine("Plant", Calibre.Mm152, Origin.Russia, "Depot",
                RatePath.Constant(Rate.PerDay(9)).Times(factor)))],
        };
        string Name(Uncertain factor) => new Ensemble(40, Record: new Metrics().And(Metric.ProducedPerDay)).Run(Of(factor))
            .Drivers(Metric.ProducedPerDay).All.ShouldHaveSingleItem().Name;
        Name(Uncertain.Drift(month, 0.5).Named("open production 2025-06")).ShouldBe("open production, drift from 2025-06");
        Name(Uncertain.Drift(month, 0.5).Named("war plans")).ShouldBe("war plans, drift");
        Name(Uncertain.Drift(month, 0.5).Named("requirement drift")).ShouldBe("requirement drift");
    }

    /// <summary>No reader meets the address of a draw: every input of every kind of part and change has words.</summary>
    [Fact]
    public void EveryInput_HasWords()
    {
        foreach (var scenario in (Scenario[])[.. RichFamily.Scenarios, Baselines.Russia2022, Baselines.BothSides])
        {
            var (words, parameters) = (new InputWords(scenario),
                new Ensemble(1, Record: new Metrics().And(Metric.FiredPerDay)).Run(scenario).Baseline.Parameters);
            var unknown = "no words";
            parameters.Keys.Where(key => words.Of(key, unknown).Name == unknown).ShouldBeEmpty(scenario.Name);
        }
    }

    private static Study Run(Scenario changed) => new Ensemble(400, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(after))
        .Run(SmallAnswers.Plan, changed);
}
