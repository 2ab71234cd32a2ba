using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public class InverseNormalTests
{
    [Fact]
    public void InverseNormal_AtTheEnds_IsInfinite()
    {
        InverseNormal.Of(0.0).ShouldBe(double.NegativeInfinity);
        InverseNormal.Of(-0.0).ShouldBe(double.NegativeInfinity);
        InverseNormal.Of(1.0).ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(-double.Epsilon)]
    [InlineData(1.0000000000000002)]
    [InlineData(-3.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void InverseNormal_OutsideProbabilities_IsTheOneNaN(double p) =>
        BitConverter.DoubleToInt64Bits(InverseNormal.Of(p)).ShouldBe(BitConverter.DoubleToInt64Bits(double.NaN));

    [Fact]
    public void InverseNormal_AtTheMedian_IsZero() => InverseNormal.Of(0.5).ShouldBe(0.0);

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.0625)]
    [InlineData(0.0009765625)]
    [InlineData(9.094947017729282e-13)]
    public void InverseNormal_OfOppositeProbabilities_IsOppositeExactly(double p) =>
        InverseNormal.Of(1.0 - p).ShouldBe(-InverseNormal.Of(p));

    [Fact]
    public void InverseNormal_OfEveryUniform_IsFinite()
    {
        double smallest = 1.0 / (1UL << 53);
        InverseNormal.Of(smallest).ShouldBeInRange(-8.3, -8.2);
        InverseNormal.Of(1.0 - smallest).ShouldBeInRange(8.2, 8.3);
    }
}
