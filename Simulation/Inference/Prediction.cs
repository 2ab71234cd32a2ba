using MathNet.Numerics.RootFinding;
using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// The figure a witness would publish, as a distribution: over particles the model's value, times the scope factor, times the claim's own
/// error, which is wide where the claim may be wrong.
/// </summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class Prediction : IShown
{
    private const double Accuracy = 1e-12;
    private const double Farthest = 10 * Claim.WrongError;
    private const double RootTwoPi = 2.5066282746310002;
    private readonly double[] centres;
    private readonly double[] sds;
    private readonly double[] wrongMeans;
    private readonly double doubt;

    /// <summary>A prediction from particles with the same error.</summary>
    internal Prediction(double[] centres, double sd, double doubt)
        : this(centres, [.. centres.Select(_ => sd)], [.. centres.Select(_ => 0.0)], doubt) { }

    /// <param name="centres">For each particle the natural logarithm of the count behind the figure.</param>
    /// <param name="sds">For each the standard deviation of the logarithm of the error.</param>
    /// <param name="wrongMeans">For each the mean of that logarithm if the figure is wrong.</param>
    /// <param name="doubt">The probability that it is wrong.</param>
    internal Prediction(double[] centres, double[] sds, double[] wrongMeans, double doubt)
    {
        (this.centres, this.sds, this.wrongMeans, this.doubt) = (centres, sds, wrongMeans, doubt);
        (Low90, Low50, Median, High50, High90) = (Quantile(0.05), Quantile(0.25), Quantile(0.5), Quantile(0.75), Quantile(0.95));
    }

    /// <summary>5 % quantile, in the unit of the claim.</summary>
    public double Low90 { get; }

    /// <summary>25 % quantile.</summary>
    public double Low50 { get; }

    /// <summary>The median.</summary>
    public double Median { get; }

    /// <summary>75 % quantile.</summary>
    public double High50 { get; }

    /// <summary>95 % quantile.</summary>
    public double High90 { get; }

    /// <summary>The probability of a figure at or below a value above 0.</summary>
    public double Below(double value) => BelowLog(Log.Of(value));

    /// <summary>The value below which a published figure lies with a probability between 0 and 1.</summary>
    public double Quantile(double probability)
    {
        // A count of 0 lies below every figure.
        var finite = centres.Where(double.IsFinite).ToArray();
        if (double.IsNaN(BelowLog(0))) return double.NaN;
        if (finite.Length == 0) return 0;
        var (low, high) = (finite.Min() - Farthest, finite.Max() + Farthest);
        return BelowLog(low) >= probability ? 0
            : BelowLog(high) <= probability ? double.PositiveInfinity
            : Exp.Of(Brent.FindRoot(at => BelowLog(at) - probability, low, high, Accuracy));
    }

    /// <summary>
    /// The share of figures at least as far out as a claim on its side, if it were not wrong: 1 in the middle, 0 far out. For a floor or
    /// ceiling the probability that it holds.
    /// </summary>
    public double Plausibility(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var (low, high) = (claim.Low, claim.High);
        double Right(double value) => centres.Zip(sds, (centre, sd) => NormalCurve.Cdf((Log.Of(value) - centre) / sd)).Average();
        if (!double.IsFinite(high)) return 1 - Right(low);
        if (!(low > 0)) return Right(high);
        return Math.Min(1, 2 * Math.Min(Right(high), 1 - Right(low)));
    }

    /// <summary>
    /// Continuous ranked probability score of a published value on the scale of natural logarithms: the mean distance of the prediction
    /// from it, less half its own spread. 0 is best; 0.1 is about a tenth off.
    /// </summary>
    public double Score(double published)
    {
        const int points = 100;
        double[] at = [.. Enumerable.Range(0, points).Select(i => Log.Of(Quantile((i + 0.5) / points)))];
        var distance = at.Average(value => Math.Abs(value - Log.Of(published)));
        // For sorted values the mean distance between two is 2 / n² times the sum of (2 i + 1 - n) x.
        var spread = 2 * at.Index().Sum(pair => ((2 * pair.Index) + 1 - points) * pair.Item) / (points * points);
        return distance - (0.5 * spread);
    }

    /// <summary>The natural logarithm of the density of a published value, on the scale of natural logarithms.</summary>
    public double LogDensity(double published)
    {
        var (sum, at) = (0.0, Log.Of(published));
        for (var i = 0; i < centres.Length; i++)
        {
            sum += ((1 - doubt) * Density((at - centres[i]) / sds[i]) / sds[i])
                + (doubt * Density((at - centres[i] - wrongMeans[i]) / Claim.WrongError) / Claim.WrongError);
        }

        return Log.Of(Math.Max(1e-300, sum / centres.Length));

        static double Density(double z) => Exp.Of(-0.5 * z * z) / RootTwoPi;
    }

    private double BelowLog(double value)
    {
        var sum = 0.0;
        for (var i = 0; i < centres.Length; i++)
        {
            sum += (1 - doubt) * NormalCurve.Cdf((value - centres[i]) / sds[i]);
            if (doubt > 0) sum += doubt * NormalCurve.Cdf((value - centres[i] - wrongMeans[i]) / Claim.WrongError);
        }

        return sum / centres.Length;
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => new Spread(Low90, Low50, Median, High50, High90).ToHtml();

    string IShown.ToPlainText() => new Spread(Low90, Low50, Median, High50, High90).ToString();
}
