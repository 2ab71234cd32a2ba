using System.Globalization;

namespace Supply.Studies;

/// <summary>
/// The result files of a study: RFC 4180 with line feeds, numbers in full precision, blank where undefined or not reached.
/// </summary>
internal static class Csv
{
    private const string DistributionColumns = "mean,standard_error,p05,p25,p50,p75,p95,undefined";

    // Without discrepancy, where the other columns contain one; else blank.
    private const string BareColumns = "bare_mean,bare_p05,bare_p25,bare_p50,bare_p75,bare_p95";

    public static void Write(Study study, string folder)
    {
        WholeFile.Write(Path.Combine(folder, "summary.csv"), Summary(study));
        WholeFile.Write(Path.Combine(folder, "series.csv"), Series(study));
        WholeFile.Write(Path.Combine(folder, "replications.csv"), Replications(study));
    }

    private static IEnumerable<string> Summary(Study study)
    {
        yield return "scenario,metric,side,place,calibre,origin,window,from,to,unit," + DistributionColumns + ",seed,numbers,"
            + BareColumns;
        var origin = string.Create(CultureInfo.InvariantCulture, $"{study.Ensemble.Seed},{Release.Numbers}");
        foreach (var result in study.Scenarios)
        {
            foreach (var (metric, window) in result.Recorded)
            {
                var counted = window.CountedIn(result.Scenario.Horizon);
                string span = $"{Field(window.Name)},{counted.From},{counted.To}";
                var start = $"{Field(result.Scenario.Name)},{Names(metric)},{span}";
                var bare = Bare(result.HasDiscrepancy(metric) ? Distribution.Of([.. result.BareScalar(metric, window)]) : null);
                yield return $"{start},{metric.Unit},{Values(result.Distribution(metric, window))},{origin},{bare}";
                if (metric.Kind != QuantityKind.Date) continue;
                var probability = Number(result.Probability(metric, window));
                yield return $"{Field(result.Scenario.Name)},{Names(metric, $"{metric.QuantityName} probability")},{span},"
                    + $"{Measure.Fraction},{probability},,,,,,,{result.Failed.Count},{origin},{Bare(null)}";
            }
        }
    }

    private static IEnumerable<string> Series(Study study)
    {
        yield return "scenario,metric,side,place,calibre,origin,date,unit," + DistributionColumns + "," + BareColumns;
        foreach (var result in study.Scenarios)
        {
            foreach (var metric in study.Ensemble.Record!.Series)
            {
                var (series, bare) = (result.Series(metric), result.HasDiscrepancy(metric) ? result.BareSeries(metric) : null);
                var start = $"{Field(result.Scenario.Name)},{Names(metric)}";
                for (var i = 0; i < series.Steps.Count; i++)
                {
                    yield return $"{start},{series.Horizon.Label(series.Steps[i])},{metric.Unit},{Values(series.Points[i])},"
                        + Bare(bare?.Points[i]);
                }
            }
        }
    }

    private static IEnumerable<string> Replications(Study study)
    {
        var columns = study.Baseline.Recorded.ToArray();
        var off = columns.Where(column => study.Baseline.HasDiscrepancy(column.Metric)).ToArray();
        yield return "replication,scenario," + string.Join(",", columns.Select(column => Field($"{column.Metric} [{column.Window.Name}]"))
            .Concat(off.Select(column => Field($"{column.Metric} [{column.Window.Name}], bare"))));
        foreach (var result in study.Scenarios)
        {
            var values = columns.Select(column => result.Scalar(column.Metric, column.Window))
                .Concat(off.Select(column => result.BareScalar(column.Metric, column.Window))).ToArray();
            var name = Field(result.Scenario.Name);
            for (var replication = 0; replication < study.Ensemble.Replications; replication++)
            {
                yield return $"{replication},{name},{string.Join(",", values.Select(column => Number(column[replication])))}";
            }
        }
    }

    private static string Names(Metric metric, string? quantity = null) => string.Join(",",
        new[] { quantity ?? string.Join(" ", metric.Comparison.Prepend(metric.QuantityName)), metric.Side, metric.Place,
            metric.Calibre?.Name, metric.Origin?.Name }.Select(name => Field(name ?? "")));

    private static string Values(Distribution distribution) => string.Join(",",
        new[] { distribution.Mean, distribution.StandardError }.Concat(distribution.Quantiles).Select(Number))
        + "," + distribution.Undefined.ToString(CultureInfo.InvariantCulture);

    private static string Bare(Distribution? distribution) => distribution is null ? ",,,,,"
        : string.Join(",", new[] { distribution.Mean }.Concat(distribution.Quantiles).Select(Number));

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";

    /// <summary>A field, in quotes where the format needs them.</summary>
    private static string Field(string value) =>
        value.AsSpan().ContainsAny(",\"\n\r") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
