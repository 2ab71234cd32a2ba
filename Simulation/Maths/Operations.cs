using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

// The scalar body of each operation is its definition; the vector body does the same for eight doubles. A NaN stays a NaN, but which of
// its bit patterns an arithmetic operation returns is the processor's choice, so no rule may depend on it.

/// <summary>a + b.</summary>
internal readonly struct Add : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a + b;
}

/// <summary>a - b.</summary>
internal readonly struct Subtract : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a - b;
}

/// <summary>a b.</summary>
internal readonly struct Multiply : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a * b;
}

/// <summary>a / b.</summary>
internal readonly struct Divide : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a / b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a / b;
}

/// <summary>a if a &lt; b, else b: b when either is NaN, and b of two zeros.</summary>
internal readonly struct Min : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a < b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b);
}

/// <summary>a if a &gt; b, else b: b when either is NaN, and b of two zeros.</summary>
internal readonly struct Max : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a > b ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b);
}

/// <summary>1 if a &lt; b, else 0, also when either is NaN.</summary>
internal readonly struct LessThan : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => a < b ? 1.0 : 0.0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) =>
        Vector512.LessThan(a, b) & Vector512.Create(1.0);
}

/// <summary>The square root, correctly rounded; NaN below zero, and √-0 = -0.</summary>
internal readonly struct Sqrt : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a) => Math.Sqrt(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a) => Vector512.Sqrt(a);
}

/// <summary>The largest integer not above a.</summary>
internal readonly struct Floor : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a) => Math.Floor(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a) => Vector512.Floor(a);
}

/// <summary>
/// 0 if a &lt; 1e-30, else a: for stocks and delay stages, where anything smaller counts as nothing, and whose decay would otherwise end
/// in denormals, which are forty times slower to compute with. Negative values become 0; NaN stays.
/// </summary>
internal readonly struct FlushTiny : IUnary
{
    public const double Limit = 1e-30;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a) => a < Limit ? 0.0 : a;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a) =>
        Vector512.ConditionalSelect(Vector512.LessThan(a, Vector512.Create(Limit)), Vector512<double>.Zero, a);
}

/// <summary>a if the condition is not zero, else b; both are computed. A NaN condition is not zero.</summary>
internal readonly struct Select : ITernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double condition, double a, double b) => condition != 0.0 ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> condition, Vector512<double> a, Vector512<double> b) =>
        Vector512.ConditionalSelect(Vector512.Equals(condition, Vector512<double>.Zero), b, a);
}
