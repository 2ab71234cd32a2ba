namespace Supply.Data;

/// <summary>
/// Writes the values of each replication of a study that runs into a folder as Parquet files, one for each part, next to its parts:
/// <c>replications/part-*.parquet</c>. What is undefined is missing, infinity stays.
/// </summary>
public sealed class ParquetSink : IPartSink
{
    internal const string FolderName = "replications";

    private const string Beginning = "part-", Ending = ".parquet";

    /// <summary>The part of a study that was not written part by part.</summary>
    internal const string All = "all";

    /// <inheritdoc/>
    public bool Has(string folder, string part) => File.Exists(PathOf(folder, part));

    /// <inheritdoc/>
    public IEnumerable<string> Parts(string folder)
    {
        var path = Path.Combine(folder, FolderName);
        return !Directory.Exists(path) ? []
            : Directory.GetFiles(path, Beginning + "*" + Ending).Select(file => Path.GetFileName(file)[Beginning.Length..^Ending.Length]);
    }

    /// <inheritdoc/>
    public void Remove(string folder, string part)
    {
        if (Has(folder, part)) File.Delete(PathOf(folder, part));
    }

    /// <inheritdoc/>
    public void Write(string folder, string part, Study rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        int[] replications = [.. rows.Replications];
        ParquetFile.Write(
            PathOf(folder, part), rows.Scenarios.Select(result => (Columns(rows, result, replications), replications.Length)));

        // The rows of all parts were there before the first was written alone.
        if (part != All) Remove(folder, All);
    }

    private static IReadOnlyList<Column> Columns(Study study, ScenarioResult result, int[] replications)
    {
        var recorded = study.Baseline.Recorded.ToArray();
        return
        [
            new IntegerColumn("replication", replications),
            new TextColumn("scenario", new Repeated(result.Scenario.Name, replications.Length)),
            .. recorded.Select(column => new NumberColumn(HeadingOf(study, column), result.Scalar(column.Metric, column.Window))),
            .. recorded.Where(column => study.Baseline.HasDiscrepancy(column.Metric)).Select(
                column => new NumberColumn($"{HeadingOf(study, column)}, bare", result.BareScalar(column.Metric, column.Window))),
        ];
    }

    /// <summary>Whether a folder has the rows of a study part by part.</summary>
    /// <param name="study">The study.</param>
    /// <param name="folder">The folder; it may be missing.</param>
    /// <exception cref="InvalidDataException">It has parts of another study, or of this one as it was before.</exception>
    internal static bool HasParts(Study study, string folder)
    {
        var all = PathOf(folder, All);
        if (!Directory.Exists(Path.GetDirectoryName(all)!)) return false;
        string[] parts = [.. new ParquetSink().Parts(folder).Where(part => part != All).Select(part => PathOf(folder, part))];
        if (parts.Length == 0) return false;
        if (!study.Baseline.HasRows) return true;

        // The first values of each row tell studies apart.
        var column = study.Baseline.Recorded.First();
        var rows = parts.Select(path => ParquetRows.ReadFile(path, columns: 1)).ToArray();
        (string Scenario, int Replication, double Value)[] found = [.. rows.SelectMany(one => one.Scenarios.Zip(one.Replications,
            one.Names.SingleOrDefault() == HeadingOf(study, column) ? one[one.Names.Single()] : []))];
        (string Scenario, int Replication, double Value)[] expected = [.. study.Scenarios.SelectMany(result =>
            study.Replications.Zip(result.Scalar(column.Metric, column.Window),
                (replication, value) => (result.Scenario.Name, replication, value)))];
        if (found.Order().SequenceEqual(expected.Order())) return true;
        throw new InvalidDataException(found.Length > 0 && expected.ToHashSet().IsSupersetOf(found)
            ? $"{folder} has the replications of this study as they were before it grew, or before parts were run again. Run it into the "
                + $"folder with its {nameof(ParquetSink)} again, delete {FolderName}/ there, or name another folder."
            : $"{folder} has replications of another study; name another folder.");
    }

    private static string HeadingOf(Study study, Outcome column) => $"{study.NameOf(column.Metric)} [{column.Window.Name}]";

    internal static string PathOf(string folder, string part) => Path.Combine(folder, FolderName, $"{Beginning}{part}{Ending}");

    /// <summary>One text again and again.</summary>
    private sealed class Repeated(string text, int count) : IReadOnlyList<string?>
    {
        public string? this[int index] => text;

        public int Count => count;

        public IEnumerator<string?> GetEnumerator() => Enumerable.Repeat<string?>(text, count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
