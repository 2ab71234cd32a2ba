using System.Text;

namespace Supply.Maths;

/// <summary>
/// The address of a draw: a 64-bit hash of its name that is the same in every process, version and language. FNV-1a 64
/// (Fowler, Noll and Vo) over the UTF-8 bytes, followed by the finaliser of SplitMix64 (Steele, Lea and Flood 2014, variant
/// 13 of Stafford). Names are compared byte by byte: case counts, and no Unicode normalisation takes place.
/// </summary>
internal static class DrawKey
{
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    public static ulong Of(string name) => Finalise(Fnv1A(Encoding.UTF8.GetBytes(name)));

    /// <summary>h = offset; for each byte: h = (h xor byte) * prime, modulo 2^64.</summary>
    internal static ulong Fnv1A(ReadOnlySpan<byte> bytes)
    {
        ulong hash = FnvOffset;
        foreach (byte value in bytes)
            hash = unchecked((hash ^ value) * FnvPrime);
        return hash;
    }

    /// <summary>A bijection of 64-bit words in which each input bit moves about half the output bits.</summary>
    internal static ulong Finalise(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
