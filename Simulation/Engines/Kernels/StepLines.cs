using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>
/// Numbers that are the same in every replication of a step, one line for each step: tables, weights of paths, and the addresses of paths
/// and delays. Columns are added while the parts are emitted.
/// </summary>
internal sealed class StepLines(StepProgram program, BlockLayout layout)
{
    private readonly int rowBytes = layout.Stride * sizeof(double);
    private readonly List<double[]> columns = [];
    private readonly Dictionary<(char Kind, int Index, int Slot), int> known = [];
    private readonly Dictionary<int, double[]> tables = program.Tables.ToDictionary(table => table.Row, table => table.Values);

    public int Columns => columns.Count;

    public bool IsTable(int row) => tables.ContainsKey(row);

    /// <summary>The column with the values of the table that belongs to a row.</summary>
    public int Table(int row) => Column('t', row, 0, step => tables[row][step]);

    /// <summary>The columns of a path: byte offsets of the point before and the point after, and the weight.</summary>
    /// <param name="lookup">The path.</param>
    /// <param name="points">The rows of its points.</param>
    public (int Left, int Right, int Weight) Path(int lookup, int[] points)
    {
        var (_, left, weight) = program.Lookups[lookup];
        return (
            Column('l', lookup, 0, step => Offset(points[left[step]])),

            // At the last point there may be none after it, and its weight is 0.
            Column('p', lookup, 0, step => Offset(points[weight[step] == 0 ? left[step] : left[step] + 1])),
            Column('w', lookup, 0, step => weight[step]));
    }

    /// <summary>The column with the byte offset of the slot of a delay that is read in the step.</summary>
    public int SlotRead(int delay)
    {
        var slots = program.Delays[delay].Slots;
        return Column('r', slots, 0, step => Offset(step % slots));
    }

    /// <summary>The column with the byte offset of the slot of a delay that is written in the step, by all replications.</summary>
    public int SlotWritten(int delay) =>
        Column('s', program.Delays[delay].Slots, layout.DelayWrites.Slot(delay, 0), step => Offset(layout.DelayWrites.Slot(delay, step)));

    /// <summary>The column with the byte offset of the step's row in a tile.</summary>
    public int Tile() => Column('n', 0, 0, step => Offset(layout.Normals.StepInTile(step)));

    /// <summary>All lines, in memory that does not move.</summary>
    public double[] ToArray()
    {
        var steps = program.Horizon.Steps;
        var lines = GC.AllocateUninitializedArray<double>(Math.Max(1, steps * columns.Count), pinned: true);
        for (var column = 0; column < columns.Count; column++)
        {
            for (var step = 0; step < steps; step++) lines[(step * columns.Count) + column] = columns[column][step];
        }

        return lines;
    }

    private static double Integer(long value) => BitConverter.Int64BitsToDouble(value);

    private double Offset(int row) => Integer((long)row * rowBytes);

    private int Column(char kind, int index, int slot, Func<int, double> value)
    {
        if (known.TryGetValue((kind, index, slot), out var column)) return column;
        var values = new double[program.Horizon.Steps];
        for (var step = 0; step < values.Length; step++) values[step] = value(step);
        columns.Add(values);
        return known[(kind, index, slot)] = columns.Count - 1;
    }
}
