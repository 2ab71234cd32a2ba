using MathNet.Numerics.LinearAlgebra;

namespace Supply.Inference;

/// <summary>
/// The reference distribution of the light coordinates given the heavy ones: the mean is linear in these, the covariance the same
/// everywhere.
/// </summary>
internal sealed class ConditionalReference
{
    private readonly ReferenceDistribution whole;
    private readonly int heavy;
    private readonly int light;
    private readonly double[] slopes;
    private readonly double[] precision;
    private readonly double[] root;

    public ConditionalReference(ReferenceDistribution whole, int heavy)
    {
        (this.whole, this.heavy, light) = (whole, heavy, whole.Dimension - heavy);
        var inner = whole.Precision(heavy, heavy, light);
        var cholesky = inner.Cholesky();
        precision = inner.ToRowMajorArray();
        slopes = (-cholesky.Solve(whole.Precision(heavy, 0, heavy))).ToRowMajorArray();

        // P = G G', so G'^-1 n has the covariance P^-1.
        root = cholesky.Factor.Transpose().Solve(Matrix<double>.Build.DenseIdentity(light)).ToRowMajorArray();
    }

    public void Mean(ReadOnlySpan<double> z, Span<double> mean)
    {
        Span<double> deviation = stackalloc double[heavy];
        for (var k = 0; k < heavy; k++) deviation[k] = z[k] - whole.Mean[k];
        for (var j = 0; j < light; j++) mean[j] = whole.Mean[heavy + j]
            + ReferenceDistribution.Dot(slopes.AsSpan(j * heavy, heavy), deviation);
    }

    public void Colour(Span<double> noise)
    {
        for (var j = 0; j < light; j++) noise[j] = ReferenceDistribution.Dot(root.AsSpan((j * light) + j, light - j), noise[j..]);
    }

    public double Form(ReadOnlySpan<double> z, ReadOnlySpan<double> mean)
    {
        Span<double> deviation = stackalloc double[light];
        for (var j = 0; j < light; j++) deviation[j] = z[j] - mean[j];
        var form = 0.0;
        for (var j = 0; j < light; j++) form += deviation[j] * ReferenceDistribution.Dot(precision.AsSpan(j * light, light), deviation);
        return form;
    }
}
