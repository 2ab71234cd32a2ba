using System.Globalization;

namespace Supply.Studies;

/// <summary>The result files of a study.</summary>
internal static class Csv
{
    private static readonly string[] distribution = ["mean", "standard_error", "p05", "p25", "p50", "p75", "p95", "undefined"];

    // Without discrepancy, where the other columns contain one; else blank.
    private static readonly string[] bare = ["bare_mean", "bare_p05", "bare_p25", "bare_p50", "bare_p75", "bare_p95"];

    public static void Write(Study study, string folder, bool replications)
    {
        WholeFile.Write(Path.Combine(folder, "summary.csv"), Summary(study));
        WholeFile.Write(Path.Combine(folder, "series.csv"), Series(study));
        if (!replications) return;
        if (study.Baseline.HasRows) WholeFile.Write(Path.Combine(folder, "replications.csv"), Replications(study));
        WholeFile.Write(Path.Combine(folder, "parameters.csv"), Parameters(study));
    }

    private static IEnumerable<string> Summary(Study study)
    {
        yield return CsvText.Texts(["scenario", "metric", "side", "place", "calibre", "origin", "window", "from", "to", "unit",
            .. distribution, "seed", "numbers", .. bare]);
        var origin = string.Create(CultureInfo.InvariantCulture, $"{study.Ensemble.Seed},{Release.Numbers}");
        foreach (var result in study.Scenarios)
        {
            foreach (var (metric, window) in result.Recorded)
            {
                var counted = window.CountedIn(result.Horizon);
                string span = $"{CsvText.Text(window.Name)},{Field(counted.From)},{Field(counted.To)}";
                var start = $"{CsvText.Text(result.Scenario.Name)},{Names(metric)},{span}";
                var without = Bare(result.HasDiscrepancy(metric) ? result.BareDistribution(metric, window) : null);
                yield return $"{start},{CsvText.Text(metric.Unit)},{Values(result.Distribution(metric, window))},{origin},{without}";
                if (metric.Kind != QuantityKind.Date) continue;
                var probability = CsvText.Number(result.Probability(metric, window));
                yield return $"{CsvText.Text(result.Scenario.Name)},{Names(metric, $"{metric.QuantityName} probability")},{span},"
                    + $"{CsvText.Text(Measure.Fraction.Text)},{probability},,,,,,,{result.Failed.Count},{origin},{Bare(null)}";
            }
        }
    }

    private static IEnumerable<string> Series(Study study)
    {
        yield return CsvText.Texts(["scenario", "metric", "side", "place", "calibre", "origin", "date", "unit", .. distribution, .. bare]);
        foreach (var result in study.Scenarios)
        {
            foreach (var metric in study.Ensemble.Record!.Series)
            {
                var (series, without) = (result.Series(metric), result.HasDiscrepancy(metric) ? result.BareSeries(metric) : null);
                var start = $"{CsvText.Text(result.Scenario.Name)},{Names(metric)}";
                for (var i = 0; i < series.Steps.Count; i++)
                {
                    yield return $"{start},{series.Horizon.Label(series.Steps[i])},{CsvText.Text(metric.Unit)},{Values(series.Points[i])},"
                        + Bare(without?.Points[i]);
                }
            }
        }
    }

    private static IEnumerable<string> Replications(Study study)
    {
        var columns = study.Baseline.Recorded.ToArray();
        var off = columns.Where(column => study.Baseline.HasDiscrepancy(column.Metric)).ToArray();
        string Heading(Outcome column) => $"{study.NameOf(column.Metric)} [{column.Window.Name}]";
        yield return CsvText.Texts(["replication", "scenario", .. columns.Select(Heading),
            .. off.Select(column => $"{Heading(column)}, bare")]);
        foreach (var result in study.Scenarios)
        {
            var values = columns.Select(column => result.Scalar(column.Metric, column.Window))
                .Concat(off.Select(column => result.BareScalar(column.Metric, column.Window))).ToArray();
            var name = CsvText.Text(result.Scenario.Name);
            foreach (var (row, replication) in study.Replications.Index())
            {
                yield return $"{replication},{name},{CsvText.Numbers(values.Select(column => column[row]))}";
            }
        }
    }

    /// <summary>
    /// A row for each replication and a column for each uncertain number of any scenario. Scenarios share the draw of a number, so that one
    /// column serves them all; only where a scenario describes the number differently has it a column of its own, with its name behind.
    /// </summary>
    private static IEnumerable<string> Parameters(Study study)
    {
        var columns = new List<(string Heading, IReadOnlyList<double> Values)>();
        var known = new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
        foreach (var result in study.Scenarios)
        {
            foreach (var key in result.Parameters.Keys)
            {
                var values = result.Parameters.Column(key);
                if (known.TryAdd(key, values)) columns.Add((key, values));
                else if (!known[key].SequenceEqual(values)) columns.Add(($"{key} [{result.Scenario.Name}]", values));
            }
        }

        yield return CsvText.Texts(["replication", .. columns.Select(column => column.Heading)]);
        foreach (var (row, replication) in study.Replications.Index())
        {
            yield return string.Join(",", columns.Select(column => CsvText.Number(column.Values[row]))
                .Prepend(replication.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>A date is a date to all readers; a plain step is text.</summary>
    private static string Field(Moment moment) => moment.Date is null ? CsvText.Text(moment.ToString()) : moment.ToString();

    private static string Names(Metric metric, string? quantity = null) => CsvText.Texts(
        quantity ?? string.Join(" ", metric.Comparison.Prepend(metric.QuantityName)), metric.Side, metric.Place, metric.Calibre?.Name,
        metric.Origin?.Name);

    private static string Values(Distribution of) =>
        CsvText.Numbers([of.Mean, of.StandardError, .. of.Quantiles]) + "," + of.Undefined.ToString(CultureInfo.InvariantCulture);

    private static string Bare(Distribution? of) => of is null ? ",,,,," : CsvText.Numbers([of.Mean, .. of.Quantiles]);
}
