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

    /// <summary>The last part of the smaller study goes, also where the sink comes only with the larger one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void GrownStudy_HasEachReplicationOnce(bool fromTheBeginning)
    {
        const int more = (2 * Recorder.PanelSize) + 800;
        var (own, sink) = (folder["s"], new ParquetSink());
        Ensemble.Into(own, sink: fromTheBeginning ? sink : null).Run(SmallAnswers.Plan, Half);
        sink.Has(own, "0000004096-0000004996").ShouldBe(fromTheBeginning);
        var grown = (Ensemble with { Replications = more }).Into(own, sink: sink).Run(SmallAnswers.Plan, Half).ShouldNotBeNull();
        ShouldHaveEachOnce(own, more);
        sink.Parts(own).Order().ShouldBe(["0000000000-0000004096", "0000004096-0000008192", "0000008192-0000008992"]);
        grown.WriteParquet(own);
        ShouldHaveEachOnce(own, more);
    }

    /// <summary>A study grown without its sink has rows of before there, and the message says what to do.</summary>
    [Fact]
    public void StudyGrownWithoutItsSink_IsNotWrittenOverItsFormerRows()
    {
        const int more = (2 * Recorder.PanelSize) + 800;
        var own = folder["s"];
        Ensemble.Into(own, sink: new ParquetSink()).Run(SmallAnswers.Plan, Half);
        var large = Ensemble with { Replications = more };
        var grown = large.Into(own).Run(SmallAnswers.Plan, Half).ShouldNotBeNull();
        Should.Throw<InvalidDataException>(() => grown.WriteParquet(own)).Message.ShouldStartWith(
            $"{own} has the replications of this study as they were before it grew");
        large.Into(own, sink: new ParquetSink()).Run(SmallAnswers.Plan, Half);
        grown.WriteParquet(own);
        ShouldHaveEachOnce(own, more);
    }

    /// <summary>Parts that were lost and are run again as one, and rows that were written of the whole study before.</summary>
    [Fact]
    public void PartsInOtherPieces_AndRowsOfTheWhole_DoNotStay()
    {
        const int three = 3 * Recorder.PanelSize;
        var (own, ensemble) = (folder["s"], Ensemble with { Replications = three });
        foreach (var part in new[] { 1, 2, 3 }) ensemble.Into(own, sink: new ParquetSink()).Part(part, 3).Run(SmallAnswers.Plan, Half);
        foreach (var file in Directory.GetFiles(Path.Combine(own, "parts"), "*.part").Order().Take(2)) File.Delete(file);
        ensemble.Into(own, sink: new ParquetSink()).Run(SmallAnswers.Plan, Half).ShouldNotBeNull();
        ShouldHaveEachOnce(own, three);

        var other = folder["t"];
        ensemble.Into(other).Run(SmallAnswers.Plan, Half)!.WriteParquet(other);
        File.Exists(ParquetSink.PathOf(other, ParquetSink.All)).ShouldBeTrue();
        ensemble.Into(other, sink: new ParquetSink()).Run(SmallAnswers.Plan, Half);
        ShouldHaveEachOnce(other, three);
    }

    /// <summary>In steps of a week from 1 January, 1 March lies in a week that began before, and the last week ends in January.</summary>
    [Fact]
    public void Summary_HasTheDaysThatWereCounted()
    {
        var weekly = Ensemble with { Replications = 20, StepDays = 7, Record = Ensemble.Record!.Over(SmallAnswers.Window) };
        weekly.Run(SmallAnswers.Plan).WriteParquet(folder.Path);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        Values(connection, $"select count(*) from '{folder["summary.parquet"]}' where \"window\" = '{SmallAnswers.Window.Name}' "
            + "and \"from\" = '2025-03-05' and \"to\" = '2026-01-06'").ShouldBe([4]);
    }

    /// <summary>Without rows there is no file that their view could read.</summary>
    [Fact]
    public void Sql_OfAStudyWithoutRows_IsUnderstood()
    {
        (Ensemble with { Replications = 50, KeepRows = false }).Run(SmallAnswers.Plan, Half).WriteParquet(folder.Path);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"set file_search_path = '{folder.Path}'; {File.ReadAllText(folder["study.sql"])}";
        command.ExecuteNonQuery();
        foreach (var (view, rows) in new[] { ("summary", 2 * 4), ("series", 2 * 3 * 7) })
        {
            Values(connection, $"select count(*) from {view}").ShouldBe([rows], view);
        }
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

    private static void ShouldHaveEachOnce(string folder, int replications)
    {
        var rows = ParquetRows.Read(folder);
        rows.Scenarios.Zip(rows.Replications).Order().ShouldBe(
            new[] { "Plan", Half.Name }.SelectMany(name => Enumerable.Range(0, replications).Select(one => (name, one))).Order());
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
