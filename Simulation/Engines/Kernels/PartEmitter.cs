using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Supply.Maths;
using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>One part of a step for the replications of a kernel.</summary>
/// <param name="rows">The rows of the block.</param>
/// <param name="line">Values that are the same in every replication, see <see cref="StepLines"/>.</param>
internal unsafe delegate void KernelPart(double* rows, double* line);

/// <summary>
/// Writes a part as IL. Each expression is written for all vectors of a row before the next one, so that the processor has independent
/// work while it waits. Operands in memory are read where they are used: a register costs more than a load.
/// </summary>
internal sealed class PartEmitter
{
    private static readonly Type[] parameters = [typeof(double).MakePointerType(), typeof(double).MakePointerType()];

    private readonly StepProgram program;
    private readonly VectorMethods methods;
    private readonly int vectors;
    private readonly StepLines lines;
    private readonly BlockLayout layout;
    private readonly Dictionary<int, double> constants;
    private readonly Dictionary<Node, LocalBuilder[]> locals = [];
    private readonly DynamicMethod method;
    private readonly ILGenerator il;
    private readonly int part;
    private LocalBuilder? flushed;
    private LocalBuilder? scattered;

    public PartEmitter(StepProgram program, VectorMethods methods, int vectors, StepLines lines, BlockLayout layout,
        Dictionary<int, double> constants, IReadOnlyList<Node> nodes)
    {
        (this.program, this.methods, this.vectors, this.lines, this.layout, this.constants) =
            (program, methods, vectors, lines, layout, constants);
        part = nodes[0].Part;
        method = new DynamicMethod($"part {part}", typeof(void), parameters, typeof(PartEmitter).Module,
            skipVisibility: true) { InitLocals = false };
        il = method.GetILGenerator(1 << 15);
        foreach (var node in nodes) Emit(node);
        il.Emit(OpCodes.Ret);
    }

    /// <summary>The part as machine code, compiled now rather than when it first runs.</summary>
    public KernelPart Compile()
    {
        var compiled = method.CreateDelegate<KernelPart>();
        RuntimeHelpers.PrepareDelegate(compiled);
        return compiled;
    }

    private int RowBytes => vectors * VectorBytes;

    private int VectorBytes => methods.Lanes * sizeof(double);

    private void Emit(Node node)
    {
        switch (node.Kind)
        {
            case NodeKind.Store:
                Write(v => Address(node.Row, v), node.A!);
                break;
            case NodeKind.Push:
                if (layout.DelayWrites.IsDrawn(node.Index)) Scatter(node);
                else Write(v => SlotAddress(program.Delays[node.Index].FirstSlot, lines.SlotWritten(node.Index), v), node.A!);
                break;
            case NodeKind.Value when !node.IsNested && node.Readers.Count > 0:
                Compute(node);
                break;
        }
    }

    private void Write(Action<int> address, Node value)
    {
        for (var v = 0; v < vectors; v++)
        {
            address(v);
            Operand(value, v);
            il.Emit(OpCodes.Stobj, methods.Vector);
        }
    }

    private void Compute(Node node)
    {
        var row = node.Scratch;
        if (node.Readers.Any(reader => reader.Part == node.Part))
        {
            var local = new LocalBuilder[vectors];
            for (var v = 0; v < vectors; v++)
            {
                local[v] = il.DeclareLocal(methods.Vector);
                Value(node, v);
                il.Emit(OpCodes.Stloc, local[v]);
            }

            locals[node] = local;
        }

        for (var v = 0; v < vectors && row >= 0; v++)
        {
            Address(row, v);
            if (locals.TryGetValue(node, out var local)) il.Emit(OpCodes.Ldloc, local[v]);
            else Value(node, v);
            il.Emit(OpCodes.Stobj, methods.Vector);
        }
    }

    private void Operand(Node node, int v)
    {
        if (node.Kind == NodeKind.Row) Row(node.Row, v);
        else if (node.IsCall || node.Part != part) Load(node.MemoryRow, v);
        else if (node.IsNested) Value(node, v);
        else il.Emit(OpCodes.Ldloc, locals[node][v]);
    }

