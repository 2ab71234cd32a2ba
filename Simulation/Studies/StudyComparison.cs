using System.Globalization;

namespace Supply.Studies;

/// <summary>Compares two studies: a row for each scenario, window and metric that both have.</summary>
internal sealed class StudyComparison
{
    private readonly Study former;
    private readonly Study latter;
    private readonly string? whyNotPaired;
    private readonly List<string> notes = [];
    private int same;

    private StudyComparison(Study former, Study latter)
    {
        (this.former, this.latter) = (former, latter);
        whyNotPaired = WhyNotPaired();
    }

    /// <summary>The table.</summary>
    /// <param name="former">The study before.</param>
    /// <param name="latter">The study after.</param>
    /// <param name="window">The window; null: every window that both have.</param>
    /// <param name="metrics">The metrics; none: all that both have.</param>
    public static Table Of(Study former, Study latter, TimeWindow? window, Metric[] metrics) =>
        new StudyComparison(former, latter).Make(window, metrics);

    private Table Make(TimeWindow? window, Metric[] metrics)
    {
        var shared = former.Scenarios.Where(one => latter.Scenarios.Any(other => other.Scenario.Name == one.Scenario.Name)).ToArray();
        if (shared.Length == 0)
        {
            throw new ArgumentException($"The studies have no scenario of the same name: {Names(former)} and {Names(latter)}.");
        }

        var rows = new List<Items<string>>();
        foreach (var before in shared)
        {
            var after = latter[before.Scenario.Name];
            rows.AddRange(Pairs(before, after, window, metrics).Select(pair => Row(before, after, pair.Metric, pair.Window))
                .OfType<Items<string>>());
        }

        if (rows.Count == 0 && same == 0)
        {
            throw new ArgumentException($"The studies recorded no metric over the same window{(window is null ? "" : $" \"{window}\"")}; "
                + "declare the same record before both runs.");
        }

        Items<string> heading =
            ["scenario", "metric", "before", "after", "change", .. whyNotPaired is null ? new[] { "change, same run" } : []];
        return new("What changed: medians, and the change with its 90 % band", heading, Items.From(rows), Notes());
    }

    /// <summary>The metrics that both recorded of a scenario, or those asked for.</summary>
    private static IEnumerable<(Metric Metric, TimeWindow Window)> Pairs(
        ScenarioResult before, ScenarioResult after, TimeWindow? window, Metric[] metrics)
    {
        foreach (var metric in metrics)
        {
            if (!before.Recorded.Concat(after.Recorded).Any(one => one.Metric == metric))
            {
                throw new ArgumentException($"\"{metric}\" was recorded in neither study; declare it before the run.", nameof(metrics));
            }
        }

        var both = before.Recorded.Intersect(after.Recorded).Where(one => (window is null || one.Window == window)
            && (metrics.Length == 0 || metrics.Contains(one.Metric)));
        return both.Select(one => (one.Metric, one.Window));
    }

    private Items<string>? Row(ScenarioResult before, ScenarioResult after, Metric metric, TimeWindow window)
    {
        var isDate = metric.Kind == QuantityKind.Date;
        var measure = isDate ? Measure.Fraction : metric.Measure;
        double Value(ScenarioResult result) => isDate ? result.Probability(metric, window) : result.Distribution(metric, window).Median;
        var (first, second, pairs) = (Value(before), Value(after), whyNotPaired is null ? Paired(before, after, metric, window) : null);
        if (pairs is null ? first.Equals(second) : pairs.TrueForAll(pair => pair.Before.Equals(pair.After)))
        {
            same++;
            return null;
        }

        var isTheOnly = former.Baseline.Windows is [var declared] && declared == window;
        var name = (isDate ? $"{former.NameOf(metric)}, probability" : former.NameOf(metric)) + (isTheOnly ? "" : $", {window.Name}");
        return
        [
            before.Scenario.Name, name, ReadableNumber.Number(first, measure), ReadableNumber.Number(second, measure),
            double.IsFinite(second - first) ? ReadableNumber.Number(second - first, measure.OfDifferences) : "undefined",
            .. pairs is null ? [] : new[] { isDate ? Turned(pairs) : Band(pairs, measure) },
        ];
    }

    private static List<(double Before, double After)> Paired(
        ScenarioResult before, ScenarioResult after, Metric metric, TimeWindow window) =>
        [.. before.Scalar(metric, window).Zip(after.Scalar(metric, window))];

    private static string Band(List<(double Before, double After)> pairs, Measure measure) =>
        ReadableNumber.Band(Distribution.Of([.. pairs.Select(pair => Study.Difference(pair.After, pair.Before))]), measure.OfDifferences);

    /// <summary>Runs in which a date is reached in one study and not in the other.</summary>
    private static string Turned(List<(double Before, double After)> pairs)
    {
        string Share(Func<(double Before, double After), bool> turns) =>
            ReadableNumber.Number(pairs.Count(turns) / (double)pairs.Count, Measure.Fraction);
        return $"{Share(pair => !double.IsFinite(pair.Before) && double.IsFinite(pair.After))} of runs more, "
            + $"{Share(pair => double.IsFinite(pair.Before) && !double.IsFinite(pair.After))} no more";
    }

    /// <summary>The reason why runs cannot be compared one by one, to follow "because"; null: they can.</summary>
    private string? WhyNotPaired()
    {
        if (former.Ensemble.Seed != latter.Ensemble.Seed) return $"seeds differ: {former.Ensemble.Seed} and {latter.Ensemble.Seed}";
        if (former.Ensemble.Design != latter.Ensemble.Design)
        {
            return $"designs differ: {StudyIdentity.NameOf(former.Ensemble.Design)} and {StudyIdentity.NameOf(latter.Ensemble.Design)}";
        }

        if (!former.Replications.SequenceEqual(latter.Replications))
        {
            return string.Create(CultureInfo.InvariantCulture, $"they hold other replications: {former.Replications.Count():#,0} and "
                + $"{latter.Replications.Count():#,0}");
        }

        if (former.Ensemble.StepDays != latter.Ensemble.StepDays) return "their steps differ in length, and so do the draws of noise";
        if (Inputs(former) != Inputs(latter)) return "their inputs were given other values, as after a new fit to the claims";
        return former.Scenarios.Concat(latter.Scenarios).All(result => result.HasRows) ? null
            : "the values of each replication were not kept; ask for them before the run: KeepRows = true";
    }

    /// <summary>The identity of the values that inputs were given.</summary>
    private static string Inputs(Study study) =>
        InputsFile.Identity(InputsFile.Bytes(study.Running, study.Scenarios.Select(result => result.Scenario)));

    private Items<string> Notes()
    {
        notes.Add($"Before: {former}.");
        notes.Add($"After: {latter}.");
        if (former.Source != latter.Source)
        {
            notes.AddRange(new[] { ("Before", former.Source), ("After", latter.Source) }.Where(pair => pair.Item2.Length > 0)
                .Select(pair => $"{pair.Item1}, inputs: {pair.Item2}"));
        }

        if (former.Ensemble.StepDays != latter.Ensemble.StepDays)
        {
            notes.AddRange(new[] { ("Before", former.Steps), ("After", latter.Steps) }.Where(pair => pair.Item2.Count > 0)
                .Select(pair => $"{pair.Item1}: {pair.Item2[0]}"));
        }

        notes.Add(whyNotPaired is null ? "Both have the same draws, so the change in the same run is without the noise of the computation."
            : $"Changes are between medians and contain the noise of both, because {whyNotPaired}.");
        if (same > 0)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture, $"{same:#,0} more {(same == 1 ? "row is" : "rows are")} the same in both."));
        }

        Alone(former, latter, "before");
        Alone(latter, former, "after");
        foreach (var before in former.Scenarios.Where(one => latter.Scenarios.Any(other => other.Scenario.Name == one.Scenario.Name)))
        {
            var name = before.Scenario.Name;
            if (before.Scenario != latter[name].Scenario) notes.Add($"\"{name}\" is another scenario than before.");
        }

        return Items.From(notes);
    }

    private void Alone(Study one, Study other, string where)
    {
        string[] alone = [.. one.Scenarios.Select(result => result.Scenario.Name)
            .Where(name => !other.Scenarios.Any(result => result.Scenario.Name == name)).Select(name => $"\"{name}\"")];
        if (alone.Length > 0) notes.Add($"Only {where}: {string.Join(", ", alone)}.");
    }

    private static string Names(Study study) => string.Join(", ", study.Scenarios.Select(result => $"\"{result.Scenario.Name}\""));
}
