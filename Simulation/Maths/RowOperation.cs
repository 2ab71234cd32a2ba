namespace Supply.Maths;

/// <summary>An operation over whole rows, and which operations it may be fused with.</summary>
internal sealed unsafe class RowOperation
{
    private readonly int operands;
    private readonly void* loop;

    private RowOperation(int operands, void* loop)
    {
        this.operands = operands;
        this.loop = loop;
    }

    private RowOperation(delegate*<double*, double*, int, void> loop) : this(1, loop) { }

    private RowOperation(delegate*<double*, double*, double*, int, void> loop) : this(2, loop) { }

    private RowOperation(delegate*<double*, double*, double*, double*, int, void> loop) : this(3, loop) { }

    private RowOperation(delegate*<double*, double*, double*, double*, double*, int, void> loop) : this(4, loop) { }

    public static RowOperation Add { get; } = new(&Rows.Apply<Add>);

    public static RowOperation Subtract { get; } = new(&Rows.Apply<Subtract>);

    public static RowOperation Multiply { get; } = new(&Rows.Apply<Multiply>);

    public static RowOperation Divide { get; } = new(&Rows.Apply<Divide>);

    public static RowOperation Min { get; } = new(&Rows.Apply<Min>);

    public static RowOperation Max { get; } = new(&Rows.Apply<Max>);

    public static RowOperation Less { get; } = new(&Rows.Apply<LessThan>);

    public static RowOperation Select { get; } = new(&Rows.Apply<Select>);

    public static RowOperation Floor { get; } = new(&Rows.Apply<Floor>);

    public static RowOperation Sqrt { get; } = new(&Rows.Apply<Sqrt>);

    public static RowOperation Exp { get; } = new(&Rows.Apply<Exp>);

    public static RowOperation Log { get; } = new(&Rows.Apply<Log>);

    public static RowOperation FlushTiny { get; } = new(&Rows.Apply<FlushTiny>);

    public static RowOperation Share { get; } = new(&Rows.Apply<Share>);

    public static RowOperation IfAbove { get; } = new(&Rows.Apply<IfAbove>);

    private static RowOperation AddThree { get; } = new(&Rows.Apply<Left<Add, Add>>);

    /// <summary>
    /// The operation that replaces an outer one whose operand at a place comes from an inner one. Covers the pairs that occur in models.
    /// </summary>
    private static Dictionary<(RowOperation Outer, int Place, RowOperation Inner), RowOperation> Pairs { get; } = new()
    {
        [(Add, 0, Add)] = AddThree,
        [(Add, 0, AddThree)] = new(&Rows.Apply<LeftOfThree<Add, Left<Add, Add>>>),
        [(Add, 1, Add)] = new(&Rows.Apply<Right<Add, Add>>),
        [(Add, 0, Subtract)] = new(&Rows.Apply<Left<Add, Subtract>>),
        [(Add, 1, Subtract)] = new(&Rows.Apply<Right<Add, Subtract>>),
        [(Add, 0, Multiply)] = new(&Rows.Apply<Left<Add, Multiply>>),
        [(Add, 1, Multiply)] = new(&Rows.Apply<Right<Add, Multiply>>),
        [(Subtract, 0, Subtract)] = new(&Rows.Apply<Left<Subtract, Subtract>>),
        [(Subtract, 0, Multiply)] = new(&Rows.Apply<Left<Subtract, Multiply>>),
        [(Subtract, 1, Add)] = new(&Rows.Apply<Right<Subtract, Add>>),
        [(Max, 1, Subtract)] = new(&Rows.Apply<Right<Max, Subtract>>),
        [(FlushTiny, 0, Subtract)] = new(&Rows.Apply<After<FlushTiny, Subtract>>),
        [(FlushTiny, 0, Add)] = new(&Rows.Apply<After<FlushTiny, Add>>),
    };

    /// <summary>The fused operation: the operands of the outer one with those of the inner one in its place; null: there is none.</summary>
    public static RowOperation? Fuse(RowOperation outer, int place, RowOperation inner) => Pairs.GetValueOrDefault((outer, place, inner));

    public void Apply(double* result, double* a, double* b, double* c, double* d, int width)
    {
        switch (operands)
        {
            case 1: ((delegate*<double*, double*, int, void>)loop)(result, a, width); break;
            case 2: ((delegate*<double*, double*, double*, int, void>)loop)(result, a, b, width); break;
            case 3: ((delegate*<double*, double*, double*, double*, int, void>)loop)(result, a, b, c, width); break;
            default: ((delegate*<double*, double*, double*, double*, double*, int, void>)loop)(result, a, b, c, d, width); break;
        }
    }
}
