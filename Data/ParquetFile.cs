using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace Supply.Data;

/// <summary>Files of columns.</summary>
internal static class ParquetFile
{
    /// <summary>Rows of a group, as many as DuckDB reads at a time.</summary>
    private const int GroupRows = 122_880;

    /// <summary>Writes tables of the same columns one after another, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tables">The columns of each table and its rows; made when their turn comes, and not kept.</param>
    public static void Write(string path, IEnumerable<(IReadOnlyList<Column> Columns, int Rows)> tables) => WholeFile.Write(path, stream =>
    {
        // Zstd takes half again as long at its fastest level, and many times as long at that of the library, for a tenth of the size.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy, CompressionLevel = CompressionLevel.Fastest };
        ParquetWriter? writer = null;
        ParquetSchema? schema = null;
        try
        {
            foreach (var (columns, rows) in tables)
            {
                schema ??= new ParquetSchema(columns.Select(column => (Field)column.Described));
                writer ??= ParquetWriter.CreateAsync(schema, stream, options).GetAwaiter().GetResult();
                for (var first = 0; first < rows; first += GroupRows)
                {
                    using var group = writer.CreateRowGroup();
                    foreach (var (column, field) in columns.Zip(schema.GetDataFields()))
                    {
                        column.Write(group, field, first, Math.Min(GroupRows, rows - first));
                    }
                }
            }
        }
        finally
        {
            writer?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    });
}
