using Supply.Maths;

namespace Supply.Inference;

/// <summary>The figure that a claim publishes, on a logarithmic scale, as its likelihood needs it again and again.</summary>
/// <param name="Low">The logarithm of the lower end; minus infinity for a ceiling.</param>
/// <param name="High">The logarithm of the upper end; infinity for a floor.</param>
/// <param name="Middle">The logarithm of the published value.</param>
/// <param name="IsPoint">Whether both ends are the same.</param>
/// <param name="Doubt">The probability that it is wrong.</param>
/// <param name="Weight">Its weight among repeats.</param>
internal readonly record struct PublishedFigure(double Low, double High, double Middle, bool IsPoint, double Doubt, double Weight)
{
    private const double RootTwoPi = 2.5066282746310002;

    // Never quite 0, so that no particle is lost because of one claim.
    private const double Least = 1e-300;

    public static PublishedFigure Of(Claim claim)
    {
        var (low, high) = (claim.Low, claim.High);
        return new(
            low > 0 ? Log.Of(low) : double.NegativeInfinity, double.IsFinite(high) ? Log.Of(high) : double.PositiveInfinity,
            Log.Of(claim.Value), low > 0 && double.IsFinite(high) && high <= low * 1.0001, claim.Doubt, claim.Weight);
    }

    /// <summary>
    /// The density of the published figure on a logarithmic scale: for a range its mean over the range, for a bound the probability
    /// beyond it.
    /// </summary>
    /// <param name="seen">The logarithm of the count behind it.</param>
    /// <param name="sd">The standard deviation of the logarithm of its error.</param>
    public double Density(double seen, double sd)
    {
        if (IsPoint)
        {
            var z = (Middle - seen) / sd;
            return Math.Max(Least, Exp.Of(-0.5 * z * z) / (sd * RootTwoPi));
        }

        if (High == double.PositiveInfinity) return Math.Max(Least, NormalCurve.Cdf((seen - Low) / sd));
        if (Low == double.NegativeInfinity) return Math.Max(Least, NormalCurve.Cdf((High - seen) / sd));
        var (from, to) = ((Low - seen) / sd, (High - seen) / sd);
        var inside = from > 0 ? NormalCurve.Cdf(-from) - NormalCurve.Cdf(-to) : NormalCurve.Cdf(to) - NormalCurve.Cdf(from);
        return Math.Max(Least, inside / ((to - from) * sd));
    }
}
