using Supply.Maths;

namespace Supply.Programs;

/// <summary>The quantile function of a distribution of single values: as many limits as z has reached tell which value it is.</summary>
internal sealed class Staircase : StepQuantile
{
    // A uniform draw lies between this and 1 less this.
    private const double Least = 1.0 / (1L << 53);

    // Beyond the draws, and beyond what is lost where such a tail is left out.
    private const double Negligible = 1e-20;

    private readonly double[] limits;
    private readonly double[] values;
    private readonly int top;

    /// <param name="weights">Values in rising order, with their weights.</param>
    private Staircase(IReadOnlyList<(double Value, double Weight)> weights)
    {
        var (limits, values) = (new List<double>(), new List<double>());
        var (total, sum) = (weights.Sum(one => one.Weight), 0.0);
        foreach (var (value, weight) in weights.Where(one => one.Weight > 0))
        {
            // The value before it ends where the sum of the weights before it is reached.
            var below = sum / total;
            if (below >= 1 - Least) break;
            if (values.Count > 0 && below >= Least) limits.Add(InverseNormal.Of(below));
            else values.Clear();
            values.Add(value);
            sum += weight;
        }

        (this.limits, this.values) = ([.. limits], [.. values]);
        for (top = 1; top * 2 <= limits.Count;) top *= 2;
    }

    /// <summary>By its recursion from the mode, so that nothing underflows.</summary>
    public static Staircase Poisson(double mean)
    {
        var mode = (int)mean;
        var weights = new List<(double, double)>();
        var weight = 1.0;
        for (var k = mode; k >= 0 && weight > Negligible; k--)
        {
            weights.Add((k, weight));
            weight *= k / mean;
        }

        weights.Reverse();
        weight = mean / (mode + 1);
        for (var k = mode + 1; weight > Negligible; k++)
        {
            weights.Add((k, weight));
            weight *= mean / (k + 1);
        }

        return new(weights);
    }

    /// <summary>By Panjer's recursion.</summary>
    public static Staircase CompoundPoisson(CompoundPoissonDraw draw)
    {
        var total = draw.Sizes.Sum(one => one.Weight);
        (int Size, double Mass)[] sizes =
            [.. draw.Sizes.Where(one => one.Weight > 0).Select(one => ((int)one.Value, draw.Mean * one.Value * one.Weight / total))];
        var (largest, mean) = (sizes.Max(one => one.Size), sizes.Sum(one => one.Mass));
        var probabilities = new List<double> { Exp.Of(-draw.Mean) };
        for (var (s, last) = (1, 0); s <= mean || s - last <= largest; s++)
        {
            var sum = 0.0;
            foreach (var (size, mass) in sizes)
            {
                if (size <= s) sum += mass * probabilities[s - size];
            }

            probabilities.Add(sum / s);
            if (sum / s > Negligible) last = s;
        }

        return new([.. probabilities.Select((probability, s) => ((double)s, probability))]);
    }

    public static Staircase Discrete(Items<StepOutcome> outcomes) =>
        new([.. outcomes.Select(one => (one.Value, one.Weight)).OrderBy(one => one.Value)]);

    public override double At(double z)
    {
        var reached = 0;
        for (var step = top; step > 0; step >>= 1)
        {
            var next = reached + step;
            if (next <= limits.Length && limits[next - 1] <= z) reached = next;
        }

        return values[reached];
    }
}
