namespace Supply.Compilation;

/// <summary>The operation of an instruction on its operands. The scalar engine's loop defines the meaning of each.</summary>
internal enum Op
{
    /// <summary>The same number always.</summary>
    Constant,

    /// <summary>A number for each step, the same in every replication.</summary>
    Table,

    /// <summary>An uncertain number, drawn or given, constant within a replication.</summary>
    Parameter,

    /// <summary>The value of a state when the step begins.</summary>
    State,

    /// <summary>The value of a state after the last step.</summary>
    FinalState,

    /// <summary>The uniform draw at an address, step 0.</summary>
    Uniform,

    /// <summary>The standard normal draw at an address for this step.</summary>
    Normal,

    /// <summary>
    /// The value put into a delay a lag ago, or all that arrives now if each step has its own lag; 0 before the first arrival.
    /// </summary>
    Delayed,

    /// <summary>A point of a path, or a straight line between two, by the step.</summary>
    Lookup,

    Add,
    Subtract,
    Multiply,
    Divide,
    Min,
    Max,

    /// <summary>1 if the first is below the second, else 0.</summary>
    Less,

    /// <summary>The second if the first is not 0, else the third; both are evaluated.</summary>
    Select,

    Sqrt,
    Exp,
    InverseNormal,
    Floor,

    /// <summary>0 for anything below 1e-30, else the value.</summary>
    FlushTiny,
}

/// <summary>When a term can be known: the latest of its operands decides.</summary>
internal enum Timing
{
    /// <summary>At compile time.</summary>
    Constant,

    /// <summary>At compile time, a value for each step.</summary>
    Table,

    /// <summary>Once per replication, before the parameters are fixed.</summary>
    Prior,

    /// <summary>Once per replication, from the parameters.</summary>
    Setup,

    /// <summary>From step to step, but from tables and what is known at set-up alone: computed in the steps in which it changes.</summary>
    Planned,

    /// <summary>In each step.</summary>
    Step,

    /// <summary>Once per replication, after the last step.</summary>
    Final,
}

/// <summary>
/// A node of the arithmetic of one step. Equal terms are the same object (see <see cref="ProgramBuilder"/>). Equations combine terms with
/// operators and the functions of <see cref="Arithmetic"/>, so that they read like those of MODEL.md.
/// </summary>
internal sealed class Term
{
    public required ProgramBuilder Builder { get; init; }

    public required int Id { get; init; }

    public required Op Op { get; init; }

    public required Timing Timing { get; init; }

    public Term? A { get; init; }

    public Term? B { get; init; }

    public Term? C { get; init; }

    /// <summary>Which table, parameter, state, draw, delay or lookup.</summary>
    public int Index { get; init; } = -1;

    /// <summary>The number of a constant.</summary>
    public double Value { get; init; }

    /// <summary>The place in the order of events where the term was first written.</summary>
    public required int Event { get; init; }

    /// <summary>Its name in the listing, as <c>fired[Front depots, 152 mm, Russia]</c>; null: shown inline. A constant has none.</summary>
    public string? Label
    {
        get;
        set => field = Op == Op.Constant ? null : value;
    }

    public IEnumerable<Term> Operands()
    {
        if (A is not null) yield return A;
        if (B is not null) yield return B;
        if (C is not null) yield return C;
    }

    public static Term operator +(Term a, Term b) => a.Builder.Add(a, b);

    public static Term operator +(Term a, double b) => a.Builder.Add(a, a.Builder.Constant(b));

    public static Term operator +(double a, Term b) => b.Builder.Add(b.Builder.Constant(a), b);

    public static Term operator -(Term a, Term b) => a.Builder.Subtract(a, b);

    public static Term operator -(Term a, double b) => a.Builder.Subtract(a, a.Builder.Constant(b));

    public static Term operator -(double a, Term b) => b.Builder.Subtract(b.Builder.Constant(a), b);

    /// <summary>0 - a.</summary>
    public static Term operator -(Term a) => 0 - a;

    public static Term operator *(Term a, Term b) => a.Builder.Multiply(a, b);

