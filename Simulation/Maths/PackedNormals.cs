using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Supply.Maths;

/// <summary>
/// The inverse normal of a long row, with its tails packed. Fifteen uniforms in a hundred lie in a tail, which takes a logarithm, a root
/// and a second rational function. Nearly every vector holds one, so without packing nearly every vector would pay for eight. Each value
/// has the bits of <see cref="InverseNormal"/>.
/// </summary>
internal static unsafe class PackedNormals
{
    // Enough that the last, half-filled vector of tails does not matter; few enough for the stack and the first-level cache.
    private const int Chunk = 512;

    /// <summary>Any length; a row may be its own result, but rows must not overlap in part.</summary>
    public static void Apply(double* result, double* a, int width)
    {
        for (var at = 0; at < width; at += Chunk) ApplyChunk(result + at, a + at, Math.Min(Chunk, width - at));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ApplyChunk(double* result, double* a, int width)
    {
        // Packing writes whole vectors, and the last vector of tails extends beyond them.
        var tails = stackalloc double[Chunk + Rows.Lanes];
        var places = stackalloc long[Chunk + Rows.Lanes];
        var count = 0;
        var i = 0;
        for (; i <= width - Rows.Lanes; i += Rows.Lanes)
        {
            var p = Vector512.Load(a + i);
            var central = InverseNormal.Central(p, out var isTail);
            count += Pack(a + i, isTail, i, tails + count, places + count);
            Vector512.Store(central, result + i);
        }

        for (; i < width; i++) result[i] = InverseNormal.Of(a[i]);
        Vector512.Store(Vector512.Create(0.5), tails + count);
        for (var k = 0; k < count; k += Rows.Lanes) Vector512.Store(InverseNormal.Tails(Vector512.Load(tails + k)), tails + k);
        for (var k = 0; k < count; k++) result[places[k]] = tails[k];
    }

    /// <summary>Writes the marked lanes and their places one after another; the rest of the target is overwritten with anything.</summary>
    /// <returns>How many are marked.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pack(double* p, Vector512<double> isTail, int at, double* tails, long* places)
    {
        var mask = Vector512.ExtractMostSignificantBits(isTail);
        if (Avx512F.IsSupported)
        {
            // Into a register first: compressing straight into memory takes a hundred cycles on some processors.
            var numbers = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7) + Vector512.Create((long)at);
            Vector512.Store(Avx512F.Compress(Vector512<double>.Zero, isTail, Vector512.Load(p)), tails);
            Vector512.Store(Avx512F.Compress(Vector512<long>.Zero, isTail.AsInt64(), numbers), places);
            return BitOperations.PopCount(mask);
        }

        // Without a branch, which no processor could predict: each lane is written, and kept if it is marked.
        var count = 0;
        for (var lane = 0; lane < Rows.Lanes; lane++)
        {
            tails[count] = p[lane];
            places[count] = at + lane;
            count += (int)(mask >> lane) & 1;
        }

        return count;
    }
}
