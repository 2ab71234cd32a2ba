using System.Globalization;
using Supply.Studies;

namespace Supply;

/// <summary>
/// The uncertain inputs on which a metric hinges, or its difference from the baseline in the same replication. It reads the runs that there
/// are, whether inputs were drawn or given. Inputs that are the same in all replications are left out, and a difference that may be
/// rounding counts as 0.
/// </summary>
/// <param name="Metric">The metric.</param>
/// <param name="Scenario">The scenario whose difference from the baseline is meant; null: the metric itself in the baseline.</param>
/// <param name="Window">The window.</param>
/// <param name="All">All inputs, the strongest first.</param>
/// <param name="Replications">Replications in which the outcome is defined.</param>
/// <param name="Chance">The rank correlation beyond which one of the inputs stands out from chance, 0..1.</param>
[TypeFormatterSource(typeof(NotebookFormats))]
public sealed record Drivers(
    Metric Metric, Scenario? Scenario, TimeWindow Window, Items<Driver> All, int Replications, double Chance) : IShown
{
    private const int Fifth = 5;
    private const int MostNamed = 3;
    private const int MostRows = 20;

    /// <summary>The inputs that stand out from chance, the strongest first.</summary>
    public Items<Driver> StandingOut => Items.From(All.Where(driver => driver.StandsOut));

    /// <summary>Which inputs stand out, in a sentence, and how many were looked at.</summary>
    public string Verdict
    {
        get
        {
            var (count, words) = (StandingOut.Count, Outcome);
            if (Replications == 0) return $"{words} is undefined in all replications.";
            if (IsConstant) return $"{words} is the same in all replications and hinges on no input.";
            if (All.Count == 0) return $"No input is uncertain, so there is none on which {Inside(words)} could hinge.";
            var chance = string.Create(CultureInfo.InvariantCulture, $"a rank correlation beyond {Chance:0.00}");
            var inputs = All.Count == 1 ? "The one uncertain input" : $"None of {Number(All.Count)} uncertain inputs";
            if (count == 0)
            {
                return $"{inputs} {(All.Count == 1 ? "does not stand" : "stands")} out from chance in {Number(Replications)} replications"
                    + (Chance < 1 ? $"; {chance} would." : ", which are too few for any to stand out.");
            }

            return $"{Number(count)} of {Number(All.Count)} uncertain inputs {(count == 1 ? "stands" : "stand")} out from chance "
                + $"({chance}): {string.Join("; ", StandingOut.Take(MostNamed).Select(driver => driver.Name))}"
                + (count > MostNamed ? "; and others." : ".");
        }
    }

    internal bool IsConstant { get; init; }

    /// <summary>Whether the inputs were given, as those of a posterior are, so that they may depend on one another.</summary>
    internal bool AreGiven { get; init; }

    /// <summary>The baseline's name.</summary>
    internal string Baseline { get; init; } = "";

    /// <summary>
    /// Inputs in rows, the strongest first: rank correlation with its 90 % interval, and the median of the outcome at the lowest and the
    /// highest fifth of the input, or in each case.
    /// </summary>
    /// <param name="most">The most rows, at least 1. Default 20.</param>
    public Table Table(int most = MostRows)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var (measure, unit) = (OutcomeMeasure, OutcomeMeasure.PercentSign is null ? $" ({OutcomeMeasure})" : "");
        var rows = All.Take(most).Select(driver => (Items<string>)
        [
            driver.Name, Two(driver.Correlation), $"{Two(driver.Low90)} to {Two(driver.High90)}", driver.StandsOut ? "yes" : "no",
            string.Join("; ", driver.Levels.Select(level => $"{level.Name}: {Text(level, measure)}")),
        ]);
        return new($"Inputs on which {Inside(Outcome)} hinges, {Window}",
            ["input", "rank correlation", "90 % interval", "beyond chance", $"median{unit}"], Items.From(rows), Notes(most));
    }

    internal static Drivers Of(Study study, Metric metric, Scenario? scenario, TimeWindow? window)
    {
        window ??= study.Baseline.Windows[0];
        var result = scenario is null ? study.Baseline : study[scenario];
        var reference = study.Baseline.Scalar(metric, window);
        double[] all = scenario is null ? [.. reference]
            : [.. result.Scalar(metric, window).Zip(reference, (value, other) => PairedChange.Difference(other, value))];
        int[] kept = [.. Enumerable.Range(0, all.Length).Where(i => !double.IsNaN(all[i]))];
        double[] outcome = [.. kept.Select(i => all[i])];
        var (statistics, words) = (new RankStatistics(outcome), new InputWords(result.Scenario));
        (InputName Name, string Key, double[] Values)[] inputs =
        [
            .. from matrix in new[] { result.Parameters, study.Baseline.Parameters }
               from i in Enumerable.Range(0, matrix.Keys.Count)
               select (Key: matrix.Keys[i], Name: matrix.Names[i], Matrix: matrix, Index: i) into input
               group input by input.Key into same
               let one = same.First()
               let values = kept.Select(row => one.Matrix[row, one.Index]).ToArray()
               where values.Any(value => value != values[0])
               select (words.Of(one.Key, one.Name), one.Key, values),
        ];
        var isConstant = PairedChange.AreSame(outcome);
        var drivers = inputs
            .Select(input => One(input.Name, input.Key, input.Values, outcome, isConstant ? null : statistics, inputs.Length))
            .OrderByDescending(driver => Math.Abs(driver.Correlation));
        return new(metric, scenario, window, Items.From(drivers), outcome.Length, statistics.Chance(inputs.Length))
        {
            IsConstant = isConstant,
            AreGiven = study.Ensemble.Parameters is not null,
            Baseline = study.Baseline.Scenario.Name,
        };
    }

    private static Driver One(
        InputName input, string key, double[] values, double[] outcome, RankStatistics? statistics, int inputs)
    {
        if (input.Cases.Count == 0)
        {
            var correlation = statistics?.With(values) ?? 0;
            var (low, high) = statistics?.Interval(correlation) ?? (-1, 1);
            return new(input.Name, key, correlation, low, high,
                statistics?.IsBeyondChance(correlation * correlation, 2, inputs) ?? false, Fifths(values, outcome))
            {
                Family = input.Family,
            };
        }

        int[] cases = [.. values.Select(value => Math.Clamp((int)Math.Floor(value + 0.5), 0, input.Cases.Count - 1))];
        int[] found = [.. cases.Distinct().Order()];
        int[] groups = [.. cases.Select(one => Array.IndexOf(found, one))];
        var explained = statistics?.Explained(groups, found.Length) ?? 0;
        var strength = statistics is null ? 0
            : found.Length == 2 ? statistics.With([.. groups.Select(group => (double)group)])
            : statistics.OfGroups(explained, found.Length);
        var (least, most) = statistics?.Interval(strength) ?? (-1, 1);
        return new(input.Name, key, strength, found.Length > 2 ? Math.Max(0, least) : least, most,
            statistics?.IsBeyondChance(explained, found.Length, inputs) ?? false,
            Items.From(found.Select((one, group) => Level(input.Cases[one], outcome.Where((_, i) => groups[i] == group)))))
        {
            IsChoice = true,
            Family = input.Family,
        };
    }

    /// <summary>The outcome in the fifth of the replications with the lowest and the highest values; ties belong to both.</summary>
    private static Items<DriverLevel> Fifths(double[] values, double[] outcome)
    {
        double[] sorted = [.. values.Order()];
        var size = (sorted.Length + Fifth - 1) / Fifth;
        var (low, high) = (sorted[size - 1], sorted[^size]);
        return [Level("lowest fifth", outcome.Where((_, i) => values[i] <= low)),
            Level("highest fifth", outcome.Where((_, i) => values[i] >= high))];
    }

    private static DriverLevel Level(string name, IEnumerable<double> outcomes)
    {
        double[] some = [.. outcomes];
        var median = Estimate.Median(some);
        return new(name, median.Value, median.Noise, some.Length);
    }

    internal Measure OutcomeMeasure => Scenario is null ? Metric.Measure : Metric.Measure.OfDifferences;

    private string Outcome => Scenario is null ? $"\"{Metric}\" in \"{Baseline}\""
        : $"The difference in \"{Metric}\" between \"{Scenario.Name}\" and \"{Baseline}\"";

    private Items<string> Notes(int most)
    {
        var notes = new List<string>
        {
            Verdict,
            "The rank correlation of a choice of three and more cases has no sign: it is what its cases explain beyond chance.",
        };
        if (All.Count > most) notes.Add($"{Number(All.Count - most)} weaker inputs have no row.");
        if (AreGiven) notes.Add("The inputs were given and may depend on one another: one may stand out because of another.");
        return Items.From(notes);
    }

    internal static string Text(DriverLevel level, Measure measure) => new Estimate(level.Median, level.StandardError).Text(measure);

    /// <summary>The words in the middle of a sentence.</summary>
    private static string Inside(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Two(double value) => Math.Round(value, 2) is var rounded && rounded == 0 ? "0.00"
        : rounded.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;

    /// <summary>The same as HTML, for a cell of a notebook or for a page; all text in it is escaped.</summary>
    public string ToHtml() => Html.Paragraph(Verdict) + Table().ToHtml();

    string IShown.ToPlainText() => Verdict + "\n" + Table().ToString(Answer.Width);
}
