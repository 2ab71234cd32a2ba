using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Supply.Studies;

/// <summary>
/// Rank correlations of inputs with each other and, with the linear effect of all other inputs taken out of both, with the outcome
/// (partial rank correlation: Iman and Conover 1979). A choice of three and more cases enters as one column for each case except the first.
/// </summary>
internal sealed class PartialRanks
{
    // Columns that others determine to this part of their variance have no effect of their own.
    private const double Determined = 1e-8;

    private readonly double[] partial;
    private readonly double[][] correlations;

    public PartialRanks(IReadOnlyList<UncertainInput> inputs, double[] outcome)
    {
        var n = outcome.Length;
        (int Input, double[] Values)[] columns = [.. inputs.SelectMany((input, i) => Columns(input).Select(values => (i, values)))];
        var p = columns.Length;
        partial = [.. inputs.Select(_ => double.NaN)];
        var standard = Matrix<double>.Build.Dense(n, p + 1, 0);
        for (var j = 0; j <= p; j++) standard.SetColumn(j, Standardised(j < p ? columns[j].Values : outcome));
        var all = standard.TransposeThisAndMultiply(standard);
        correlations = [.. inputs.Select(_ => new double[inputs.Count])];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < j; k++)
            {
                var (a, b) = (columns[j].Input, columns[k].Input);
                if (a != b && Math.Abs(all[j, k]) > Math.Abs(correlations[a][b])) correlations[a][b] = correlations[b][a] = all[j, k];
            }
        }

        // With fewer replications than columns every outcome is explained.
        if (n < p + 3) return;
        var values = all + (Matrix<double>.Build.DenseIdentity(p + 1) * (Determined / 10));
        var precision = values.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(p + 1));
        for (var j = 0; j < p; j++)
        {
            if (inputs[columns[j].Input].Name.Cases.Count > 2 || precision[j, j] > 1 / Determined) continue;
            partial[columns[j].Input] = Math.Clamp(-precision[j, p] / Math.Sqrt(precision[j, j] * precision[p, p]), -1, 1);
        }
    }

    /// <summary>The partial rank correlation of an input with the outcome; NaN where there is none.</summary>
    public double Of(int input) => partial[input];

    /// <summary>The two inputs that go together most, and how strongly; null for fewer than two inputs.</summary>
    public (int One, int Other, double Correlation)? Strongest()
    {
        (int One, int Other, double Correlation)? strongest = null;
        for (var j = 0; j < partial.Length; j++)
        {
            for (var k = 0; k < j; k++)
            {
                if (strongest is null || Math.Abs(correlations[j][k]) > Math.Abs(strongest.Value.Correlation))
                {
                    strongest = (k, j, correlations[j][k]);
                }
            }
        }

        return strongest;
    }

    private static IEnumerable<double[]> Columns(UncertainInput input)
    {
        if (input.Name.Cases.Count < 3) return [input.Values];
        var cases = input.Cases;
        return cases.Distinct().Order().Skip(1).Select(one => cases.Select(value => value == one ? 1.0 : 0).ToArray());
    }

    /// <summary>Ranks with mean 0 and length 1; zeros for values that are all the same.</summary>
    private static double[] Standardised(double[] values)
    {
        var ranks = Statistics.Ranks(values, RankDefinition.Average);
        var mean = (ranks.Length + 1) / 2.0;
        var length = Math.Sqrt(ranks.Sum(rank => (rank - mean) * (rank - mean)));
        return [.. ranks.Select(rank => length == 0 ? 0 : (rank - mean) / length)];
    }
}
