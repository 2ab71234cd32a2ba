using MathNet.Numerics;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Tests.Unit.Programs;

/// <summary>The series of the PERT quantile compared with the incomplete beta function of MathNet.</summary>
public class PertQuantileTests
{
    private const double SmallestUniform = 1.1102230246251565e-16; // 2^-53, half a step of a draw

    public static TheoryData<double> Shifts() => [0, 1e-9, 0.1, 0.5, 1, 1.7, 2, 2.3, 3, 3.6, 3.999, 4];

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Quantile_IsWithinItsError(double shift)
    {
        var (a, b) = (1 + shift, 5 - shift);
        var series = PertQuantile.Coefficients(shift);
        // Each half from its own tail: near 1 the distribution function has no digits left.
        var worst = Tails().SelectMany(u => new[]
        {
            (u, error: Quantile(series, u) - Inverse(a, b, u)),
            (u: 1 - u, error: 1 - Quantile(series, 1 - u) - Inverse(b, a, 1 - (1 - u))),
        }).MaxBy(one => Math.Abs(one.error));
        worst.error.ShouldBe(0, Tolerance.PertQuantile, $"u = {worst.u:R}");
    }

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Quantile_Rises_AndStaysInside(double shift)
    {
        var series = PertQuantile.Coefficients(shift);
        var values = Enumerable.Range(0, 40_001).Select(i => Share(series, (i - 20_000) * 4e-4)).ToArray();
        values.Zip(values.Skip(1)).Count(pair => pair.First > pair.Second).ShouldBe(0);
        values[0].ShouldBeGreaterThan(0);
        values[^1].ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Mirror_GivesTheOtherTail()
    {
        var (low, high) = (PertQuantile.Coefficients(0.7), PertQuantile.Coefficients(3.3));
        for (var z = -8.0; z <= 8; z += 0.37) Share(low, z).ShouldBe(1 - Share(high, -z), Tolerance.PertQuantile);
    }

    [Fact]
    public void Series_IsShort() => Shifts().ShouldAllBe(row => PertQuantile.Coefficients(row.Data).Length <= 50);

    private static IEnumerable<double> Tails()
    {
        for (var u = SmallestUniform; u < 0.01; u *= 3.7) yield return u;
        for (var u = 0.01; u < 0.5; u += 0.0173) yield return u;
    }

    private static double Quantile(double[] series, double u) => Share(series, InverseNormal.Of(u));

    /// <summary>The compiled program's evaluation of the series.</summary>
    private static double Share(double[] series, double z)
    {
        var t = NormalSeries.Stretch * z / (
            Bounds.NormalReach + Math.Sqrt(Bounds.NormalReach * Bounds.NormalReach + NormalSeries.Bend * z * z));
        var (next, afterNext) = (0.0, 0.0);
        for (var i = series.Length - 1; i > 0; i--) (next, afterNext) = (series[i] + (2 * t * next - afterNext), next);
        return 1 / (1 + Exp.Of(-(series[0] + (t * next - afterNext))));
    }

    private static double Inverse(double a, double b, double u)
    {
        double low = 0, high = 1;
        while ((low + high) / 2 is var middle && low < middle && middle < high)
        {
            if (SpecialFunctions.BetaRegularized(a, b, middle) < u) low = middle;
            else high = middle;
        }

        return high;
    }
}
