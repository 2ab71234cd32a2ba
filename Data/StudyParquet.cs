namespace Supply.Data;

/// <summary>A study as Parquet files, for DuckDB, pandas, R and the like.</summary>
public static class StudyParquet
{
    /// <summary>
    /// Writes <c>summary.parquet</c>, <c>series.parquet</c>, <c>replications/part-all.parquet</c> (unless a <see cref="ParquetSink"/> wrote
    /// its parts there, or the values of each replication were not kept) and <c>study.sql</c>, which has views of them for DuckDB. What
    /// is undefined is missing, infinity is never reached. What an earlier study left in these files is replaced.
    /// </summary>
    /// <param name="study">The study.</param>
    /// <param name="folder">The folder, that of the study or another; it is made if it is missing.</param>
    /// <exception cref="InvalidDataException">
    /// The folder has the parts of another study, or of this one before it grew, and nothing was written.
    /// </exception>
    /// <exception cref="IOException">A file was not written; those before it are whole.</exception>
    public static void WriteParquet(this Study study, string folder)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(folder);
        var hasParts = ParquetSink.HasParts(study, folder);
        Write(Path.Combine(folder, "summary.parquet"), [.. Summary(study)]);
        Write(Path.Combine(folder, "series.parquet"), [.. Series(study)]);
        if (study.Baseline.HasRows && !hasParts) new ParquetSink().Write(folder, ParquetSink.All, study);
        else if (ParquetSink.PathOf(folder, ParquetSink.All) is var rows && File.Exists(rows)) File.Delete(rows);

        using var sql = typeof(StudyParquet).Assembly.GetManifestResourceStream("Supply.Data.study.sql")!;
        using var reader = new StreamReader(sql);

        // A view of files that are not there is a fault, which would end the script before the others.
        var views = reader.ReadToEnd().Split("\n\n").Where(view => study.Baseline.HasRows
            || !view.Contains(ParquetSink.FolderName + "/", StringComparison.Ordinal));
        WholeFile.Write(Path.Combine(folder, "study.sql"), string.Join("\n\n", views));
    }

    private static IEnumerable<Row> Summary(Study study) =>
        from result in study.Scenarios.Index()
        from one in result.Item.Recorded
        let counted = one.Window.CountedIn(result.Item.Horizon)
        select new Row(study, result.Index, one.Metric, one.Window.Name, counted.From.ToString(), counted.To.ToString(),
            result.Item.Distribution(one.Metric, one.Window),
            result.Item.HasDiscrepancy(one.Metric) ? result.Item.BareDistribution(one.Metric, one.Window) : null,
            one.Metric.Kind == QuantityKind.Date ? result.Item.Probability(one.Metric, one.Window) : double.NaN);

    private static IEnumerable<Row> Series(Study study) =>
        from result in study.Scenarios.Index()
        from metric in study.Ensemble.Record!.Series
        let series = result.Item.Series(metric)
        let bare = result.Item.HasDiscrepancy(metric) ? result.Item.BareSeries(metric) : null
        from point in Enumerable.Range(0, series.Points.Count)
        let date = series.Horizon.Label(series.Steps[point])
        select new Row(study, result.Index, metric, null, date, date, series.Points[point], bare?.Points[point], double.NaN);

    private static void Write(string path, IReadOnlyList<Row> rows)
    {
        TextColumn Text(string name, Func<Row, string?> of) => new(name, [.. rows.Select(of)]);
        NumberColumn Number(string name, Func<Row, double?> of) => new(name, [.. rows.Select(row => of(row) ?? double.NaN)]);
        var isSummary = rows.Any(row => row.Window is not null);
        string[] levels = ["p05", "p25", "p50", "p75", "p95"];
        ParquetFile.Write(path,
        [
            ([
                Text("scenario", row => row.Study.Scenarios[row.Scenario].Scenario.Name),
                new IntegerColumn("place_of_scenario", [.. rows.Select(row => row.Scenario)]),
                Text("name", row => row.Study.NameOf(row.Metric)),
                Text("metric", row => row.Metric.QuantityName),
                Text("side", row => row.Metric.Side),
                Text("opponent", row => row.Metric.Opponent),
                Text("place", row => row.Metric.Place),
                Text("calibre", row => row.Metric.Calibre?.Name),
                Text("origin", row => row.Metric.Origin?.Name),
                .. isSummary
                    ? new Column[] { Text("window", row => row.Window), Text("from", row => row.From), Text("to", row => row.To) }
                    : [Text("date", row => row.From)],
                Text("unit", row => row.Metric.Unit),
                Number("mean", row => row.Shown.Mean),
                Number("standard_error", row => row.Shown.StandardError),
                .. levels.Select((name, i) => Number(name, row => row.Shown.Quantiles[i])),
                new IntegerColumn("undefined", [.. rows.Select(row => row.Shown.Undefined)]),
                Number("probability", row => row.Probability),
                Number("bare_mean", row => row.Bare?.Mean),
                .. levels.Select((name, i) => Number("bare_" + name, row => row.Bare?.Quantiles[i])),
            ], rows.Count),
        ]);
    }

    private sealed record Row(Study Study, int Scenario, Metric Metric, string? Window, string From, string To, Distribution Shown,
        Distribution? Bare, double Probability);
}
