using System.Globalization;

namespace Supply.Studies;

/// <summary>Makes tables of a study.</summary>
internal static class StudyTables
{
    public static Table Of(Study study, TimeWindow? window, Metric[] metrics)
    {
        window = study.Baseline.WindowOf(window);
        var columns = metrics.SelectMany(metric => Headings(study, metric));
        var rows = study.Scenarios.Select(result => Items.From(
            metrics.SelectMany(metric => Cells(result, metric, window)).Prepend(result.Scenario.Name)));
        return new(
            $"Median and 90 % band, {Words(study, window)}", ["scenario", .. columns], Items.From(rows), Notes(study, window, metrics));
    }

    public static Table Differences(Study study, TimeWindow? window, Metric[] metrics)
    {
        window = study.Baseline.WindowOf(window);
        var rows = study.Scenarios.Skip(1).Select(result => Items.From(
            metrics.Select(metric => ReadableNumber.Band(study.Difference(result.Scenario, metric, window), metric.Measure.OfDifferences))
                .Prepend(result.Scenario.Name)));
        return new(
            $"Difference from \"{study.Baseline.Scenario.Name}\" in the same replication, median and 90 % band, {Words(study, window)}",
            ["scenario", .. metrics.Select(metric => Heading(study, metric))], Items.From(rows), Notes(study, window, metrics));
    }

    /// <summary>The window, with the days that are counted where those are others.</summary>
    private static string Words(Study study, TimeWindow window) => window.ToString(study.Baseline.Horizon);

    private static IEnumerable<string> Headings(Study study, Metric metric) =>
        metric.Kind == QuantityKind.Date ? [$"{Exhausted(study, metric)}, probability", $"{Exhausted(study, metric)}, median date"]
            : [Heading(study, metric)];

    private static string Exhausted(Study study, Metric metric) => "exhausted" + study.NameOf(metric)[metric.QuantityName.Length..];

    /// <summary>The metric; its unit only where the name does not give it away.</summary>
    private static string Heading(Study study, Metric metric) =>
        metric.Measure == Measure.Rounds ? $"{study.NameOf(metric)} (rounds)" : study.NameOf(metric);

    private static IEnumerable<string> Cells(ScenarioResult result, Metric metric, TimeWindow window)
    {
        var distribution = result.Distribution(metric, window);
        return metric.Kind == QuantityKind.Date
            ? [ReadableNumber.Number(result.Probability(metric, window), Measure.Fraction),
                ReadableNumber.Date(distribution.Median, result.Horizon)]
            : [ReadableNumber.Band(distribution, metric.Measure)];
    }

    /// <summary>Whether some force may want as much as supply allows.</summary>
    public static bool MayFollowSupply(Scenario scenario) => scenario.Networks.SelectMany(network => network.Parts)
        .Any(part => part is Consumer { FollowsSupply: not null });

    private static Items<string> Notes(Study study, TimeWindow window, Metric[] metrics)
    {
        var (record, horizon) = (study.Ensemble.Record!, study.Baseline.Horizon);
        var notes = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture,
                $"{study.Ensemble.Replications:N0} replications, seed {study.Ensemble.Seed}; window {Words(study, window)}, "
                + $"first and last counted. "
                + $"Flows are in rounds; pp are percentage points."),
        };
        if (study.Missing.Length > 0) notes.Add(study.Missing);
        if (study.Source.Length > 0) notes.Add(study.Source);
        if (study.Steps.Count > 0) notes.Add(study.Steps[0]);
        string[] off = [.. metrics.Where(study.Baseline.HasDiscrepancy).Select(metric => metric.QuantityName).Distinct()];
        if (off.Length > 0)
        {
            notes.Add($"{string.Join(", ", off)}: with discrepancy, what the model leaves out by the measure of the claims; the rest is "
                + "derived without it.");
        }

        if (metrics.Any(metric => metric.Row.IsOfTheEnd))
        {
            notes.Add($"Stocks and days of supply are those at the end of the window, {window.CountedIn(horizon).To}.");
        }
        if (metrics.Any(metric => metric.Kind == QuantityKind.Date))
        {
            notes.Add($"Exhausted: first day of the window on which the trailing {record.FillDays}-day fill rate is below "
                + $"{ReadableNumber.Number(record.ExhaustionFill, Measure.Fraction)}; median over all replications."
                + (study.Scenarios.Any(result => MayFollowSupply(result.Scenario))
                    ? $" Of forces that fire as supply allows, fire counts against its mean over the {record.BenchmarkDays} days before."
                    : ""));
        }

        foreach (var result in study.Scenarios)
        {
            foreach (var metric in metrics)
            {
                var undefined = result.Distribution(metric, window).Undefined - result.Failed.Count;
                if (undefined > 0)
                {
                    notes.Add($"\"{result.Scenario.Name}\": {study.NameOf(metric)} is undefined in {undefined} replications, which are "
                        + "left out.");
                }
            }

            if (result.Failed.Count > 0)
            {
                notes.Add($"\"{result.Scenario.Name}\": {result.Failed.Count} replications failed and are left out: "
                    + $"{string.Join(", ", result.Failed)}.");
            }
        }

        return Items.From(notes);
    }
}
