using Supply.Studies;

namespace Supply;

/// <summary>The results of all scenarios of an ensemble; the first is the baseline of paired comparisons.</summary>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed class Study : IShown
{
    private readonly Lazy<MetricNames> names;

    internal Study(Ensemble ensemble, IReadOnlyList<ScenarioResult> scenarios)
    {
        (Ensemble, Running, Scenarios, Ranges) = (ensemble, ensemble, scenarios, [(0, ensemble.Replications)]);
        names = new(() => new([.. Ensemble.Record!.Series, .. Ensemble.Record.Scalars,
            .. Ensemble.Record.Outcomes.Select(outcome => outcome.Metric)]));
    }

    /// <summary>
    /// The ensemble that was run, as it was asked for, with its record: <c>study.Ensemble.Run(...)</c> runs further scenarios with the same
    /// draws, those of a shipped case from what published claims leave of it. The numbers of each replication are in
    /// <see cref="ScenarioResult.Parameters"/>.
    /// </summary>
    public Ensemble Ensemble { get; }

    /// <summary>The ensemble with the rows from which it ran: those that were given, or those that claims leave of the case.</summary>
    internal Ensemble Running { get; init; }

    /// <summary>Whether uncertain numbers were given, by the analyst or as those that claims leave of the case.</summary>
    internal bool IsGiven => Running.Parameters is not null;

    /// <summary>The results in the order in which the scenarios were given.</summary>
    public IReadOnlyList<ScenarioResult> Scenarios { get; }

    /// <summary>False if the run was cancelled, or parts are missing: there are fewer scenarios or replications than were wanted.</summary>
    public bool IsComplete { get; internal init; } = true;

    /// <summary>
    /// Where the uncertain numbers come from, in a sentence: published claims, or the priors of a case and why. Empty where there is
    /// nothing to choose.
    /// </summary>
    public string Source { get; internal init; } = "";

    /// <inheritdoc cref="PreparedStudy.Steps"/>
    public Items<string> Steps { get; internal init; } = [];

    /// <summary>The panels that are there, in a sentence, if some are missing; empty: all are there. Default empty.</summary>
    public string Missing { get; internal init; } = "";

    /// <summary>The scenarios and ensemble that were run; null: it is a part of another study.</summary>
    internal PreparedStudy? Prepared { get; init; }

    /// <summary>The replications that it holds, each with its number from 0; all but those of missing parts.</summary>
    public IEnumerable<int> Replications => Ranges.SelectMany(range => Enumerable.Range(range.First, range.Count));

    /// <summary>The replications that it holds: the first of each range, and their number.</summary>
    internal IReadOnlyList<(int First, int Count)> Ranges { get; init; }

    /// <summary>The randomisation of the design to which each replication belongs; null: all are independent.</summary>
    internal IReadOnlyList<int>? Randomisations => field ??= RunValues.RandomisationsOf(Ensemble.Design, Ranges);

    /// <summary>A value for each replication, with the noise that they have together.</summary>
    internal RunValues ValuesOf(IEnumerable<double> values) => new(values, Randomisations);

    /// <summary>
    /// The name of a metric in tables, files and figures of this study: short, such as <c>fired per day, Russia</c>, and with
    /// <c>on</c>, <c>at</c>, <c>of</c> and <c>from</c> where another metric of the record would have the same.
    /// </summary>
    /// <param name="metric">The metric.</param>
    public string NameOf(Metric metric) => names.Value[metric];

    /// <summary>The first scenario.</summary>
    public ScenarioResult Baseline => Scenarios[0];

    /// <summary>The result of the scenario with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such scenario; the message names the existing ones.</exception>
    public ScenarioResult this[string scenario] =>
        Scenarios.FirstOrDefault(result => result.Scenario.Name == scenario) ?? throw NoSuch(scenario);

    /// <summary>The result of a scenario that this study ran, found by its contents.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <exception cref="KeyNotFoundException">It was not run; the message names the scenarios that were.</exception>
    public ScenarioResult this[Scenario scenario]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(scenario);
            return Scenarios.FirstOrDefault(result => result.Scenario == scenario) ?? throw NoSuch(scenario.Name);
        }
    }

    /// <summary>The part of this study with these scenarios, the first of them as baseline.</summary>
    /// <exception cref="KeyNotFoundException">One of them was not run; the message names the scenarios that were.</exception>
    public Study Only(params IEnumerable<Scenario> scenarios) =>
        new(Ensemble, [.. scenarios.Select(scenario => this[scenario])])
        {
            Running = Running, IsComplete = IsComplete, Source = Source, Steps = Steps, Missing = Missing, Ranges = Ranges,
        };

    /// <summary>The results of a sweep of this study's baseline, in the order of its shares.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="meaning">One of its meanings.</param>
    /// <exception cref="KeyNotFoundException">The study did not run it; the message names the scenarios that it ran.</exception>
    public IReadOnlyList<ScenarioResult> Swept(Sweep sweep, ShareMeaning meaning)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return [.. sweep.Shares.Select(share => this[sweep.At(Baseline.Scenario, share, meaning)])];
    }

    /// <summary>
    /// The distribution of the difference between a scenario and the baseline, replication by replication with the same
    /// draws. Undefined where either is undefined or not reached.
    /// </summary>
    /// <param name="scenario">A scenario of this study.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    public Distribution Difference(Scenario scenario, Metric metric, TimeWindow? window = null) =>
        this[scenario].Difference(Baseline, metric, window);

    /// <summary>The difference between two values; NaN where it is not finite.</summary>
    internal static double Difference(double value, double reference) =>
        double.IsFinite(value - reference) ? value - reference : double.NaN;

    /// <summary>How far and how fast a metric falls below the baseline after a change.</summary>
    /// <param name="scenario">A scenario of this study.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="windows">Consecutive windows, the first beginning with the change; see <see cref="TimeWindow.Consecutive"/>.</param>
    /// <param name="part">The part of the final depth whose time is wanted, above 0 and up to 1. Default one half.</param>
    /// <param name="last">How many of the last windows make up the final depth, at least 1. Default 3.</param>
    /// <exception cref="ArgumentException">The metric was not recorded over one of the windows; the message says what to add.</exception>
    public Fall Fall(Scenario scenario, Metric metric, IReadOnlyList<TimeWindow> windows, double part = 0.5, int last = 3) =>
        Supply.Fall.Of(this, scenario, metric, windows, part, last);

    /// <summary>
    /// The uncertain inputs on which a difference from the baseline hinges, replication by replication with the same draws; without a
    /// scenario those on which the metric itself hinges in the baseline.
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="scenario">A scenario of this study; null: the baseline itself. Default null.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="ArgumentException">The metric was not recorded over the window; the message says what to add.</exception>
    public Drivers Drivers(Metric metric, Scenario? scenario = null, TimeWindow? window = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Supply.Drivers.Of(this, metric, scenario, window);
    }

    /// <summary>
    /// The effect of a changed scenario on a metric, in sentences. What was not recorded is left out, and a note says so; see
    /// <see cref="Supply.Answer.Record(Scenario, Scenario, Metric?, TimeWindow?, bool)"/>.
    /// </summary>
    /// <param name="scenario">A scenario of this study.</param>
    /// <param name="metric">The metric. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">The window; null: from the first change on, or the first window that was declared. Default null.</param>
    /// <param name="fall">
    /// When the fall comes, if another study recorded its months; null: from the months of this study, if it has them. Default null.
    /// </param>
    /// <param name="source">Where the inputs come from, in words; null: drawn (prior) or given (posterior). Default null.</param>
    /// <exception cref="KeyNotFoundException">The scenario was not run; the message names the scenarios that were.</exception>
    public Answer Answer(
        Scenario scenario, Metric? metric = null, TimeWindow? window = null, Fall? fall = null, string? source = null) =>
        ChangeAnswer.Of(this, scenario, metric ?? Metric.FiredPerDay, window, fall, source);

    /// <summary>
    /// The effect of a sweep on a metric, in sentences: up to which share it moves, and which limit holds beyond. What was not recorded is
    /// left out, and a note says so; see <see cref="Supply.Answer.Record(Scenario, Sweep, Metric?, TimeWindow?)"/>.
    /// </summary>
    /// <param name="sweep">A sweep of this study's baseline.</param>
    /// <param name="metric">The metric; no date. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">The window; null: from the beginning of the shares on, or the first that was declared. Default null.</param>
    /// <param name="meaning">One of its meanings; null: its first. Default null.</param>
    /// <param name="source">Where the inputs come from, in words; null: drawn (prior) or given (posterior). Default null.</param>
    /// <exception cref="KeyNotFoundException">The study did not run it; the message names the scenarios that it ran.</exception>
    /// <exception cref="ArgumentException">The metric is a date, or the sweep has no shares.</exception>
    public Answer Answer(
        Sweep sweep, Metric? metric = null, TimeWindow? window = null, ShareMeaning? meaning = null, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return SweepAnswer.Of(this, sweep, metric ?? Metric.FiredPerDay, window, meaning ?? sweep.Meanings[0], source);
    }

    /// <summary>
    /// The effect of a lever's settings on a metric, in sentences: up to which setting it moves. What was not recorded is left out, and a
    /// note says so; see <see cref="Supply.Answer.Record(Scenario, LeverSweep, Metric?, TimeWindow?)"/>.
    /// </summary>
    /// <param name="sweep">A sweep of this study's baseline.</param>
    /// <param name="metric">The metric; no date. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">
    /// The window; null: from the first change of any setting on, or the first that was declared. Default null.
    /// </param>
    /// <param name="source">Where the inputs come from, in words; null: drawn (prior) or given (posterior). Default null.</param>
    /// <exception cref="KeyNotFoundException">The study did not run it; the message names the scenarios that it ran.</exception>
    /// <exception cref="ArgumentException">The metric is a date.</exception>
    public Answer Answer(LeverSweep sweep, Metric? metric = null, TimeWindow? window = null, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return SweepAnswer.Of(this, sweep, metric ?? Metric.FiredPerDay, window, source);
    }

    /// <summary>
    /// All scenarios of this study against the baseline, in sentences, the largest change first; of a study of one scenario the metric
    /// itself. What was not recorded is left out, and a note says so; see
    /// <see cref="Supply.Answer.Record(IReadOnlyList{Scenario}, Metric?, TimeWindow?)"/>.
    /// </summary>
    /// <param name="metric">The metric. Default <see cref="Metric.FiredPerDay"/>.</param>
    /// <param name="window">
    /// The window; null: from the first change that the baseline lacks on, or the first that was declared. Default null.
    /// </param>
    /// <param name="source">Where the inputs come from, in words; null: drawn (prior) or given (posterior). Default null.</param>
    public Answer Answer(Metric? metric = null, TimeWindow? window = null, string? source = null) =>
        StudyAnswer.Of(this, metric ?? Metric.FiredPerDay, window, source);

    /// <summary>
    /// The growth of something that is needed in several cases, in sentences: how far it has to go to suffice in half, in 80 and in 90 % of
    /// the runs. Settings are growth as a fraction: 0.5 is half as much again, and a factor of 1.5.
    /// </summary>
    /// <param name="lever">The lever, as the subject of a sentence, for example <c>production</c>.</param>
    /// <param name="goal">The goal, for example <c>the fill rate without a stop</c>.</param>
    /// <param name="cases">The cases; the first is the one that is asked about. At least 1.</param>
    /// <param name="source">Where the inputs come from, in words; null: drawn (prior) or given (posterior). Default null.</param>
    /// <exception cref="ArgumentException">There are no cases.</exception>
    public Answer Answer(
        string lever, string goal, IReadOnlyList<(string Name, NeededSetting Needed)> cases, string? source = null) =>
        NeededAnswer.Of(this, lever, goal, cases, source);

    /// <summary>The effects of the levers of a factorial on a metric; the study ran all its scenarios.</summary>
    /// <param name="factorial">The factorial.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    /// <exception cref="KeyNotFoundException">A scenario of the factorial is not in this study.</exception>
    public FactorialEffects Effects(Factorial factorial, Metric metric, TimeWindow? window = null) =>
        new(this, factorial, metric, Baseline.WindowOf(window));

    /// <summary>
    /// The smallest setting of a lever with which a metric reaches a share of its value in a reference scenario, in the same replication.
    /// </summary>
    /// <param name="settings">Settings in ascending order with their scenarios; at least one.</param>
    /// <param name="metric">A metric that grows with the setting.</param>
    /// <param name="reference">The reference scenario.</param>
    /// <param name="share">The share of the reference that must be reached, above 0. Default 1.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    public NeededSetting Needed(IReadOnlyList<(double Setting, Scenario Scenario)> settings, Metric metric, Scenario reference,
        double share = 1, TimeWindow? window = null)
    {
        var wanted = this[reference].Scalar(metric, window);
        return Needed(settings, metric, window, replication => share * wanted[replication]);
    }

    /// <summary>The smallest setting of a lever with which a metric reaches a level.</summary>
    /// <param name="settings">Settings in ascending order with their scenarios; at least one.</param>
    /// <param name="metric">A metric that grows with the setting.</param>
    /// <param name="level">The level, in the unit of the metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    public NeededSetting Needed(IReadOnlyList<(double Setting, Scenario Scenario)> settings, Metric metric, double level,
        TimeWindow? window = null) =>
        Needed(settings, metric, window, _ => level);

    private NeededSetting Needed(IReadOnlyList<(double Setting, Scenario Scenario)> settings, Metric metric, TimeWindow? window,
        Func<int, double> level)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Count == 0) throw new ArgumentException("There are no settings; at least 1 is needed.", nameof(settings));
        var later = settings.Zip(settings.Skip(1)).FirstOrDefault(pair => !(pair.First.Setting < pair.Second.Setting));
        if (later.First.Scenario is not null)
        {
            throw new ArgumentException($"Setting {later.Second.Setting} follows {later.First.Setting}; settings must ascend.",
                nameof(settings));
        }
        return NeededSetting.Of([.. settings.Select(one => one.Setting)],
            [.. settings.Select(one => this[one.Scenario].Scalar(metric, window))], level);
    }

    /// <summary>
    /// Scenarios in rows, metrics in columns, each as median and 90 % band over the first declared window.
    /// </summary>
    public Table Table(params Metric[] metrics) => Table(null, metrics);

    /// <summary>Scenarios in rows, metrics in columns, each as median and 90 % band over a window.</summary>
    /// <param name="window">The window; null: the first that was declared.</param>
    /// <param name="metrics">The metrics; each must have been recorded.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded; the message says what to add.</exception>
    public Table Table(TimeWindow? window, params Metric[] metrics) => StudyTables.Of(this, window, metrics);

    /// <summary>For each scenario except the baseline the paired difference from it, as median and 90 % band.</summary>
    /// <inheritdoc cref="Table(TimeWindow?, Metric[])"/>
    public Table Differences(TimeWindow? window, params Metric[] metrics) => StudyTables.Differences(this, window, metrics);

    /// <summary>
    /// Compares this study with a later one, for example after a figure was renewed: a row for each scenario of the same name, metric
    /// and window that both have and that is not the same in both. Where both have the same draws (one seed and design, the same
    /// replications and the same source of inputs), the last column has the change in the same run; else a note says why it is missing.
    /// </summary>
    /// <param name="after">The other study.</param>
    /// <param name="window">The window; null: every window that both have. Default null.</param>
    /// <param name="metrics">The metrics; none: all that both have.</param>
    /// <exception cref="ArgumentException">They have no scenario or no record in common; the message says what to do.</exception>
    public Table Compare(Study after, TimeWindow? window = null, params Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(metrics);
        return StudyComparison.Of(this, after, window, metrics);
    }

    /// <summary>Compares the studies of two folders that <see cref="Save"/> wrote or into which studies were run.</summary>
    /// <param name="before">The folder of the study before.</param>
    /// <param name="after">The folder of the study after.</param>
    /// <inheritdoc cref="StudyFolder.Open"/>
    /// <exception cref="ArgumentException">The studies have no scenario or no record in common; the message says what to do.</exception>
    public static Table Compare(string before, string after) => Load(before).Compare(Load(after));

    private KeyNotFoundException NoSuch(string scenario) => new(
        $"No scenario \"{scenario}\" in this study. There is "
        + $"{string.Join(", ", Scenarios.Select(result => $"\"{result.Scenario.Name}\""))}.");

    /// <summary>
    /// SHA-256 over every number that was added up and every value that was kept, in lower-case hexadecimal digits: two studies with the
    /// same digest have the same results, in whatever parts they were run. Differences of undefined values do not count.
    /// </summary>
    public string Digest() => StudyDigest.Of(this);

    /// <summary>
    /// Writes the study as a folder that <see cref="StudyFolder.Open"/> reads: one part that holds everything. One that was ended early
    /// remains unfinished: it is read with <c>isPartial</c>, and the same scenarios run into the folder complete it.
    /// </summary>
    /// <param name="folder">The folder; it must not hold a study or another result.</param>
    /// <exception cref="InvalidOperationException">
    /// The study has only some scenarios of the one that was run, or replications before others are missing.
    /// </exception>
    /// <exception cref="ArgumentException">The folder cannot take it; the message says why.</exception>
    /// <exception cref="IOException">It was not written.</exception>
    public void Save(string folder) => StudyFolder.Save(this, folder);

    /// <summary>Reads a whole study that <see cref="Save"/> wrote or that was run into a folder.</summary>
    /// <inheritdoc cref="StudyFolder.Open"/>
    public static Study Load(string folder) => StudyFolder.Open(folder);

    /// <summary>
    /// Writes <c>summary.csv</c>, <c>series.csv</c>, <c>replications.csv</c> (the outcomes) and <c>parameters.csv</c> (the uncertain
    /// numbers behind them, a row for each replication) into a folder, which is created if needed. Each file is written whole or not at
    /// all; <see cref="OutputFolder"/> does the same for all files of a result together.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="replications">
    /// Whether the files of each replication are written, of outcomes (if they were kept) and of uncertain numbers. Default true.
    /// </param>
    public void WriteCsv(string folder, bool replications = true) => Csv.Write(this, folder, replications);

    /// <summary>For people, for example <c>2 scenarios, 1,000 replications, seed 2026: Baseline, Cut</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Scenarios.Count} scenario{(Scenarios.Count == 1 ? "" : "s")}, {Ensemble.Replications:#,0} replications, seed {Ensemble.Seed}")
            + Ensemble.InSteps + ": "
            + string.Join(", ", Scenarios.Select(result => result.Scenario.Name));

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => StudyHtml.Of(this);

    string IShown.ToPlainText() => StudyHtml.Text(this);
}
