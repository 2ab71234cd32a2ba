using System.Globalization;
using DuckDB.NET.Data;
using Supply.Data;
using Supply.Engines;
using Supply.Tests.House;
using Supply.Tests.Unit.Studies;

namespace Supply.Tests.Unit.Data;

/// <summary>Parquet, CSV and the library give the same values, read by DuckDB as it comes.</summary>
public sealed class ParquetTests : IDisposable
{
    private const int Replications = Recorder.PanelSize + 900;

    private readonly TemporaryFolder folder = new();

    private static Scenario Half { get; } = SmallAnswers.Shells("half, \"and\" less", Uncertain.Exactly(0.5));

    // The share of an origin is undefined where nothing was fired, and stocks are never exhausted in many replications.
    private static Ensemble Ensemble { get; } = new(Replications, Record: new Metrics { Every = 60 }
        .And(Metric.FiredPerDay, Metric.OnHand, Metric.Exhaustion.Of(Calibre.Mm152), Metric.FillRate)
        .Over(TimeWindow.Year(2025))) { Threads = 2 };

    private static readonly Lazy<Study> study = new(() => Ensemble.Run(SmallAnswers.Plan, Half));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void DuckDb_ReadsTheSameValues_FromParquetAndCsv()
    {
        study.Value.WriteParquet(folder.Path);
        study.Value.WriteCsv(folder.Path);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        foreach (var (result, metric, window) in All())
        {
            var name = result.Scenario.Name.Replace("'", "''", StringComparison.Ordinal);
            var column = $"{study.Value.NameOf(metric)} [{window.Name}]".Replace("\"", "\"\"", StringComparison.Ordinal);
            foreach (var from in new[] { "replications/part-*.parquet", "replications.csv" })
            {
                Values(connection, $"select \"{column}\" from '{folder[from]}' where scenario = '{name}' order by replication")
                    .Zip(result.Scalar(metric, window), Bits.Same).ShouldAllBe(same => same, $"{column} in {from}");
            }
        }

        (string Folder, string Where)[] both = [("summary.parquet", "name"), ("summary.csv", "metric")];
        foreach (var (file, word) in both)
        {
            Values(connection, $"select p50 from '{folder[file]}' where {word} = 'fired per day' order by scenario")
                .Order().ShouldBe(study.Value.Scenarios.Select(one => one.Distribution(Metric.FiredPerDay).Median).Order());
        }

        Values(connection, $"select mean from '{folder["series.parquet"]}' where name = 'on hand' and place_of_scenario = 1")
            .ShouldBe(study.Value.Scenarios[1].Series(Metric.OnHand).Points.Select(point => point.Mean));
        Values(connection, $"select count(*) from '{folder["replications/part-*.parquet"]}' where isnan(\"on hand [2025]\")").ShouldBe([0]);
    }

    [Fact]
    public void Sql_IsUnderstood()
    {
        study.Value.WriteParquet(folder.Path);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"set file_search_path = '{folder.Path}'; {File.ReadAllText(folder["study.sql"])}";
        command.ExecuteNonQuery();
        foreach (var (view, rows) in new[] { ("replications", 2 * Replications), ("summary", 2 * 4), ("series", 2 * 3 * 7) })
        {
            Values(connection, $"select count(*) from {view}").ShouldBe([rows], view);
        }
    }

    [Fact]
    public void Reader_GivesBackWhatWasWritten()
    {
        study.Value.WriteParquet(folder.Path);
        var rows = ParquetRows.Read(folder.Path);
        rows.Replications.Count.ShouldBe(2 * Replications);
        rows.Scenarios.Distinct().ShouldBe(["Plan", Half.Name]);
        foreach (var (result, metric, window) in All())
        {
            rows[$"{study.Value.NameOf(metric)} [{window.Name}]"].Where((_, i) => rows.Scenarios[i] == result.Scenario.Name)
                .Zip(result.Scalar(metric, window), Bits.Same).ShouldAllBe(same => same);
        }

        Should.Throw<KeyNotFoundException>(() => rows["fired"]).Message.ShouldStartWith(
            "There is no column \"fired\". There is \"fired per day");
    }

    /// <summary>Part by part, and what a killed run left out later.</summary>
    [Fact]
    public void Sink_WritesEachPart()
    {
        var (own, parts) = (folder["s"], Ensemble.Into(folder["s"], sink: new ParquetSink()));
        parts.Part(2, 2).Run(SmallAnswers.Plan, Half).ShouldBeNull();
        Directory.GetFiles(Path.Combine(own, "replications")).Length.ShouldBe(1);
        File.Delete(Directory.GetFiles(Path.Combine(own, "replications")).Single());
        parts.Run(SmallAnswers.Plan, Half).ShouldNotBeNull();
        var rows = ParquetRows.Read(own);
        rows["fired per day [2025]"].Zip(rows.Replications, (value, replication) => (value, replication)).Order().ShouldBe(
            study.Value.Scenarios.SelectMany(one => one.Scalar(Metric.FiredPerDay).Select((value, i) => (value, i))).Order());
    }

    /// <summary>Rows of an earlier study do not stay under the tables of a later one; those of a study in parts are not touched.</summary>
    [Fact]
    public void FolderOfAnotherStudy_HoldsTheNewOne_OrIsRefused()
    {
        var other = (Ensemble with { Replications = 100, Seed = 7 }).Run(SmallAnswers.Plan);
        study.Value.WriteParquet(folder["whole"]);
        other.WriteParquet(folder["whole"]);
        var rows = ParquetRows.Read(folder["whole"]);
        rows["fired per day [2025]"].ShouldBe(other.Baseline.Scalar(Metric.FiredPerDay, TimeWindow.Year(2025)));

        Ensemble.Into(folder["parts"], sink: new ParquetSink()).Run(SmallAnswers.Plan, Half);
        study.Value.WriteParquet(folder["parts"]);
        Directory.GetFiles(folder["parts/replications"]).ShouldAllBe(file => !file.EndsWith("part-all.parquet", StringComparison.Ordinal));
        var summary = File.ReadAllBytes(folder["parts/summary.parquet"]);
        Should.Throw<InvalidDataException>(() => other.WriteParquet(folder["parts"])).Message.ShouldBe(
            $"{folder["parts"]} has replications of another study; name another folder.");
        File.ReadAllBytes(folder["parts/summary.parquet"]).ShouldBe(summary);
    }

    private static IEnumerable<(ScenarioResult Result, Metric Metric, TimeWindow Window)> All() =>
        from result in study.Value.Scenarios from one in result.Recorded select (result, one.Metric, one.Window);

    private static double[] Values(DuckDBConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var values = new List<double>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? double.NaN : Convert.ToDouble(reader.GetValue(0), CultureInfo.InvariantCulture));
        }

        return [.. values];
    }
}
