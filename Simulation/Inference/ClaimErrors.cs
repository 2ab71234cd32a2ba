using Supply.Evidence;
using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// How far a claim may lie from the quantity it counts. All numbers are assumptions, stated in Evidence.md, on a logarithmic scale.
/// </summary>
internal static class ClaimErrors
{
    /// <summary>A model value below this share of the published figure counts as this share, because 0 has no logarithm.</summary>
    private const double LeastShare = 0.01;

    private const double RootTwoPi = 2.5066282746310002;

    /// <summary>The error of a row: that of its witness, wider for a forecast and for a figure not seen at its source.</summary>
    public static double Of(EvidenceRow row)
    {
        var own = row.Reliability switch { 'A' or 'B' => 0.15, 'C' => 0.2, 'D' => 0.25, 'E' => 0.4, _ => 0.5 };
        // A forecast: most of the period was still to come when it was published.
        var forecast = row.PeriodEnd.DayNumber - row.Published.DayNumber > row.PeriodDays / 2 ? 0.25 : 0;
        var unseen = row.Verified ? 0 : 0.15;
        return Math.Sqrt((own * own) + (forecast * forecast) + (unseen * unseen));
    }

    /// <summary>The probability that a claim is wrong, by the reliability of its witness.</summary>
    public static double Doubt(char reliability) =>
        reliability switch { 'A' or 'B' => 0.05, 'C' => 0.1, 'D' => 0.15, 'E' => 0.3, _ => 0.4 };

    /// <summary>The natural logarithm of the likelihood of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="value">The model's value, in the unit of the claim.</param>
    /// <param name="scope">The natural logarithm of the scope factor.</param>
    /// <param name="sd">
    /// The standard deviation of the natural logarithm of its error when it is not wrong. Null: its own error. Default null.
    /// </param>
    public static double LogLikelihood(Claim claim, double value, double scope, double? sd = null)
    {
        var (right, wrong) = Parts(claim, value, scope, sd ?? claim.Error);
        return claim.Weight * Log.Of(right + wrong);
    }

    /// <summary>The probability that a claim is wrong, given the model's value.</summary>
    public static double Wrong(Claim claim, double value, double scope, double? sd = null)
    {
        var (right, wrong) = Parts(claim, value, scope, sd ?? claim.Error);
        return wrong / (right + wrong);
    }

    /// <summary>The natural logarithm of the count behind a claim of this size.</summary>
    public static double Seen(Claim claim, double value, double scope) => Log.Of(Math.Max(value, LeastShare * claim.Value)) + scope;

    private static (double Right, double Wrong) Parts(Claim claim, double value, double scope, double sd)
    {
        if (double.IsNaN(value)) return (double.NaN, double.NaN);
        var seen = Seen(claim, value, scope);
        return ((1 - claim.Doubt) * Density(claim, seen, sd), claim.Doubt * Density(claim, seen, Claim.WrongError));
    }

    /// <summary>
    /// The density of the published figure on a logarithmic scale: for a range its mean over the range, for a bound the probability
    /// beyond it.
    /// </summary>
    private static double Density(Claim claim, double seen, double sd)
    {
        // Never quite 0, so that no particle is lost because of one claim.
        const double least = 1e-300;
        double At(double published) => (Log.Of(published) - seen) / sd;
        var (low, high) = (claim.Check.Low, claim.Check.High);
        if (!double.IsFinite(high)) return Math.Max(least, NormalCurve.Cdf(-At(low)));
        if (!(low > 0)) return Math.Max(least, NormalCurve.Cdf(At(high)));
        if (high <= low * 1.0001)
        {
            var z = At(claim.Value);
            return Math.Max(least, Exp.Of(-0.5 * z * z) / (sd * RootTwoPi));
        }

        var (from, to) = (At(low), At(high));
        var inside = from > 0 ? NormalCurve.Cdf(-from) - NormalCurve.Cdf(-to) : NormalCurve.Cdf(to) - NormalCurve.Cdf(from);
        return Math.Max(least, inside / ((to - from) * sd));
    }
}
