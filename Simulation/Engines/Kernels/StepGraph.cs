using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>Reads the instructions of a step back into a graph: rows are reused within a step, values are not.</summary>
internal sealed class StepGraph
{
    private readonly Dictionary<int, Node> rows = [];
    private readonly Dictionary<int, Node> written = [];
    private readonly Dictionary<int, double[]> tables;
    private readonly Dictionary<int, Node> tablePoints = [];
    private readonly bool[][] planned;
    private readonly List<Node> values = [];

    public StepGraph(StepProgram program)
    {
        tables = program.Tables.ToDictionary(table => table.Row, table => table.Values);
        planned = [.. program.Planned.Select(one => one.Changes).Distinct()];
        IEnumerable<(Instruction, bool[]?)> all = [
            .. program.Planned.Select(planned => (planned.Instruction, planned.Changes)),
            .. program.Step.Select(instruction => (instruction, (bool[]?)null))];
        foreach (var (instruction, changes) in all)
        {
            var value = Connect(new Node(NodeKind.Value)
            {
                Op = instruction.Op,
                A = At(instruction.A),
                B = At(instruction.B),
                C = At(instruction.C),
                Points = instruction.Op == Op.Lookup ? [.. program.Lookups[instruction.Index].Points.Select(Point)] : [],
                Index = instruction.Index,
                Changes = changes,
            });
            values.Add(value);
            written[instruction.Result] = value;
        }

        var writes = new List<Node>();
        var after = program.RowsReadAfterStep();
        foreach (var row in written.Keys.Where(row => after.Contains(row) || rows.ContainsKey(row)).Order().ToArray())
        {
            writes.Add(Connect(new Node(NodeKind.Store) { A = written[row], Row = row }));
        }

        // The step itself reads tables elsewhere.
        foreach (var (row, _) in program.Tables.Where(table => after.Contains(table.Row)))
        {
            writes.Add(new Node(NodeKind.Store) { A = At(row), Row = row });
        }
        // A value with its own lag in each step is added in memory, after the step.
        foreach (var i in Enumerable.Range(0, program.Delays.Length).Where(i => !program.Delays[i].PerShipment))
        {
            writes.Add(Connect(new Node(NodeKind.Push) { A = At(program.Delays[i].Input), Index = i }));
        }
        Writes = writes;
    }

    /// <summary>The results of the instructions, in their order.</summary>
    public IReadOnlyList<Node> Values => values;

    /// <summary>The values that must be in memory when the step ends.</summary>
    public IReadOnlyList<Node> Writes { get; }

    /// <summary>Nodes that read the content of a row from before the step.</summary>
    public IReadOnlyList<Node> ReadersAtBegin(int row) => rows.TryGetValue(row, out var node) ? node.Readers : [];

    /// <summary>Registers a node with the nodes it reads.</summary>
    public static Node Connect(Node node)
    {
        foreach (var operand in node.Operands()) operand.Readers.Add(node);
        return node;
    }

    /// <summary>A point of a path. The rows of tables are not filled, so a table's point is a value.</summary>
    private Node Point(int row)
    {
        if (!tables.TryGetValue(row, out var table)) return At(row)!;
        if (tablePoints.TryGetValue(row, out var point)) return point;
        bool[] changes = [.. table.Select(
            (value, step) => step == 0 || BitConverter.DoubleToInt64Bits(value) != BitConverter.DoubleToInt64Bits(table[step - 1]))];
        var shared = planned.FirstOrDefault(other => other.AsSpan().SequenceEqual(changes)) ?? changes;
        values.Add(tablePoints[row] = Connect(new Node(NodeKind.Value) { Op = Op.Table, A = At(row), Changes = shared }));
        return values[^1];
    }

    private Node? At(int row)
    {
        if (row < 0) return null;
        if (written.TryGetValue(row, out var value)) return value;
        if (!rows.TryGetValue(row, out var node)) rows[row] = node = new Node(NodeKind.Row) { Row = row };
        return node;
    }
}
