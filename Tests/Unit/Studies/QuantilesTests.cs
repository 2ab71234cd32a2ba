namespace Supply.Tests.Unit.Studies;

public class QuantilesTests
{
    private const double Never = double.PositiveInfinity;

    //  position (n - 1) p among the sorted values, straight lines between them
    [Fact]
    public void Quantiles_InterpolateBetweenOrderStatistics()
    {
        Distribution.Of([4, 1, 3, 2]).Quantiles.ShouldBe([1.15, 1.75, 2.5, 3.25, 3.85], Tolerance.Rounding);
        Distribution.Of([7]).Quantiles.ShouldBe([7, 7, 7, 7, 7]);
        Distribution.Of([10, 20]).Quantiles.ShouldBe([10.5, 12.5, 15, 17.5, 19.5], Tolerance.Rounding);
    }

    [Fact]
    public void Moments_AreMeanAndStandardError()
    {
        var distribution = Distribution.Of([1, 2, 3, 4]);
        distribution.Mean.ShouldBe(2.5);
        distribution.StandardError.ShouldBe(Math.Sqrt(5.0 / 3) / 2, Tolerance.Rounding);
        double.IsNaN(Distribution.Of([1]).StandardError).ShouldBeTrue();
    }

    [Fact]
    public void UndefinedValues_AreLeftOutAndCounted()
    {
        var distribution = Distribution.Of([double.NaN, 1, 3, double.NaN]);
        (distribution.Undefined, distribution.Median, distribution.Mean).ShouldBe((2, 2, 2));
        var none = Distribution.Of([double.NaN]);
        (none.Undefined, none.Mean, none.Median).ShouldBe((1, double.NaN, double.NaN));
    }

    [Fact]
    public void NeverReached_CountsAsLaterThanAnyDate()
    {
        Distribution.Of([1, Never, Never]).Median.ShouldBe(Never);
        Distribution.Of([1, 2, Never, Never]).Median.ShouldBe(Never);
        Distribution.Of([Never, Never]).Quantiles.ShouldAllBe(value => value == Never);
    }

    /// <summary>A quantile that coincides with a value is that value, whatever lies beyond it.</summary>
    [Fact]
    public void NeverReached_DoesNotReachAQuantileThatFallsOnAValue()
    {
        Distribution.Of([1, 2, Never]).Median.ShouldBe(2);
        var some = Distribution.Of([5, Never, 3, 4, Never]);
        (some.Low50, some.Median, some.High50, some.High90).ShouldBe((4, 5, Never, Never));
    }

    [Fact]
    public void MeanOfWhatIsNeverReached_IsInfinite() => Distribution.Of([1, Never, 2]).Mean.ShouldBe(Never);
}