    private void Value(Node node, int v)
    {
        switch (node.Op)
        {
            case Op.Add: Binary(methods.Add, node, v); break;
            case Op.Subtract: Binary(methods.Subtract, node, v); break;
            case Op.Multiply: Binary(methods.Multiply, node, v); break;
            case Op.Divide: Binary(methods.Divide, node, v); break;
            case Op.Min: Extreme(methods.Min, methods.Less, node, v); break;
            case Op.Max: Extreme(methods.Max, methods.Greater, node, v); break;
            case Op.Less:
                Binary(methods.Less, node, v);
                Broadcast(1);
                Call(methods.And);
                break;
            case Op.Select: Select(node, v); break;
            case Op.Sqrt: Unary(methods.Sqrt, node, v); break;
            case Op.Floor: Unary(methods.Floor, node, v); break;
            case Op.FlushTiny:
                flushed ??= il.DeclareLocal(methods.Vector);
                Operand(node.A!, v);
                il.Emit(OpCodes.Dup);
                il.Emit(OpCodes.Stloc, flushed);
                Broadcast(FlushTiny.Limit);
                Call(methods.Less);
                Broadcast(0);
                il.Emit(OpCodes.Ldloc, flushed);
                Call(methods.Select);
                break;
            case Op.Delayed: InSlot(program.Delays[node.Index].FirstSlot, lines.SlotRead(node.Index), v); break;
            case Op.Normal: InSlot(layout.Normals.FirstRow(node.Index), lines.Tile(), v); break;
            case Op.Lookup: Lookup(node, v); break;
            case Op.Table: Operand(node.A!, v); break;
            default: throw new InvalidOperationException($"{node.Op} cannot be emitted.");
        }
    }

    private void Unary(MethodInfo operation, Node node, int v)
    {
        Operand(node.A!, v);
        Call(operation);
    }

    private void Binary(MethodInfo operation, Node node, int v)
    {
        Operand(node.A!, v);
        Operand(node.B!, v);
        Call(operation);
    }

    private void Extreme(MethodInfo? operation, MethodInfo comparison, Node node, int v)
    {
        Binary(operation ?? comparison, node, v);
        if (operation is not null) return;
        Operand(node.A!, v);
        Operand(node.B!, v);
        Call(methods.Select);
    }

    private void Select(Node node, int v)
    {
        // A comparison that nothing else reads need not become a number first.
        if (node.A is { Op: Op.Less, IsNested: true })
        {
            Binary(methods.Less, node.A, v);
            Operand(node.B!, v);
            Operand(node.C!, v);
        }
        else
        {
            Operand(node.A!, v);
            Broadcast(0);
            Call(methods.AreEqual);
            Operand(node.C!, v);
            Operand(node.B!, v);
        }

        Call(methods.Select);
    }

    /// <summary>Writes each value into the slot of its replication. Eight plain stores are faster than reading from eight slots.</summary>
    private void Scatter(Node node)
    {
        scattered ??= il.DeclareLocal(methods.Vector);
        for (var v = 0; v < vectors; v++)
        {
            Operand(node.A!, v);
            il.Emit(OpCodes.Stloc, scattered);
            for (var lane = 0; lane < methods.Lanes; lane++)
            {
                Address(program.Delays[node.Index].FirstSlot, v, lane);
                Address(layout.DelayWrites.RowOf(node.Index), v, lane);
                il.Emit(OpCodes.Ldind_I8);
                il.Emit(OpCodes.Conv_I);
                il.Emit(OpCodes.Add);
                il.Emit(OpCodes.Ldloc, scattered);
                il.Emit(OpCodes.Ldc_I4, lane);
                Call(methods.Lane);
                il.Emit(OpCodes.Stind_R8);
            }
        }
    }

    private void InSlot(int firstRow, int column, int v)
    {
        SlotAddress(firstRow, column, v);
        il.Emit(OpCodes.Ldobj, methods.Vector);
    }

    private void Lookup(Node node, int v)
    {
        var (left, right, weight) = lines.Path(node.Index, [.. node.Points.Select(point => point.MemoryRow)]);
        Uniform(weight);
        Broadcast(0);
        Call(methods.AreEqual);
        InSlot(0, left, v);
        InSlot(0, left, v);
        InSlot(0, right, v);
        InSlot(0, left, v);
        Call(methods.Subtract);
        Uniform(weight);
        Call(methods.Multiply);
        Call(methods.Add);
        Call(methods.Select);
    }

    private void Row(int row, int v)
    {
        if (constants.TryGetValue(row, out var value)) Broadcast(value);
        else if (lines.IsTable(row)) Uniform(lines.Table(row));
        else Load(row, v);
    }

    private void Load(int row, int v)
    {
        Address(row, v);
        il.Emit(OpCodes.Ldobj, methods.Vector);
    }

    private void Address(int row, int v, int lane = 0)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, (row * RowBytes) + (v * VectorBytes) + (lane * sizeof(double)));
        il.Emit(OpCodes.Add);
    }

    /// <summary>An address whose row depends on the step.</summary>
    private void SlotAddress(int firstRow, int column, int v)
    {
        Address(firstRow, v);
        Column(column);
        il.Emit(OpCodes.Ldind_I8);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Add);
    }

    private void Uniform(int column)
    {
        Column(column);
        il.Emit(OpCodes.Ldind_R8);
        Call(methods.Broadcast);
    }

    private void Column(int column)
    {
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4, column * sizeof(double));
        il.Emit(OpCodes.Add);
    }

    private void Broadcast(double value)
    {
        il.Emit(OpCodes.Ldc_R8, value);
        Call(methods.Broadcast);
    }

    private void Call(MethodInfo callee) => il.Emit(OpCodes.Call, callee);
}
