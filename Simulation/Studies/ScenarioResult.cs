using Supply.Studies;

namespace Supply;

/// <summary>The records of one scenario.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class ScenarioResult : IShown
{
    private readonly Dictionary<Metric, MetricSeries> series = [];
    private readonly Dictionary<Metric, MetricSeries> bareSeries = [];
    private readonly Dictionary<(Metric Metric, TimeWindow Window), int> scalars = [];
    private readonly Dictionary<(int Scalar, bool IsBare), double[]> shown = [];
    private readonly Dictionary<TimeWindow, (int First, int Last)> spans = [];
    private readonly Cells cells;
    private readonly ScenarioSums sums;
    private readonly Func<ScenarioSums>? again;
    private readonly IScalarRows? rows;
    private readonly Lazy<ParameterMatrix> parameters;
    private readonly EnsembleDesign design;

    /// <param name="cells">The scenario and what was added up.</param>
    /// <param name="sums">The sums.</param>
    /// <param name="rows">Its scalars in each replication; null: they were not kept.</param>
    /// <param name="parameters">Its uncertain numbers in each replication, which are drawn again when somebody asks for them.</param>
    /// <param name="again">Reads the sums again; null: they have all that can be added to others.</param>
    /// <param name="design">How its uncertain numbers were drawn.</param>
    internal ScenarioResult(
        Cells cells, ScenarioSums sums, IScalarRows? rows, Func<ParameterMatrix> parameters, Func<ScenarioSums>? again = null,
        EnsembleDesign design = EnsembleDesign.Independent)
    {
        (this.cells, this.sums, this.rows, this.again, this.parameters) = (cells, sums, rows, again, new(parameters));
        this.design = design;
        (Failed, Metrics) = (Items.From(sums.Failed.Select(one => one.Replication)), cells.Program.Metrics);
        foreach (var one in cells.Series(sums)) series.TryAdd(one.Metric, one);
        foreach (var one in cells.BareSeries(sums)) bareSeries.TryAdd(one.Metric, one);
        var recorded = cells.Program.Scalars;
        Windows = [.. recorded.Take(recorded.Count - Metrics.Outcomes.Count).Select(scalar => scalar.Window).Distinct()];
        for (var i = 0; i < recorded.Count; i++)
        {
            spans[recorded[i].Window] = (recorded[i].First, recorded[i].Last);
            scalars.TryAdd((recorded[i].Probe.Metric, recorded[i].Window), i);
        }
    }

    /// <summary>The scenario that was run.</summary>
    public Scenario Scenario => cells.Scenario;

    /// <summary>
    /// The horizon in which it ran: that of the scenario, or the same days in longer steps (<see cref="Ensemble.StepDays"/>).
    /// </summary>
    public Horizon Horizon => cells.Program.Horizon;

    /// <summary>Replications that failed and are left out of every number.</summary>
    public Items<int> Failed { get; }

    /// <summary>The uncertain numbers of each replication; they are not kept, but drawn again when they are first asked for.</summary>
    /// <exception cref="InvalidOperationException">
    /// The study was read from a folder, and its numbers were given: they are known to who opens it with the ensemble and scenarios.
    /// </exception>
    public ParameterMatrix Parameters => parameters.Value;

    /// <summary>
    /// Whether scalars were kept for each replication, see <see cref="Ensemble.KeepRows"/>; without them there are distributions alone.
    /// </summary>
    public bool HasRows => rows is not null;

    /// <summary>The sums, which can be joined with those of other replications; of a study in a folder they are read again.</summary>
    internal ScenarioSums Sums => again is null ? sums : again();

    /// <summary>Where the values of each replication are; null: they were not kept.</summary>
    internal IScalarRows? Rows => rows;

    /// <summary>The windows over which every scalar was recorded, in the order declared.</summary>
    public IReadOnlyList<TimeWindow> Windows { get; }

    /// <summary>Everything recorded for each replication: every scalar over every window, then the outcomes.</summary>
    public IEnumerable<Outcome> Recorded => scalars.Keys.Select(key => new Outcome(key.Metric, key.Window));

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
    /// <exception cref="InvalidOperationException">The values of each replication were not kept.</exception>
    public IReadOnlyList<double> Scalar(Metric metric, TimeWindow? window = null) => Values(Find(metric, window), isBare: false);

    /// <summary>A scalar metric in each replication as the books have it, without discrepancy.</summary>
    /// <inheritdoc cref="Scalar(Metric, TimeWindow?)"/>
    public IReadOnlyList<double> BareScalar(Metric metric, TimeWindow? window = null) => Values(Find(metric, window), isBare: true);

    /// <summary>A metric over time as the books have it, without discrepancy.</summary>
    /// <inheritdoc cref="Series"/>
    public MetricSeries BareSeries(Metric metric) => bareSeries.GetValueOrDefault(metric) ?? Series(metric);

    /// <summary>Whether what is reported of a metric contains a discrepancy.</summary>
    /// <param name="metric">The metric.</param>
    public bool HasDiscrepancy(Metric metric) =>
        bareSeries.ContainsKey(metric) || scalars.Any(one => one.Key.Metric == metric && cells.LiesOff(one.Value));

    /// <summary>The distribution of a scalar metric over the replications.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="ArgumentException">It was not recorded; the message says what to add.</exception>
    public Distribution Distribution(Metric metric, TimeWindow? window = null)
    {
        var scalar = Find(metric, window);
        return rows is null ? sums.Distribution(cells.Scalar(scalar)) : Of(rows, Values(scalar, isBare: false));
    }

    /// <summary>The distribution of a scalar metric as the books have it, without discrepancy.</summary>
    /// <inheritdoc cref="Distribution(Metric, TimeWindow?)"/>
    public Distribution BareDistribution(Metric metric, TimeWindow? window = null)
    {
        var scalar = Find(metric, window);
        return rows is not null ? Of(rows, Values(scalar, isBare: true))
            : sums.Distribution(cells.BareScalar(scalar) is >= 0 and var cell ? cell : cells.Scalar(scalar));
    }

    /// <summary>Share of the replications in which a metric (exhaustion) is reached within its window, 0..1.</summary>
    /// <inheritdoc cref="Distribution(Metric, TimeWindow?)"/>
    public double Probability(Metric metric, TimeWindow? window = null)
    {
        var scalar = Find(metric, window);
        if (rows is null) return sums.Finite(cells.Scalar(scalar));
        var (finite, defined) = (0, 0);
        foreach (var value in Values(scalar, isBare: false))
        {
            if (double.IsNaN(value)) continue;
            defined++;
            if (double.IsFinite(value)) finite++;
        }

        return defined == 0 ? double.NaN : finite / (double)defined;
    }

    /// <summary>The distribution of the difference from the baseline in the same replication.</summary>
    internal Distribution Difference(ScenarioResult baseline, Metric metric, TimeWindow? window)
    {
        var scalar = Find(metric, window);
        if (rows is null && cells.HasDifferences && cells.Baseline == baseline.cells) return sums.Distribution(cells.Difference(scalar));
        var (values, reference) = (Scalar(metric, window), baseline.Scalar(metric, window));
        return Of(rows!, [.. values.Zip(reference, Study.Difference)]);
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
        return ReachedOverTime.Of(metric, window, days, spans[window], Metrics.Every, Horizon);
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

    /// <summary>The window that is meant: the first that was declared, if none is named.</summary>
    /// <exception cref="ArgumentException">None was declared: only outcomes were recorded, each over a window of its own.</exception>
    internal TimeWindow WindowOf(TimeWindow? window) => window ?? (Windows.Count > 0 ? Windows[0]
        : throw new ArgumentException("Only outcomes were recorded, each over a window of its own; name the window.", nameof(window)));

    private Distribution Of(IScalarRows kept, double[] values) =>
        RunValues.DistributionOf(values, RunValues.RandomisationsOf(design, kept.Ranges));

    private int Find(Metric metric, TimeWindow? window)
    {
        window ??= Windows.Count > 0 ? Windows[0] : null;
        return window is not null && scalars.TryGetValue((metric, window), out var found) ? found
            : throw new ArgumentException(Metrics.Scalars.Contains(metric)
                ? $"\"{metric}\" was not recorded over the window \"{window}\"; declare it before the run: Record: "
                    + $"Metrics.Standard.Over(window)."
                : $"\"{metric}\" was not recorded as a scalar; declare it before the run: Record: Metrics.Standard.And(...).",
                    nameof(metric));
    }

    private double[] Values(int scalar, bool isBare)
    {
        if (rows is null)
        {
            throw new InvalidOperationException($"The values of \"{cells.Program.Scalars[scalar].Probe.Metric}\" in each replication were "
                + "not kept, only their distribution; ask for them before the run: KeepRows = true.");
        }

        isBare |= !cells.LiesOff(scalar);
        lock (shown)
        {
            if (shown.TryGetValue((scalar, isBare), out var values)) return values;
            values = rows.Read(scalar);
            if (!isBare) values = cells.Reported(scalar, values, rows.Ranges);
            if (rows.AreInMemory) shown[(scalar, isBare)] = values;
            return values;
        }
    }

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => StudyHtml.Of(this).ToHtml();

    string IShown.ToPlainText() => StudyHtml.Of(this).ToString(Answer.Width);
}
