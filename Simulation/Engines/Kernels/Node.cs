using Supply.Programs;

namespace Supply.Engines.Kernels;

/// <summary>The meaning of a node of a kernel.</summary>
internal enum NodeKind
{
    /// <summary>The content of a row when the step begins.</summary>
    Row,

    /// <summary>The result of an instruction.</summary>
    Value,

    /// <summary>Writes a value into a row.</summary>
    Store,

    /// <summary>Writes a value into the slot of a delay that belongs to the step.</summary>
    Push,
}

/// <summary>A step as a graph again: who reads which value, instead of which row.</summary>
internal sealed class Node(NodeKind kind)
{
    public NodeKind Kind { get; } = kind;

    public Op Op { get; init; }

    public Node? A { get; init; }

    public Node? B { get; init; }

    public Node? C { get; init; }

    /// <summary>The points of a path. It finds them by their rows, so each is stored before the path is read.</summary>
    public IReadOnlyList<Node> Points { get; init; } = [];

    /// <summary>The row that is read or written.</summary>
    public int Row { get; init; } = -1;

    /// <summary>Which draw, delay, lookup or quantile function.</summary>
    public int Index { get; init; } = -1;

    /// <summary>The steps in which it changes; null: any. Nodes with the same steps share the object.</summary>
    public bool[]? Changes { get; set; }

    /// <summary>Nodes that read this one; a node that reads it twice is listed twice.</summary>
    public List<Node> Readers { get; } = [];

    /// <summary>The place in the order of the step.</summary>
    public int Position { get; set; } = -1;

    /// <summary>The stage it belongs to; -1 while undecided.</summary>
    public int Stage { get; set; } = -1;

    /// <summary>The part that computes it; a call belongs to no part.</summary>
    public int Part { get; set; } = -1;

    /// <summary>Whether it is computed where it is read, inside the expression of its only reader.</summary>
    public bool IsNested { get; set; }

    /// <summary>The row through which other parts and paths read it; -1: none.</summary>
    public int Scratch { get; set; } = -1;

    /// <summary>Its address in memory.</summary>
    public int MemoryRow => Kind == NodeKind.Row ? Row : Scratch;

    /// <summary>The node in whose expression this one is computed.</summary>
    public Node Root => IsNested ? Readers[0].Root : this;

    /// <summary>A function that the kernel calls over whole rows between two parts.</summary>
    public bool IsCall => Kind == NodeKind.Value && Op is Op.Exp or Op.Log or Op.InverseNormal or Op.Quantile;

    public IEnumerable<Node> Operands()
    {
        if (A is not null) yield return A;
        if (B is not null) yield return B;
        if (C is not null) yield return C;
        foreach (var point in Points) yield return point;
    }

    /// <summary>Approximate number of bytes of IL for one vector of it.</summary>
    public int EstimatedBytes(int lanes) =>
        Kind == NodeKind.Push ? 30 * lanes : 14 + Operands().Sum(operand => operand.Kind == NodeKind.Row ? 12 : 3);
}
