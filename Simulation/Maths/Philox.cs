using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supply.Maths;

/// <summary>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011): a bijection of 128-bit counters under a 64-bit key, so a draw is a function of its
/// address alone and not of earlier draws. Counter = (step, replication, low word of the draw key, high word of the draw key); key = (low
/// word of the seed, high word of the seed).
/// </summary>
/// <remarks>
/// A uniform takes the first two words of the block: m = (x1 * 2^32 + x0) / 2^12, rounded down, is 52 bits, and the draw is
/// (m + 0.5) * 2^-52, exact in double, symmetric about one half, from 2^-53 to 1 - 2^-53: never 0 or 1.
/// </remarks>
internal static unsafe class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;
    private const ulong LowHalf = 0xFFFFFFFF;

    // 52 bits under this exponent are 1 + m * 2^-52; what is subtracted leaves (m + 0.5) * 2^-52 without rounding.
    private const ulong OneBits = 0x3FF0000000000000;
    private const double OneLessHalfStep = 1.0 - (1.0 / (1UL << 53));

    /// <summary>The four words of one block.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)Multiplier0 * c0;
            ulong p1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>Eight blocks at once. Each word is the low half of a 64-bit lane; the upper halves hold anything.</summary>
    public static (Vector512<ulong> X0, Vector512<ulong> X1, Vector512<ulong> X2, Vector512<ulong> X3) Block(
        Vector512<ulong> c0, Vector512<ulong> c1, Vector512<ulong> c2, Vector512<ulong> c3, uint k0, uint k1)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Round(ref c0, ref c1, ref c2, ref c3, k0, k1);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>One uniform on the open interval (0, 1).</summary>
    public static double Uniform(ulong seed, uint replication, ulong key, uint step)
    {
        var (x0, x1, _, _) = Block(step, replication, (uint)key, (uint)(key >> 32), (uint)seed, (uint)(seed >> 32));
        ulong m = (((ulong)x1 << 32) | x0) >> 12;
        return BitConverter.UInt64BitsToDouble(OneBits | m) - OneLessHalfStep;
    }

    /// <summary>The uniforms of eight replications.</summary>
    public static Vector512<double> Uniforms(ulong seed, Vector256<uint> replications, ulong key, uint step) =>
        Uniforms(new SharedRounds(seed, key, step), replications);

    /// <summary>A row of uniforms, one for each replication; any width.</summary>
    public static void Fill(double* result, ulong seed, uint* replications, ulong key, uint step, int width)
    {
        int i = 0;
        if (width >= Rows.Lanes)
        {
            var opening = new SharedRounds(seed, key, step);
            for (; i <= width - Rows.Lanes; i += Rows.Lanes)
                Vector512.Store(Uniforms(opening, Vector256.Load(replications + i)), result + i);
        }
        for (; i < width; i++)
            result[i] = Uniform(seed, replications[i], key, step);
    }

    /// <summary>
    /// The first three rounds as far as they are the same in every replication: only one word of the counter differs, and a word takes
    /// three rounds to reach all others. Each field is what remains to be combined.
    /// </summary>
    private readonly struct SharedRounds
    {
        public readonly uint First0, Second3, Third1, Third2, Third3, Key0, Key1;

        public SharedRounds(ulong seed, ulong key, uint step)
        {
            unchecked
            {
                var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
                var (high, low) = Split((ulong)Multiplier1 * (uint)key);
                First0 = high ^ k0;
                var (high0, low0) = Split((ulong)Multiplier0 * step);
                var second2 = high0 ^ (uint)(key >> 32) ^ k1;
                (k0, k1) = (k0 + Weyl0, k1 + Weyl1);
                Second3 = low0 ^ k1;
                (high, var third1) = Split((ulong)Multiplier1 * second2);
                var third0 = high ^ low ^ k0;
                (k0, k1) = (k0 + Weyl0, k1 + Weyl1);
                Third1 = third1 ^ k0;
                (high, Third3) = Split((ulong)Multiplier0 * third0);
                Third2 = high ^ k1;
                (Key0, Key1) = (k0 + Weyl0, k1 + Weyl1);
            }
        }

        private static (uint High, uint Low) Split(ulong product) => ((uint)(product >> 32), (uint)product);
    }

    private static Vector512<double> Uniforms(in SharedRounds opening, Vector256<uint> replications)
    {
        var (low, high) = Vector256.Widen(replications);
        var c0 = Vector512.Create(low, high) ^ Vector512.Create((ulong)opening.First0);
        var c3 = MultiplyLow(c0, Multiplier0);
        var c2 = Vector512.ShiftRightLogical(c3, 32) ^ Vector512.Create((ulong)opening.Second3);
        var c1 = MultiplyLow(c2, Multiplier1);
        c0 = Vector512.ShiftRightLogical(c1, 32) ^ Vector512.Create((ulong)opening.Third1);
        c2 = c3 ^ Vector512.Create((ulong)opening.Third2);
        c3 = Vector512.Create((ulong)opening.Third3);
        var (k0, k1) = (opening.Key0, opening.Key1);
        for (int round = 3; round < Rounds - 1; round++)
        {
            Round(ref c0, ref c1, ref c2, ref c3, k0, k1);
            unchecked
            {
                k0 += Weyl0;
                k1 += Weyl1;
            }
        }

        // Only two words of the last round are needed, and they follow from one product.
        var x1 = MultiplyLow(c2, Multiplier1);
        var x0 = Vector512.ShiftRightLogical(x1, 32) ^ c1 ^ Vector512.Create((ulong)k0);
        var m = Vector512.ShiftRightLogical(Vector512.ShiftLeft(x1, 32) | (x0 & Vector512.Create(LowHalf)), 12);
        return (m | Vector512.Create(OneBits)).AsDouble() - Vector512.Create(OneLessHalfStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<ulong> c0, ref Vector512<ulong> c1, ref Vector512<ulong> c2, ref Vector512<ulong> c3, uint k0, uint k1)
    {
        var p0 = MultiplyLow(c0, Multiplier0);
        var p1 = MultiplyLow(c2, Multiplier1);
        c0 = Vector512.ShiftRightLogical(p1, 32) ^ c1 ^ Vector512.Create((ulong)k0);
        c2 = Vector512.ShiftRightLogical(p0, 32) ^ c3 ^ Vector512.Create((ulong)k1);
        c1 = p1;
        c3 = p0;
    }

    /// <summary>The 64-bit products of the low halves: exact, so any instruction that has them gives the same bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> MultiplyLow(Vector512<ulong> a, uint b)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Multiply(a.AsUInt32(), Vector512.Create((ulong)b).AsUInt32());
        if (Avx2.IsSupported)
        {
            var factor = Vector256.Create((ulong)b).AsUInt32();
            return Vector512.Create(
                Avx2.Multiply(a.GetLower().AsUInt32(), factor), Avx2.Multiply(a.GetUpper().AsUInt32(), factor));
        }
        return (a & Vector512.Create(LowHalf)) * Vector512.Create((ulong)b);
    }
}
