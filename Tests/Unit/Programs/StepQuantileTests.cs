using MathNet.Numerics.Distributions;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Tests.Unit.Programs;

/// <summary>The quantiles of what is drawn in each step, against distribution functions written elsewhere or in closed form.</summary>
public class StepQuantileTests
{
    private static readonly double[] grid = [.. Enumerable.Range(0, 1_661).Select(i => (i - 830) * 0.00987654321)];

    [Theory]
    [InlineData(0.03)]
    [InlineData(1)]
    [InlineData(17.7)]
    [InlineData(400)]
    [InlineData(123_456.7)]
    public void Poisson_IsTheLeastNumberWhoseProbabilityIsAbove(double mean)
    {
        var quantile = StepQuantile.Of(StepDraw.Poisson(mean));
        foreach (var z in grid)
        {
            var (k, u) = ((int)quantile.At(z), Normal.CDF(0, 1, z));
            Poisson.CDF(mean, k).ShouldBeGreaterThan(u - Tolerance.Probability, $"at {z}");
            if (k > 0) Poisson.CDF(mean, k - 1).ShouldBeLessThan(u + Tolerance.Probability, $"at {z}");
        }
    }

    // Sizes of 1 with probability p of a log-series make a negative binomial; here one size makes a multiple of a Poisson number.
    [Theory]
    [InlineData(3.3, 7)]
    [InlineData(500, 2)]
    public void CompoundPoisson_OfOneSize_IsAMultiple(double mean, int size)
    {
        var (compound, poisson) = (StepQuantile.Of(StepDraw.CompoundPoisson(mean, (size, 0.2))), StepQuantile.Of(StepDraw.Poisson(mean)));
        foreach (var z in grid.Where(z => z is > -7 and < 7)) compound.At(z).ShouldBe(size * poisson.At(z), $"at {z}");
    }

    // Events of two sizes are two independent Poisson numbers.
    [Fact]
    public void CompoundPoisson_OfTwoSizes_IsTheSumOfTwo()
    {
        var quantile = StepQuantile.Of(StepDraw.CompoundPoisson(5, (2, 3), (3, 1), (9, 0)));
        double Cdf(int most) => Enumerable.Range(0, most / 2 + 1).Sum(i => Poisson.PMF(3.75, i)
            * (most - 2 * i < 0 ? 0 : Poisson.CDF(1.25, (most - (2 * i)) / 3)));
        foreach (var z in grid)
        {
            var (k, u) = ((int)quantile.At(z), Normal.CDF(0, 1, z));
            Cdf(k).ShouldBeGreaterThan(u - Tolerance.Probability, $"at {z}");
            if (k > 0) Cdf(k - 1).ShouldBeLessThan(u + Tolerance.Probability, $"at {z}");
        }
    }

    [Fact]
    public void Discrete_TakesValuesInRisingOrder_AndLeavesOutThoseWithoutWeight()
    {
        var quantile = StepQuantile.Of(StepDraw.Discrete((9, 1), (2, 2), (5, 0), (4, 1)));
        (double Z, double Value)[] expected = [(-8, 2), (-0.001, 2), (0.001, 4), (0.674, 4), (0.675, 9), (8, 9)];
        foreach (var (z, value) in expected) quantile.At(z).ShouldBe(value, $"at {z}");
        StepQuantile.Of(StepDraw.Discrete((7, 3))).At(1).ShouldBe(7);
    }

    // Whole shapes have the sum of a Poisson distribution, a half the square of a normal number.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(2_000)]
    public void Gamma_OfAWholeShape_InvertsItsDistribution(int shape)
    {
        var quantile = StepQuantile.Of(StepDraw.Gamma(shape, 3));
        foreach (var z in grid)
        {
            var x = quantile.At(z) / 3;
            Distance(shape, x, z).ShouldBe(0, Tolerance.StepQuantile, $"at {z}");
        }
    }

    [Fact]
    public void Gamma_OfShapeOneHalf_IsTheSquareOfANormalNumber()
    {
        var quantile = StepQuantile.Of(StepDraw.Gamma(0.5, 2));
        foreach (var z in grid)
        {
            // Near 0 the normal distribution is a straight line.
            var u = Normal.CDF(0, 1, z);
            var half = z > 0 ? -InverseNormal.Of(Normal.CDF(0, 1, -z) / 2)
                : z > -4.5 ? InverseNormal.Of(0.5 + (u / 2)) : u * Math.Sqrt(Math.PI / 2);
            quantile.At(z).ShouldBe(half * half, Tolerance.StepQuantile * half * half, $"at {z}");
        }
    }

    /// <summary>Other shapes: moments by summing quantiles.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(11.3)]
    [InlineData(1e4)]
    [InlineData(1e6)]
    public void Gamma_OfAnyShape_HasItsMeanAndVariance(double shape)
    {
        var quantile = StepQuantile.Of(StepDraw.Gamma(shape, 1));
        const double step = 0.001;
        var (mean, square, last) = (0.0, 0.0, 0.0);
        for (var z = -8.2; z < 8.2; z += step)
        {
            var (x, weight) = (quantile.At(z), step * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI));
            x.ShouldBeGreaterThanOrEqualTo(last);
            last = x;
            mean += weight * x;
            square += weight * (x - shape) * (x - shape);
        }

        mean.ShouldBe(shape, 1e-9 * shape);
        square.ShouldBe(shape, 1e-8 * shape);
    }

    /// <summary>The error of x relative to it, by Newton's step.</summary>
    private static double Distance(int shape, double x, double z)
    {
        // Probabilities of 0..shape-1 events with mean x: above all of them, or from shape on.
        var (tail, below) = (0.0, 0.0);
        for (var k = 0; k < shape; k++) tail += Poisson.PMF(x, k);
        for (var k = shape; k < shape + x + (30 * Math.Sqrt(x)) + 60; k++) below += Poisson.PMF(x, k);
        var density = Poisson.PMF(x, shape - 1) * x;
        return z > 0 ? (tail - Normal.CDF(0, 1, -z)) / density : (Normal.CDF(0, 1, z) - below) / density;
    }
}
