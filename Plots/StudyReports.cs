using Supply.Evidence;

namespace Supply.Plots;

/// <summary>Makes reports of studies.</summary>
public static class StudyReports
{
    private const int MostScenarios = 4;

    /// <summary>
    /// A report of a study: its answer, the metric over time, all recorded tables, scenarios, equations and sources. What was not recorded
    /// is left out. Properties can be added or replaced by <c>with</c>.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="answer">The answer. Default: <see cref="Study.Answer(Metric?, TimeWindow?, string?)"/>.</param>
    /// <param name="figures">The pictures, the main one first. Default: rounds fired per day over time, if that was recorded.</param>
    public static Report Report(this Study study, Answer? answer = null, params IReadOnlyList<Figure> figures)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(figures);
        var (baseline, ensemble) = (study.Baseline.Scenario, study.Ensemble);
        return new(answer ?? study.Answer())
        {
            Figures = figures.Count > 0 ? figures : Usual(study),
            Tables = Items.From(Tables(study)),
            Scenario = Written(study),
            Explanation = baseline.Explain().ToString(),
            Sources = baseline.Sources(),
            Made =
            [
                $"Supply {Release.Package}, numbers of version {Release.Numbers}",
                FormattableString.Invariant($"{ensemble.Replications:N0} replications of each of {study.Scenarios.Count} scenarios"),
                $"Seed {ensemble.Seed}",
                .. study.Source.Length > 0 ? [study.Source] : Items<string>.Empty,
                .. study.Steps,
            ],
        };
    }

    /// <summary>This report with the published figures on the quantities that some metrics are about, next to the model's.</summary>
    /// <param name="report">The report.</param>
    /// <param name="record">The comparison with the record, <see cref="PlausibilityTable.Run"/>.</param>
    /// <param name="metrics">The metrics.</param>
    public static Report Against(this Report report, PlausibilityTable record, params Metric[] metrics)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(metrics);
        var quantities = metrics.Select(metric => metric.Quantity).ToHashSet();
        var touching = record with
        {
            Results = [.. record.Results.Where(
                result => result.Check.Outcomes.Any(outcome => quantities.Contains(outcome.Metric.Quantity)))],
        };
        return report with { Published = touching.Table() };
    }

    private static IReadOnlyList<Figure> Usual(Study study)
    {
        if (!study.Ensemble.Record!.Series.Contains(Metric.FiredPerDay)) return [];
        try
        {
            var figure = FanChart.Of(study, Metric.FiredPerDay, [.. study.Scenarios.Take(MostScenarios).Select(result => result.Scenario)]);
            if (study.Scenarios.Count - MostScenarios is > 0 and var left)
            {
                var words = left == 1 ? "1 more scenario has" : FormattableString.Invariant($"{left:N0} more scenarios have");
                figure = figure with { Subtitle = $"{figure.Subtitle} {words} no line.".Trim() };
            }

            figure.Validate();
            return [figure];
        }
        catch (NothingToDrawException)
        {
            return [];
        }
    }

    private static IEnumerable<Table> Tables(Study study)
    {
        Metric[] scalars = [.. study.Ensemble.Record!.Scalars];
        if (scalars.Length == 0) yield break;
        Metric[] amounts = [.. scalars.Where(metric => metric.Kind != QuantityKind.Date)];
        foreach (var window in study.Baseline.Windows)
        {
            yield return study.Table(window, scalars);
            if (study.Scenarios.Count > 1 && amounts.Length > 0) yield return study.Differences(window, amounts);
        }
    }

    /// <summary>The scenarios as one file where they are changes of the baseline, else as a file for each.</summary>
    private static string Written(Study study)
    {
        Scenario[] all = [.. study.Scenarios.Select(result => result.Scenario)];
        try
        {
            return new ScenarioFile(all[0]) { Scenarios = Items.From(all.Skip(1)) }.Brief().ToJson();
        }
        catch (ScenarioException)
        {
            return string.Join("\n", all.Select(scenario => new ScenarioFile(scenario).Brief().ToJson()));
        }
    }
}
