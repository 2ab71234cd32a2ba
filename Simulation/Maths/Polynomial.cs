using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

/// <summary>
/// Polynomials by Estrin's scheme, with every multiply-add fused: short dependency chains, and one rounding order for the
/// scalar and the vector form. Coefficients ascend.
/// </summary>
internal static class Polynomial
{
    /// <summary>c0 + c1 x + c2 x² + c3 x³, given x and x².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cubic(double x, double x2, double c0, double c1, double c2, double c3) =>
        Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(c3, x, c2), x2, Math.FusedMultiplyAdd(c1, x, c0));

    /// <inheritdoc cref="Cubic(double, double, double, double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Cubic(
        Vector512<double> x, Vector512<double> x2, double c0, double c1, double c2, double c3)
    {
        var high = Vector512.FusedMultiplyAdd(Vector512.Create(c3), x, Vector512.Create(c2));
        var low = Vector512.FusedMultiplyAdd(Vector512.Create(c1), x, Vector512.Create(c0));
        return Vector512.FusedMultiplyAdd(high, x2, low);
    }

    /// <summary>c0 + c1 x + ... + c7 x⁷.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Septic(
        double x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
    {
        double x2 = x * x;
        return Math.FusedMultiplyAdd(Cubic(x, x2, c4, c5, c6, c7), x2 * x2, Cubic(x, x2, c0, c1, c2, c3));
    }

    /// <inheritdoc cref="Septic(double, double, double, double, double, double, double, double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Septic(
        Vector512<double> x, double c0, double c1, double c2, double c3, double c4, double c5, double c6, double c7)
    {
        var x2 = x * x;
        return Vector512.FusedMultiplyAdd(Cubic(x, x2, c4, c5, c6, c7), x2 * x2, Cubic(x, x2, c0, c1, c2, c3));
    }
}
