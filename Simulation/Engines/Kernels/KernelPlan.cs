using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>A function called over adjacent rows, in place, in the steps in which its arguments change; null: in all steps.</summary>
internal readonly record struct RowCall(Op Op, int Index, int FirstRow, int Count, bool[]? Changes);

/// <summary>Parts to run in order, and the calls that follow them.</summary>
internal sealed record Stage(IReadOnlyList<IReadOnlyList<Node>> Parts, IReadOnlyList<RowCall> Calls);

/// <summary>
/// Decides what is computed where. A step is cut into stages at its calls (exp and inverse normal are written once, in C#), and stages
/// into parts small enough for the optimising compiler. A value that crosses a cut goes through a row of its own.
/// </summary>
internal sealed class KernelPlan
{
    // The JIT silently stops optimising beyond 60,000 bytes of IL or 1,024 locals; well before that it slows down.
    private const int MostBytes = 24_000;
    private const int MostLocals = 400;

    // One expression for a whole step would need more registers than there are.
    private const int MostNested = 24;

    private readonly StepGraph graph;
    private readonly List<Node> order = [];
    private readonly List<List<RowCall>> calls = [];
    private int nextRow;

    /// <param name="program">The program whose steps are planned.</param>
    /// <param name="vectors">Vectors side by side in a row.</param>
    /// <param name="lanes">Doubles in a vector.</param>
    /// <param name="layout">The rows of the block; the kernel may use the rows after them.</param>
    public KernelPlan(StepProgram program, int vectors, int lanes, BlockLayout layout)
    {
        graph = new StepGraph(program);
        nextRow = layout.Rows;
        OrderByStages();
        InsertWrites();
        for (var i = 0; i < order.Count; i++) order[i].Position = i;
        CutIntoParts(vectors, lanes);
        NestSingleReaders();
        AssignScratchRows();
        Stages = [.. calls.Select((rows, stage) => new Stage(
            [.. order.Where(node => node.Stage == stage).GroupBy(node => node.Part).Select(part => part.ToArray())], rows))];
        ScratchRows = nextRow - layout.Rows;
    }

    public IReadOnlyList<Stage> Stages { get; }

    public int ScratchRows { get; }

    /// <summary>Everything the calls of the first stage need, those calls, then the same for the next stage; the rest comes last.</summary>
    private void OrderByStages()
    {
        var level = new Dictionary<Node, int>();
        foreach (var value in graph.Values)
        {
            level[value] = value.Operands().Where(operand => operand.Kind == NodeKind.Value)
                .Select(operand => level[operand] + (operand.IsCall ? 1 : 0)).DefaultIfEmpty(0).Max();
        }

        // Nodes that change in few steps go first, because nodes that change in more steps may read them.
        foreach (var value in graph.Values.Where(value => value.Changes is not null)) value.Stage = level[value];
        var often = graph.Values.Select(value => value.Changes).OfType<bool[]>().Distinct()
            .OrderBy(changes => changes.Count(change => change)).Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var called = graph.Values.Where(value => value.IsCall).OrderBy(value => level[value]).ToArray();
        var last = called.Length == 0 ? 0 : level[called[^1]] + 1;
        foreach (var call in called) AssignStage(call, level[call]);
        foreach (var value in graph.Values.Where(value => value.Stage < 0)) value.Stage = last;
        for (var stage = 0; stage <= last; stage++)
        {
            var (stores, rows) = PlaceCalls([.. called.Where(call => call.Stage == stage)]);
            order.AddRange(graph.Values.Where(value => value.Stage == stage && !value.IsCall).Concat(stores)
                .OrderBy(node => node.Changes is { } changes ? often[changes] : often.Count));
            calls.Add(rows);
        }
    }

    private static void AssignStage(Node node, int stage)
    {
        if (node.Kind != NodeKind.Value || node.Stage >= 0) return;
        node.Stage = stage;
        foreach (var operand in node.Operands()) AssignStage(operand, stage);
    }