    public static Term operator *(Term a, double b) => a.Builder.Multiply(a, a.Builder.Constant(b));

    public static Term operator *(double a, Term b) => b.Builder.Multiply(b.Builder.Constant(a), b);

    public static Term operator /(Term a, Term b) => a.Builder.Divide(a, b);

    public static Term operator /(Term a, double b) => a.Builder.Divide(a, a.Builder.Constant(b));

    public static Term operator /(double a, Term b) => b.Builder.Divide(b.Builder.Constant(a), b);

    /// <summary>1 if a is below b, else 0.</summary>
    public static Term operator <(Term a, Term b) => a.Builder.Less(a, b);

    public static Term operator <(Term a, double b) => a.Builder.Less(a, a.Builder.Constant(b));

    public static Term operator <(double a, Term b) => b.Builder.Less(b.Builder.Constant(a), b);

    /// <summary>1 if a is above b, else 0.</summary>
    public static Term operator >(Term a, Term b) => b < a;

    public static Term operator >(Term a, double b) => b < a;

    public static Term operator >(double a, Term b) => b < a;

    /// <summary>
    /// This term under a name for the listing, for example <c>fired[Guns, 152 mm, Russia]</c>; a term keeps its first name.
    /// </summary>
    /// <param name="what">The kind of value it is.</param>
    /// <param name="part">The part it belongs to, or other text in brackets.</param>
    /// <param name="detail">The detail that tells it from others of the part, or null.</param>
    public Term Named(string what, string part, object? detail = null)
    {
        Label ??= Builder.LabelOf(what, part, detail);
        return this;
    }

    /// <inheritdoc cref="Named(string, string, object?)"/>
    public Term Named(string what, Part part, object? detail = null) => Named(what, part.Name, detail);
}

/// <summary>A number that lasts from step to step.</summary>
/// <param name="Index">Its place in the program.</param>
/// <param name="Name">Its name in the listing.</param>
/// <param name="Initial">Its value before step 0, a constant or known at set-up.</param>
internal sealed record StateRef(int Index, string Name, Term Initial)
{
    private ProgramBuilder Builder => Initial.Builder;

    /// <summary>Its value at this point of the step.</summary>
    public Term Now
    {
        get => Builder.Read(this);
        set => Builder.Set(this, value);
    }

    /// <summary>Its value after the last step.</summary>
    public Term AtEnd => Builder.AtEnd(this);
}

/// <summary>A delay in whole steps: of one lag per replication, or of a lag for each step, what arrives at once being added up.</summary>
/// <param name="Index">Its place in the program.</param>
/// <param name="Name">Its name in the listing.</param>
/// <param name="Lag">Whole steps, at least 1 and at most <paramref name="MaxLag"/>.</param>
/// <param name="MaxLag">The longest lag that can be drawn.</param>
internal sealed record DelayRef(int Index, string Name, Term Lag, int MaxLag)
{
    /// <summary>Whether the lag is that of what is put in in this step, and differs from step to step.</summary>
    public bool PerShipment { get; init; }

    /// <summary>The value that comes out in this step.</summary>
    public Term Due => Lag.Builder.Delayed(this);

    /// <summary>Puts in what comes out a lag later; once in a step.</summary>
    public void Push(Term value) => Lag.Builder.Push(this, value);
}

/// <summary>A path through points that are known at set-up.</summary>
/// <param name="Points">The values of the points.</param>
/// <param name="Left">For each step the point at or before it.</param>
/// <param name="Weight">For each step the share of the way to the next point, 0..1.</param>
internal sealed record LookupTable(Term[] Points, int[] Left, double[] Weight);

/// <summary>An uncertain number that is constant within a replication.</summary>
/// <param name="Key">The address of its draw.</param>
/// <param name="Name">Its name in tables.</param>
/// <param name="Reach">The least and the greatest value it can be drawn or given as.</param>
/// <param name="Prior">Its value from its draw.</param>
internal sealed record ParameterRef(string Key, string Name, Bounds Reach, Term Prior);
