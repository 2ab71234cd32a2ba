using MathNet.Numerics.Distributions;
using Supply.Studies;

namespace Supply;

/// <summary>
/// The share of the variance of an outcome that goes with one input, from the runs that there are: 1 less the variance within classes of
/// the input over the whole variance, both without bias (the correlation ratio, Pearson 1905; Plischke, Borgonovo and Smith 2013). Where
/// inputs are independent it is the first-order Sobol index; where they depend, shares overlap and may add up to more than 1.
/// </summary>
/// <param name="Value">The share; chance may take it a little below 0.</param>
/// <param name="Low90">Lower limit of its 90 % interval, 0..1.</param>
/// <param name="High90">Upper limit of its 90 % interval, 0..1.</param>
public sealed record VarianceShare(double Value, double Low90, double High90)
{
    private const int LeastClasses = 2;
    private const int MostClasses = 32;
    private const double Central = 0.9;

    /// <summary>Classes of equal size by rank, half the root of the number of values, 2..32; equal values share a class.</summary>
    internal static VarianceShare OfRanks(double[] ranks, double[] outcome)
    {
        var classes = Math.Clamp((int)Math.Sqrt(outcome.Length) / 2, LeastClasses, MostClasses);
        return OfClasses([.. ranks.Select(rank => Math.Min(classes - 1, (int)((rank - 0.5) / outcome.Length * classes)))], outcome);
    }

    /// <param name="classes">The class of each value, from 0.</param>
    /// <param name="outcome">The outcomes, all finite.</param>
    internal static VarianceShare OfClasses(int[] classes, double[] outcome)
    {
        var (n, mean) = (outcome.Length, outcome.Average());
        var (sums, sizes) = (new double[classes.Max() + 1], new int[classes.Max() + 1]);
        for (var i = 0; i < n; i++)
        {
            sums[classes[i]] += outcome[i];
            sizes[classes[i]]++;
        }

        var used = sizes.Count(size => size > 0);
        var (within, whole) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var own = outcome[i] - (sums[classes[i]] / sizes[classes[i]]);
            (within[i], whole[i]) = (own * own, (outcome[i] - mean) * (outcome[i] - mean));
        }

        if (n <= used || whole.Sum() == 0) return new(0, 0, 1);
        var (inside, all) = (within.Sum() / (n - used), whole.Sum() / (n - 1));

        // The influence of each value on the quotient of both variances gives its standard error.
        var influence = within.Zip(whole, (own, total) => ((inside * total / all) - own) / all).ToArray();
        var centre = influence.Average();
        var error = Math.Sqrt(influence.Sum(one => (one - centre) * (one - centre)) / (n - 1) / n);
        var (share, half) = (1 - (inside / all), Normal.InvCDF(0, 1, (1 + Central) / 2) * error);
        return new(share, Math.Clamp(share - half, 0, 1), Math.Clamp(share + half, 0, 1));
    }

    /// <summary>In percent with its interval, as in tables: <c>41 % [37 to 45]</c>; what is not 0 or 100 % is not rounded to it.</summary>
    internal string Band => $"{Percent(Value)} [{Bare(Low90)} to {Bare(High90)}]";

    private static string Percent(double share) => ReadableNumber.Number(Math.Max(0, share), Measure.Fraction);

    private static string Bare(double share) => Percent(share).Replace(" %", "", StringComparison.Ordinal);

    /// <summary>In percent with its interval, for example <c>41 %, 90 % between 37 and 45</c>.</summary>
    public override string ToString() =>
        $"{Percent(Value)}, 90 % between {Bare(Low90)} and {Bare(High90)}";
}
