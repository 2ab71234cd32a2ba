using Parquet;
using Parquet.Schema;

namespace Supply.Data;

/// <summary>A column of a file: its name and values, in pieces as long as a row group.</summary>
internal abstract class Column(DataField described)
{
    public DataField Field { get; } = described;

    public abstract void Write(ParquetRowGroupWriter group, int first, int count);
}

/// <summary>Whole numbers.</summary>
internal sealed class IntegerColumn(string name, IReadOnlyList<int> values) : Column(new DataField<int>(name))
{
    public override void Write(ParquetRowGroupWriter group, int first, int count)
    {
        var some = new int[count];
        for (var i = 0; i < count; i++) some[i] = values[first + i];
        group.WriteAsync<int>(Field, some).GetAwaiter().GetResult();
    }
}

/// <summary>Texts, each of which may be missing.</summary>
internal sealed class TextColumn(string name, IReadOnlyList<string?> values) : Column(new DataField<string>(name))
{
    public override void Write(ParquetRowGroupWriter group, int first, int count)
    {
        var some = new string?[count];
        for (var i = 0; i < count; i++) some[i] = values[first + i];
        group.WriteAsync(Field, (IReadOnlyCollection<string>)some!).GetAwaiter().GetResult();
    }
}

/// <summary>Numbers; one that is undefined is missing, and infinity stays.</summary>
internal sealed class NumberColumn(string name, IReadOnlyList<double> values) : Column(new DataField<double?>(name))
{
    public override void Write(ParquetRowGroupWriter group, int first, int count)
    {
        var some = new double?[count];
        for (var i = 0; i < count; i++)
        {
            var value = values[first + i];
            some[i] = double.IsNaN(value) ? null : value;
        }

        group.WriteAsync<double>(Field, some.AsMemory()).GetAwaiter().GetResult();
    }
}
