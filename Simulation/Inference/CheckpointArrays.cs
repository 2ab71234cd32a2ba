using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Supply.Inference;

/// <summary>Arrays of numbers in a checkpoint, each behind its length.</summary>
internal static class CheckpointArrays
{
    public static void Write<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    public static T[] Read<T>(BinaryReader reader) where T : unmanaged
    {
        var (length, left) = (reader.ReadInt32(), reader.BaseStream.Length - reader.BaseStream.Position);
        if (length < 0 || length > left / Unsafe.SizeOf<T>())
        {
            throw new EndOfStreamException($"An array has {length} numbers, and {left} bytes are left.");
        }

        var values = new T[length];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
