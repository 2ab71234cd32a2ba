using Supply.Maths;

namespace Supply.Programs;

/// <summary>
/// The quantile function of an amount that is drawn in each step, of the standard normal quantile z of its uniform draw. The scalar
/// body defines it for all engines.
/// </summary>
internal abstract class StepQuantile
{
    public static StepQuantile Of(StepDraw draw) => draw switch
    {
        PoissonDraw poisson => Staircase.Poisson(poisson.Mean),
        CompoundPoissonDraw compound => Staircase.CompoundPoisson(compound),
        DiscreteDraw discrete => Staircase.Discrete(discrete.Values),
        GammaDraw gamma => new GammaCurve(GammaQuantile.Coefficients(gamma.Shape), gamma.Scale),
        _ => throw new NotSupportedException($"{draw.GetType().Name} has no table of quantiles."),
    };

    /// <summary>The mean of what is drawn.</summary>
    public static double MeanOf(StepDraw draw) => draw switch
    {
        PoissonDraw poisson => poisson.Mean,
        CompoundPoissonDraw compound => compound.Mean * MeanOf(compound.Sizes),
        DiscreteDraw discrete => MeanOf(discrete.Values),
        GammaDraw gamma => gamma.Shape * gamma.Scale,
        NormalDraw { Sd: 0 } normal => normal.Mean,
        NormalDraw normal => MeanAboveZero(normal.Mean, normal.Sd),
        _ => throw new NotSupportedException($"{draw.GetType().Name} has no mean."),
    };

    /// <summary>The value at z; never falling in z.</summary>
    public abstract double At(double z);

    /// <summary>The values of a row of z.</summary>
    public unsafe void Apply(double* result, double* z, int width)
    {
        for (var i = 0; i < width; i++) result[i] = At(z[i]);
    }

    private static double MeanOf(Items<StepOutcome> outcomes) =>
        outcomes.Sum(one => one.Value * one.Weight) / outcomes.Sum(one => one.Weight);

    private static double MeanAboveZero(double mean, double sd)
    {
        var z = mean / sd;
        if (z > Bounds.NormalReach) return mean;
        var density = Exp.Of(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        var (sum, term) = (0.0, z);
        for (var n = 1; term > 1e-18 * sum; n++)
        {
            sum += term;
            term *= z * z / ((2 * n) + 1);
        }

        return (mean * (0.5 + (density * sum))) + (sd * density);
    }

    private sealed class GammaCurve(double[] coefficients, double scale) : StepQuantile
    {
        public override double At(double z) => scale * Exp.Of(NormalSeries.Sum(coefficients, z));
    }
}
