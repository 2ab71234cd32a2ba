using System.Buffers.Binary;
using System.Text;

namespace Supply.Plots.Files;

/// <summary>Adds words to a PNG file, as chunks of text right after its header.</summary>
internal static class PngFile
{
    private const int Signature = 8, Header = 25;
    private static readonly uint[] table = [.. Enumerable.Range(0, 256).Select(i => Shifted((uint)i))];

    public static byte[] WithText(byte[] png, PictureText text)
    {
        var xmp = Encoding.UTF8.GetString(text.ToXmp());
        return
        [
            .. png.AsSpan(0, Signature + Header),
            .. Chunk("Title", text.Title), .. Chunk("Description", text.Description), .. Chunk("Source", text.Source),
            .. Chunk("XML:com.adobe.xmp", xmp),
            .. png.AsSpan(Signature + Header),
        ];
    }

    /// <summary>An uncompressed chunk of international text: length, type, keyword, text, check sum.</summary>
    private static byte[] Chunk(string keyword, string text)
    {
        byte[] body = [.. "iTXt"u8, .. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length - 4);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + body.Length), Sum(body));
        return chunk;
    }

    /// <summary>The check sum of the PNG specification, CRC-32.</summary>
    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes)
        {
            sum = table[(byte)(sum ^ one)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Shifted(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}
