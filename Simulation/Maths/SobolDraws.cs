using System.Buffers.Binary;
using System.Numerics;

namespace Supply.Maths;

/// <summary>
/// Uniform numbers that fill 0..1 evenly: for each draw key Sobol's points of one dimension, scrambled as Owen (1995) does, in an order of
/// its own, so that no draw depends on which others there are; see decision 0035. Replication r is point r / 16 of randomisation r modulo
/// 16; randomisations are independent. Each of 2^m equal parts of 0..1 has one of the first 2^m points of a randomisation, from 8 on.
/// </summary>
/// <remarks>
/// The binary digits of point i, reversed behind the point, are Sobol's first dimension. The first 8 points, and the points 2^m to
/// 2^(m+1) - 1 after them, are each in an order of their own, by eight rounds of Luby and Rackoff's permutation (1988) of their last
/// digits. The scramble flips each of 32 digits by a random bit that depends on the digits above it; 20 more digits are random. Random
/// bits are those of SplitMix64 (Steele, Lea and Flood 2014), from states that Philox gives for key, randomisation and seed.
/// </remarks>
internal static unsafe class SobolDraws
{
    /// <summary>Randomisations of an ensemble, each of which would do alone.</summary>
    public const int Randomisations = 16;

    private const int FirstDigits = 3;
    private const int Digits = 32;
    private const int MoreDigits = 20;
    private const int Rounds = 8;

    // In the place of a step, of which there are fewer.
    private const uint Step = 0xFFFFFFFF;
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>The randomisation to which a replication belongs.</summary>
    public static int RandomisationOf(int replication) => replication % Randomisations;

    /// <summary>One uniform on the open interval (0, 1).</summary>
    public static double Uniform(ulong seed, uint replication, ulong key)
    {
        var (point, randomisation) = Math.DivRem(replication, Randomisations);
        var (x0, x1, x2, x3) = Philox.Block(Step, randomisation, (uint)key, (uint)(key >> 32), (uint)seed, (uint)(seed >> 32));
        var place = Ordered(point, ((ulong)x1 << 32) | x0);
        return (Scrambled(Reversed(place), ((ulong)x3 << 32) | x2) + 0.5) / (1UL << (Digits + MoreDigits));
    }

    /// <summary>A row of uniforms, one for each replication; any width.</summary>
    public static void Fill(double* result, ulong seed, uint* replications, ulong key, int width)
    {
        for (var i = 0; i < width; i++) result[i] = Uniform(seed, replications[i], key);
    }

    /// <summary>The point in the place of another of those that are ordered together.</summary>
    private static uint Ordered(uint point, ulong state)
    {
        var isFirst = point >> FirstDigits == 0;
        var digits = isFirst ? FirstDigits : BitOperations.Log2(point);
        var low = digits / 2;
        var (lowMask, highMask) = ((1u << low) - 1, (1u << (digits - low)) - 1);
        var (upper, lower) = ((point >> low) & highMask, point & lowMask);
        var block = isFirst ? 0UL : (ulong)digits << 56;
        for (var round = 0UL; round < Rounds; round += 2)
        {
            upper ^= (uint)(Random(state, block | (round << 32) | lower) >> 32) & highMask;
            lower ^= (uint)(Random(state, block | ((round + 1) << 32) | upper) >> 32) & lowMask;
        }

        return (isFirst ? 0 : 1u << digits) | (upper << low) | lower;
    }

    private static ulong Scrambled(uint number, ulong state)
    {
        var flips = 0u;
        var above = 1UL;
        for (var digit = Digits - 1; digit >= 0; digit--)
        {
            flips |= (uint)(Random(state, above) >> 63) << digit;
            above = (above << 1) | ((number >> digit) & 1);
        }

        return ((ulong)(number ^ flips) << MoreDigits) | (Random(state, above) >> (64 - MoreDigits));
    }

    private static ulong Random(ulong state, ulong position) => DrawKey.Finalise(unchecked(state + (position * Gamma)));

    private static uint Reversed(uint number)
    {
        number = ((number & 0x55555555) << 1) | ((number >> 1) & 0x55555555);
        number = ((number & 0x33333333) << 2) | ((number >> 2) & 0x33333333);
        number = ((number & 0x0F0F0F0F) << 4) | ((number >> 4) & 0x0F0F0F0F);
        return BinaryPrimitives.ReverseEndianness(number);
    }
}
