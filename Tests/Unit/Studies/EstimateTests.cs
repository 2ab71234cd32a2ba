using Supply.Studies;

namespace Supply.Tests.Unit.Studies;

public class EstimateTests
{
    [Theory]
    [InlineData(9840, 75, "9,800")]
    [InlineData(1032, 75, "1,000")]
    [InlineData(1032, 0.4, "1,030")]
    [InlineData(0.4567, 0, "0.457")]
    [InlineData(40, 75, "0")]
    [InlineData(-0.2, 0.3, "0")]
    [InlineData(1234, double.PositiveInfinity, "1,000")]
    [InlineData(double.NaN, double.NaN, "undefined")]
    [InlineData(double.PositiveInfinity, 0, "not reached")]
    public void Text_HasNoDigitThatNoiseMoves(double value, double noise, string expected) =>
        new Estimate(value, noise).Text(Measure.Rounds).ShouldBe(expected);

    [Theory]
    [InlineData(0.7812, 0.004, "78 %")]
    [InlineData(0.7812, 0.02, "80 %")]
    [InlineData(0.0312, 0.0001, "3.1 %")]
    [InlineData(0.0312, 0.004, "3 %")]
    public void Text_OfFractions_IsInPercent(double value, double noise, string expected) =>
        new Estimate(value, noise).Text(Measure.Fraction).ShouldBe(expected);

    [Theory]
    [InlineData(0, 2000, "< 1 %")]
    [InlineData(2000, 2000, "> 99 %")]
    [InlineData(1560, 2000, "78 %")]
    [InlineData(0, 20, "< 10 %")]
    [InlineData(20, 20, "> 90 %")]
    [InlineData(0, 0, "undefined")]
    public void Probability_IsNeverCertain(int count, int of, string expected) =>
        Estimate.Share(count, of).Probability().ShouldBe(expected);

    [Fact]
    public void Signed_MarksWhatIsAboveZero()
    {
        new Estimate(12, 0).Signed(Measure.Rounds).ShouldBe("+12");
        new Estimate(-12, 0).Signed(Measure.Rounds).ShouldBe("-12");
        new Estimate(0.2, 0.3).Signed(Measure.Rounds).ShouldBe("0");
        new Estimate(-0.16, 0.001).Signed(Measure.Points).ShouldBe("-16 pp");
    }

    //   of a normal distribution the median of n values has the standard error sqrt(pi / 2 / n)
    [Fact]
    public void Noise_OfTheMedian_IsThatOfANormalDistribution()
    {
        const int Count = 10_001;
        double[] sorted =
            [.. Enumerable.Range(0, Count).Select(i => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (i + 0.5) / Count))];
        var median = Estimate.Quantile(sorted, 0.5);
        median.Value.ShouldBe(0, Tolerance.SameModel);
        median.Noise.ShouldBe(Math.Sqrt(Math.PI / 2 / Count), Tolerance.StraightDensity);
    }
}
