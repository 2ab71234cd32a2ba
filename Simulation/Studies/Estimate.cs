using System.Globalization;

namespace Supply.Studies;

/// <summary>
/// A number with the noise of the computation, one standard error, by which another seed would move it. It is written without digits
/// that would move.
/// </summary>
/// <param name="Value">The number.</param>
/// <param name="Noise">Its standard error; infinite where one replication says nothing about it.</param>
internal readonly record struct Estimate(double Value, double Noise)
{
    private const double Percent = 0.01;

    /// <summary>
    /// A quantile of sorted values. Its noise is half the distance between the values one standard deviation of its rank below and above.
    /// </summary>
    /// <param name="sorted">The values.</param>
    /// <param name="level">The level, 0..1.</param>
    /// <param name="spreadOfRank">The standard deviation of its rank; null: that of independent values. Default null.</param>
    public static Estimate Quantile(ReadOnlySpan<double> sorted, double level, double? spreadOfRank = null)
    {
        if (sorted.IsEmpty) return new(double.NaN, double.NaN);
        var (position, spread) = ((sorted.Length - 1) * level, spreadOfRank ?? Math.Sqrt(sorted.Length * level * (1 - level)));
        var noise = (At(sorted, position + spread) - At(sorted, position - spread)) / 2;
        return new(At(sorted, position), sorted.Length == 1 ? double.PositiveInfinity : double.IsNaN(noise) ? 0 : noise);
    }

    /// <summary>The median of values, of which those that are not numbers are left out.</summary>
    public static Estimate Median(IEnumerable<double> values) =>
        Quantile(values.Where(value => !double.IsNaN(value)).Order().ToArray(), 0.5);

    /// <summary>The mean of values.</summary>
    public static Estimate Mean(IEnumerable<double> values)
    {
        var distribution = Distribution.Of(values.ToArray());
        return new(distribution.Mean, double.IsNaN(distribution.StandardError) ? double.PositiveInfinity : distribution.StandardError);
    }

    /// <summary>
    /// The share of replications in which something happens; its noise counts one more in which it happens and one in which it does not,
    /// because none of ten does not mean never.
    /// </summary>
    public static Estimate Share(int count, int of)
    {
        var likely = (count + 1.0) / (of + 2);
        return of == 0 ? new(double.NaN, double.NaN) : new(count / (double)of, Math.Sqrt(likely * (1 - likely) / of));
    }

    /// <summary>Whether it lies within two standard errors of 0.</summary>
    public bool IsNoise => Math.Abs(Value) <= 2 * Noise;

    /// <summary>The number with the digits that noise does not move, at most three, and the sign of percent if it has one.</summary>
    public string Text(Measure measure)
    {
        if (double.IsNaN(Value)) return "undefined";
        if (double.IsInfinity(Value)) return "not reached";
        if (measure.PercentSign is not { } sign) return Digits(Rounded(Unit(0)), "#,0.############");
        var unit = Unit(Math.Abs(Value) < 10 * Percent ? Percent / 10 : Percent);
        return $"{Digits(100 * Rounded(unit), unit < Percent ? "0.#" : "0")} {sign}";
    }

    /// <summary>The number with its sign, also where it is above 0.</summary>
    public string Signed(Measure measure) =>
        (Value > 0 && Text(measure).Any(letter => letter is >= '1' and <= '9') ? "+" : "") + Text(measure);

    /// <summary>A probability in percent: never 0 or 100, which no number of replications shows.</summary>
    public string Probability()
    {
        if (double.IsNaN(Value)) return "undefined";
        var unit = Math.Min(1, Unit(Percent));
        var rounded = Rounded(unit);
        var (least, most) = (Digits(100 * unit, "0"), Digits(100 * (1 - unit), "0"));
        return rounded <= 0 ? $"< {least} %" : rounded >= 1 ? $"> {most} %" : $"{Digits(100 * rounded, "0")} %";
    }

    /// <summary>The last digit that is written: at least two standard errors, and three digits in all.</summary>
    private double Unit(double least)
    {
        var size = Value == 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(Value))));
        var unit = double.IsInfinity(Noise) ? size : Noise > 0 ? RoundAbove(2 * Noise) : 0;
        return Math.Max(least, Math.Max(unit, size / 100));
    }

    private double Rounded(double unit) => unit == 0 ? Value : Math.Round(Value / unit, MidpointRounding.AwayFromZero) * unit;

    /// <summary>The least of 1, 2 and 5 times a power of ten that is not below a number.</summary>
    private static double RoundAbove(double number)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(number)));
        return power * (number <= power ? 1 : number <= 2 * power ? 2 : number <= 5 * power ? 5 : 10);
    }

    private static double At(ReadOnlySpan<double> sorted, double position)
    {
        position = Math.Clamp(position, 0, sorted.Length - 1);
        var below = (int)position;
        return Quantiles.Between(sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], position - below);
    }

    private static string Digits(double value, string format) => (value == 0 ? 0 : value).ToString(format, CultureInfo.InvariantCulture);
}
