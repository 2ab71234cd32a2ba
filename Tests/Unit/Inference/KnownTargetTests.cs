using MathNet.Numerics.LinearAlgebra;
using Supply.Inference;

namespace Supply.Tests.Unit.Inference;

/// <summary>Targets with a known answer, each hard in its own way, sampled with the defaults.</summary>
public sealed class KnownTargetTests
{
    private static readonly SequentialMonteCarlo sampler = new();

    [Fact]
    public void TwoModes_HaveTheirWeights()
    {
        // 30 percent at (4, 4, 4, 4), 70 percent at the opposite corner, under a prior of standard deviation 10.
        var particles = sampler.Sampled(Target.Of(Normals(4, 10), x =>
        {
            var (right, left) = (0.0, 0.0);
            foreach (var value in x) (right, left) = (right - (0.5 * (value - 4) * (value - 4)), left - (0.5 * (value + 4) * (value + 4)));
            return Math.Max(right, left) + Math.Log(
                right > left ? 0.3 + (0.7 * Math.Exp(left - right)) : 0.7 + (0.3 * Math.Exp(right - left)));
        }));
        particles.Diagnostics.IsUsable.ShouldBeTrue(particles.Diagnostics.Verdict);
        (particles.Values("x0").Count(value => value > 0) / (double)particles.Count).ShouldBe(0.3, Tolerance.SampledShare);
    }

    [Fact]
    public void Banana_HasItsMoments()
    {
        // x ~ N(1, 1), y | x ~ N(x², 0.3²): the mean of y is 2, its variance 6.09.
        var particles = sampler.Sampled(Target.Of([Marginal.Flat("x", 0, 3), Marginal.Flat("y", 0, 10)], x =>
            (-0.5 * Math.Pow(x[0] - 1, 2)) - (0.5 * Math.Pow((x[1] - (x[0] * x[0])) / 0.3, 2))));
        particles.Mean("x").ShouldBe(1, Tolerance.SampledMean);
        particles.Mean("y").ShouldBe(2, Tolerance.SampledMean * Math.Sqrt(6.09));
        particles.StandardDeviation("x").ShouldBe(1, Tolerance.SampledDeviation);
        (particles.StandardDeviation("y") / Math.Sqrt(6.09)).ShouldBe(1, 2 * Tolerance.SampledDeviation);
    }

    [Fact]
    public void HundredCoordinates_OfWhichTenDirectionsAreKnown_HaveTheConjugateAnswer()
    {
        // Ten sums of correlated weights over the first thirty coordinates, each seen as 0.5 with an error of 0.1.
        const int d = 100, seen = 10;
        var weights = Matrix<double>.Build.Dense(seen, d, (k, j) => j < 30 ? Math.Cos(((k + 1) * (j + 1)) + k) / 4 : 0);
        var precision = (weights.Transpose() * weights / 0.01) + Matrix<double>.Build.DenseIdentity(d);
        var covariance = precision.Inverse();
        var mean = covariance * weights.Transpose() * Vector<double>.Build.Dense(seen, 0.5 / 0.01);
        var rows = weights.ToRowArrays();
        var particles = sampler.Sampled(Target.Of(Normals(d, 1), x =>
        {
            var sum = 0.0;
            foreach (var row in rows)
            {
                var error = -0.5;
                for (var j = 0; j < 30; j++) error += row[j] * x[j];
                sum -= error * error / 0.02;
            }

            return sum;
        }));
        particles.Diagnostics.IsUsable.ShouldBeTrue(particles.Diagnostics.Verdict);
        var narrowed = new double[d];
        for (var j = 0; j < d; j++)
        {
            var deviation = Math.Sqrt(covariance[j, j]);
            particles.Mean($"x{j}").ShouldBe(mean[j], Tolerance.SampledMean * deviation, $"mean of x{j}");
            narrowed[j] = particles.StandardDeviation($"x{j}") / deviation;
            narrowed[j].ShouldBe(1, 2 * Tolerance.SampledDeviation, $"deviation of x{j}");
        }

        // The reference is fitted to the particles that it moves, which slightly narrows the coordinates that were learnt (decision 14).
        narrowed[..30].Average().ShouldBe(1, Tolerance.SampledDeviation);
        narrowed[30..].Average().ShouldBe(1, Tolerance.SampledDeviation / 3);
    }

    [Fact]
    public void ChoiceBesideANumber_HasTheEnumerableAnswer()
    {
        // One of four levels with unequal priors; the number added to it is N(0, 1); their sum is seen as 2 with an error of 0.4.
        double[] levels = [-3, 0, 1.5, 2.5], priors = [0.4, 0.3, 0.2, 0.1];
        double Level(double u) => u < 0.4 ? levels[0] : u < 0.7 ? levels[1] : u < 0.9 ? levels[2] : levels[3];
        var particles = sampler.Sampled(Target.Of(
            [Marginal.Custom("level", "one of four", Level), Marginal.Normal("number", 0, 1)], x =>
                -0.5 * Math.Pow((2 - x[0] - x[1]) / 0.4, 2)));
        double[] masses = [.. levels.Zip(priors, (level, prior) => prior * Math.Exp(-0.5 * (2 - level) * (2 - level) / 1.16))];
        var values = particles.Values("level");
        for (var k = 0; k < 4; k++)
        {
            (values.Count(value => value == levels[k]) / (double)values.Length)
                .ShouldBe(masses[k] / masses.Sum(), Tolerance.SampledShare, $"level {levels[k]}");
        }
    }

    private static Marginal[] Normals(int count, double sd) => [.. Enumerable.Range(0, count).Select(j => Marginal.Normal($"x{j}", 0, sd))];
}
