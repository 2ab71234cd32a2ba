namespace Supply.Programs;

/// <summary>The functions of equations; imported with <c>using static</c>.</summary>
internal static class Arithmetic
{
    public static Term Min(Term a, Term b) => a.Builder.Min(a, b);

    public static Term Min(double a, Term b) => b.Builder.Min(b.Builder.Constant(a), b);

    public static Term Max(Term a, Term b) => a.Builder.Max(a, b);

    public static Term Max(double a, Term b) => b.Builder.Max(b.Builder.Constant(a), b);

    public static Term Exp(Term a) => a.Builder.Exp(a);

    public static Term Log(Term a) => a.Builder.Log(a);

    public static Term Sqrt(Term a) => a.Builder.Sqrt(a);

    public static Term InverseNormal(Term a) => a.Builder.InverseNormal(a);

    public static Term Floor(Term a) => a.Builder.Floor(a);

    /// <summary>0 for anything below 1e-30, else the value.</summary>
    public static Term FlushTiny(Term a) => a.Builder.FlushTiny(a);

    /// <summary>The second if the condition is not 0, else the third.</summary>
    public static Term If(Term condition, Term then, Term otherwise) => condition.Builder.Select(condition, then, otherwise);

    public static Term If(Term condition, Term then, double otherwise) => If(condition, then, condition.Builder.Constant(otherwise));

    public static Term If(Term condition, double then, Term otherwise) => If(condition, condition.Builder.Constant(then), otherwise);

    /// <summary>The share of a pool that a wish takes: min(1, wanted / pool), 0 from an empty pool.</summary>
    public static Term Share(Term wanted, Term pool) => wanted.Builder.Share(wanted, pool);

    /// <summary>1 - a.</summary>
    public static Term Rest(Term a) => 1 - a;

    /// <summary>Between 0 and 1: max(0, min(1, a)).</summary>
    public static Term Clamp(Term a) => Max(0, Min(1, a));

    public static bool IsZero(Term term) => ProgramBuilder.IsZero(term);
}
