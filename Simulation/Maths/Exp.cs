using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Supply.Maths;

/// <summary>
/// e to the power x, within 1 ulp, the same bits in scalar and vector form on every machine. Above 709.782712893384 it is
/// +infinity; below -708 it is 0 (results under 3.3e-308 are flushed, so no denormal comes out); NaN gives
/// <see cref="double.NaN"/>.
/// </summary>
/// <remarks>
/// x = n ln 2 + r with |r| ≤ ln 2 / 2, ln 2 in two parts (Cody and Waite 1980) and the rounding of r kept; e^r = 1 + r +
/// r² q(r), where q is the minimax polynomial of degree 10 for the relative error of e^r; n is added to the exponent bits.
/// </remarks>
internal readonly struct Exp : IUnary
{
    // The largest double whose exponential is finite, and the flush limit a little above ln 2^-1022.
    private const double Highest = 709.782712893384;
    private const double Lowest = -708.0;

    private const double Log2E = 1.4426950408889634;

    // 1.5 * 2^52: adding it leaves the nearest integer, ties to even, in the lowest bits.
    private const double Shifter = 6755399441055744.0;

    // ln 2: the upper part has 40 bits, so n times it is exact.
    private const double Ln2High = 0.6931471805592082;
    private const double Ln2Low = 7.371002565167799e-13;

    private const double Q0 = 0.5;
    private const double Q1 = 0.16666666666666682;
    private const double Q2 = 0.041666666666666095;
    private const double Q3 = 0.00833333333331705;
    private const double Q4 = 0.0013888888889115661;
    private const double Q5 = 0.00019841269896346244;
    private const double Q6 = 2.4801586926496278e-05;
    private const double Q7 = 2.755723489881867e-06;
    private const double Q8 = 2.755758200916566e-07;
    private const double Q9 = 2.511202409157415e-08;
    private const double Q10 = 2.0826565615427852e-09;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(double x)
    {
        double shifted = Math.FusedMultiplyAdd(x, Log2E, Shifter);
        double n = shifted - Shifter;
        double reduced = Math.FusedMultiplyAdd(n, -Ln2High, x);
        double r = Math.FusedMultiplyAdd(n, -Ln2Low, reduced);
        double rLow = Math.FusedMultiplyAdd(n, -Ln2Low, reduced - r);
        double r2 = r * r;
        double r4 = r2 * r2;
        double q = Math.FusedMultiplyAdd(
            Math.FusedMultiplyAdd(Polynomial.Cubic(r, r2, Q8, Q9, Q10, 0.0), r4, Polynomial.Cubic(r, r2, Q4, Q5, Q6, Q7)),
            r4,
            Polynomial.Cubic(r, r2, Q0, Q1, Q2, Q3));
        double power = 1.0 + (r + Math.FusedMultiplyAdd(r2, q, rLow));
        long scaled = BitConverter.DoubleToInt64Bits(power) + (BitConverter.DoubleToInt64Bits(shifted) << 52);
        return x > Highest ? double.PositiveInfinity
            : x < Lowest ? 0.0
            : double.IsNaN(x) ? double.NaN
            : BitConverter.Int64BitsToDouble(scaled);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        var shifted = Vector512.FusedMultiplyAdd(x, Vector512.Create(Log2E), Vector512.Create(Shifter));
        var n = shifted - Vector512.Create(Shifter);
        var reduced = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
        var r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), reduced);
        var rLow = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), reduced - r);
        var r2 = r * r;
        var r4 = r2 * r2;
        var q = Polynomial.Cubic(r, r2, Q8, Q9, Q10, 0.0);
        q = Vector512.FusedMultiplyAdd(q, r4, Polynomial.Cubic(r, r2, Q4, Q5, Q6, Q7));
        q = Vector512.FusedMultiplyAdd(q, r4, Polynomial.Cubic(r, r2, Q0, Q1, Q2, Q3));
        var power = Vector512.Create(1.0) + (r + Vector512.FusedMultiplyAdd(r2, q, rLow));
        var result = (power.AsInt64() + Vector512.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
        result = Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512.Create(Highest)), Vector512.Create(double.PositiveInfinity), result);
        result = Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512.Create(Lowest)), Vector512<double>.Zero, result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, Vector512.Create(double.NaN));
    }
}
