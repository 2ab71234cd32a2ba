using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

/// <summary>
/// Natural logarithm, within 1 ulp for every positive double, denormals included; the same bits in scalar and vector form on
/// every machine. Log(±0) = -infinity, Log(+infinity) = +infinity; below zero and for NaN it is <see cref="double.NaN"/>.
/// </summary>
/// <remarks>
/// x = 2^e (1 + f) with 1 + f between √½ and √2; log(1 + f) = f - f²/2 + f³ q(f), where q is the minimax polynomial of
/// degree 19 for the relative error. The leading sum e ln 2 + f - f²/2 is kept in two parts (Dekker 1971), so the rounding
/// that counts is the last one.
/// </remarks>
internal readonly struct Log : IUnary
{
    private const ulong RootHalfBits = 0x3FE6A09E667F3BCD;
    private const ulong ExponentField = 0xFFF0000000000000;
    private const ulong SignBit = 0x8000000000000000;
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double DenormalScale = 18014398509481984.0; // 2^54
    private const double DenormalExponent = -54.0;

    // 2^52 and its bits: a small integer added to the bits becomes a double by subtracting 2^52, here with the bias of 2048
    // that the flipped sign bit gives the exponent.
    private const ulong ShifterBits = 0x4330000000000000;
    private const double ShifterAndBias = 4503599627370496.0 + 2048.0;

    private const double Ln2High = 0.6931471805592082;
    private const double Ln2Low = 7.371002565167799e-13;

    private const double Q0 = 0.33333333333333454;
    private const double Q1 = -0.2499999999999892;
    private const double Q2 = 0.1999999999994614;
    private const double Q3 = -0.1666666666691437;
    private const double Q4 = 0.14285714293840857;
    private const double Q5 = -0.12499999982020692;
    private const double Q6 = 0.1111111051607774;
    private const double Q7 = -0.10000000383199259;
    private const double Q8 = 0.0909093350469082;
    private const double Q9 = -0.08333345762050752;
    private const double Q10 = 0.07691714493864338;
    private const double Q11 = -0.07142000041721706;
    private const double Q12 = 0.06675147996482152;
    private const double Q13 = -0.06269801379795806;
    private const double Q14 = 0.05817782092628831;
    private const double Q15 = -0.05326777866620309;
    private const double Q16 = 0.054159637523689345;
    private const double Q17 = -0.0627504124922611;
    private const double Q18 = 0.05696869243548141;
    private const double Q19 = -0.024276177055062118;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double x)
    {
        bool denormal = x < SmallestNormal;
        ulong bits = BitConverter.DoubleToUInt64Bits(denormal ? x * DenormalScale : x);
        ulong exponent = (bits - RootHalfBits) & ExponentField;
        double f = BitConverter.UInt64BitsToDouble(bits - exponent) - 1.0;
        double e = BitConverter.UInt64BitsToDouble(((exponent ^ SignBit) >> 52) + ShifterBits) - ShifterAndBias
            + (denormal ? DenormalExponent : 0.0);
        return x == double.PositiveInfinity ? double.PositiveInfinity
            : x == 0.0 ? double.NegativeInfinity
            : x > 0.0 ? Sum(e, f)
            : double.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        var denormal = Vector512.LessThan(x, Vector512.Create(SmallestNormal));
        var bits = Vector512.ConditionalSelect(denormal, x * Vector512.Create(DenormalScale), x).AsUInt64();
        var exponent = (bits - Vector512.Create(RootHalfBits)) & Vector512.Create(ExponentField);
        var f = (bits - exponent).AsDouble() - Vector512.Create(1.0);
        var biased = Vector512.ShiftRightLogical(exponent ^ Vector512.Create(SignBit), 52);
        var e = (biased + Vector512.Create(ShifterBits)).AsDouble() - Vector512.Create(ShifterAndBias)
            + (denormal & Vector512.Create(DenormalExponent));
        var infinity = Vector512.Create(double.PositiveInfinity);
        var result = Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512<double>.Zero), Sum(e, f), Vector512.Create(double.NaN));
        result = Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<double>.Zero), -infinity, result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, infinity), infinity, result);
    }

    /// <summary>e ln 2 + log(1 + f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(double e, double f)
    {
        double f2 = f * f;
        double f4 = f2 * f2;
        double q = Polynomial.Cubic(f, f2, Q16, Q17, Q18, Q19);
        q = Math.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q12, Q13, Q14, Q15));
        q = Math.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q8, Q9, Q10, Q11));
        q = Math.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q4, Q5, Q6, Q7));
        q = Math.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q0, Q1, Q2, Q3));

        // high + low is f - f²/2 without error except that of the square itself, which f2Low restores.
        double f2Low = Math.FusedMultiplyAdd(f, f, -f2);
        double high = Math.FusedMultiplyAdd(f2, -0.5, f);
        double low = Math.FusedMultiplyAdd(f2, -0.5, f - high) - (0.5 * f2Low);
        double whole = e * Ln2High;
        double sum = whole + high;
        double rest = (whole - sum) + high + low;
        return sum + Math.FusedMultiplyAdd(f * f2, q, Math.FusedMultiplyAdd(e, Ln2Low, rest));
    }

    /// <inheritdoc cref="Sum(double, double)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Sum(Vector512<double> e, Vector512<double> f)
    {
        var f2 = f * f;
        var f4 = f2 * f2;
        var q = Polynomial.Cubic(f, f2, Q16, Q17, Q18, Q19);
        q = Vector512.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q12, Q13, Q14, Q15));
        q = Vector512.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q8, Q9, Q10, Q11));
        q = Vector512.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q4, Q5, Q6, Q7));
        q = Vector512.FusedMultiplyAdd(q, f4, Polynomial.Cubic(f, f2, Q0, Q1, Q2, Q3));

        var minusHalf = Vector512.Create(-0.5);
        var f2Low = Vector512.FusedMultiplyAdd(f, f, -f2);
        var high = Vector512.FusedMultiplyAdd(f2, minusHalf, f);
        var low = Vector512.FusedMultiplyAdd(f2, minusHalf, f - high) - (Vector512.Create(0.5) * f2Low);
        var whole = e * Vector512.Create(Ln2High);
        var sum = whole + high;
        var rest = (whole - sum) + high + low;
        return sum + Vector512.FusedMultiplyAdd(
            f * f2, q, Vector512.FusedMultiplyAdd(e, Vector512.Create(Ln2Low), rest));
    }
}
