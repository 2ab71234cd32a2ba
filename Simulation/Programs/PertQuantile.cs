using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// The quantile function of the beta distribution with parameters a and 6 - a, 1 ≤ a ≤ 5, which is that of a PERT number, as
/// one Chebyshev series that a program evaluates with the operations it has: within 1e-13 of the range, rising, and the same
/// bits on every machine.
/// </summary>
/// <remarks>
/// With u the uniform draw and z its normal quantile, y = logit(x(u)) is smooth in z on the whole of -R..R (both tails are
/// parabolas), so a polynomial fits it where x(u) itself has roots at its ends. Its nearest singularities lie at the zeros
/// of Φ, 1.9 ± 2.8i; z = R t / (2 - t²) stretches the middle, which saves half of the terms. An error d of y is one of at
/// most d / 4 in x, and of d relative to x. The library's own log, exp and normal quantile make the series; see decision 0007.
/// </remarks>
internal static class PertQuantile
{
    /// <summary>t = <see cref="Stretch"/> z / (R + √(R² + <see cref="Bend"/> z²)), R = <see cref="Bounds.NormalReach"/>.</summary>
    public const double Stretch = 4;

    /// <inheritdoc cref="Stretch"/>
    public const double Bend = 8;

    private const double ParameterSum = 6;
    private const int Nodes = 64;

    // Left out at the end of the series; a quarter of it is the error of x.
    private const double Negligible = 4e-13;

    private const double RootTwoPi = 2.5066282746310002;
    private const double SmallestStep = 1e-14;
    private const int MostSteps = 60;

    /// <summary>
    /// Coefficients of the Chebyshev polynomials of t whose sum is the logit of the quantile, as few as it takes; at most 50.
    /// </summary>
    /// <param name="shift">a - 1, four times the mode's place in the range, 0..4.</param>
    public static double[] Coefficients(double shift)
    {
        var cosines = Cosines();
        var values = AtNodes(1 + shift, cosines);
        var coefficients = new double[Nodes + 1];
        for (var i = 0; i <= Nodes; i++)
        {
            var sum = 0.5 * (values[0] + values[Nodes] * cosines[i * Nodes % (2 * Nodes)]);
            for (var k = 1; k < Nodes; k++) sum += values[k] * cosines[i * k % (2 * Nodes)];
            coefficients[i] = sum * (i is 0 or Nodes ? 1.0 : 2.0) / Nodes;
        }

        var count = coefficients.Length;
        for (var rest = 0.0; count > 1 && (rest += Math.Abs(coefficients[count - 1])) < Negligible;) count--;
        return coefficients[..count];
    }

    /// <summary>cos(π k / <see cref="Nodes"/>) for a whole turn, from the half-angle and sum formulas alone.</summary>
    private static double[] Cosines()
    {
        var cosines = new double[2 * Nodes];
        (cosines[0], cosines[Nodes]) = (1, -1);
        var half = 0.0;
        for (var span = Nodes; span > 1; span /= 2)
        {
            for (var k = 0; k < Nodes; k += span) cosines[k + span / 2] = span == Nodes ? 0 : (cosines[k] + cosines[k + span]) / (2 * half);
            half = Math.Sqrt((1 + half) / 2);
        }

        for (var k = Nodes + 1; k < 2 * Nodes; k++) cosines[k] = cosines[2 * Nodes - k];
        return cosines;
    }

    /// <summary>The logit of the quantile at the nodes, by Newton's steps from the middle outwards, each from its neighbour.</summary>
    private static double[] AtNodes(double a, double[] cosines)
    {
        var beta = new Beta(a, ParameterSum - a);
        var values = new double[Nodes + 1];
        values[Nodes / 2] = beta.Logit(0, Log.Of(a / (ParameterSum - a)));
        for (var k = Nodes / 2 + 1; k <= Nodes; k++) values[k] = beta.Logit(Z(cosines[k]), values[k - 1]);
        for (var k = Nodes / 2 - 1; k >= 0; k--) values[k] = beta.Logit(Z(cosines[k]), values[k + 1]);
        return values;
    }

    private static double Z(double t) => Bounds.NormalReach * t / (2 - t * t);

    private sealed class Beta
    {
        private readonly double a;
        private readonly double b;
        private readonly double whole;

        public Beta(double a, double b)
        {
            (this.a, this.b) = (a, b);
            whole = Tail(a, b, 0) + Tail(b, a, 0);
        }

        /// <summary>The y at which the distribution has the normal quantile z.</summary>
        public double Logit(double z, double start)
        {
            var y = start;
            for (var i = 0; i < MostSteps; i++)
            {
                var found = Normal(y);
                var step = (z - found) * Exp.Of(-found * found / 2) / RootTwoPi * whole / Density(a, b, -Math.Abs(y), y > 0);
                y += step;
                if (Math.Abs(step) < SmallestStep * (1 + Math.Abs(y))) break;
            }

            return y;
        }

        /// <summary>The normal quantile of the distribution function at y, each half from its own tail.</summary>
        private double Normal(double y) => y <= 0 ? InverseNormal.Of(Tail(a, b, y) / whole) : -InverseNormal.Of(Tail(b, a, -y) / whole);

        private static double Density(double a, double b, double y, bool mirrored) => mirrored ? Density(b, a, y) : Density(a, b, y);

        /// <summary>x^a (1 - x)^b for y = logit x ≤ 0.</summary>
        private static double Density(double a, double b, double y)
        {
            var rest = Log.Of(1 + Exp.Of(y));
            return Exp.Of(a * (y - rest) - b * rest);
        }

        /// <summary>The integral of x^(a-1) (1 - x)^(b-1) from 0 to x, for y = logit x ≤ 0: a series of positive terms.</summary>
        private static double Tail(double a, double b, double y)
        {
            var odds = Exp.Of(y);
            var x = odds / (1 + odds);
            var (sum, term) = (1.0, 1.0);
            for (var n = 0; term > 1e-18 * sum; n++)
            {
                term *= (a + b + n) / (a + 1 + n) * x;
                sum += term;
            }

            return Density(a, b, y) * sum / a;
        }
    }
}
