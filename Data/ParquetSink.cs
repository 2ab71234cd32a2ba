namespace Supply.Data;

/// <summary>
/// Writes the values of each replication of a study that runs into a folder as Parquet files, one for each part, next to its parts:
/// <c>replications/part-*.parquet</c>. What is undefined is missing, infinity stays.
/// </summary>
public sealed class ParquetSink : IPartSink
{
    internal const string FolderName = "replications";

    /// <inheritdoc/>
    public bool Has(string folder, string part) => File.Exists(PathOf(folder, part));

    /// <inheritdoc/>
    public void Write(string folder, string part, Study rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int[] replications = [.. rows.Replications];
        ParquetFile.Write(
            PathOf(folder, part), rows.Scenarios.Select(result => (Columns(rows, result, replications), replications.Length)));
    }

    private static IReadOnlyList<Column> Columns(Study study, ScenarioResult result, int[] replications)
    {
        var recorded = study.Baseline.Recorded.ToArray();
        string Heading(Outcome column) => $"{study.NameOf(column.Metric)} [{column.Window.Name}]";
        return
        [
            new IntegerColumn("replication", replications),
            new TextColumn("scenario", new Repeated(result.Scenario.Name, replications.Length)),
            .. recorded.Select(column => new NumberColumn(Heading(column), result.Scalar(column.Metric, column.Window))),
            .. recorded.Where(column => study.Baseline.HasDiscrepancy(column.Metric)).Select(
                column => new NumberColumn($"{Heading(column)}, bare", result.BareScalar(column.Metric, column.Window))),
        ];
    }

    private static string PathOf(string folder, string part) => Path.Combine(folder, FolderName, $"part-{part}.parquet");

    /// <summary>One text again and again.</summary>
    private sealed class Repeated(string text, int count) : IReadOnlyList<string?>
    {
        public string? this[int index] => text;

        public int Count => count;

        public IEnumerator<string?> GetEnumerator() => Enumerable.Repeat<string?>(text, count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
