using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Supply.Analysis;

/// <summary>A normal copula: uniform coordinates of a point become uniform ones with given rank correlations.</summary>
internal sealed class Copula
{
    private readonly int[] members;
    private readonly double[][] lower;

    /// <param name="names">The names of all inputs.</param>
    /// <param name="correlations">The rank correlations of some pairs.</param>
    /// <exception cref="ArgumentException">Names are unknown, or correlations cannot hold together; all are listed.</exception>
    public Copula(string[] names, IReadOnlyList<InputDependence> correlations)
    {
        var faults = new List<string>();
        foreach (var name in correlations.SelectMany(one => new[] { one.One, one.Other }).Distinct().Where(name => !names.Contains(name)))
        {
            faults.Add($"Correlations: no input \"{name}\".{Nearest.Hint(name, names)}");
        }

        foreach (var one in correlations.Where(one => !(Math.Abs(one.Correlation) < 1) || one.One == one.Other))
        {
            faults.Add($"The rank correlation of \"{one.One}\" and \"{one.Other}\" is {one.Correlation}; it must lie between -1 and "
                + $"1, of two "
                + "inputs.");
        }

        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
        members = [.. correlations.SelectMany(one => new[] { one.One, one.Other }).Distinct().Select(name => Array.IndexOf(names,
            name)).Order()];
        var matrix = Matrix<double>.Build.DenseIdentity(Math.Max(1, members.Length));
        foreach (var one in correlations)
        {
            var (i, j) = (Array.IndexOf(members, Array.IndexOf(names, one.One)), Array.IndexOf(members, Array.IndexOf(names, one.Other)));

            // The correlation of normals that have this rank correlation (Pearson 1907).
            matrix[i, j] = matrix[j, i] = 2 * Math.Sin(Math.PI / 6 * one.Correlation);
        }

        try
        {
            lower = matrix.Cholesky().Factor.ToRowArrays();
        }
        catch (ArgumentException)
        {
            throw new ArgumentException("The rank correlations cannot all hold together: their matrix is not positive definite.");
        }

        // Inputs belong together if a chain of correlations joins them.
        var group = names.Select((_, i) => i).ToArray();
        foreach (var one in correlations)
        {
            var (i, j) = (group[Array.IndexOf(names, one.One)], group[Array.IndexOf(names, one.Other)]);
            for (var k = 0; k < group.Length; k++) if (group[k] == Math.Max(i, j)) group[k] = Math.Min(i, j);
        }

        Together = [.. group.Index().GroupBy(one => one.Item, one => one.Index).Where(one => one.Count() > 1).Select(one => one.ToArray())];
    }

    /// <summary>The inputs that belong together.</summary>
    public int[][] Together { get; }

    /// <summary>The coordinates of a point, with the correlations.</summary>
    public double[] Of(double[] point)
    {
        if (members.Length == 0) return point;
        var joined = (double[])point.Clone();
        double[] normals = [.. members.Select(member => Normal.InvCDF(0, 1, point[member]))];
        for (var i = 0; i < members.Length; i++)
        {
            var sum = 0.0;
            for (var j = 0; j <= i; j++) sum += lower[i][j] * normals[j];
            joined[members[i]] = Normal.CDF(0, 1, sum);
        }

        return joined;
    }
}
