using MathNet.Numerics.LinearAlgebra;

namespace Supply.Inference;

/// <summary>
/// How narrow the likelihood makes a population, along which directions, and what makes up for another case of a choice: the curvature of
/// each part of the likelihood times the slopes of the quantity that it sees (Gauss and Newton), averaged over some particles, with the
/// approximation in place of simulations.
/// </summary>
/// <param name="Directions">
/// Directions in which scaled coordinates are correlated, unit vectors one after another, the strongest first.
/// </param>
/// <param name="Shifts">
/// For each case of each choice, one after another, where the numbers would be best if it were the case of all; differences count.
/// </param>
internal sealed record Information(double[] Directions, double[] Shifts)
{
    private const int Points = 24;
    private const double Step = 0.05;

    // Directions whose variance differs by less than this part from that of scaled coordinates are left out, and the weakest of too many.
    private const double Least = 0.05;
    private const int MostDirections = 96;

    /// <summary>The information at an exponent; null if the target has no parts.</summary>
    public static Information? Of(TemperedDensity landscape, Particles particles, Surrogate surrogate, double exponent,
        ParallelOptions parallel)
    {
        var (target, d) = (landscape.Target, landscape.Dimension);
        if (target.PartCount == 0) return null;
        (int Coordinate, double Value)[] cases =
            [.. Enumerable.Range(0, d).SelectMany(j => landscape[j].Cases.Select(value => (j, value)))];
        var (slopes, jumps) = (new double[Points][], new double[Points][]);
        Parallel.For(0, Points, parallel, point => (slopes[point], jumps[point]) = At(
            landscape, particles, surrogate, cases, point * particles.Count / Points));
        Matrix<double> Rows(double[][] from, int columns) => Matrix<double>.Build.Dense(Points * target.PartCount, columns, (row, j) =>
            from[row / target.PartCount][(row % target.PartCount * columns) + j]);
        var rows = Rows(slopes, d);
        var precision = rows.TransposeThisAndMultiply(rows) * (exponent / Points);
        for (var j = 0; j < d; j++) precision[j, j] += 1;
        var covariance = precision.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(d));
        double[] sd = [.. covariance.Diagonal().Select(Math.Sqrt)];
        var found = Matrix<double>.Build.Dense(d, d, (j, k) => 0.5 * (covariance[j, k] + covariance[k, j]) / (sd[j] * sd[k]))
            .Evd(Symmetricity.Symmetric);
        double Strength(int k) => Math.Abs(Math.Log(Math.Max(found.EigenValues[k].Real, 1e-12)));
        double[] directions = [.. Enumerable.Range(0, d).Where(k => Strength(k) > Least).OrderByDescending(Strength).Take(MostDirections)
            .SelectMany(k => found.EigenVectors.Column(k))];
        var shifts = cases.Length == 0 ? []
            : (covariance * rows.TransposeThisAndMultiply(Rows(jumps, cases.Length)) * (-exponent / Points)).ToColumnMajorArray();
        return new(directions, shifts);
    }

    /// <summary>
    /// For each part the slopes of what it sees along the numbers, and by how much each case would move what it sees, times the root of its
    /// curvature.
    /// </summary>
    private static (double[] Slopes, double[] Jumps) At(
        TemperedDensity landscape, Particles particles, Surrogate surrogate, (int Coordinate, double Value)[] cases, int particle)
    {
        var (target, d) = (landscape.Target, landscape.Dimension);
        double[] z = [.. particles.Z(particle)], x = [.. particles.X(particle)];
        double[] payload = new double[particles.PayloadLength], shifted = new double[particles.PayloadLength];
        double[] before = new double[target.PartCount], after = new double[target.PartCount], roots = new double[target.PartCount];
        surrogate.Predict(z, x, payload);
        target.Seen(x, payload, before);
        for (var part = 0; part < roots.Length; part++)
        {
            var (low, middle, high) = (target.PartLogLikelihood(part, before[part] - Step, x),
                target.PartLogLikelihood(part, before[part], x), target.PartLogLikelihood(part, before[part] + Step, x));
            var curvature = (2 * middle - low - high) / (Step * Step);
            roots[part] = double.IsFinite(curvature) ? Math.Sqrt(Math.Max(0, curvature)) : 0;
        }

        var slopes = new double[target.PartCount * d];
        for (var j = 0; j < d; j++)
        {
            if (landscape.Choices[j]) continue;
            var (own, value) = (z[j], x[j]);
            x[j] = landscape[j].Value(z[j] = own + Step);
            var isHeavy = j < landscape.HeavyCount;
            Change(isHeavy, slopes, d, j, Step);
            (z[j], x[j]) = (own, value);
        }

        var jumps = new double[target.PartCount * cases.Length];
        foreach (var (k, (j, other)) in cases.Index())
        {
            var value = x[j];
            x[j] = other;
            Change(j < landscape.HeavyCount, jumps, cases.Length, k, 1);
            x[j] = value;
        }

        return (slopes, jumps);

        void Change(bool isHeavy, double[] changes, int columns, int column, double by)
        {
            if (isHeavy) surrogate.Predict(z, x, shifted);
            target.Seen(x, isHeavy ? shifted : payload, after);
            for (var part = 0; part < roots.Length; part++)
            {
                var change = roots[part] * (after[part] - before[part]) / by;
                changes[(part * columns) + column] = double.IsFinite(change) ? change : 0;
            }
        }
    }
}
