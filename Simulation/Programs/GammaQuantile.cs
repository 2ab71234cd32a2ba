using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// The quantile function of the gamma distribution of a shape, 0.05 to 1e6, as one series of its logarithm, which is smooth in z from tail
/// to tail where the quantile itself has a root at 0; see <see cref="NormalSeries"/>. Within 1e-9 of itself.
/// </summary>
internal sealed class GammaQuantile
{
    // Below this the power series is as short as the continued fraction above it.
    private readonly double turn;
    private readonly double logTurn;
    private readonly double shape;
    private readonly double whole;

    private GammaQuantile(double shape)
    {
        (this.shape, turn) = (shape, shape + 1);
        logTurn = Log.Of(turn);
        whole = Lower(logTurn) + Upper(logTurn);
    }

    /// <summary>Coefficients of the series whose sum is the logarithm of the quantile at scale 1.</summary>
    public static double[] Coefficients(double shape)
    {
        var gamma = new GammaQuantile(shape);
        // The median is close to shape - 1/3, and far below it for a small shape.
        var start = shape >= 1 ? Log.Of(shape - 0.3) : (Log.Of(0.5) / shape) - 0.6;
        return NormalSeries.Fit((z, near) => NormalSeries.Solve(z, near, gamma.Normal, gamma.Density, gamma.whole), start);
    }

    /// <summary>The normal quantile of the distribution function at x = e^y, from the smaller tail.</summary>
    private double Normal(double y)
    {
        if (y > logTurn) return -InverseNormal.Of(Upper(y) / whole);
        var below = Lower(y) / whole;
        return InverseNormal.Of(Math.Max(below, 1e-300));
    }

    /// <summary>x^shape e^-x for x = e^y, over its value at the turn.</summary>
    private double Density(double y)
    {
        var x = Exp.Of(y);
        return Exp.Of((shape * (y - logTurn)) - (x - turn));
    }

    /// <summary>The integral from 0 to x, by its power series.</summary>
    private double Lower(double y)
    {
        var x = Exp.Of(y);
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; term > 1e-18 * sum; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return Density(y) * sum / shape;
    }

    /// <summary>The integral from x on, by its continued fraction (Lentz).</summary>
    private double Upper(double y)
    {
        var x = Exp.Of(y);
        var b = x + 1 - shape;
        var c = 1e300;
        var d = 1 / b;
        var fraction = d;
        for (var n = 1; n < 100_000; n++)
        {
            var a = -n * (n - shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            var change = c * d;
            fraction *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }

        return Density(y) * fraction;
    }
}
