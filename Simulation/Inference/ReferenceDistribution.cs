using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Supply.Inference;

/// <summary>
/// The normal distribution that proposals preserve: mean and covariance of the weighted particles, shrunk to the prior, N(0, I), wherever
/// they differ from it by no more than chance. Among the correlations only those directions are kept whose variance lies outside the
/// range that a finite number of particles gives independent coordinates (Marchenko and Pastur 1967), each corrected for the bias of that
/// number (Baik and Silverstein 2006).
/// </summary>
internal sealed class ReferenceDistribution
{
    private const double Chance = 3;
    private readonly double[] directions;

    private ReferenceDistribution(
        double[] mean, double[] sd, double[] directions, double[] variances, double[] particleVariance, CaseShifts shifts)
    {
        (Shifts, Mean, Sd, this.directions, Variances, ParticleVariance) = (shifts, mean, sd, directions, variances, particleVariance);
    }

    public double[] Mean { get; }

    /// <summary>How the other coordinates differ between the cases of choices.</summary>
    public CaseShifts Shifts { get; }

    public double[] Sd { get; }

    /// <summary>Variances along the directions, after scaling.</summary>
    public double[] Variances { get; }

    /// <summary>The variance of each coordinate before shrinking.</summary>
    public double[] ParticleVariance { get; }

    public int Dimension => Mean.Length;

    public ReadOnlySpan<double> Direction(int k) => directions.AsSpan(k * Dimension, Dimension);

    /// <summary>
    /// Whether the particles distinguish a coordinate from its prior: by a tenth of its variance or a third of its standard deviation.
    /// </summary>
    public bool IsInformed(int j) => Math.Abs(ParticleVariance[j] - 1) > 0.1 || Math.Abs(Mean[j]) > 1.0 / 3;

