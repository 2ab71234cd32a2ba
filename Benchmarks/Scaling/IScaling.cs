using System.Globalization;
using Supply.Benchmarks.Measures;

namespace Supply.Benchmarks.Scaling;

/// <summary>One question of the scaling runner: its measurements in each round, and its report.</summary>
internal interface IScaling
{
    IReadOnlyList<Measurement> Measurements { get; }

    /// <summary>Tables and goals, as Markdown lines.</summary>
    IEnumerable<string> Report();
}

/// <summary>A measurement made alternately with all others.</summary>
/// <param name="Times">Its rounds.</param>
/// <param name="Run">Measures it once.</param>
internal sealed record Measurement(Times Times, Func<Taken> Run)
{
    /// <summary>Measured only in every n-th round: long measurements are steady as well.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Run once before the first round; a process that is started each time gains nothing from it, nor does a long run.</summary>
    public bool IsWarmed { get; init; } = true;

    /// <summary>Nanoseconds of processor time per unit, in the round that used least; for measurements on one thread.</summary>
    public double Cost => Times.MinimumWorked;

    /// <summary>That cost and, by the clock, the fastest round and the spread, as cells of a table.</summary>
    /// <param name="scale">Nanoseconds in the unit of the table.</param>
    /// <param name="format">Of the numbers.</param>
    public string Cells(double scale = 1, string format = "0.00") =>
        $"{Text(Cost / scale, format)} | {Text(Times.Minimum / scale, format)}, {Text(Times.Spread, "0 %")}";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>A goal next to the measurement.</summary>
internal static class Goal
{
    public static string AtMost(string what, double measured, double limit, string unit) =>
        Line(what, measured, "at most", limit, unit, measured <= limit);

    public static string AtLeast(string what, double measured, double limit, string unit) =>
        Line(what, measured, "at least", limit, unit, measured >= limit);

    private static string Line(string what, double measured, string relation, double limit, string unit, bool met) =>
        FormattableString.Invariant(
            $"- {what}: {Number(measured)}{unit}; goal {relation} {Number(limit)}{unit}: {(met ? "met" : "**missed**")}.");

    private static string Number(double value) => value.ToString(value < 1000 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}
