using Supply.Studies;

namespace Supply;

/// <summary>
/// The share of replications in which a metric (exhaustion) was reached by each step, and the uncertainty of that probability.
/// </summary>
/// <param name="Metric">The metric.</param>
/// <param name="Window">The window in which it counts; before it nothing is reached.</param>
/// <param name="Steps">The steps, in order: those of series, and the last of the window.</param>
/// <param name="Probability">
/// Share of the replications in which it was reached by the end of each step, 0..1; NaN if it is never defined.
/// </param>
/// <param name="Low90">Lower limit of the 90 % Wilson interval of the probability, from the number of replications alone.</param>
/// <param name="High90">Upper limit of that interval.</param>
/// <param name="Horizon">The horizon that gives the steps their dates.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record ReachedOverTime(
    Metric Metric, TimeWindow Window, Items<int> Steps, Items<double> Probability, Items<double> Low90, Items<double> High90,
        Horizon Horizon) : IShown
{
    // The 95 % quantile of the standard normal distribution.
    private const double Z = 1.6448536269514722;

    /// <summary>From the days after which it is reached in each replication, infinite where it is not, NaN where it is undefined.</summary>
    internal static ReachedOverTime Of(
        Metric metric, TimeWindow window, IReadOnlyList<double> days, (int First, int Last) span, int every, Horizon horizon)
    {
        double[] reached = [.. days.Where(value => !double.IsNaN(value)).Order()];
        int[] steps = [.. Enumerable.Range(span.First, span.Last - span.First + 1)
            .Where(step => (step - span.First) % every == 0 || step == span.Last)];
        (double Share, double Low, double High)[] points = [
            .. steps.Select(step => Interval(CountUntil(reached, horizon.EndDay(step)), reached.Length))];
        return new(metric, window, Items.Of<int>(steps),
            Items.From(points.Select(point => point.Share)), Items.From(points.Select(point => point.Low)),
                Items.From(points.Select(point => point.High)), horizon);
    }

    /// <summary>Share and Wilson interval (1927) of a count: the probabilities with which the count is compatible.</summary>
    internal static (double Share, double Low, double High) Interval(int count, int of)
    {
        if (of == 0) return (double.NaN, double.NaN, double.NaN);
        var share = count / (double)of;
        var middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
        var half = Z / (1 + Z * Z / of) * Math.Sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        // Rounding must not put a share of 0 or 1 outside its interval.
        return (share, Math.Clamp(middle - half, 0, share), Math.Clamp(middle + half, share, 1));
    }

    // Half a millionth of a day covers the rounding of a step times its length.
    private static int CountUntil(double[] sorted, double day)
    {
        var index = Array.BinarySearch(sorted, day + 5e-7);
        return index < 0 ? ~index : index;
    }

    /// <summary>For people, for example <c>exhaustion, 2026: reached with probability 12 %</c>.</summary>
    public override string ToString() => $"{Metric}, {Window}: "
        + (Probability.Count == 0 ? "no steps" : $"reached with probability {Fraction.Of(Probability[^1])}");

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ResultHtml.Of(this).ToHtml();
}
