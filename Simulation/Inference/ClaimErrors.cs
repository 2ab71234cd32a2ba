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

    /// <summary>The smallest amount that a witness would have reported, in a unit.</summary>
    public static double LeastSeen(string unit) => unit.Split('/', ' ') switch
    {
        ["rounds"] => 1_000,
        ["rounds", ..] => 100,
        ["containers", ..] => 10,
        ["tonnes", ..] => 100,
        ["ratio" or "fraction", ..] => 0.01,
        _ => 1,
    };

    /// <summary>The natural logarithm of the likelihood of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="seen">The natural logarithm of the count behind it, see <see cref="Seen"/>.</param>
    /// <param name="sd">The standard deviation of the natural logarithm of its error if it is not wrong.</param>
    /// <param name="wrongMean">The mean of that logarithm if it is wrong. Default 0.</param>
    public static double LogLikelihood(Claim claim, double seen, double sd, double wrongMean = 0) =>
        LogLikelihood(PublishedFigure.Of(claim), seen, sd, wrongMean);

    /// <inheritdoc cref="LogLikelihood(Claim, double, double, double)"/>
    public static double LogLikelihood(in PublishedFigure figure, double seen, double sd, double wrongMean)
    {
        var (right, wrong) = Parts(figure, seen, sd, wrongMean);
        return figure.Weight * Log.Of(right + wrong);
    }

    /// <summary>The probability that a claim is wrong, given the count behind it.</summary>
    /// <inheritdoc cref="LogLikelihood(Claim, double, double, double)"/>
    public static double Wrong(Claim claim, double seen, double sd, double wrongMean = 0)
    {
        var (right, wrong) = Parts(PublishedFigure.Of(claim), seen, sd, wrongMean);
        return wrong / (right + wrong);
    }

    /// <summary>The natural logarithm of the count behind a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="value">The model's value, in the unit of the claim; NaN stays NaN.</param>
    /// <param name="shift">The natural logarithm of the factor between the two.</param>
    public static double Seen(Claim claim, double value, double shift) =>
        Counted(claim, value) + shift;

    /// <summary>The natural logarithm of the model's value, which counts as a small part of the claim at least; NaN stays NaN.</summary>
    public static double Counted(Claim claim, double value) =>
        double.IsNaN(value) ? double.NaN : Log.Of(Math.Max(value, LeastShare * claim.Value));

    private static (double Right, double Wrong) Parts(in PublishedFigure figure, double seen, double sd, double wrongMean)
    {
        if (double.IsNaN(seen)) return (double.NaN, double.NaN);
        return ((1 - figure.Doubt) * figure.Density(seen, sd), figure.Doubt * figure.Density(seen + wrongMean, Claim.WrongError));
    }
}
