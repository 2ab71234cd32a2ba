using Supply.Compilation;
using Supply.Execution;
using Supply.Summary;

namespace Supply;

/// <summary>What was recorded of one scenario.</summary>
public sealed class ScenarioResult
{
    private readonly Dictionary<Metric, Series> series = [];
    private readonly Dictionary<(Metric Metric, Window Window), double[]> scalars = [];
    private readonly Dictionary<Window, (int First, int Last)> spans = [];

    internal ScenarioResult(Scenario scenario, StepProgram program, Recorder recorder, Items<int> failed)
    {
        (Scenario, Failed, Metrics) = (scenario, failed, program.Metrics);
        Parameters = recorder.Parameters();
        var metrics = program.Series.DistinctBy(probe => probe.Metric).ToArray();
        var results = new Series[metrics.Length];
        var stepDays = program.Horizon.StepDays;
        Parallel.For(0, metrics.Length, i => results[i] = ReadSeries(metrics[i], program, recorder, failed));
        foreach (var one in results) series.Add(one.Metric, one);
        foreach (var scalar in program.Scalars)
        {
            spans[scalar.Window] = (scalar.First, scalar.Last);
            scalars.TryAdd((scalar.Probe.Metric, scalar.Window), ReadScalar(scalar, stepDays, recorder, failed));
        }
    }

    /// <summary>The scenario that was run.</summary>
    public Scenario Scenario { get; }

    /// <summary>Replications that failed and are left out of every number.</summary>
    public Items<int> Failed { get; }

    /// <summary>The uncertain numbers of each replication.</summary>
    public ParameterMatrix Parameters { get; }

    /// <summary>The windows of the scalars, in the order declared.</summary>
    public IReadOnlyList<Window> Windows => [.. scalars.Keys.Select(key => key.Window).Distinct()];

    private Metrics Metrics { get; }

    /// <summary>A metric over time.</summary>
    /// <exception cref="ArgumentException">It was not recorded; the message says what to add.</exception>
    public Series Series(Metric metric) => series.TryGetValue(metric, out var found) ? found
        : throw new ArgumentException($"\"{metric}\" was not recorded as a series; declare it before the run: Record: Metrics.Standard.And(...).", nameof(metric));

    /// <summary>
    /// A scalar metric in each replication: NaN where it is undefined, infinite where it is never reached.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="ArgumentException">It was not recorded; the message says what to add.</exception>
    public IReadOnlyList<double> Scalar(Metric metric, Window? window = null)
    {
        window ??= Windows.Count > 0 ? Windows[0] : null;
        return window is not null && scalars.TryGetValue((metric, window), out var found) ? found
            : throw new ArgumentException(Metrics.Scalars.Contains(metric)
                ? $"\"{metric}\" was not recorded over the window \"{window}\"; declare it before the run: Record: Metrics.Standard.Over(window)."
                : $"\"{metric}\" was not recorded as a scalar; declare it before the run: Record: Metrics.Standard.And(...).", nameof(metric));
    }

    /// <summary>The distribution of a scalar metric over the replications.</summary>
    /// <inheritdoc cref="Scalar(Metric, Window?)"/>
    public Distribution Distribution(Metric metric, Window? window = null) => Supply.Distribution.Of([.. Scalar(metric, window)]);

    /// <summary>Share of the replications in which a metric (exhaustion) is reached within its window, 0..1.</summary>
    /// <inheritdoc cref="Scalar(Metric, Window?)"/>
    public double Probability(Metric metric, Window? window = null)
    {
        var defined = Scalar(metric, window).Where(value => !double.IsNaN(value)).ToArray();
        return defined.Length == 0 ? double.NaN : defined.Count(double.IsFinite) / (double)defined.Length;
    }

    /// <summary>By when a metric (exhaustion) is reached within its window: the probability for one step after another.</summary>
    /// <inheritdoc cref="Scalar(Metric, Window?)"/>
    public ReachedOverTime Reached(Metric metric, Window? window = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (metric.Quantity != Quantity.Exhaustion) throw new ArgumentException($"\"{metric}\" is not reached at a date; only exhaustion is.", nameof(metric));
        var days = Scalar(metric, window);
        window ??= Windows[0];
        return ReachedOverTime.Of(metric, window, days, spans[window], Metrics.Every, Scenario.Horizon);
    }

    /// <summary>What became of the orders placed with one origin; the metrics of <see cref="Supply.Deliveries.Metrics"/> must have been recorded.</summary>
    /// <param name="origin">The origin of the suppliers.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="ArgumentException">A metric was not recorded; the message says what to add.</exception>
    public Deliveries Deliveries(Origin origin, Window? window = null) => Supply.Deliveries.Of(this, origin, window);

    private static Series ReadSeries(Probe probe, StepProgram program, Recorder recorder, Items<int> failed)
    {
        var steps = recorder.SeriesSteps;
        var points = new Distribution[steps.Length];
        var zero = new double[recorder.Series(probe.A, 0).Length];
        for (var i = 0; i < steps.Length; i++)
        {
            ReadOnlySpan<double> Before(int row) => row < 0 || i == 0 ? zero : recorder.Series(row, i - 1);
            ReadOnlySpan<double> Now(int row) => row < 0 ? zero : recorder.Series(row, i);
            var days = (steps[i] - (i == 0 ? -1 : steps[i - 1])) * program.Horizon.StepDays;
            points[i] = Quantiles.OfOwn(Read(probe.Reading, Before(probe.A), Now(probe.A), Before(probe.B), Now(probe.B), days, failed));
        }

        return new(probe.Metric, Items.Of<int>(steps), Items.Of<Distribution>(points), program.Horizon);
    }

    private static double[] ReadScalar(ScalarProbe scalar, double stepDays, Recorder recorder, Items<int> failed)
    {
        var probe = scalar.Probe;
        var zero = new double[recorder.Limit(probe.A, scalar.Last).Length];
        ReadOnlySpan<double> Before(int row) => row < 0 || scalar.First == 0 ? zero : recorder.Limit(row, scalar.First - 1);
        ReadOnlySpan<double> Now(int row) => row < 0 ? zero : recorder.Limit(row, scalar.Last);
        var days = (scalar.Last - scalar.First + 1) * stepDays;
        return Read(probe.Reading, Before(probe.A), Now(probe.A), Before(probe.B), Now(probe.B), days, failed);
    }

    /// <summary>Values of a metric from samples before and at the end of a span of days.</summary>
    private static double[] Read(
        Reading reading, ReadOnlySpan<double> a0, ReadOnlySpan<double> a1, ReadOnlySpan<double> b0, ReadOnlySpan<double> b1, double days, Items<int> failed)
    {
        var values = new double[a1.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reading switch
            {
                Reading.Difference => a1[i] - a0[i],
                Reading.DifferencePerDay => (a1[i] - a0[i]) / days,
                Reading.RatioOfDifferences => Over(Part(a0[i], a1[i]), Part(b0[i], b1[i])),
                Reading.Ratio => Over(a1[i], b1[i]),
                _ => a1[i],
            };
        }

        foreach (var replication in failed) values[replication] = double.NaN;
        return values;
    }

    /// <summary>What was added to a running sum, or 0 where that is negligible.</summary>
    private static double Part(double before, double now) => now - before > RecordingEquations.Negligible * now ? now - before : 0;

    private static double Over(double a, double b) => b > 0 ? a / b : double.NaN;
}
