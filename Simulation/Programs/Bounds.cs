using Supply.Maths;

namespace Supply.Programs;

/// <summary>The least and the greatest value that an uncertain number can take; NaN if it is not well defined.</summary>
internal readonly record struct Bounds(double Low, double High)
{
    /// <summary>The farthest a normal draw from a 52-bit uniform can lie from 0, in standard deviations.</summary>
    public const double NormalReach = 8.3;

    public static Bounds Of(Uncertain number) => number switch
    {
        ExactlyValue exactly => new(exactly.Value, exactly.Value),
        UniformValue uniform => new(uniform.Low, uniform.High),
        TriangularValue triangular => new(triangular.Low, triangular.High),
        PertValue pert => new(pert.Low, pert.High),
        NormalValue normal => new(normal.Mean - NormalReach * normal.Sd, normal.Mean + NormalReach * normal.Sd),
        LogNormalValue logNormal => LogNormal(logNormal),
        OneOfValue oneOf => oneOf.Cases.Select(one => Of(one.Value)).Aggregate(Union),
        ProductValue product => Product(Of(product.Left), Of(product.Right)),
        _ => new(0, double.PositiveInfinity),
    };

    /// <summary>Mean and standard deviation of the logarithm of a log-normal number.</summary>
    public static (double Mu, double Sigma) LogMoments(LogNormalValue number)
    {
        var (low, high) = (Log.Of(number.Low), Log.Of(number.High));
        return ((low + high) / 2, (high - low) / (2 * InverseNormal.Of(0.5 + number.Probability / 2)));
    }

    private static Bounds LogNormal(LogNormalValue number)
    {
        var (mu, sigma) = LogMoments(number);
        return new(Exp.Of(mu - NormalReach * sigma), Exp.Of(mu + NormalReach * sigma));
    }

    private static Bounds Union(Bounds a, Bounds b) => new(Math.Min(a.Low, b.Low), Math.Max(a.High, b.High));

    private static Bounds Product(Bounds a, Bounds b)
    {
        double[] corners = [Times(a.Low, b.Low), Times(a.Low, b.High), Times(a.High, b.Low), Times(a.High, b.High)];
        return new(corners.Min(), corners.Max());
    }

    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;
}
