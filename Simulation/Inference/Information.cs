using MathNet.Numerics.LinearAlgebra;

namespace Supply.Inference;

/// <summary>
/// How narrow the likelihood makes a population, and along which directions: the curvature of each part of the likelihood times the slopes
/// of the quantity that it sees (Gauss and Newton), averaged over some particles, with the approximation in place of simulations.
/// </summary>
internal static class Information
{
    private const int Points = 24;
    private const double Step = 0.05;

    // Directions whose variance differs by less than this part from that of scaled coordinates are left out, and the weakest of too many.
    private const double Least = 0.05;
    private const int MostDirections = 96;

    /// <summary>
    /// Directions in which scaled coordinates are correlated, unit vectors one after another, the strongest first; empty if the target has
    /// no parts.
    /// </summary>
    public static double[] Directions(TemperedDensity landscape, Particles particles, Surrogate surrogate, double exponent,
        ParallelOptions parallel)
    {
        var (target, d) = (landscape.Target, landscape.Dimension);
        if (target.PartCount == 0) return [];
        var slopes = new double[Points][];
        Parallel.For(0, Points, parallel, point => slopes[point] = Slopes(
            landscape, particles, surrogate, point * particles.Count / Points));
        var rows = Matrix<double>.Build.Dense(Points * target.PartCount, d, (row, j) =>
            slopes[row / target.PartCount][(row % target.PartCount * d) + j]);
        var precision = rows.TransposeThisAndMultiply(rows) * (exponent / Points);
        for (var j = 0; j < d; j++) precision[j, j] += 1;
        var covariance = precision.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(d));
        double[] sd = [.. covariance.Diagonal().Select(Math.Sqrt)];
        var found = Matrix<double>.Build.Dense(d, d, (j, k) => 0.5 * (covariance[j, k] + covariance[k, j]) / (sd[j] * sd[k]))
            .Evd(Symmetricity.Symmetric);
        double Strength(int k) => Math.Abs(Math.Log(Math.Max(found.EigenValues[k].Real, 1e-12)));
        return [.. Enumerable.Range(0, d).Where(k => Strength(k) > Least).OrderByDescending(Strength).Take(MostDirections)
            .SelectMany(k => found.EigenVectors.Column(k))];
    }

    /// <summary>For each part the slopes of what it sees along the numbers, times the root of its curvature.</summary>
    private static double[] Slopes(TemperedDensity landscape, Particles particles, Surrogate surrogate, int particle)
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
            if (isHeavy) surrogate.Predict(z, x, shifted);
            target.Seen(x, isHeavy ? shifted : payload, after);
            for (var part = 0; part < roots.Length; part++)
            {
                var slope = roots[part] * (after[part] - before[part]) / Step;
                slopes[(part * d) + j] = double.IsFinite(slope) ? slope : 0;
            }

            (z[j], x[j]) = (own, value);
        }

        return slopes;
    }
}
