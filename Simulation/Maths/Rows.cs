using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

/// <summary>An operation on one row: a scalar definition, and a vector twin that gives the same bits.</summary>
internal interface IUnary
{
    static abstract double Of(double a);

    static abstract Vector512<double> Of(Vector512<double> a);
}

/// <inheritdoc cref="IUnary"/>
internal interface IBinary
{
    static abstract double Of(double a, double b);

    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b);
}

/// <inheritdoc cref="IUnary"/>
internal interface ITernary
{
    static abstract double Of(double a, double b, double c);

    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c);
}

/// <inheritdoc cref="IUnary"/>
internal interface IQuaternary
{
    static abstract double Of(double a, double b, double c, double d);

    static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d);
}

/// <summary>
/// The loop over a row, written once: two vectors, one vector, then scalars for the remainder, so any width gives the same bits. A row
/// may be its own result, but rows must not overlap in part. Any alignment works; 64 bytes is fastest.
/// </summary>
/// <remarks>
/// Without 512-bit registers a vector is two halves already, and a pair of them would exhaust the inliner; asking for the
/// hardware in the loop condition itself lets the compiler drop the loop before it counts.
/// </remarks>
internal static unsafe class Rows
{
    /// <summary>Doubles in one vector.</summary>
    public const int Lanes = 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TOperation>(double* result, double* a, int width)
        where TOperation : struct, IUnary
    {
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= width - (2 * Lanes); i += 2 * Lanes)
        {
            var first = TOperation.Of(Vector512.Load(a + i));
            var second = TOperation.Of(Vector512.Load(a + i + Lanes));
            Vector512.Store(first, result + i);
            Vector512.Store(second, result + i + Lanes);
        }
        for (; i <= width - Lanes; i += Lanes)
            Vector512.Store(TOperation.Of(Vector512.Load(a + i)), result + i);
        for (; i < width; i++)
            result[i] = TOperation.Of(a[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TOperation>(double* result, double* a, double* b, int width)
        where TOperation : struct, IBinary
    {
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= width - (2 * Lanes); i += 2 * Lanes)
        {
            var first = TOperation.Of(Vector512.Load(a + i), Vector512.Load(b + i));
            var second = TOperation.Of(Vector512.Load(a + i + Lanes), Vector512.Load(b + i + Lanes));
            Vector512.Store(first, result + i);
            Vector512.Store(second, result + i + Lanes);
        }
        for (; i <= width - Lanes; i += Lanes)
            Vector512.Store(TOperation.Of(Vector512.Load(a + i), Vector512.Load(b + i)), result + i);
        for (; i < width; i++)
            result[i] = TOperation.Of(a[i], b[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TOperation>(double* result, double* a, double* b, double* c, int width)
        where TOperation : struct, ITernary
    {
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= width - (2 * Lanes); i += 2 * Lanes)
        {
            var first = TOperation.Of(Vector512.Load(a + i), Vector512.Load(b + i), Vector512.Load(c + i));
            var second = TOperation.Of(
                Vector512.Load(a + i + Lanes), Vector512.Load(b + i + Lanes), Vector512.Load(c + i + Lanes));
            Vector512.Store(first, result + i);
            Vector512.Store(second, result + i + Lanes);
        }
        for (; i <= width - Lanes; i += Lanes)
            Vector512.Store(TOperation.Of(Vector512.Load(a + i), Vector512.Load(b + i), Vector512.Load(c + i)), result + i);
        for (; i < width; i++)
            result[i] = TOperation.Of(a[i], b[i], c[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TOperation>(double* result, double* a, double* b, double* c, double* d, int width)
        where TOperation : struct, IQuaternary
    {
        int i = 0;
        for (; Vector512.IsHardwareAccelerated && i <= width - (2 * Lanes); i += 2 * Lanes)
        {
            var first = TOperation.Of(Vector512.Load(a + i), Vector512.Load(b + i), Vector512.Load(c + i), Vector512.Load(d + i));
            var second = TOperation.Of(
                Vector512.Load(a + i + Lanes), Vector512.Load(b + i + Lanes), Vector512.Load(c + i + Lanes), Vector512.Load(d + i + Lanes));
            Vector512.Store(first, result + i);
            Vector512.Store(second, result + i + Lanes);
        }
        for (; i <= width - Lanes; i += Lanes)
            Vector512.Store(TOperation.Of(Vector512.Load(a + i), Vector512.Load(b + i), Vector512.Load(c + i), Vector512.Load(d + i)),
                result + i);
        for (; i < width; i++)
            result[i] = TOperation.Of(a[i], b[i], c[i], d[i]);
    }
}
