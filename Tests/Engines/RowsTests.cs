using Supply.Maths;

namespace Supply.Tests.Engines;

public unsafe class RowsTests
{
    [Fact]
    public void Apply_OntoAnOperand_EqualsApplyElsewhere()
    {
        double[] a = [.. Enumerable.Range(0, 37).Select(i => i * 0.25)];
        double[] b = [.. Enumerable.Range(0, 37).Select(i => 3.0 - i)];
        var apart = new double[37];
        fixed (double* pa = a, pb = b, pr = apart)
        {
            Rows.Apply<Subtract>(pr, pa, pb, 37);
            Rows.Apply<Subtract>(pb, pa, pb, 37);
        }
        b.ShouldBe(apart);
    }

    [Fact]
    public void Min_OfNaNOrZeros_IsTheSecond()
    {
        Min.Of(double.NaN, 1.0).ShouldBe(1.0);
        Min.Of(1.0, double.NaN).ShouldBe(double.NaN);
        double.IsNegative(Min.Of(0.0, -0.0)).ShouldBeTrue();
        double.IsNegative(Min.Of(-0.0, 0.0)).ShouldBeFalse();
    }

    [Fact]
    public void Max_OfNaNOrZeros_IsTheSecond()
    {
        Max.Of(double.NaN, 1.0).ShouldBe(1.0);
        Max.Of(1.0, double.NaN).ShouldBe(double.NaN);
        double.IsNegative(Max.Of(0.0, -0.0)).ShouldBeTrue();
        double.IsNegative(Max.Of(-0.0, 0.0)).ShouldBeFalse();
    }

    [Fact]
    public void LessThan_OfNaN_IsZero()
    {
        LessThan.Of(1.0, 2.0).ShouldBe(1.0);
        LessThan.Of(2.0, 2.0).ShouldBe(0.0);
        LessThan.Of(double.NaN, 2.0).ShouldBe(0.0);
    }

    [Fact]
    public void Select_OfNaNCondition_IsTheFirst()
    {
        Select.Of(double.NaN, 1.0, 2.0).ShouldBe(1.0);
        Select.Of(-0.0, 1.0, 2.0).ShouldBe(2.0);
    }

    [Fact]
    public void FlushTiny_BelowItsLimit_IsZero()
    {
        FlushTiny.Of(FlushTiny.Limit).ShouldBe(FlushTiny.Limit);
        FlushTiny.Of(Math.BitDecrement(FlushTiny.Limit)).ShouldBe(0.0);
        FlushTiny.Of(-1.0).ShouldBe(0.0);
        FlushTiny.Of(double.NaN).ShouldBe(double.NaN);
    }
}
