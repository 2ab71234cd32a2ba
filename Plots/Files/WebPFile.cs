using System.Buffers.Binary;

namespace Supply.Plots.Files;

/// <summary>Adds words to a lossless WebP file: the extended header that the format then asks for, and an XMP packet.</summary>
internal static class WebPFile
{
    private const int Riff = 12, ChunkHead = 8;
    private const byte HasXmp = 0x04;

    public static byte[] WithText(byte[] webP, PictureText text)
    {
        if (!webP.AsSpan(Riff, 4).SequenceEqual("VP8L"u8))
        {
            throw new NotSupportedException("The picture is not a simple lossless WebP file.");
        }

        // Width and height less 1 in 14 bits each, after a byte of signature; the extended header has them in 24 bits each.
        var size = BinaryPrimitives.ReadUInt32LittleEndian(webP.AsSpan(Riff + ChunkHead + 1));
        var (width, height) = (size & 0x3FFF, (size >> 14) & 0x3FFF);
        byte[] extended = [HasXmp, 0, 0, 0, (byte)width, (byte)(width >> 8), 0, (byte)height, (byte)(height >> 8), 0];
        byte[] chunks = [.. "WEBP"u8, .. Chunk("VP8X"u8, extended), .. webP.AsSpan(Riff), .. Chunk("XMP "u8, text.ToXmp())];
        return Chunk("RIFF"u8, chunks);
    }

    /// <summary>Type, length, body, and a byte more where the length is odd.</summary>
    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] body)
    {
        var head = new byte[ChunkHead];
        type.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), body.Length);
        return [.. head, .. body, .. new byte[body.Length % 2]];
    }
}
