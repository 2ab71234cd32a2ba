using Supply.Summary;

namespace Supply;

/// <summary>The results of all scenarios of an ensemble; the first is the baseline of paired comparisons.</summary>
public sealed class Study
{
    internal Study(Ensemble ensemble, IReadOnlyList<ScenarioResult> scenarios) => (Ensemble, Scenarios) = (ensemble, scenarios);

    /// <summary>The ensemble that was run, with what it recorded.</summary>
    public Ensemble Ensemble { get; }

    /// <summary>The results in the order in which the scenarios were given.</summary>
    public IReadOnlyList<ScenarioResult> Scenarios { get; }

    /// <summary>False if the run was cancelled and scenarios are missing.</summary>
    public bool IsComplete { get; internal init; } = true;

    /// <summary>The first scenario.</summary>
    public ScenarioResult Baseline => Scenarios[0];

    /// <summary>The result of the scenario with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names those there are.</exception>
    public ScenarioResult this[string scenario] => Scenarios.FirstOrDefault(result => result.Scenario.Name == scenario)
        ?? throw new KeyNotFoundException($"No scenario \"{scenario}\" in this study. There is {string.Join(", ", Scenarios.Select(result => $"\"{result.Scenario.Name}\""))}.");

    /// <summary>The part of this study with these scenarios, the first of them as baseline.</summary>
    public Study Only(params string[] scenarios) => new(Ensemble, [.. scenarios.Select(name => this[name])]) { IsComplete = IsComplete };

    /// <summary>
    /// The distribution of the difference between a scenario and the baseline, replication by replication with the same
    /// draws. Undefined where either is undefined or not reached.
    /// </summary>
    /// <param name="scenario">The name of a scenario.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="window">The window; null: the first that was declared. Default null.</param>
    public Distribution Difference(string scenario, Metric metric, Window? window = null)
    {
        var (values, reference) = (this[scenario].Scalar(metric, window), Baseline.Scalar(metric, window));
        return Distribution.Of([.. values.Select((value, i) => double.IsFinite(value - reference[i]) ? value - reference[i] : double.NaN)]);
    }

    /// <summary>
    /// Scenarios in rows, metrics in columns, each as median and 90 % band over the first declared window.
    /// </summary>
    public Table Table(params Metric[] metrics) => Table(null, metrics);

    /// <summary>Scenarios in rows, metrics in columns, each as median and 90 % band over a window.</summary>
    /// <param name="window">The window; null: the first that was declared.</param>
    /// <param name="metrics">The metrics; each must have been recorded.</param>
    /// <exception cref="ArgumentException">A metric or window was not recorded; the message says what to add.</exception>
    public Table Table(Window? window, params Metric[] metrics) => Tables.Of(this, window, metrics);

    /// <summary>For each scenario but the baseline the paired difference from it, as median and 90 % band.</summary>
    /// <inheritdoc cref="Table(Window?, Metric[])"/>
    public Table Differences(Window? window, params Metric[] metrics) => Tables.Differences(this, window, metrics);

    /// <summary>Writes <c>summary.csv</c>, <c>series.csv</c> and <c>replications.csv</c> into a folder, which is made if needed.</summary>
    public void WriteCsv(string folder) => Csv.Write(this, folder);
}
