using MathNet.Numerics.Distributions;
using Supply.Inference;
using Supply.Maths;

namespace Supply.Tests.Unit.Inference;

public sealed class MarginalTests
{
    private static readonly double[] points = [-8, -5.8, -5.6, -3, -1, -0.68, -0.67, -0.1, 0, 0.1, 0.67, 0.68, 1, 3, 5];

    [Fact]
    public void Cdf_IsTheInverseOfTheInverseNormal()
    {
        // The condition of the inverse: a relative error of u in a tail is one of about z² in z.
        foreach (var z in points.Where(z => z < 0))
        {
            InverseNormal.Of(NormalCurve.Cdf(z)).ShouldBe(z, Tolerance.NormalCurve * 10, $"z = {z}");
        }
        NormalCurve.Cdf(double.NegativeInfinity).ShouldBe(0);
        NormalCurve.Cdf(double.PositiveInfinity).ShouldBe(1);
        NormalCurve.Cdf(-20).ShouldBe(2.753624118606234e-89, 2.75e-89 * Tolerance.NormalCurve);
    }

    [Fact]
    public void Quantiles_AreThoseOfTheDistributions()
    {
        foreach (var z in points)
        {
            var u = Normal.CDF(0, 1, z);
            void Near(Marginal marginal, double expected) =>
                marginal.Value(z).ShouldBe(expected, Tolerance.SameModel * Math.Max(1, Math.Abs(expected)),
                    $"{marginal.Description} at {z}");
            Near(Marginal.Normal("a", 3, 2), 3 + (2 * z));
            Near(Marginal.LogNormal("a", 1, 0.5), Math.Exp(1 + (0.5 * z)));
            Near(Marginal.Uniform("a", -2, 7), -2 + (9 * u));
            if (z < 4) Near(Marginal.HalfCauchy("a", 5), 5 * Math.Tan(Math.PI / 2 * u));
            if (z < 4) Near(Marginal.HalfNormal("a", 2), 2 * Normal.InvCDF(0, 1, 0.5 + (u / 2)));
            Near(Marginal.Custom("a", "step", p => p < 0.5 ? 1 : 2), u < 0.5 ? 1 : 2);
        }
    }

    [Fact]
    public void TruncatedNormal_KeepsItsTails()
    {
        // Between 8 and 9 standard deviations an upper probability would have no digits left.
        var tail = Marginal.TruncatedNormal("a", 0, 1, 8, 9);
        var middle = -InverseNormal.Of((NormalCurve.Cdf(-8) + NormalCurve.Cdf(-9)) / 2);
        tail.Value(0).ShouldBe(middle, Tolerance.SameModel);
        tail.Value(-37).ShouldBe(8, Tolerance.SameModel);
        tail.Value(37).ShouldBe(9, Tolerance.SameModel);
    }

    [Fact]
    public void Flat_HasDensityOne()
    {
        foreach (var z in points)
        {
            double Density(double derivative) => Math.Log(derivative) - Normal.PDFLn(0, 1, z);
            Marginal.Flat("a", 5, 3).LogCorrection(z).ShouldBe(Density(3), Tolerance.SameModel);
            Marginal.FlatPositive("a", 3).LogCorrection(z).ShouldBe(Density(3 * Math.Exp(z)), Tolerance.SameModel);
            Marginal.Normal("a", 5, 3).LogCorrection(z).ShouldBe(0);
        }
    }

    [Fact]
    public void Numbers_OutOfRange_AreAllNamed() =>
        Should.Throw<ArgumentException>(() => Marginal.Normal("speed", double.NaN, -1)).Message.ShouldBe(
        "The mean of marginal \"speed\" is NaN; it must be finite.\nThe sd of marginal \"speed\" is -1; it must be finite and above 0.");
}
