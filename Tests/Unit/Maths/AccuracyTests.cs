using Supply.Maths;

namespace Supply.Tests.Unit.Maths;

public class AccuracyTests
{
    [Fact]
    public void Exp_AgainstHighPrecision_KeepsItsBound() => Check(nameof(Exp), Exp.Of, Tolerance.ExpUlps);

    [Fact]
    public void Log_AgainstHighPrecision_KeepsItsBound() => Check(nameof(Log), Log.Of, Tolerance.LogUlps);

    [Fact]
    public void InverseNormal_AgainstHighPrecision_KeepsItsBound() =>
        Check(nameof(InverseNormal), InverseNormal.Of, Tolerance.InverseNormalUlps);

    private static void Check(string name, Func<double, double> function, double ulps)
    {
        var points = HighPrecision.Of(name);
        points.Count.ShouldBeGreaterThan(100);
        foreach (var point in points)
            point.UlpsTo(function(point.X)).ShouldBeLessThanOrEqualTo(ulps, $"{name}({point.X:R})");
    }
}
