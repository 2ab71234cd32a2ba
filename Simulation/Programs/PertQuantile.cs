using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// The quantile function of the beta distribution with parameters a and 6 - a, 1 ≤ a ≤ 5, which is that of a PERT number, as
/// one Chebyshev series that a program evaluates with the operations it has: within 1e-13 of the range, rising, and the same
/// bits on every machine.
/// </summary>
/// <remarks>
/// With u the uniform draw and z its normal quantile, y = logit(x(u)) is smooth in z on the whole of -R..R (both tails are
/// parabolas), so a polynomial fits it where x(u) itself has roots at its ends; see <see cref="NormalSeries"/>. An error d of y is one of
/// at most d / 4 in x, and of d relative to x. The library's own log, exp and normal quantile make the series; see decision 0007.
/// </remarks>
internal static class PertQuantile
{
    private const double ParameterSum = 6;

    /// <summary>
    /// Coefficients of the series whose sum is the logit of the quantile, as few as it takes; at most 50.
    /// </summary>
    /// <param name="shift">a - 1, four times the mode's place in the range, 0..4.</param>
    public static double[] Coefficients(double shift)
    {
        var a = 1 + shift;
        return NormalSeries.Fit(new Beta(a, ParameterSum - a).Logit, Log.Of(a / (ParameterSum - a)));
    }

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
        public double Logit(double z, double start) =>
            NormalSeries.Solve(z, start, Normal, y => Density(a, b, -Math.Abs(y), y > 0), whole);

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
