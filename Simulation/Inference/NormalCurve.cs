using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// Functions that map a standard normal coordinate to a value with the same bits on every machine: + - * / and our own exponential.
/// </summary>
internal static class NormalCurve
{
    private const double RootHalfPiInverse = 0.3989422804014327;

    // Cody (1969), Rational Chebyshev approximations for the error function, in the arrangement of his function ANORM.
    private static readonly double[] a = [
        2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249, 0.065682337918207449113];
    private static readonly double[] b = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956];
    private static readonly double[] c =
    [
        0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226, 2494.5375852903726711,
        6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218, 1.0765576773720192317e-8,
    ];

    private static readonly double[] d =
    [
        22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755,
        18615.571640885098091, 34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
    ];

    private static readonly double[] p = [
        0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466, 2.9112874951168792e-5,
        0.02307344176494017303];
    private static readonly double[] q = [
        1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5];

    /// <summary>The probability that a standard normal number is at most z, within 1e-14 of itself for z above -37; 0 far below.</summary>
    public static double Cdf(double z)
    {
        var y = Math.Abs(z);
        if (y <= 0.67448975) return 0.5 + (z * Ratio(y > 1.11e-16 ? z * z : 0, a, b));
        var tail = Tail(y);
        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>tan(pi t / 4) for t in [0, 1], within 1e-15 of itself: sine and cosine by their series.</summary>
    public static double TanQuarter(double t)
    {
        var x = Math.PI / 4 * t;
        var square = x * x;
        double sine = 1, cosine = 1;
        for (var k = 20; k >= 2; k -= 2)
        {
            sine = 1 - (square / (k * (k + 1)) * sine);
            cosine = 1 - (square / (k * (k - 1)) * cosine);
        }

        return x * sine / cosine;
    }

    private static double Tail(double y)
    {
        if (y > 40) return 0;
        double ratio;
        if (y <= 5.656854249492381)
        {
            ratio = Ratio(y, c, d);
        }
        else
        {
            var inverse = 1 / (y * y);
            ratio = (RootHalfPiInverse - (inverse * Ratio(inverse, p, q))) / y;
        }

        // exp(-y²/2) in two factors: the first square is exact.
        var coarse = Math.Truncate(y * 16) / 16;
        return Exp.Of(-coarse * coarse * 0.5) * Exp.Of(-(y - coarse) * (y + coarse) * 0.5) * ratio;
    }

    /// <summary>A ratio of polynomials; the last number of the upper ones leads, and the lower one leads with 1.</summary>
    private static double Ratio(double x, double[] upper, double[] lower)
    {
        var (above, below) = (upper[^1] * x, x);
        for (var i = 0; i < lower.Length - 1; i++)
        {
            above = (above + upper[i]) * x;
            below = (below + lower[i]) * x;
        }

        return (above + upper[lower.Length - 1]) / (below + lower[^1]);
    }
}
