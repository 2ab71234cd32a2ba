using Parquet;
using Parquet.Schema;

namespace Supply.Data;

/// <summary>A column of a file: its name and values, in pieces as long as a row group.</summary>
internal abstract class Column(DataField described)
{
    /// <summary>Its name and type, for a schema.</summary>
    public DataField Described => described;

    /// <summary>Writes some of its values.</summary>
    /// <param name="group">The row group.</param>
    /// <param name="field">The field of the schema of the file.</param>
    /// <param name="first">The first value.</param>
    /// <param name="count">How many.</param>
    public abstract void Write(ParquetRowGroupWriter group, DataField field, int first, int count);
}

/// <summary>Whole numbers.</summary>
internal sealed class IntegerColumn(string name, IReadOnlyList<int> values) : Column(new DataField<int>(name))
{
    public override void Write(ParquetRowGroupWriter group, DataField field, int first, int count)
    {
        var some = new int[count];
        for (var i = 0; i < count; i++) some[i] = values[first + i];
        group.WriteAsync<int>(field, some).GetAwaiter().GetResult();
    }
}

/// <summary>Texts, each of which may be missing.</summary>
internal sealed class TextColumn(string name, IReadOnlyList<string?> values) : Column(new DataField<string>(name))
{
    public override void Write(ParquetRowGroupWriter group, DataField field, int first, int count)
    {
        var some = new string?[count];
        for (var i = 0; i < count; i++) some[i] = values[first + i];
        group.WriteAsync(field, (IReadOnlyCollection<string>)some!).GetAwaiter().GetResult();
    }
}

/// <summary>Numbers; one that is undefined is missing, and infinity stays.</summary>
internal sealed class NumberColumn(string name, IReadOnlyList<double> values) : Column(new DataField<double?>(name))
{
    public override void Write(ParquetRowGroupWriter group, DataField field, int first, int count)
    {
        var some = new double?[count];
        for (var i = 0; i < count; i++)
        {
            var value = values[first + i];
            some[i] = double.IsNaN(value) ? null : value;
        }

        group.WriteAsync<double>(field, some.AsMemory()).GetAwaiter().GetResult();
    }
}
