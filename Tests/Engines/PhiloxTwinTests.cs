using System.Runtime.Intrinsics;
using Supply.Maths;

namespace Supply.Tests.Engines;

/// <summary>Eight draws at once are the eight scalar draws, at odd addresses and across the wrap of the replication.</summary>
public unsafe class PhiloxTwinTests
{
    private const int LongestRow = 256;
    private static readonly ulong[] Words = [0, 1, 0xFFFFFFFF, 0x100000000, 0x0123456789ABCDEF, 0x8000000000000001, ulong.MaxValue];
    private static readonly uint[] Steps = [0, 1, 1599, 0x80000000, uint.MaxValue];
    private static readonly uint[] Replications = [0, 8, 12345, 0x7FFFFFFC, uint.MaxValue - 3, uint.MaxValue];

    [Fact]
    public void Uniforms_AtOddAddresses_EqualTheScalar()
    {
        foreach (ulong seed in Words)
        foreach (ulong key in Words)
        foreach (uint step in Steps)
        foreach (uint first in Replications)
        {
            // Neighbours and numbers far apart: a row may hold any.
            var numbers = Vector256.Create(first) + (Vector256.Create(0u, 1, 2, 3, 1u << 31, 77, 6, 0xFFFF_0000));
            var vector = Philox.Uniforms(seed, numbers, key, step);
            for (int lane = 0; lane < Rows.Lanes; lane++) vector[lane].ShouldBe(Philox.Uniform(seed, numbers[lane], key, step));
        }
    }

    [Fact]
    public void Fill_AtEveryWidth_EqualsTheScalar()
    {
        const uint first = uint.MaxValue - 100;
        for (int width = 0; width <= LongestRow; width++)
        {
            var result = new double[LongestRow + 1];
            uint[] numbers = [.. Enumerable.Range(0, LongestRow + 1).Select(i => unchecked(first + (uint)i))];
            fixed (double* row = result)
            fixed (uint* replications = numbers)
                Philox.Fill(row, 5, replications, 99, 3, width);
            var expected = Enumerable.Range(0, width).Select(i => Philox.Uniform(5, unchecked(first + (uint)i), 99, 3));
            result.Take(width).ShouldBe(expected, $"at width {width}");
            result.Skip(width).Distinct().ShouldBe([0.0]);
        }
    }

    [Fact]
    public void Block_OfEightCounters_EqualsTheScalar()
    {
        var lanes = Vector512.Create(0UL, 1, 2, 3, 0xFFFFFFFF, 0x80000000, 0x12345678, 7);
        var (x0, x1, x2, x3) = Philox.Block(lanes, lanes + lanes, lanes ^ Vector512.Create(5UL), lanes, 0xDEADBEEF, 0xFFFFFFFF);
        for (int lane = 0; lane < Rows.Lanes; lane++)
        {
            uint c = (uint)lanes[lane];
            ((uint)x0[lane], (uint)x1[lane], (uint)x2[lane], (uint)x3[lane])
                .ShouldBe(Philox.Block(c, unchecked(c + c), c ^ 5, c, 0xDEADBEEF, 0xFFFFFFFF));
        }
    }
}
