namespace Supply.Tests.Unit.Studies;

/// <summary>Any quantile and any probability of a distribution.</summary>
public class DistributionTests
{
    private static readonly Distribution five = Distribution.Of([3, 1, double.NaN, 2, 5, 4]);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.4)]
    [InlineData(0.5, 3)]
    [InlineData(1, 5)]
    public void Quantile_InterpolatesBetweenValues(double level, double expected) =>
        five.Quantile(level).ShouldBe(expected, Tolerance.Rounding);

    [Fact]
    public void Quantile_AgreesWithThoseThatAreKept() =>
        Distribution.Levels.Select(five.Quantile).ShouldBe(five.Quantiles);

    [Fact]
    public void Probability_IsTheShareOfDefinedValues()
    {
        five.Probability(value => value < 3).ShouldBe(0.4);
        Distribution.Of([1, double.PositiveInfinity]).Probability(double.IsFinite).ShouldBe(0.5);
        Distribution.Of([double.NaN]).Probability(_ => true).ShouldBe(double.NaN);
        Distribution.Of([double.NaN]).Quantile(0.5).ShouldBe(double.NaN);
    }

    [Fact]
    public void Distributions_AreEqualByWhatTheyShow() => Distribution.Of([1, 2]).ShouldBe(Distribution.Of([2, 1]));

    [Fact]
    public void PointsOfSeries_SayWhereValuesAre()
    {
        var study = new Ensemble(3).Run(SmallAnswers.Plan);
        Should.Throw<InvalidOperationException>(() => study.Baseline.Series(Metric.FiredPerDay).Points[0].Quantile(0.1)).Message
            .ShouldStartWith("A point of a series keeps no values");
        Should.Throw<ArgumentOutOfRangeException>(() => five.Quantile(1.5)).Message
            .ShouldStartWith("The level of a quantile lies in 0..1.");
    }
}
