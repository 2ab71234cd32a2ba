using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

/// <summary>
/// Quantile of the standard normal distribution: the z with P(Z ≤ z) = p, within 6 ulp for every p in (0, 1); the same
/// bits in scalar and vector form on every machine. InverseNormal(0) = -infinity, InverseNormal(1) = +infinity; outside
/// 0..1 and for NaN it is <see cref="double.NaN"/>.
/// </summary>
/// <remarks>
/// Algorithm AS 241, PPND16 (Wichura 1988): one rational function for |p - ½| ≤ 0.425 and two, in √(-log min(p, 1 - p)),
/// for the tails. Above one half, p itself carries the resolution: 1 - p is exact, but has no finer steps than 2^-53.
/// </remarks>
internal readonly struct InverseNormal : IUnary
{
    private const double CentralHalfWidth = 0.425;
    private const double CentralHalfWidthSquared = 0.180625;
    private const double NearTailOrigin = 1.6;
    private const double FarTailOrigin = 5.0;

    public static double Of(double p)
    {
        double q = p - 0.5;
        if (Math.Abs(q) <= CentralHalfWidth)
            return q * Central(Math.FusedMultiplyAdd(-q, q, CentralHalfWidthSquared));
        if (!(p > 0.0 && p < 1.0))
            return p == 0.0 ? double.NegativeInfinity : p == 1.0 ? double.PositiveInfinity : double.NaN;
        double t = Math.Sqrt(-Log.Of(q < 0.0 ? p : 1.0 - p));
        double z = t > FarTailOrigin ? FarTail(t - FarTailOrigin) : NearTail(t - NearTailOrigin);
        return q < 0.0 ? -z : z;
    }

    public static Vector512<double> Of(Vector512<double> p)
    {
        var central = Central(p, out var isTail);
        return isTail.AsInt64() == Vector512<long>.Zero ? central : Vector512.ConditionalSelect(isTail, Tails(p), central);
    }

    /// <summary>The lanes of the central part; the others, including edges and invalid arguments, hold any value and are marked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Central(Vector512<double> p, out Vector512<double> isTail)
    {
        var q = p - Vector512.Create(0.5);
        isTail = ~Vector512.LessThanOrEqual(Vector512.Abs(q), Vector512.Create(CentralHalfWidth));
        return q * Central(Vector512.FusedMultiplyAdd(-q, q, Vector512.Create(CentralHalfWidthSquared)));
    }

    /// <summary>The lanes outside the central part; others hold any value.</summary>
    internal static Vector512<double> Tails(Vector512<double> p)
    {
        var zero = Vector512<double>.Zero;
        var one = Vector512.Create(1.0);
        var infinity = Vector512.Create(double.PositiveInfinity);

        var isLower = Vector512.LessThan(p, Vector512.Create(0.5));
        var z = TailMagnitude(TailRadius(Vector512.ConditionalSelect(isLower, p, one - p)));
        z = Vector512.ConditionalSelect(isLower, -z, z);

        var isInside = Vector512.GreaterThan(p, zero) & Vector512.LessThan(p, one);
        z = Vector512.ConditionalSelect(isInside, z, Vector512.Create(double.NaN));
        z = Vector512.ConditionalSelect(Vector512.Equals(p, zero), -infinity, z);
        return Vector512.ConditionalSelect(Vector512.Equals(p, one), infinity, z);
    }

    // Not inlined, like FarTails: where vectors are halves in software, a longer method would exhaust the inliner.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> TailRadius(Vector512<double> tail) => Vector512.Sqrt(-Log.Of(tail));

    private static Vector512<double> TailMagnitude(Vector512<double> t)
    {
        var near = NearTail(t - Vector512.Create(NearTailOrigin));
        var isFar = Vector512.GreaterThan(t, Vector512.Create(FarTailOrigin));
        return isFar.AsInt64() == Vector512<long>.Zero ? near : Vector512.ConditionalSelect(isFar, FarTails(t), near);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector512<double> FarTails(Vector512<double> t) => FarTail(t - Vector512.Create(FarTailOrigin));

    private const double A0 = 3.3871328727963665;
    private const double A1 = 133.14166789178438;
    private const double A2 = 1971.5909503065513;
    private const double A3 = 13731.69376550946;
    private const double A4 = 45921.95393154987;
    private const double A5 = 67265.7709270087;
    private const double A6 = 33430.57558358813;
    private const double A7 = 2509.0809287301227;
    private const double B1 = 42.31333070160091;
    private const double B2 = 687.1870074920579;
    private const double B3 = 5394.196021424751;
    private const double B4 = 21213.794301586597;
    private const double B5 = 39307.89580009271;
    private const double B6 = 28729.085735721943;
    private const double B7 = 5226.495278852854;

    /// <summary>z / (p - ½), given 0.425² - (p - ½)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Central(double x) =>
        Polynomial.Septic(x, A0, A1, A2, A3, A4, A5, A6, A7)
        / Polynomial.Septic(x, 1.0, B1, B2, B3, B4, B5, B6, B7);

    /// <inheritdoc cref="Central(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Central(Vector512<double> x) =>
        Polynomial.Septic(x, A0, A1, A2, A3, A4, A5, A6, A7)
        / Polynomial.Septic(x, 1.0, B1, B2, B3, B4, B5, B6, B7);

    private const double C0 = 1.4234371107496835;
    private const double C1 = 4.630337846156546;
    private const double C2 = 5.769497221460691;
    private const double C3 = 3.6478483247632045;
    private const double C4 = 1.2704582524523684;
    private const double C5 = 0.2417807251774506;
    private const double C6 = 0.022723844989269184;
    private const double C7 = 0.0007745450142783414;
    private const double D1 = 2.053191626637759;
    private const double D2 = 1.6763848301838038;
    private const double D3 = 0.6897673349851;
    private const double D4 = 0.14810397642748008;
    private const double D5 = 0.015198666563616457;
    private const double D6 = 0.0005475938084995345;
    private const double D7 = 1.0507500716444169e-09;

    /// <summary>|z| in the near tail, given t - 1.6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double NearTail(double x) =>
        Polynomial.Septic(x, C0, C1, C2, C3, C4, C5, C6, C7)
        / Polynomial.Septic(x, 1.0, D1, D2, D3, D4, D5, D6, D7);

    /// <inheritdoc cref="NearTail(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> NearTail(Vector512<double> x) =>
        Polynomial.Septic(x, C0, C1, C2, C3, C4, C5, C6, C7)
        / Polynomial.Septic(x, 1.0, D1, D2, D3, D4, D5, D6, D7);

    private const double E0 = 6.657904643501103;
    private const double E1 = 5.463784911164114;
    private const double E2 = 1.7848265399172913;
    private const double E3 = 0.29656057182850487;
    private const double E4 = 0.026532189526576124;
    private const double E5 = 0.0012426609473880784;
    private const double E6 = 2.7115555687434876e-05;
    private const double E7 = 2.0103343992922881e-07;
    private const double F1 = 0.599832206555888;
    private const double F2 = 0.1369298809227358;
    private const double F3 = 0.014875361290850615;
    private const double F4 = 0.0007868691311456133;
    private const double F5 = 1.8463183175100548e-05;
    private const double F6 = 1.421511758316446e-07;
    private const double F7 = 2.0442631033899397e-15;

    /// <summary>|z| beyond t = 5, given t - 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double FarTail(double x) =>
        Polynomial.Septic(x, E0, E1, E2, E3, E4, E5, E6, E7)
        / Polynomial.Septic(x, 1.0, F1, F2, F3, F4, F5, F6, F7);

    /// <inheritdoc cref="FarTail(double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FarTail(Vector512<double> x) =>
        Polynomial.Septic(x, E0, E1, E2, E3, E4, E5, E6, E7)
        / Polynomial.Septic(x, 1.0, F1, F2, F3, F4, F5, F6, F7);
}
