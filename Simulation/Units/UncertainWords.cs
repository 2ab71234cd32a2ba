using System.Globalization;

namespace Supply;

/// <summary>Uncertain numbers as people write them, alone, with a unit, or in percent.</summary>
internal static class UncertainWords
{
    /// <summary>The number without a unit: <c>16 to 40, most likely 24</c>.</summary>
    public static string Words(this Uncertain value) => Words(value, 1, "", "");

    /// <summary>The number with its unit: <c>16 to 40 days, most likely 24</c>.</summary>
    /// <param name="value">The number.</param>
    /// <param name="one">The unit after 1.</param>
    /// <param name="many">The unit after other numbers.</param>
    public static string In(this Uncertain value, string one, string many) => Words(value, 1, " " + one, " " + many);

    /// <summary>A share in percent: <c>5 to 15 %, all equally likely</c>.</summary>
    public static string InPercent(this Uncertain value) => Words(value, 100, " %", " %");

    /// <summary>A number with separators of thousands, or up to four decimals.</summary>
    public static string Digits(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.####", CultureInfo.InvariantCulture);

    /// <summary>
    /// The number at a glance, three digits: exact, or by the range of nearly all of its values over all of its cases, without its drifts
    /// and noise: <c>2,500 to 9,300 rounds/day</c>.
    /// </summary>
    /// <param name="value">The number.</param>
    /// <param name="one">The unit after 1.</param>
    /// <param name="many">The unit after other numbers.</param>
    public static string AtAGlance(this Uncertain value, string one, string many)
    {
        var (low, high) = Span(value);
        static string Of(double number) => Math.Abs(number) < 1000 || !double.IsFinite(number) ? Rounded(number).ToString("0.####",
            CultureInfo.InvariantCulture) : Rounded(number).ToString("#,0", CultureInfo.InvariantCulture);
        return Of(low) == Of(high) ? $"{Of(low)} {(low == 1 ? one : many)}" : $"{Of(low)} to {Of(high)} {many}";
    }

    private static double Rounded(double number)
    {
        if (number == 0 || !double.IsFinite(number)) return number;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(number))) - 2);
        return Math.Round(number / unit) * unit;
    }

    /// <summary>Where nearly all values lie; a drift or noise is a factor of 1.</summary>
    private static (double Low, double High) Span(Uncertain value)
    {
        switch (value)
        {
            case ExactlyValue exact: return (exact.Value, exact.Value);
            case UniformValue uniform: return (uniform.Low, uniform.High);
            case TriangularValue triangle: return (triangle.Low, triangle.High);
            case PertValue pert: return (pert.Low, pert.High);
            case NormalValue normal: return (normal.Mean - (2 * normal.Sd), normal.Mean + (2 * normal.Sd));
            case LogNormalValue log: return (log.Low, log.High);
            case OneOfValue choice:
                var cases = choice.Cases.Select(one => Span(one.Value)).ToArray();
                return (cases.Min(one => one.Low), cases.Max(one => one.High));
            case ProductValue product:
                var (left, right) = (Span(product.Left), Span(product.Right));
                double[] ends = [left.Low * right.Low, left.Low * right.High, left.High * right.Low, left.High * right.High];
                return (ends.Min(), ends.Max());
            case DriftValue or NoiseValue: return (1, 1);
            default: throw new NotSupportedException($"A {value.GetType().Name} has no range at a glance.");
        }
    }

    private static string Words(Uncertain? value, double scale, string one, string many)
    {
        string Of(double number) => Digits(number * scale);
        string Range(double low, double high) => $"{Of(low)} to {Of(high)}{many}";

        return value switch
        {
            ExactlyValue exact => Of(exact.Value) + (exact.Value * scale == 1 ? one : many),
            UniformValue uniform => $"{Range(uniform.Low, uniform.High)}, all equally likely",
            TriangularValue triangle => $"{Range(triangle.Low, triangle.High)}, most likely {Of(triangle.Mode)}",
            PertValue pert => $"{Range(pert.Low, pert.High)}, most likely {Of(pert.Mode)} (PERT)",
            NormalValue normal => $"{Of(normal.Mean)}{many} with standard deviation {Of(normal.Sd)}",
            LogNormalValue log => $"{Range(log.Low, log.High)} with {Digits(100 * log.Probability)} percent probability",
            DriftValue drift =>
                $"drift from {drift.From}{(drift.Until is { } until ? $" to {until}" : "")}, {Digits(drift.SdPerYear)} a year",
            NoiseValue noise => $"noise of {Digits(noise.Sd)} over {Digits(noise.CorrelationDays)} days",
            OneOfValue choice => Choice(choice) + (many.Length == 0 ? "" : $", in{(scale == 1 ? many : " percent")}"),
            ProductValue product => $"{Words(product.Left, scale, one, many)} times {Words(product.Right, 1, "", "")}",
            _ => "no number",
        };
    }

    private static string Choice(OneOfValue choice) =>
        "one of " + string.Join(", ", choice.Cases.Select(item => $"{item.Label} (weight {Digits(item.Weight)})"));
}
