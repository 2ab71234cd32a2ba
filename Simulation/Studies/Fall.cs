using Supply.Studies;

namespace Supply;

/// <summary>
/// How far and how fast a metric falls below the baseline after a change, replication by replication with the same draws, read from
/// consecutive windows.
/// </summary>
/// <param name="Metric">The metric.</param>
/// <param name="Windows">The windows, the first beginning with the change.</param>
/// <param name="Days">Days from the beginning of the first window to the middle of each.</param>
/// <param name="Differences">Scenario less baseline in each window.</param>
/// <param name="Final">Scenario less baseline, as the mean over the last windows.</param>
/// <param name="FinalShare">The final difference over the baseline in the same windows; undefined where the baseline is 0.</param>
/// <param name="Time">
/// Days until the fall first reaches the given part of its final depth, interpolated linearly between the middles of windows; undefined
/// in replications that do not fall.
/// </param>
/// <param name="Probability">Share of the replications that fall at all, by more than 1 % of the baseline.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Fall(
    Metric Metric, Items<TimeWindow> Windows, Items<double> Days, Items<Distribution> Differences, Distribution Final,
        Distribution FinalShare,
        Distribution Time, double Probability) : IShown
{
    private const double Least = 0.01;

    /// <summary>The part of the final depth whose time is given, above 0 and up to 1. Default one half.</summary>
    public double Part { get; init; } = 0.5;

    internal static Fall Of(Study study, Scenario scenario, Metric metric, IReadOnlyList<TimeWindow> windows, double part, int last)
    {
        ArgumentNullException.ThrowIfNull(windows);
        if (windows.Count == 0) throw new ArgumentException("There are no windows; a fall needs at least 1.", nameof(windows));
        if (!(part is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, "The part of the final depth lies in 0..1, above 0.");
        }
        if (last < 1 || last > windows.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(last), last, $"The last windows are 1..{windows.Count}.");
        }
        double[][] changed = [.. windows.Select(window => study[scenario].Scalar(metric, window).ToArray())];
        double[][] reference = [.. windows.Select(window => study.Baseline.Scalar(metric, window).ToArray())];
        double[] days = [.. Middles(windows, study.Baseline.Horizon)];
        var replications = reference[0].Length;
        var (final, share, time, fallen) = (new double[replications], new double[replications], new double[replications], 0);
        var path = new double[windows.Count];
        for (var i = 0; i < replications; i++)
        {
            for (var k = 0; k < path.Length; k++) path[k] = Finite(changed[k][i] - reference[k][i]);
            final[i] = path.AsSpan(path.Length - last).ToArray().Average();
            share[i] = Finite(final[i] / reference[^last..].Average(window => window[i]));
            var falls = share[i] < -Least;
            if (falls) fallen++;
            time[i] = falls ? Reach(days, path, part * final[i]) : double.NaN;
        }

        Distribution Of(double[] values) => RunValues.DistributionOf(values, study.Randomisations);
        var differences = windows.Select((_, k) => Of([.. changed[k].Zip(reference[k], (value, other) => Finite(value - other))]));
        return new(metric, Items.From(windows), Items.Of<double>(days), Items.From(differences), Of(final), Of(share), Of(time),
            fallen / (double)replications) { Part = part };
    }

    /// <summary>When a path from 0 first falls to a level.</summary>
    private static double Reach(double[] days, double[] path, double level)
    {
        var (day, value) = (0.0, 0.0);
        for (var k = 0; k < path.Length; k++)
        {
            if (path[k] <= level) return day + ((days[k] - day) * (level - value) / (path[k] - value));
            (day, value) = (days[k], path[k]);
        }

        return double.NaN;
    }

    private static IEnumerable<double> Middles(IReadOnlyList<TimeWindow> windows, Horizon horizon)
    {
        var start = horizon.DaysTo(windows[0].From);
        return windows.Select(window =>
            (((horizon.StepAt(window.From) + horizon.LastStepAt(window.To) + 1) * horizon.StepDays) / 2) - start);
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;

    /// <summary>For people, for example <c>fired per day: -1,200, 90 % between -2,000 and -500 in the end</c>.</summary>
    public override string ToString() => $"{Metric}: {Final} in the end";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => ResultHtml.Of(this).ToHtml();

    string IShown.ToPlainText() => ResultHtml.Of(this).ToString(Answer.Width);
}
