using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// A smooth function of a standard normal number z, -R to R, as one Chebyshev series, with the same bits on every machine.
/// z = R t / (2 - t²) stretches the middle, which saves half of the terms where the nearest singularities are the zeros of Φ, 1.9 ± 2.8i.
/// </summary>
internal static class NormalSeries
{
    /// <summary>t = <see cref="Stretch"/> z / (R + √(R² + <see cref="Bend"/> z²)), R = <see cref="Bounds.NormalReach"/>.</summary>
    public const double Stretch = 4;

    /// <inheritdoc cref="Stretch"/>
    public const double Bend = 8;

    private const int Nodes = 64;

    // What is left out at the end of a series.
    private const double Negligible = 4e-13;

    private const double RootTwoPi = 2.5066282746310002;
    private const double SmallestStep = 1e-14;
    private const int MostSteps = 60;

    /// <summary>Coefficients of the Chebyshev polynomials of t whose sum is the function, as few as it takes.</summary>
    /// <param name="value">The function at a z, given its value at one near by.</param>
    /// <param name="start">A guess of its value at 0.</param>
    public static double[] Fit(Func<double, double, double> value, double start)
    {
        var cosines = Cosines();
        var values = AtNodes(value, start, cosines);
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

    /// <summary>The sum of a series at z, by Clenshaw's recurrence.</summary>
    public static double Sum(double[] coefficients, double z)
    {
        var t = Stretch * z / (Bounds.NormalReach + Math.Sqrt((Bounds.NormalReach * Bounds.NormalReach) + (Bend * (z * z))));
        var (next, afterNext) = (0.0, 0.0);
        for (var i = coefficients.Length - 1; i > 0; i--) (next, afterNext) = (coefficients[i] + ((2 * t * next) - afterNext), next);
        return coefficients[0] + ((t * next) - afterNext);
    }

    /// <summary>The y at which a distribution has the normal quantile z, by Newton's steps.</summary>
    /// <param name="z">The quantile.</param>
    /// <param name="start">A guess of y.</param>
    /// <param name="normal">The normal quantile of the distribution function at y.</param>
    /// <param name="density">A multiple of its density at y.</param>
    /// <param name="whole">The integral of that multiple.</param>
    public static double Solve(double z, double start, Func<double, double> normal, Func<double, double> density, double whole)
    {
        var y = start;
        for (var i = 0; i < MostSteps; i++)
        {
            var found = normal(y);
            var step = (z - found) * Exp.Of(-found * found / 2) / RootTwoPi * whole / density(y);
            y += step;
            if (Math.Abs(step) < SmallestStep * (1 + Math.Abs(y))) break;
        }

        return y;
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

    /// <summary>The function at the nodes, from the middle outwards, each from its neighbour.</summary>
    private static double[] AtNodes(Func<double, double, double> value, double start, double[] cosines)
    {
        var values = new double[Nodes + 1];
        values[Nodes / 2] = value(0, start);
        for (var k = Nodes / 2 + 1; k <= Nodes; k++) values[k] = value(Z(cosines[k]), values[k - 1]);
        for (var k = Nodes / 2 - 1; k >= 0; k--) values[k] = value(Z(cosines[k]), values[k + 1]);
        return values;
    }

    private static double Z(double t) => Bounds.NormalReach * t / (2 - t * t);
}
