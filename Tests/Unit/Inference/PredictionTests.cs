using MathNet.Numerics.Distributions;
using Supply.Evidence;
using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

public sealed class PredictionTests
{
    private const double Centre = 3, Sd = 0.4;
    private static readonly Prediction single = new([Centre], Sd, doubt: 0);
    private static readonly Prediction mixed = new([1.0, 2.5], Sd, doubt: 0.3);

    [Fact]
    public void SingleCentre_IsLogNormal()
    {
        foreach (var probability in new[] { 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999 })
        {
            var quantile = Math.Exp(Centre + (Sd * Normal.InvCDF(0, 1, probability)));
            single.Quantile(probability).ShouldBe(quantile, Tolerance.SameModel * quantile);
            single.Below(quantile).ShouldBe(probability, Tolerance.SameModel);
        }

        (single.Low90, single.Low50, single.Median, single.High50, single.High90)
            .ShouldBe((single.Quantile(0.05), single.Quantile(0.25), single.Quantile(0.5), single.Quantile(0.75), single.Quantile(0.95)));
    }

    [Fact]
    public void CountsOfNothing_LieBelowEveryFigure()
    {
        // A third of the rows count nothing, the others 1 with an error of a tenth.
        var prediction = new Prediction([double.NegativeInfinity, 0, 0], 0.1, 0);
        prediction.Quantile(0.2).ShouldBe(0);
        prediction.Quantile(0.5).ShouldBe(new Prediction([0], 0.1, 0).Quantile(0.25), Tolerance.SameModel);
        prediction.Below(0.01).ShouldBe(1.0 / 3, Tolerance.Rounding);
        new Prediction([double.NegativeInfinity], 0.1, 0.1).Median.ShouldBe(0);
        new Prediction([double.PositiveInfinity, 0], 0.1, 0).High90.ShouldBe(double.PositiveInfinity);
        new Prediction([double.NaN, 0], 0.1, 0).Median.ShouldBe(double.NaN);
    }

    [Fact]
    public void SeveralCentres_AndWrongClaims_AreAMixture()
    {
        foreach (var value in new[] { 0.5, 3, 8, 40, 300 })
        {
            var expected = new[] { 1.0, 2.5 }
                .Average(centre => (0.7 * Normal.CDF(centre, Sd, Math.Log(value))) + (0.3 * Normal.CDF(centre, 1, Math.Log(value))));
            mixed.Below(value).ShouldBe(expected, Tolerance.SameModel);
            mixed.Quantile(expected).ShouldBe(value, Tolerance.SameModel * value);
        }
    }

    [Fact]
    public void Score_OfASingleCentre_IsThatOfANormal()
    {
        foreach (var z in new[] { -4.0, -1, 0, 0.3, 2.5, 6 })
        {
            var expected = Sd * ((z * ((2 * Normal.CDF(0, 1, z)) - 1)) + (2 * Normal.PDF(0, 1, z)) - (1 / Math.Sqrt(Math.PI)));
            single.Score(Math.Exp(Centre + (Sd * z))).ShouldBe(expected, Tolerance.ScorePoints * Sd, $"z = {z}");
        }

        // A proper score: on average over its own draws, the truth beats predictions that are too sure or not sure enough.
        double Mean(Prediction prediction) => Enumerable.Range(0, 199).Average(i => prediction.Score(single.Quantile((i + 1) / 200.0)));
        Mean(single).ShouldBeLessThan(Mean(new([Centre], Sd / 2, 0)));
        Mean(single).ShouldBeLessThan(Mean(new([Centre], Sd * 2, 0)));
    }

    [Fact]
    public void Plausibility_IsTwoSided_ForAPoint_AndTheChanceOfABound()
    {
        foreach (var z in new[] { -2.0, -0.5, 0, 1, 3 })
        {
            var value = Math.Exp(Centre + (Sd * z));
            single.Plausibility(Claim(value, value)).ShouldBe(2 * Normal.CDF(0, 1, -Math.Abs(z)), Tolerance.SameModel);
            single.Plausibility(Claim(value, double.PositiveInfinity)).ShouldBe(Normal.CDF(0, 1, -z), Tolerance.SameModel);
            single.Plausibility(Claim(double.NegativeInfinity, value)).ShouldBe(Normal.CDF(0, 1, z), Tolerance.SameModel);
            single.Plausibility(Claim(0, value)).ShouldBe(Normal.CDF(0, 1, z), Tolerance.SameModel);
        }

        // A range around the middle is as plausible as possible; one next to it as plausible as its nearer end.
        single.Plausibility(Claim(Math.Exp(Centre - 1), Math.Exp(Centre + 1))).ShouldBe(1);
        single.Plausibility(Claim(Math.Exp(Centre + 1), Math.Exp(Centre + 2))).ShouldBe(2 * Normal.CDF(0, Sd, -1), Tolerance.SameModel);

        // The doubt about a claim does not make it more plausible.
        new Prediction([Centre], Sd, 0.5).Plausibility(Claim(1, 1)).ShouldBe(single.Plausibility(Claim(1, 1)));
    }

    private static Claim Claim(double low, double high) =>
        new(new PlausibilityCheck(["X1"], "fired", "2023", low, high, "rounds"), "someone", "rounds_fired", new(2023, 1, 1),
            new(2023, 12, 31), new(2024, 2, 1));
}
