using Parquet;
using Parquet.Schema;

namespace Supply.Data;

/// <summary>The values of each replication, as a Parquet file has them.</summary>
public sealed class ParquetRows
{
    private readonly Dictionary<string, double[]> columns = [];

    private ParquetRows(int[] replications, string[] scenarios) => (Replications, Scenarios) = (replications, scenarios);

    /// <summary>The number of the replication of each row, from 0.</summary>
    public IReadOnlyList<int> Replications { get; }

    /// <summary>The name of the scenario of each row.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>The names of the columns: a metric and its window, for example <c>fired per day [2026]</c>.</summary>
    public IReadOnlyCollection<string> Names => columns.Keys;

    /// <summary>The values of a column, one for each row: NaN where it is undefined, infinite where it is never reached.</summary>
    /// <param name="name">The name of the column.</param>
    /// <exception cref="KeyNotFoundException">There is no such column; the message names those that there are.</exception>
    public IReadOnlyList<double> this[string name] => columns.TryGetValue(name, out var values) ? values
        : throw new KeyNotFoundException(
            $"There is no column \"{name}\". There is {string.Join(", ", Names.Select(one => $"\"{one}\""))}.");

    /// <summary>Reads the values of each replication of a study, of all parts that are there.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <exception cref="IOException">There are no such files, or they cannot be read.</exception>
    public static ParquetRows Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var rows = Directory.GetFiles(Path.Combine(folder, ParquetSink.FolderName), "part-*.parquet").Order(StringComparer.Ordinal)
            .Select(path => ReadFile(path)).ToArray();
        var all = new ParquetRows([.. rows.SelectMany(one => one.Replications)], [.. rows.SelectMany(one => one.Scenarios)]);
        foreach (var name in rows.SelectMany(one => one.Names).Distinct())
        {
            all.columns[name] = [.. rows.SelectMany(one => one.columns[name])];
        }

        return all;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The most columns of numbers to read. Default all.</param>
    internal static ParquetRows ReadFile(string path, int columns = int.MaxValue)
    {
        using var stream = File.OpenRead(path);
        var reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
        try
        {
            DataField[] fields = [.. reader.Schema.GetDataFields().Take(2 + Math.Min(columns, int.MaxValue - 2))];
            var groups = Enumerable.Range(0, reader.RowGroupCount).Select(i => ReadGroup(reader, i, fields)).ToArray();
            var rows = new ParquetRows([.. groups.SelectMany(one => one.Replications)], [.. groups.SelectMany(one => one.Scenarios)]);
            for (var i = 2; i < fields.Length; i++) rows.columns[fields[i].Name] = [.. groups.SelectMany(one => one.Numbers[i - 2])];
            return rows;
        }
        finally
        {
            reader.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static (int[] Replications, string[] Scenarios, double[][] Numbers) ReadGroup(
        ParquetReader reader, int group, DataField[] fields)
    {
        using var open = reader.OpenRowGroupReader(group);
        var count = checked((int)open.RowCount);
        var (replications, scenarios) = (new int[count], new string?[count]);
        open.ReadAsync<int>(fields[0], replications.AsMemory()).AsTask().GetAwaiter().GetResult();
        open.ReadAsync(fields[1], scenarios.AsMemory()).AsTask().GetAwaiter().GetResult();
        var numbers = new double[fields.Length - 2][];
        for (var i = 0; i < numbers.Length; i++)
        {
            var values = new double?[count];
            open.ReadAsync<double>(fields[i + 2], values.AsMemory()).AsTask().GetAwaiter().GetResult();
            numbers[i] = [.. values.Select(value => value ?? double.NaN)];
        }

        return (replications, [.. scenarios.Select(name => name ?? "")], numbers);
    }
}
