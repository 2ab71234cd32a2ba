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

    /// <summary>
    /// The two inputs that go together most over the replications, if more than chance makes any two; null: inputs are independent as far
    /// as these runs can tell. Default null.
    /// </summary>
    public InputDependence? Dependence { get; init; }

    internal bool IsConstant { get; init; }

    /// <summary>Whether the inputs were given, as those of a posterior are, so that they may depend on one another.</summary>
    internal bool AreGiven { get; init; }

    /// <summary>That the study ran in longer steps than its scenarios have, in a sentence; empty: it did not. Default empty.</summary>
    public string Steps { get; internal init; } = "";

    /// <summary>Whether inputs are points of a design.</summary>
    internal bool AreDesigned { get; init; }

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
            double.IsNaN(driver.Partial) ? "" : Two(driver.Partial),
            driver.Share?.Band ?? "",
            driver.SourceWords,
        ]);
        return new($"Inputs on which {Inside(Outcome)} hinges, {Window}",
            ["input", "rank correlation", "90 % interval", "beyond chance", $"median{unit}", "partial", "share of variance",
                "sources"], Items.From(rows), Notes(most));
    }

    /// <param name="study">The study.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="scenario">The scenario whose difference is meant; null: the baseline itself.</param>
    /// <param name="window">The window; null: the first.</param>
    /// <param name="onlyRanks">Whether partial correlations and shares of variance are left out.</param>
    internal static Drivers Of(Study study, Metric metric, Scenario? scenario, TimeWindow? window, bool onlyRanks = false)
    {
        window = study.Baseline.WindowOf(window);
        var all = UncertainInputs.Outcome(study, metric, scenario, window);
        int[] kept = [.. Enumerable.Range(0, all.Length).Where(i => !double.IsNaN(all[i]))];
        double[] outcome = [.. kept.Select(i => all[i])];
        var statistics = new RankStatistics(outcome);
        var inputs = UncertainInputs.Of(study, scenario is null ? study.Baseline : study[scenario], kept);
        var isConstant = PairedChange.AreSame(outcome);
        var randomisations = study.Randomisations is { } of ? kept.Select(i => of[i]).ToArray() : null;
        DriverLevel Level(string name, Func<int, bool> isIn) =>
            LevelOf(name, new(outcome.Select((value, i) => isIn(i) ? value : double.NaN), randomisations));
        Driver[] drivers = [.. inputs.Select(input => One(input, Level, isConstant ? null : statistics, inputs.Length))];
        InputDependence? dependence = null;
        if (!onlyRanks && !isConstant && inputs.Length > 0)
        {
            var partial = new PartialRanks(inputs, outcome);
            for (var i = 0; i < drivers.Length; i++)
            {
                drivers[i] = drivers[i] with { Partial = partial.Of(i), Share = Share(inputs[i], outcome) };
            }

            var pairs = inputs.Length * (inputs.Length - 1) / 2;
            if (partial.Strongest() is var (one, other, strength) && Math.Abs(strength) > statistics.Chance(pairs))
            {
                dependence = new(drivers[one].Name, drivers[other].Name, strength);
            }
        }

        return new(metric, scenario, window, Items.From(drivers.OrderByDescending(driver => Math.Abs(driver.Correlation))),
            outcome.Length, statistics.Chance(inputs.Length))
        {
            IsConstant = isConstant,
            Dependence = dependence,
            AreGiven = study.IsGiven,
            AreDesigned = study.Randomisations is not null,
            Baseline = study.Baseline.Scenario.Name,
            Steps = study.Steps.FirstOrDefault(""),
        };
    }

    /// <summary>The share of variance; null where a value that is never reached leaves the outcome without a variance.</summary>
    private static VarianceShare? Share(UncertainInput input, double[] outcome) => !outcome.All(double.IsFinite) ? null
        : input.Name.Cases.Count > 0 ? VarianceShare.OfClasses(input.Cases, outcome)
        : VarianceShare.OfRanks(RankStatistics.Ranks(input.Values), outcome);

    private static Driver One(
        UncertainInput drawn, Func<string, Func<int, bool>, DriverLevel> level, RankStatistics? statistics, int inputs)
    {
        var (input, key, values) = (drawn.Name, drawn.Key, drawn.Values);
        if (input.Cases.Count == 0)
        {
            var correlation = statistics?.With(values) ?? 0;
            var (low, high) = statistics?.Interval(correlation) ?? (-1, 1);
            return new(input.Name, key, correlation, low, high,
                statistics?.IsBeyondChance(correlation * correlation, 2, inputs) ?? false, Fifths(values, level))
            {
                Family = input.Family,
                Sources = input.Sources,
            };
        }

        var cases = drawn.Cases;
        int[] found = [.. cases.Distinct().Order()];
        int[] groups = [.. cases.Select(one => Array.IndexOf(found, one))];
        var explained = statistics?.Explained(groups, found.Length) ?? 0;
        var strength = statistics is null ? 0
            : found.Length == 2 ? statistics.With([.. groups.Select(group => (double)group)])
            : statistics.OfGroups(explained, found.Length);
        var (least, most) = statistics?.Interval(strength) ?? (-1, 1);
        return new(input.Name, key, strength, found.Length > 2 ? Math.Max(0, least) : least, most,
            statistics?.IsBeyondChance(explained, found.Length, inputs) ?? false,
            Items.From(found.Select((one, group) => level(input.Cases[one], i => groups[i] == group))))
        {
            IsChoice = true,
            Family = input.Family,
            Sources = input.Sources,
        };
    }

    /// <summary>The outcome in the fifth of the replications with the lowest and the highest values; ties belong to both.</summary>
    private static Items<DriverLevel> Fifths(double[] values, Func<string, Func<int, bool>, DriverLevel> level)
    {
        double[] sorted = [.. values.Order()];
        var size = (sorted.Length + Fifth - 1) / Fifth;
        var (low, high) = (sorted[size - 1], sorted[^size]);
        return [level("lowest fifth", i => values[i] <= low), level("highest fifth", i => values[i] >= high)];
    }

    private static DriverLevel LevelOf(string name, RunValues outcomes) =>
        new(name, outcomes.Median.Value, outcomes.Median.Noise, outcomes.Count);

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
        if (All.Any(driver => driver.Share is not null))
        {
            notes.Add("Partial: the linear effects of all other inputs taken out of the ranks. Share of variance: first-order, from these "
                + "runs.");
        }

        if (Dependence is { } pair)
        {
            notes.Add($"Inputs depend on one another, so that shares overlap; most of all {pair}.");
        }

        if (AreGiven) notes.Add("The inputs were given and may depend on one another: one may stand out because of another.");
        if (Steps.Length > 0) notes.Add(Steps);
        if (AreDesigned)
        {
            notes.Add("Inputs are Sobol points: intervals and what is beyond chance are those of independent draws, as a rule too wide; "
                + "the errors of medians are those between randomisations.");
        }

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
