using Supply.Analysis;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Analysis;

public class PolicyTests
{
    private static readonly TimeWindow after = new("after", new(2025, 3, 1), new(2025, 12, 31));
    private static readonly Scenario half = SmallAnswers.Shells("Half", 0.5), more = SmallAnswers.Shells("More", 1.5);

    private static Study Run(int replications = 200) =>
        new Ensemble(replications, Record: new Metrics { Scalars = [Metric.FiredPerDay, Metric.OnHand] }.Over(after))
            .Run(SmallAnswers.Plan, half, more);

    [Fact]
    public void Scores_AreCountedRunByRun()
    {
        var study = Run();
        var robust = study.Robustness([new(Metric.FiredPerDay, 110)]);
        robust.Scores.Select(score => score.Policy.Name).ShouldBe(["More", "Plan", "Half"]);
        var plan = robust.Scores[1];
        plan.AllMet.ShouldBe(study.Baseline.Scalar(Metric.FiredPerDay).Count(fired => fired >= 110) / 200.0);

        // The best in every run makes half as much again: the regret of the plan is half of its shells.
        plan.Regret[0].Median.ShouldBe((study.Baseline.Distribution(Metric.FiredPerDay).Median - 10) / 2, Tolerance.MedianOfAFifth);
        robust.Scores[0].Regret[0].High90.ShouldBe(0);
        robust.Scores.Select(score => score.IsDominated).ShouldBe([false, true, true]);
        robust.Verdict.ShouldEndWith("By medians \"More\" is best in everything.");
    }

    [Fact]
    public void OpposedGoals_AreATradeOff()
    {
        var robust = Run().Robustness([new(Metric.FiredPerDay, 110), new(Metric.FiredPerDay, 80) { IsAtLeast = false }], half, more);
        robust.Scores.ShouldAllBe(score => !score.IsDominated && score.AllMet == 0);
        robust.Verdict.ShouldContain("are trade-offs");
        Should.Throw<ArgumentException>(() => Run().Robustness([])).Message.ShouldStartWith("There are no goals");
    }

    [Fact]
    public void Why_NamesTheDriver_TheBox_AndTheNumberWorthKnowing()
    {
        // Half of a fire of 90 to 130 a day is lost: relatively the same share of shells, and more where shells are more of all rounds.
        var factor = SmallAnswers.Shells("Cut", Uncertain.Uniform(0.7, 1).Named("what is left"));
        var study = new Ensemble(400, Record: Answer.Record(SmallAnswers.Plan, factor)).Run(SmallAnswers.Plan, factor);
        var window = study.Ensemble.Record!.Outcomes[0].Window;
        var why = study.Why(factor, window: window);
        why.Drivers.All[0].Name.ShouldBe("what is left");
        why.Boxes!.Boxes[0].Restrictions[0].Input.Name.ShouldBe("what is left");
        why.Boxes.Boxes[0].Restrictions[0].Low.ShouldBe(0.89, 0.02);
        why.Knowing.Inputs[0].Input.Name.ShouldBe("what is left");
        var lines = why.Answer.ToString().TrimEnd('\n').Split('\n');
        lines.Length.ShouldBeLessThanOrEqualTo(Answer.MostLines);
        lines.ShouldAllBe(line => line.Length <= Answer.Width);
    }

    [Fact]
    public void Enough_RefusesTwentyReplications_AndAcceptsTwentyThousand()
    {
        var few = Run(20).Enough(Metric.FiredPerDay);
        few.IsEnough.ShouldBeFalse();
        few.Verdict.ShouldStartWith("20 replications are not enough for fired per day, after, ");
        Run(20_000).Enough(Metric.FiredPerDay).IsEnough.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => Run(20).Enough(Metric.FillRate)).Message.ShouldContain("was not recorded");
    }

    [Fact]
    public void Enough_SaysHowSmallNoiseIs_AndWhereThereIsNoScale()
    {
        Enough Of(double noise, double scale) => new([new("rounds", Measure.Rounds, 5, noise, scale)], 100);
        Of(0.0001, 1).Verdict.ShouldEndWith(", < 0.1 % of its scale.");
        Of(1, 0).Verdict.ShouldEndWith(" (one standard error), and there is no 90 % band to compare that with.");
        Of(1, 0).Table().Rows[0][3].ShouldBeEmpty();
    }

    [Fact]
    public void RunUntil_StopsWhenTheNoiseIsSmall_WithTheNumbersOfAPlainRun()
    {
        var ensemble = new Ensemble(20, Record: new Metrics { Scalars = [Metric.FiredPerDay] }.Over(after));
        var study = ensemble.RunUntil(Metric.FiredPerDay, 0.5, 100_000, one => one.Run(SmallAnswers.Plan));
        UntilError.Noise(study, Metric.FiredPerDay).ShouldBeLessThanOrEqualTo(0.5);
        study.Ensemble.Replications.ShouldBeInRange(21, 20_000);
        (ensemble with { Replications = study.Ensemble.Replications }).Run(SmallAnswers.Plan).Baseline.Scalar(Metric.FiredPerDay)
            .ShouldBe(study.Baseline.Scalar(Metric.FiredPerDay));
        ensemble.RunUntil(Metric.FiredPerDay, 1e-9, 40, one => one.Run(SmallAnswers.Plan)).Ensemble.Replications.ShouldBe(40);
    }

    /// <summary>An error that is not known does not make it run as often as can be.</summary>
    [Fact]
    public void RunUntil_WithoutAKnownError_GoesOnlyAsFarAsThatHelps()
    {
        var runs = new List<int>();
        Study Until(Metric metric, int replications, double error, Scenario scenario) =>
            new Ensemble(replications, Record: new Metrics { Scalars = [metric] }.Over(after)).RunUntil(metric, error, 100_000, one =>
            {
                runs.Add(one.Replications);
                return one.Run(scenario);
            });

        // Nothing is wanted, so that no part of it is met: the fill rate is undefined in all runs, however many.
        var idle = SmallAnswers.Plan.With("Idle", new RequirementChange("Force", new DateOnly(2025, 1, 1), 0));
        var undefined = Until(Metric.FillRate, 20, 0.01, idle);
        undefined.Baseline.Scalar(Metric.FillRate).ShouldAllBe(value => double.IsNaN(value));
        runs.ShouldBe([20]);

        // One replication does not show an error, and two do.
        runs.Clear();
        Until(Metric.FiredPerDay, 1, 3, SmallAnswers.Plan).Ensemble.Replications.ShouldBeLessThan(1000);
        runs.Take(2).ShouldBe([1, 2]);
    }
}
