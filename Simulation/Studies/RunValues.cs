namespace Supply.Studies;

/// <summary>
/// Values of replications in ascending order, without those that are not numbers, and what is read from them with its noise: that of
/// independent draws, or, where replications belong to randomisations of a design, the spread between these (L'Ecuyer and Lemieux 2002).
/// </summary>
/// <remarks>
/// With n values, R randomisations and d(r) the sum of the deviations of the values of randomisation r (from the mean, or of 1 and 0 from
/// their share), the standard error of the mean is sqrt(R / (R - 1) * sum of d(r)^2) / n. That of a quantile is half the distance between
/// the values one standard error of its rank below and above. Independent draws are the case of a randomisation for each.
/// </remarks>
internal sealed class RunValues
{
    private readonly double[] sorted;
    private readonly int[]? randomisations;
    private readonly int all;

    /// <param name="values">A value for each replication, in their order.</param>
    /// <param name="randomisations">The randomisation of each, see <see cref="RandomisationsOf"/>; null: all are independent.</param>
    public RunValues(IEnumerable<double> values, IReadOnlyList<int>? randomisations = null)
    {
        if (randomisations is null)
        {
            sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
            return;
        }

        var kept = values.Zip(randomisations).Where(pair => !double.IsNaN(pair.First)).ToArray();
        (sorted, this.randomisations) = ([.. kept.Select(pair => pair.First)], [.. kept.Select(pair => pair.Second)]);
        Array.Sort(sorted, this.randomisations);
        all = randomisations.Distinct().Count();
    }

    /// <summary>Values that are numbers.</summary>
    public int Count => sorted.Length;

    public Estimate Median => Quantile(0.5);

    /// <summary>Whether something holds of all values.</summary>
    public bool All(Func<double, bool> holds) => Array.TrueForAll(sorted, value => holds(value));

    /// <summary>The mean with its noise, infinite for one value.</summary>
    public Estimate Mean
    {
        get
        {
            var independent = Estimate.Mean(sorted);
            return AreIndependent || !double.IsFinite(independent.Value) ? independent
                : independent with { Noise = SpreadOfSum(value => value - independent.Value) / Count };
        }
    }

    /// <summary>The randomisation of each replication of an ensemble; null: its replications are independent.</summary>
    /// <param name="design">The design of the ensemble.</param>
    /// <param name="ranges">The replications: the first of each range, and their number.</param>
    public static int[]? RandomisationsOf(EnsembleDesign design, IReadOnlyList<(int First, int Count)> ranges) =>
        design == EnsembleDesign.Independent ? null
            : [.. ranges.SelectMany(range => Enumerable.Range(range.First, range.Count)).Select(Maths.SobolDraws.RandomisationOf)];

    /// <summary>The distribution of values, with the standard error of its mean under a design.</summary>
    /// <param name="values">A value for each replication, in their order.</param>
    /// <param name="randomisations">The randomisation of each; null: all are independent.</param>
    public static Distribution DistributionOf(double[] values, IReadOnlyList<int>? randomisations)
    {
        var distribution = Distribution.Of(values);
        return randomisations is null || !double.IsFinite(distribution.StandardError) ? distribution
            : distribution with { StandardError = new RunValues(values, randomisations).Mean.Noise };
    }

    /// <summary>A quantile; an error below one rank cannot be told from none, and counts as that.</summary>
    public Estimate Quantile(double level)
    {
        if (AreIndependent) return Estimate.Quantile(sorted, level);
        var at = Estimate.Quantile(sorted, level, 0).Value;
        var share = sorted.Count(value => value <= at) / (double)Count;
        return Estimate.Quantile(sorted, level, Math.Max(1, SpreadOfSum(value => (value <= at ? 1 : 0) - share)));
    }

    /// <summary>
    /// The share of the values of which something holds. Where it holds of all or of none, the noise is that of independent draws, since no
    /// randomisation differs from another.
    /// </summary>
    public Estimate Share(Func<double, bool> holds)
    {
        var independent = Estimate.Share(sorted.Count(holds), Count);
        return AreIndependent || independent.Value is 0 or 1 ? independent
            : independent with { Noise = Math.Max(1, SpreadOfSum(value => (holds(value) ? 1 : 0) - independent.Value)) / Count };
    }

    /// <summary>Whether randomisations say nothing: there are none, or there is no second one to compare with.</summary>
    private bool AreIndependent => randomisations is null || all < 2 || Count < 2;

    /// <summary>The standard error of the sum of a deviation over all values, from its sums over each randomisation.</summary>
    private double SpreadOfSum(Func<double, double> deviation)
    {
        var sums = new double[Maths.SobolDraws.Randomisations];
        for (var i = 0; i < sorted.Length; i++) sums[randomisations![i]] += deviation(sorted[i]);
        return Math.Sqrt(sums.Sum(sum => sum * sum) * all / (all - 1));
    }
}
