using Supply.Programs;
using Supply.Studies;
using Supply.Engines;

namespace Supply;

/// <summary>The records of one scenario.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class ScenarioResult : IShown
{
    private readonly Dictionary<Metric, MetricSeries> series = [];
    private readonly Dictionary<Metric, MetricSeries> bareSeries = [];
    private readonly Dictionary<(Metric Metric, TimeWindow Window), double[]> scalars = [];
    private readonly Dictionary<(Metric Metric, TimeWindow Window), double[]> bareScalars = [];
    private readonly Dictionary<TimeWindow, (int First, int Last)> spans = [];

    internal ScenarioResult(
        Scenario scenario, StepProgram program, Recorder recorder, SeriesReducer series, Items<int> failed, Discrepancy? discrepancy)
    {
        (Scenario, Failed, Metrics) = (scenario, failed, program.Metrics);
        foreach (var one in series.Results()) this.series.TryAdd(one.Metric, one);
        foreach (var one in series.BareResults()) bareSeries.TryAdd(one.Metric, one);
        Windows = [.. program.Scalars.Take(program.Scalars.Count - Metrics.Outcomes.Count).Select(scalar => scalar.Window).Distinct()];
        for (var i = 0; i < program.Scalars.Count; i++)
        {
            var scalar = program.Scalars[i];
            var values = recorder.Scalar(i);
            foreach (var replication in failed) values[replication] = double.NaN;
            spans[scalar.Window] = (scalar.First, scalar.Last);
            var (metric, key) = (scalar.Probe.Metric, (scalar.Probe.Metric, scalar.Window));
            if (scalars.ContainsKey(key)) continue;
            var (from, to) = (scalar.First * scenario.Horizon.StepDays, (scalar.Last + 1) * scenario.Horizon.StepDays);
            if (discrepancy?.Of(metric, scenario, metric.Row.IsOfTheEnd ? to : from, to) is not { } shifts)
            {
                scalars[key] = values;
                continue;
            }

            bareScalars[key] = values;
            scalars[key] = [.. values.Select(
                (value, row) => Discrepancy.Applied(value, shifts[row % shifts.Length], Discrepancy.IsOfOdds(metric.Row.Discrepancy)))];
        }
    }

    /// <summary>The scenario that was run.</summary>
    public Scenario Scenario { get; }

    /// <summary>Replications that failed and are left out of every number.</summary>
    public Items<int> Failed { get; }

    /// <summary>The uncertain numbers of each replication.</summary>
    public required ParameterMatrix Parameters { get; init; }

    /// <summary>The windows over which every scalar was recorded, in the order declared.</summary>
    public IReadOnlyList<TimeWindow> Windows { get; }

    /// <summary>Everything recorded for each replication: every scalar over every window, then the outcomes.</summary>
    internal IEnumerable<Outcome> Recorded => scalars.Keys.Select(key => new Outcome(key.Metric, key.Window));

    private Metrics Metrics { get; }

    /// <summary>Whether a scalar metric was recorded over a window.</summary>
    internal bool Has(Metric metric, TimeWindow window) => scalars.ContainsKey((metric, window));

    /// <summary>A metric over time, with its discrepancy if the ensemble has one.</summary>
    /// <exception cref="ArgumentException">It was not recorded; the message says what to add.</exception>
    public MetricSeries Series(Metric metric) => series.TryGetValue(metric, out var found) ? found
        : throw new ArgumentException(
            $"\"{metric}\" was not recorded as a series; declare it before the run: Record: Metrics.Standard.And(...).", nameof(metric));

    /// <summary>
    /// A scalar metric in each replication, with its discrepancy if the ensemble has one: NaN where it is undefined, infinite where it is
    /// never reached.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="ArgumentException">It was not recorded; the message says what to add.</exception>
    public IReadOnlyList<double> Scalar(Metric metric, TimeWindow? window = null)
    {
        window ??= Windows.Count > 0 ? Windows[0] : null;
        return window is not null && scalars.TryGetValue((metric, window), out var found) ? found
            : throw new ArgumentException(Metrics.Scalars.Contains(metric)
                ? $"\"{metric}\" was not recorded over the window \"{window}\"; declare it before the run: Record: "
                    + $"Metrics.Standard.Over(window)."
                : $"\"{metric}\" was not recorded as a scalar; declare it before the run: Record: Metrics.Standard.And(...).",
                    nameof(metric));
    }

    /// <summary>A scalar metric in each replication as the books have it, without discrepancy.</summary>
    /// <inheritdoc cref="Scalar(Metric, TimeWindow?)"/>
    public IReadOnlyList<double> BareScalar(Metric metric, TimeWindow? window = null)
    {
        var shown = Scalar(metric, window);
        return bareScalars.GetValueOrDefault((metric, window ?? Windows[0])) ?? shown;
    }

    /// <summary>A metric over time as the books have it, without discrepancy.</summary>
    /// <inheritdoc cref="Series"/>
    public MetricSeries BareSeries(Metric metric) => bareSeries.GetValueOrDefault(metric) ?? Series(metric);

    /// <summary>Whether what is reported of a metric contains a discrepancy.</summary>
    /// <param name="metric">The metric.</param>
    public bool HasDiscrepancy(Metric metric) => bareSeries.ContainsKey(metric) || bareScalars.Keys.Any(key => key.Metric == metric);

    /// <summary>The distribution of a scalar metric over the replications.</summary>
    /// <inheritdoc cref="Scalar(Metric, TimeWindow?)"/>
    public Distribution Distribution(Metric metric, TimeWindow? window = null) => Supply.Distribution.Of((double[])Scalar(metric, window));

    /// <summary>Share of the replications in which a metric (exhaustion) is reached within its window, 0..1.</summary>
    /// <inheritdoc cref="Scalar(Metric, TimeWindow?)"/>
    public double Probability(Metric metric, TimeWindow? window = null)
    {
        var defined = Scalar(metric, window).Where(value => !double.IsNaN(value)).ToArray();
        return defined.Length == 0 ? double.NaN : defined.Count(double.IsFinite) / (double)defined.Length;
    }

    /// <summary>By when a metric (exhaustion) is reached within its window: the probability for one step after another.</summary>
    /// <inheritdoc cref="Scalar(Metric, TimeWindow?)"/>
    public ReachedOverTime Reached(Metric metric, TimeWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.Kind != QuantityKind.Date)
        {
            throw new ArgumentException($"\"{metric}\" is not reached at a date; only exhaustion is.", nameof(metric));
        }
        var days = Scalar(metric, window);
        window ??= Windows[0];
        return ReachedOverTime.Of(metric, window, days, spans[window], Metrics.Every, Scenario.Horizon);
    }

    /// <summary>
    /// The fate of the orders placed with one origin; the metrics of <see cref="Supply.Deliveries.Metrics"/> must have been recorded.
    /// </summary>
    /// <param name="origin">The origin of the suppliers.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="ArgumentException">A metric was not recorded; the message says what to add.</exception>
    public Deliveries Deliveries(Origin origin, TimeWindow? window = null) => Supply.Deliveries.Of(this, origin, window);

    /// <summary>For people, for example <c>results of "Cut" over 2025, 2026</c>.</summary>
    public override string ToString() => $"results of \"{Scenario.Name}\" over {string.Join(", ", Windows)}";

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => StudyHtml.Of(this).ToHtml();

    string IShown.ToPlainText() => StudyHtml.Of(this).ToString(Answer.Width);
}
