using System.Collections.Concurrent;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Supply.Tests.Twin;

/// <summary>Section 3 of MODEL.md: amounts drawn in each step, as the quantile at a uniform number.</summary>
internal static class TwinStepDraws
{
    private static readonly ConcurrentDictionary<StepDraw, double[]> tables = [];

    public static double Value(StepDraw draw, double u) => draw switch
    {
        NormalDraw normal => Math.Max(0, normal.Mean + normal.Sd * TwinDraws.InverseNormal(u)),
        GammaDraw gamma => gamma.Scale * GammaQuantile(gamma.Shape, u),
        PoissonDraw { Mean: 0 } or CompoundPoissonDraw { Mean: 0 } => 0,
        PoissonDraw poisson => Count(draw, u, () => Enumerable.Range(0, (int)(poisson.Mean + 12 * Math.Sqrt(poisson.Mean) + 25))
            .Select(k => Poisson.PMF(poisson.Mean, k))),
        CompoundPoissonDraw compound => Count(draw, u, () => Compound(compound)),
        DiscreteDraw discrete => Discrete(discrete, u),
        _ => throw new NotSupportedException(draw.ToString()),
    };

    private static double Discrete(DiscreteDraw draw, double u)
    {
        var (total, sum) = (draw.Values.Sum(one => one.Weight), 0.0);
        var rising = draw.Values.Where(one => one.Weight > 0).OrderBy(one => one.Value).ToArray();
        foreach (var one in rising)
        {
            sum += one.Weight;
            if (sum / total > u) return one.Value;
        }

        return rising[^1].Value;
    }

    // The number of events first, and then their sizes, one event after another.
    private static double[] Compound(CompoundPoissonDraw draw)
    {
        var total = draw.Sizes.Sum(one => one.Weight);
        var size = new double[(int)draw.Sizes.Max(one => one.Value) + 1];
        foreach (var one in draw.Sizes) size[(int)one.Value] += one.Weight / total;
        var events = (int)(draw.Mean + 12 * Math.Sqrt(draw.Mean) + 25);
        var sum = new double[events * size.Length];
        double[] some = [1];
        for (var n = 0; n < events; n++)
        {
            for (var s = 0; s < some.Length; s++) sum[s] += Poisson.PMF(draw.Mean, n) * some[s];
            var next = new double[some.Length + size.Length - 1];
            for (var s = 0; s < some.Length; s++)
                for (var i = 1; i < size.Length; i++) next[s + i] += some[s] * size[i];
            some = next;
        }

        return sum;
    }

    private static double Count(StepDraw draw, double u, Func<IEnumerable<double>> probabilities)
    {
        var sums = tables.GetOrAdd(draw, _ =>
        {
            var sum = 0.0;
            return [.. probabilities().Select(probability => sum += probability)];
        });
        var count = Array.FindIndex(sums, sum => sum > u);
        return count < 0 ? sums.Length - 1 : count;
    }

    /// <summary>The x at which the gamma distribution function is u, found by halving.</summary>
    private static double GammaQuantile(double shape, double u)
    {
        double low = 0, high = shape + 60 * Math.Sqrt(shape) + 60;
        while ((low + high) / 2 is var middle && low < middle && middle < high)
        {
            if (SpecialFunctions.GammaLowerRegularized(shape, middle) < u) low = middle;
            else high = middle;
        }

        return high;
    }
}