    /// <summary>
    /// Assigns adjacent rows to calls of one function, so that one loop serves them all, and stores their arguments there.
    /// </summary>
    private (List<Node> Stores, List<RowCall> Rows) PlaceCalls(Node[] called)
    {
        var (stores, rows) = (new List<Node>(), new List<RowCall>());
        foreach (var group in called.GroupBy(call => (call.Op, call.Index, call.Changes)))
        {
            var first = nextRow;
            foreach (var call in group)
            {
                call.Scratch = nextRow++;
                call.A!.Readers.Remove(call);
                stores.Add(StepGraph.Connect(new Node(
                    NodeKind.Store) { A = call.A, Row = call.Scratch, Stage = call.Stage, Changes = call.Changes }));
            }

            rows.Add(new(group.Key.Op, group.Key.Index, first, nextRow - first, group.Key.Changes));
        }

        return (stores, rows);
    }

    /// <summary>Puts each write after the value it writes and after the last node that reads the previous content.</summary>
    private void InsertWrites()
    {
        var place = order.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var after = graph.Writes.ToLookup(write => graph.ReadersAtBegin(write.Row).Append(write.A!)
            .Select(node => node.Kind == NodeKind.Row || node.IsCall || (write.Kind == NodeKind.Push && node.Changes is not null)
                ? order.Count : place.GetValueOrDefault(node, -1)).Max());
        var ordered = new List<Node>(order.Count + graph.Writes.Count);
        ordered.AddRange(after[-1]);
        for (var i = 0; i <= order.Count; i++)
        {
            if (i < order.Count) ordered.Add(order[i]);
            foreach (var write in after[i])
            {
                // The last stage may consist only of writes.
                write.Stage = i < order.Count ? order[i].Stage : calls.Count - 1;

                // A row keeps a value that changes in few steps; a delay's slot is a different one in each step, so it is written in all.
                write.Changes = write.Kind == NodeKind.Store ? write.A!.Changes : null;
                ordered.Add(write);
            }
        }

        foreach (var write in after[-1]) write.Stage = calls.Count - 1;
        order.Clear();
        order.AddRange(ordered);
    }

    /// <summary>Begins a new part at each stage, at nodes that change in other steps, and where a part has grown large.</summary>
    private void CutIntoParts(int vectors, int lanes)
    {
        var (part, bytes, locals, stage, changes) = (0, 0, 0, 0, (bool[]?)null);
        foreach (var node in order)
        {
            if (node.Stage != stage || node.Changes != changes || bytes > MostBytes || locals > MostLocals)
            {
                (part, bytes, locals, stage, changes) = (part + 1, 0, 0, node.Stage, node.Changes);
            }
            node.Part = part;
            bytes += vectors * node.EstimatedBytes(lanes);
            if (node.Readers.Count > 1) locals += vectors;
        }
    }

    /// <summary>Values with one reader become part of its expression, unless the row they read would be overwritten by then.</summary>
    private void NestSingleReaders()
    {
        var sizes = new Dictionary<Node, int>();
        foreach (var value in order.Where(node => node.Kind == NodeKind.Value))
        {
            var size = 1 + value.Operands().Where(operand => operand.IsNested).Sum(operand => sizes[operand]);
            sizes[value] = size;
            value.IsNested = size < MostNested && value.Readers is [var reader] && reader.Part == value.Part && reader.Points.Count == 0;
        }

        foreach (var write in graph.Writes.Where(write => write is { Kind: NodeKind.Store, A.Kind: NodeKind.Value }))
        {
            foreach (var reader in graph.ReadersAtBegin(write.Row))
            {
                if (reader.Root.Position > write.Position) reader.IsNested = false;
            }
        }
    }

    private void AssignScratchRows()
    {
        foreach (var value in order.Where(value => value.Readers.Any(reader => reader.Part != value.Part || reader.Points.Count > 0)))
        {
            value.Scratch = nextRow++;
        }
    }
}
