using Supply.Programs;

namespace Supply.Tests.Unit.Programs;

public class BoundsTests
{
    [Fact]
    public void Bounds_AreTheReachOfEachKind()
    {
        Bounds.Of(3).ShouldBe(new(3, 3));
        Bounds.Of(Uncertain.Uniform(1, 2)).ShouldBe(new(1, 2));
        Bounds.Of(Uncertain.Triangular(1, 2, 5)).ShouldBe(new(1, 5));
        Bounds.Of(Uncertain.Pert(1, 2, 5)).ShouldBe(new(1, 5));
        Bounds.Of(Uncertain.Normal(100, 10)).ShouldBe(new(17, 183));
        Bounds.Of(Uncertain.OneOf(new Alternative("a", 1, 7), new Alternative("b", 0, Uncertain.Uniform(2, 3)))).ShouldBe(new(2, 7));
        Bounds.Of(Uncertain.Uniform(-1, 2) * Uncertain.Uniform(-3, 5)).ShouldBe(new(-6, 10));
        Bounds.Of(Uncertain.Noise(0.1, 3)).ShouldBe(new(0, double.PositiveInfinity));
        Bounds.Of(0 * Uncertain.Drift(Moment.AtStep(0), 1)).ShouldBe(new(0, 0));
    }

    [Fact]
    public void LogNormal_WithOneLimit_IsThatNumber()
    {
        var bounds = Bounds.Of(Uncertain.LogNormal(5, 5));
        bounds.Low.ShouldBe(5, Tolerance.Rounding);
        bounds.High.ShouldBe(5, Tolerance.Rounding);
    }

    /// <summary>No draw leaves the bounds: the smallest and the largest possible uniform.</summary>
    [Fact]
    public void NormalReach_HoldsTheFarthestDraw() =>
        Supply.Maths.InverseNormal.Of(1 - Math.ScaleB(1, -53)).ShouldBeLessThan(Bounds.NormalReach);
}
