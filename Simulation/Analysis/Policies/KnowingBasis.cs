using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using Supply.Studies;

namespace Supply.Analysis;

/// <summary>
/// The regression of gains on one input: means of the cases of a choice, or a polynomial in the normal scores of a number. Its degree, 0 to
/// 5, is the one with the least Bayesian information criterion over all gains, so that an input that does nothing is worth exactly nothing.
/// </summary>
internal sealed class KnowingBasis
{
    private const int MostDegree = 5;
    private readonly double[][] columns;

    private KnowingBasis(double[][] columns) => this.columns = columns;

    /// <summary>Whether only the mean is left.</summary>
    public bool IsConstant => columns.Length == 1;

    public static KnowingBasis Of(InputColumn input, double[][] gains)
    {
        var n = input.Values.Count;
        double[] ones = [.. Enumerable.Repeat(1.0, n)];
        var constant = new KnowingBasis([ones]);
        var candidates = new List<KnowingBasis> { constant };
        if (input.IsChoice)
        {
            int[] cases = [.. Enumerable.Range(0, n).Select(input.Case)];
            int[] found = [.. cases.Distinct().Order()];
            if (found.Length > 1)
            {
                candidates.Add(new([.. found.Select(one => cases.Select(value => value == one ? 1.0 : 0).ToArray())]));
            }
        }
        else
        {
            double[] scores = [.. RankStatistics.Ranks([.. input.Values]).Select(rank => Normal.InvCDF(0, 1, (rank - 0.5) / n))];
            var powers = new List<double[]> { ones };
            for (var degree = 1; degree <= Math.Min(MostDegree, input.Values.Distinct().Count() - 1); degree++)
            {
                powers.Add(Hermite(powers, scores, degree));
                candidates.Add(new([.. powers]));
            }
        }

        return candidates.MinBy(one => one.Criterion(gains))!;
    }

    /// <summary>The mean gain of choosing by fitted gains over some rows, and how often that is another choice than today's.</summary>
    public (double Value, double Switches) Gain(double[][] gains, int[] rows)
    {
        var fitted = gains.Select(gain => Fitted(gain, rows)).ToArray();
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var best = 0.0;
            foreach (var one in fitted) best = Math.Max(best, one[i]);
            sum += best;
            if (best > 0) count++;
        }

        // Without the input one of the mean gains may be above 0 in a resample: that is what would be chosen anyway.
        var anyway = Math.Max(0, gains.Max(gain => rows.Average(row => gain[row])));
        return (Math.Max(0, (sum / rows.Length) - anyway), count / (double)rows.Length);
    }

    private double Criterion(double[][] gains)
    {
        var n = gains[0].Length;
        if (n <= columns.Length + 1) return IsConstant ? double.NegativeInfinity : double.PositiveInfinity;
        int[] rows = [.. Enumerable.Range(0, n)];
        return gains.Sum(gain =>
        {
            var fitted = Fitted(gain, rows);
            var residual = gain.Zip(fitted, (value, fit) => (value - fit) * (value - fit)).Sum();
            return (n * Math.Log(Math.Max(residual / n, double.Epsilon))) + (columns.Length * Math.Log(n));
        });
    }

    private double[] Fitted(double[] gain, int[] rows)
    {
        var p = columns.Length;
        var (normal, right) = (Matrix<double>.Build.Dense(p, p), Vector<double>.Build.Dense(p));
        for (var j = 0; j < p; j++)
        {
            var column = columns[j];
            foreach (var row in rows) right[j] += column[row] * gain[row];
            for (var k = 0; k <= j; k++)
            {
                var other = columns[k];
                var sum = 0.0;
                foreach (var row in rows) sum += column[row] * other[row];
                normal[j, k] = normal[k, j] = sum;
            }
        }

        // A case that a resample misses has an empty column.
        for (var j = 0; j < p; j++) if (normal[j, j] == 0) normal[j, j] = 1;
        var weights = normal.Svd().Solve(right);
        return [.. rows.Select(row => columns.Select((column, j) => column[row] * weights[j]).Sum())];
    }

    /// <summary>The next of the Hermite polynomials, which keep the normal equations well conditioned.</summary>
    private static double[] Hermite(List<double[]> before, double[] scores, int degree) => degree == 1 ? scores
        : [.. scores.Select((z, i) => ((z * before[degree - 1][i]) - (Math.Sqrt(degree - 1) * before[degree - 2][i])) / Math.Sqrt(degree))];
}
