using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public class ExpTests
{
    private const double Highest = 709.782712893384;
    private const double Lowest = -708.0;

    [Fact]
    public void Exp_AtOverflow_IsInfinity()
    {
        double.IsFinite(Exp.Of(Highest)).ShouldBeTrue();
        Exp.Of(Math.BitIncrement(Highest)).ShouldBe(double.PositiveInfinity);
        Exp.Of(double.MaxValue).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Exp_BelowItsLowest_IsZeroAndNeverDenormal()
    {
        double.IsNormal(Exp.Of(Lowest)).ShouldBeTrue();
        Exp.Of(Math.BitDecrement(Lowest)).ShouldBe(0.0);
        Exp.Of(-745.0).ShouldBe(0.0);
        Exp.Of(double.MinValue).ShouldBe(0.0);
    }

    [Fact]
    public void Exp_AtInfinities_IsItsLimit()
    {
        Exp.Of(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        Exp.Of(double.NegativeInfinity).ShouldBe(0.0);
    }

    [Fact]
    public void Exp_AtZeroAndDenormals_IsOne()
    {
        double[] points = [0.0, -0.0, double.Epsilon, -double.Epsilon];
        points.Select(Exp.Of).ShouldAllBe(value => value == 1.0);
    }

    [Fact]
    public void Exp_OfNaN_IsTheOneNaN() =>
        BitConverter.DoubleToInt64Bits(Exp.Of(BitConverter.UInt64BitsToDouble(0x7FF8000000000123)))
            .ShouldBe(BitConverter.DoubleToInt64Bits(double.NaN));
}
