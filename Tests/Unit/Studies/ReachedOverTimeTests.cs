namespace Supply.Tests.Unit.Studies;

public class ReachedOverTimeTests
{
    private const double Z = 1.6448536269514722;

    [Fact]
    public void Probability_CountsWhoReachedItByTheEndOfTheStep()
    {
        var reached = Of([3, 0.3 * 7, double.PositiveInfinity, 9, double.NaN], (5, 30), every: 10, stepDays: 0.3);
        reached.Steps.ShouldBe([5, 15, 25, 30]);
        reached.Probability.ShouldBe([0, 0.5, 0.5, 0.75]);
    }

    [Fact]
    public void NothingDefined_IsMissing() => Of([double.NaN], (0, 3), every: 7).Probability.ShouldAllBe(value => double.IsNaN(value));

    //   (p - q)^2 = z^2 q (1 - q) / n  at both limits
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(5, 10)]
    [InlineData(10, 10)]
    [InlineData(17, 2000)]
    [InlineData(1, 1)]
    public void Limits_AreThoseOfWilson(int count, int of)
    {
        var (share, low, high) = ReachedOverTime.Interval(count, of);
        share.ShouldBe(count / (double)of);
        foreach (var q in new[] { low, high }) ((share - q) * (share - q)).ShouldBe(Z * Z * q * (1 - q) / of, Tolerance.Rounding);
        low.ShouldBeInRange(0, share);
        high.ShouldBeInRange(share, 1);
        (high - low).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void OfAStudy_EndsAtTheProbabilityOfTheWindow()
    {
        var window = new TimeWindow("all", Moment.AtStep(0), Moment.AtStep(59));
        var study = new Ensemble(200,
            Record: new Metrics { Every = 7, FillDays = 3 }.And(Metric.Exhaustion, Metric.FiredPerDay).Over(window)).Run(Dwindling());
        var reached = study.Baseline.Reached(Metric.Exhaustion);
        reached.Steps.ShouldBe([0, 7, 14, 21, 28, 35, 42, 49, 56, 59]);
        reached.Probability[^1].ShouldBe(study.Baseline.Probability(Metric.Exhaustion));
        reached.Probability[^1].ShouldBeInRange(0.1, 0.9);
        var days = study.Baseline.Scalar(Metric.Exhaustion);
        foreach (var (i, step) in reached.Steps.Index()) reached.Probability[i].ShouldBe(days.Count(day => day <= step + 1) / 200.0);
        Should.Throw<ArgumentException>(() => study.Baseline.Reached(Metric.FiredPerDay)).Message.ShouldStartWith(
            "\"fired per day\" is not reached at a date; only exhaustion is.");
    }

    internal static Scenario Dwindling() => new("Dwindling", new Network("Side",
        new Stockpile("Depot", [new(Calibre.Mm152, Origin.Russia, Rounds.Of(Uncertain.Uniform(100, 1000)))]),
        new Consumer("Guns", "Depot", [new(Calibre.Mm152, Rate.PerDay(12))])), Horizon.PlainSteps(60));

    private static ReachedOverTime Of(double[] days, (int First, int Last) span, int every, double stepDays = 1) =>
        ReachedOverTime.Of(Metric.Exhaustion, new("w", Moment.AtStep(span.First), Moment.AtStep(span.Last)), days, span, every,
            Horizon.PlainSteps(100, stepDays));
}
