namespace Supply.Programs;

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

    /// <summary>Which table, parameter, state, draw, delay, lookup or quantile function.</summary>
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