    /// <param name="z">The particles, one after another.</param>
    /// <param name="weights">Their weights, which add up to 1.</param>
    /// <param name="landscape">The coordinates; a choice is treated as independent of the others.</param>
    /// <param name="likelihood">
    /// Directions of correlation and differences between cases that the likelihood gives; the particles say how wide they are along each
    /// direction. Null: all is taken from the particles.
    /// </param>
    public static ReferenceDistribution Of(double[] z, double[] weights, TemperedDensity landscape, Information? likelihood)
    {
        var choice = landscape.Choices;
        var d = choice.Length;
        var n = weights.Length;
        var effective = 1 / weights.Sum(w => w * w);
        var (mean, variance) = (new double[d], new double[d]);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < d; j++) mean[j] += weights[i] * z[(i * d) + j];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < d; j++) variance[j] += weights[i] * Square(z[(i * d) + j] - mean[j]);
        var sd = new double[d];
        var apart = new bool[d];
        for (var j = 0; j < d; j++)
        {
            var chance = Math.Abs(mean[j]) < Chance / Math.Sqrt(effective) && Math.Abs(variance[j] - 1) < Chance * Math.Sqrt(2 / effective);
            chance |= choice[j];
            if (chance) mean[j] = 0;
            sd[j] = chance ? 1 : Math.Sqrt(Math.Max(variance[j], 1e-20));
            apart[j] = chance;
        }

        var shifts = CaseShifts.Of(landscape, z, weights, likelihood?.Shifts);
        if (likelihood is { Directions: { Length: > 0 } known })
        {
            return new(mean, sd, known, Along(known, z, weights, mean, sd), variance, shifts);
        }

        // Coordinates that are as in the prior stay apart: with fewer of them less of a correlation is chance.
        int[] informed = [.. Enumerable.Range(0, d).Where(j => !apart[j])];
        var (directions, variances) = Directions(Correlation(z, weights, mean, sd, d, informed), informed.Length / effective);
        return new(mean, sd, [.. Spread(directions, informed, d)], variances, variance, shifts);
    }

    /// <summary>Writes it to a checkpoint.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var numbers in new[] { Mean, Sd, directions, Variances, ParticleVariance }) CheckpointArrays.Write(writer, numbers);
        Shifts.Write(writer);
    }

    /// <summary>Reads it from a checkpoint.</summary>
    public static ReferenceDistribution Read(BinaryReader reader)
    {
        double[] Next() => CheckpointArrays.Read<double>(reader);
        var (mean, sd, directions, variances, particleVariance) = (Next(), Next(), Next(), Next(), Next());
        return new(mean, sd, directions, variances, particleVariance, CaseShifts.Read(reader));
    }

    /// <summary>Scaled deviations: (z - mean) / sd.</summary>
    public void Scale(ReadOnlySpan<double> z, Span<double> scaled)
    {
        for (var j = 0; j < scaled.Length; j++) scaled[j] = (z[j] - Mean[j]) / Sd[j];
    }

    /// <summary>How far scaled deviations reach along each direction.</summary>
    public void Along(ReadOnlySpan<double> scaled, Span<double> along)
    {
        for (var k = 0; k < Variances.Length; k++) along[k] = Dot(Direction(k), scaled);
    }

    /// <summary>(z - mean)' C^-1 (z - mean) from the scaled deviations and how far they reach along each direction.</summary>
    public double Form(ReadOnlySpan<double> scaled, ReadOnlySpan<double> along)
    {
        var form = Dot(scaled, scaled);
        for (var k = 0; k < Variances.Length; k++) form += ((1 / Variances[k]) - 1) * Square(along[k]);
        return form;
    }

    /// <summary>Makes scaled deviations with the correlations from independent normals; leaves how far they reach along each
    /// direction.</summary>
    public void Colour(Span<double> normals, Span<double> along)
    {
        for (var k = 0; k < Variances.Length; k++)
        {
            var (reach, root) = (Dot(Direction(k), normals), Math.Sqrt(Variances[k]));
            Add(normals, (root - 1) * reach, Direction(k));
            along[k] = root * reach;
        }
    }

    /// <summary>C^-1 of the rows and columns from one on, or of these rows and the columns before.</summary>
    public Matrix<double> Precision(int firstRow, int firstColumn, int columns) =>
        Matrix<double>.Build.Dense(Dimension - firstRow, columns, (row, column) =>
        {
            var (i, j) = (firstRow + row, firstColumn + column);
            var entry = i == j ? 1.0 : 0;
            for (var k = 0; k < Variances.Length; k++) entry += ((1 / Variances[k]) - 1) * Direction(k)[i] * Direction(k)[j];
            return entry / (Sd[i] * Sd[j]);
        });

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        // Eight sums on any processor, so that its vectors do not change the bits.
        var (sums, j) = (Vector512<double>.Zero, 0);
        for (; j <= a.Length - Vector512<double>.Count; j += Vector512<double>.Count)
        {
            sums += Vector512.Create(a[j..]) * Vector512.Create(b[j..]);
        }
        var sum = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++) sum += sums[lane];
        for (; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    /// <summary>Adds a multiple of one row to another.</summary>
    private static void Add(Span<double> sum, double factor, ReadOnlySpan<double> row)
    {
        var j = 0;
        for (; j <= row.Length - Vector512<double>.Count; j += Vector512<double>.Count)
            (Vector512.Create<double>(sum[j..]) + (Vector512.Create(factor) * Vector512.Create(row[j..]))).CopyTo(sum[j..]);
        for (; j < row.Length; j++) sum[j] += factor * row[j];
    }

    private static double Square(double value) => value * value;

    /// <summary>The variances of scaled particles along directions.</summary>
    private static double[] Along(double[] directions, double[] z, double[] weights, double[] mean, double[] sd)
    {
        var d = mean.Length;
        var variances = new double[directions.Length / d];
        var scaled = new double[d];
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            for (var j = 0; j < d; j++) scaled[j] = (z[(i * d) + j] - mean[j]) / sd[j];
            for (var k = 0; k < variances.Length; k++)
            {
                variances[k] += weights[i] * Square(Dot(directions.AsSpan(k * d, d), scaled));
            }
        }

        return [.. variances.Select(variance => Math.Clamp(variance, 1e-4, 25))];
    }

    /// <summary>Directions among some coordinates as directions among all.</summary>
    private static IEnumerable<double> Spread(double[] directions, int[] some, int d)
    {
        foreach (var direction in directions.Chunk(Math.Max(1, some.Length)))
        {
            var whole = new double[d];
            for (var j = 0; j < some.Length; j++) whole[some[j]] = direction[j];
            foreach (var value in whole) yield return value;
        }
    }

    private static Matrix<double> Correlation(double[] z, double[] weights, double[] mean, double[] sd, int d, int[] some)
    {
        var m = some.Length;
        var sums = new double[m * m];
        var scaled = new double[m];
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            for (var j = 0; j < m; j++) scaled[j] = (z[(i * d) + some[j]] - mean[some[j]]) / sd[some[j]];
            for (var j = 0; j < m; j++) Add(sums.AsSpan(j * m, j + 1), weights[i] * scaled[j], scaled.AsSpan(0, j + 1));
        }

        return Matrix<double>.Build.Dense(Math.Max(1, m), Math.Max(1, m), (j, k) => m == 0 ? 1 : sums[(Math.Max(j, k) * m) + Math.Min(j,
            k)]);
    }

    private static (double[] Directions, double[] Variances) Directions(Matrix<double> correlation, double ratio)
    {
        var found = correlation.Evd(Symmetricity.Symmetric);
        var (low, high) = (ratio < 1 ? Square(1 - Math.Sqrt(ratio)) : 0, Square(1 + Math.Sqrt(ratio)));
        var (directions, variances) = (new List<double>(), new List<double>());
        for (var k = 0; k < correlation.RowCount; k++)
        {
            var sample = Math.Max(found.EigenValues[k].Real, 1e-14);
            if (sample >= low && sample <= high) continue;
            var middle = sample + 1 - ratio;
            var root = Math.Sqrt(Math.Max(0, (middle * middle) - (4 * sample)));
            variances.Add(sample > high ? (middle + root) / 2 : 2 * sample / (middle + root));
            directions.AddRange(found.EigenVectors.Column(k));
        }

        return ([.. directions], [.. variances]);
    }
}
