using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Supply.Studies;

/// <summary>Correlation of ranks with an outcome, its interval and its chance.</summary>
internal sealed class RankStatistics
{
    private const double Level = 0.05;
    private const double Central = 0.9;

    private readonly double[] outcome;
    private readonly double[] ranks;

    public RankStatistics(double[] outcome)
    {
        this.outcome = outcome;
        ranks = Ranks(outcome);
    }

    /// <summary>Ranks from 1; equal values have their mean rank.</summary>
    public static double[] Ranks(double[] values) => values.Length == 0 ? [] : Statistics.Ranks(values, RankDefinition.Average);

    public int Count => outcome.Length;

    /// <summary>Spearman's rank correlation with other values.</summary>
    public double With(double[] values) => Correlation.Spearman(outcome, values);

    /// <summary>The share of the variance of ranks that groups explain, 0..1.</summary>
    /// <param name="groups">The group of each value, from 0.</param>
    /// <param name="count">The number of groups, none of them empty.</param>
    public double Explained(int[] groups, int count)
    {
        var (sums, sizes) = (new double[count], new int[count]);
        for (var i = 0; i < groups.Length; i++)
        {
            sums[groups[i]] += ranks[i];
            sizes[groups[i]]++;
        }

        var mean = (ranks.Length + 1) / 2.0;
        var all = ranks.Sum(rank => (rank - mean) * (rank - mean));
        return all == 0 ? 0 : sums.Zip(sizes, (sum, size) => size * ((sum / size) - mean) * ((sum / size) - mean)).Sum() / all;
    }

    /// <summary>That share less what chance explains, as a correlation, 0..1.</summary>
    public double OfGroups(double explained, int count) =>
        Count <= count ? 0 : Math.Sqrt(Math.Max(0, (((Count - 1) * explained) - (count - 1)) / (Count - count)));

    /// <summary>Whether chance alone explains as much in fewer than one of twenty studies of this many inputs.</summary>
    public bool IsBeyondChance(double explained, int groups, int inputs) =>
        (Count - 1) * explained > ChiSquared.InvCDF(groups - 1, 1 - (Level / inputs));

    /// <summary>The correlation beyond which an input stands out, at most 1.</summary>
    public double Chance(int inputs) =>
        Count < 2 || inputs == 0 ? 1 : Math.Min(1, Normal.InvCDF(0, 1, 1 - (Level / (2 * inputs))) / Math.Sqrt(Count - 1));

    public (double Low, double High) Interval(double correlation)
    {
        if (Count <= 3) return (-1, 1);
        if (Math.Abs(correlation) >= 1) return (correlation, correlation);
        var half = Normal.InvCDF(0, 1, (1 + Central) / 2) * Math.Sqrt((1 + (correlation * correlation / 2)) / (Count - 3));
        return (Math.Tanh(Math.Atanh(correlation) - half), Math.Tanh(Math.Atanh(correlation) + half));
    }
}
