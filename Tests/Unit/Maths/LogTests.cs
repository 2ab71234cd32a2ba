using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public class LogTests
{
    [Fact]
    public void Log_OfEitherZero_IsMinusInfinity()
    {
        Log.Of(0.0).ShouldBe(double.NegativeInfinity);
        Log.Of(-0.0).ShouldBe(double.NegativeInfinity);
    }

    [Theory]
    [InlineData(-double.Epsilon)]
    [InlineData(-1.0)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Log_BelowZeroOrOfNaN_IsTheOneNaN(double x) =>
        BitConverter.DoubleToInt64Bits(Log.Of(x)).ShouldBe(BitConverter.DoubleToInt64Bits(double.NaN));

    [Fact]
    public void Log_OfInfinity_IsInfinity() => Log.Of(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);

    [Fact]
    public void Log_OfOne_IsPlusZero() =>
        BitConverter.DoubleToInt64Bits(Log.Of(1.0)).ShouldBe(BitConverter.DoubleToInt64Bits(0.0));

    [Fact]
    public void Log_AcrossItsSeams_NeverFalls()
    {
        double[] seams = [Math.Sqrt(0.5), 1.0, Math.Sqrt(2.0), 2.2250738585072014e-308];
        foreach (double seam in seams)
            Log.Of(Math.BitDecrement(seam)).ShouldBeLessThanOrEqualTo(Log.Of(seam));
    }
}
