using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

// Operations on the results of operations, in one pass over the rows. Each keeps the rounding of its parts, so a fused operation gives
// the same bits as one operation after the other.

/// <summary>Outer(Inner(a, b)).</summary>
internal readonly struct After<TOuter, TInner> : IBinary
    where TOuter : struct, IUnary
    where TInner : struct, IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b) => TOuter.Of(TInner.Of(a, b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => TOuter.Of(TInner.Of(a, b));
}

/// <summary>Outer(Inner(a, b), c).</summary>
internal readonly struct Left<TOuter, TInner> : ITernary
    where TOuter : struct, IBinary
    where TInner : struct, IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b, double c) => TOuter.Of(TInner.Of(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c) => TOuter.Of(TInner.Of(a, b), c);
}

/// <summary>Outer(a, Inner(b, c)).</summary>
internal readonly struct Right<TOuter, TInner> : ITernary
    where TOuter : struct, IBinary
    where TInner : struct, IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b, double c) => TOuter.Of(a, TInner.Of(b, c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c) => TOuter.Of(a, TInner.Of(b, c));
}

/// <summary>Outer(Inner(a, b, c), d).</summary>
internal readonly struct LeftOfThree<TOuter, TInner> : IQuaternary
    where TOuter : struct, IBinary
    where TInner : struct, ITernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double a, double b, double c, double d) => TOuter.Of(TInner.Of(a, b, c), d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) =>
        TOuter.Of(TInner.Of(a, b, c), d);
}

/// <summary>The share of a pool that a wish takes: 0 &lt; pool ? min(1, wanted / pool) : 0.</summary>
internal readonly struct Share : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double wanted, double pool) => Select.Of(LessThan.Of(0.0, pool), Min.Of(1.0, Divide.Of(wanted, pool)), 0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> wanted, Vector512<double> pool) => Vector512.ConditionalSelect(
        Vector512.LessThan(Vector512<double>.Zero, pool), Min.Of(Vector512.Create(1.0), Divide.Of(wanted, pool)), Vector512<double>.Zero);
}

/// <summary>A part if it is above a fraction of the whole, else 0.</summary>
internal readonly struct IfAbove : ITernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double fraction, double whole, double part) =>
        Select.Of(LessThan.Of(Multiply.Of(fraction, whole), part), part, 0.0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> fraction, Vector512<double> whole, Vector512<double> part) =>
        Vector512.ConditionalSelect(Vector512.LessThan(Multiply.Of(fraction, whole), part), part, Vector512<double>.Zero);
}
