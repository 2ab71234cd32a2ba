using System.Globalization;
using Supply.Maths;

namespace Supply.Inference;

/// <summary>
/// The prior of one coordinate of a <see cref="Target"/>, as a map from a standard normal coordinate z to the value x. A proper prior is
/// mapped by its quantile function, so x has this prior when z is standard normal. The same z gives the same bits on every machine and
/// thread.
/// </summary>
public sealed class Marginal
{
    private static readonly double halfLogTwoPi = 0.5 * Log.Of(2 * Math.PI);
    private readonly Func<double, double> value;
    private readonly Func<double, double>? correction;

    private Marginal(string name, string description, Func<double, double> value, Func<double, double>? correction = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Description, this.value, this.correction) = (name, description, value, correction);
    }

    /// <summary>The name of the coordinate, unique in its target: the address of its random draws.</summary>
    public string Name { get; }

    /// <summary>The distribution and its numbers, such as "Normal(0, 5)"; part of the fingerprint of a target.</summary>
    public string Description { get; }

    /// <summary>Whether x has this prior when z is standard normal; false for the flat ones, which are not distributions.</summary>
    public bool IsProper => correction is null;

    /// <summary>Whether it is a choice among a few values: its quantile function has only a few steps.</summary>
    public bool IsChoice => Cases.Count > 0;

    /// <summary>The values of a choice, none twice; none for a number.</summary>
    internal IReadOnlyList<double> Cases { get; private init; } = [];

    /// <summary>The probabilities at which the values of a choice change, from 0 to 1; empty for a number.</summary>
    internal double[] Turns { get; private init; } = [];

    /// <summary>The value at a standard normal coordinate.</summary>
    /// <param name="z">Any finite number.</param>
    public double Value(double z) => value(z);

    /// <summary>
    /// log p(x(z)) + log |dx/dz| - log N(z), natural logarithms: the part of the prior density that the map leaves; 0 for a proper prior.
    /// </summary>
    /// <param name="z">Any finite number.</param>
    public double LogCorrection(double z) => correction?.Invoke(z) ?? 0;

    /// <summary>A normal distribution.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="mean">Any finite number.</param>
    /// <param name="sd">The standard deviation, above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal Normal(string name, double mean, double sd)
    {
        Check(name, ("mean", mean, double.IsFinite(mean), "finite"), Above0("sd", sd));
        return new(name, Words("Normal", mean, sd), z => mean + (sd * z));
    }

    /// <summary>The exponential of a normal distribution.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="mu">The mean of the natural logarithm, finite.</param>
    /// <param name="sigma">The standard deviation of the natural logarithm, above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal LogNormal(string name, double mu, double sigma)
    {
        Check(name, ("mu", mu, double.IsFinite(mu), "finite"), Above0("sigma", sigma));
        return new(name, Words("LogNormal", mu, sigma), z => Exp.Of(mu + (sigma * z)));
    }

    /// <summary>A uniform distribution over an interval.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="low">The lower end, finite.</param>
    /// <param name="high">The upper end, finite and above the lower.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal Uniform(string name, double low, double high)
    {
        Check(name, ("low", low, double.IsFinite(low), "finite"),
            ("high", high, double.IsFinite(high) && high > low, "finite and above low"));
        return new(name, Words("Uniform", low, high),
            z => z < 0 ? low + ((high - low) * NormalCurve.Cdf(z)) : high - ((high - low) * NormalCurve.Cdf(-z)));
    }

    /// <summary>The positive half of a Cauchy distribution about 0.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="scale">The median, above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal HalfCauchy(string name, double scale)
    {
        Check(name, Above0("scale", scale));

        // tan(pi u / 2); in the upper half by its reciprocal, so that the tail keeps its digits.
        return new(name, Words("HalfCauchy", scale), z => z < 0
            ? scale * NormalCurve.TanQuarter(2 * NormalCurve.Cdf(z))
            : scale / NormalCurve.TanQuarter(2 * NormalCurve.Cdf(-z)));
    }

    /// <summary>The positive half of a normal distribution about 0.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="sd">The standard deviation of the whole, above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal HalfNormal(string name, double sd) => TruncatedNormal(name, 0, sd, 0, double.PositiveInfinity);

    /// <summary>A normal distribution between two ends.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="mean">The mean before truncation, finite.</param>
    /// <param name="sd">The standard deviation before truncation, above 0.</param>
    /// <param name="low">The lower end; -infinity for none.</param>
    /// <param name="high">The upper end, above the lower; infinity for none.</param>
    /// <exception cref="ArgumentException">
    /// A number is out of range, or less than 1e-300 of the distribution lies between the ends.
    /// </exception>
    public static Marginal TruncatedNormal(string name, double mean, double sd, double low, double high)
    {
        Check(name, ("mean", mean, double.IsFinite(mean), "finite"), Above0("sd", sd), ("high", high, high > low, "above low"));
        var (a, b) = ((low - mean) / sd, (high - mean) / sd);

        // Probabilities are taken from the nearer tail, where they keep their digits.
        var mirrored = a + b > 0;
        var (start, end) = mirrored ? (NormalCurve.Cdf(-b), NormalCurve.Cdf(-a)) : (NormalCurve.Cdf(a), NormalCurve.Cdf(b));
        Check(name, ("probability between low and high", end - start, end - start > 1e-300, "above 1e-300"));
        double Within(double z) => mean + (sd * InverseNormal.Of(start + ((end - start) * NormalCurve.Cdf(z))));
        double Mirrored(double z) => mean - (sd * InverseNormal.Of(start + ((end - start) * NormalCurve.Cdf(-z))));
        return new(name, Words("TruncatedNormal", mean, sd, low, high), z => Math.Clamp(mirrored ? Mirrored(z) : Within(z), low, high));
    }

    /// <summary>
    /// Density 1 on the whole line, not a distribution: the likelihood must make it one. Explored from a normal distribution.
    /// </summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="location">The mean of the start, finite.</param>
    /// <param name="scale">The standard deviation of the start, above 0; rather too large than too small.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal Flat(string name, double location, double scale)
    {
        Check(name, ("location", location, double.IsFinite(location), "finite"), Above0("scale", scale));
        var constant = Log.Of(scale) + halfLogTwoPi;
        return new(name, Words("Flat", location, scale), z => location + (scale * z), z => constant + (0.5 * z * z));
    }

    /// <summary>
    /// Density 1 above 0, not a distribution: the likelihood must make it one. Explored from a log-normal distribution with sigma 1.
    /// </summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="scale">The median of the start, above 0.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static Marginal FlatPositive(string name, double scale)
    {
        Check(name, Above0("scale", scale));
        var constant = Log.Of(scale) + halfLogTwoPi;
        return new(name, Words("FlatPositive", scale), z => scale * Exp.Of(z), z => constant + z + (0.5 * z * z));
    }

    /// <summary>Any distribution by its quantile function; a choice among several values is a step function.</summary>
    /// <param name="name">The name of the coordinate.</param>
    /// <param name="description">Distinguishes it from others in the fingerprint of a target.</param>
    /// <param name="quantile">
    /// The value at a probability in [0, 1]; pure, thread-safe, and with the same bits on every machine if runs must be reproducible.
    /// </param>
    public static Marginal Custom(string name, string description, Func<double, double> quantile)
    {
        ArgumentNullException.ThrowIfNull(description);
        ArgumentNullException.ThrowIfNull(quantile);
        // A choice among a few values is constant in the middle of each equal part; a number does not repeat itself.
        const int parts = 64, mostValues = 16;
        var values = Enumerable.Range(0, parts).Select(part => quantile((part + 0.5) / parts)).Distinct().ToArray();
        Marginal marginal = new(name, description, z => quantile(NormalCurve.Cdf(z)));
        return values.Length > mostValues ? marginal
            : new(name, description, marginal.value) { Cases = values, Turns = [0, .. TurnsOf(quantile, parts), 1] };
    }

    /// <summary>Where a step function changes between the middles of equal parts, by bisection.</summary>
    private static IEnumerable<double> TurnsOf(Func<double, double> quantile, int parts)
    {
        for (var part = 0; part + 1 < parts; part++)
        {
            var (low, high) = ((part + 0.5) / parts, (part + 1.5) / parts);
            var value = quantile(low);
            if (quantile(high) == value) continue;
            for (var i = 0; i < 52; i++)
            {
                var middle = low + ((high - low) / 2);
                if (quantile(middle) == value) low = middle;
                else high = middle;
            }

            yield return high;
        }
    }

    private static (string, double, bool, string) Above0(string what, double value) =>
        (what, value, value > 0 && double.IsFinite(value), "finite and above 0");

    private static void Check(string name, params ReadOnlySpan<(string What, double Value, bool Good, string Should)> numbers)
    {
        var faults = new List<string>();
        foreach (var (what, number, good, should) in numbers)
            if (!good)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture,
                    $"The {what} of marginal \"{name}\" is {number}; it must be {should}."));
            }
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults));
    }

    private static string Words(string kind, params double[] numbers) =>
        $"{kind}({string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))})";
}
