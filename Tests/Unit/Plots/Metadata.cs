using System.Buffers.Binary;
using System.Text;

namespace Supply.Tests.Unit.Plots;

/// <summary>Reads the XMP packet of a picture by walking through its file, whose parts must add up to the end.</summary>
internal static class Metadata
{
    public static string Xmp(byte[] file, string ending) => ending switch
    {
        ".png" => Png(file),
        ".jpg" => Jpeg(file),
        _ => WebP(file),
    };

    private static string Png(byte[] file)
    {
        string? found = null;
        var at = 8;
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var body = file.AsSpan(at + 8, length);
            if (file.AsSpan(at + 4, 4).SequenceEqual("iTXt"u8) && body.StartsWith("XML:com.adobe.xmp\0"u8))
            {
                found = Encoding.UTF8.GetString(body["XML:com.adobe.xmp\0\0\0\0\0".Length..]);
            }

            at += 12 + length;
        }

        at.ShouldBe(file.Length);
        return found.ShouldNotBeNull();
    }

    private static string Jpeg(byte[] file)
    {
        for (var at = 2; file[at] == 0xFF && file[at + 1] != 0xDA;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            var body = file.AsSpan(at + 4, length - 2);
            var head = "http://ns.adobe.com/xap/1.0/\0"u8;
            if (file[at + 1] == 0xE1 && body.StartsWith(head))
            {
                return Encoding.UTF8.GetString(body[head.Length..]);
            }

            at += 2 + length;
        }

        throw new ShouldAssertException("The file has no XMP packet.");
    }

    private static string WebP(byte[] file)
    {
        (BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)) + 8).ShouldBe(file.Length);
        file.AsSpan(12, 4).SequenceEqual("VP8X"u8).ShouldBeTrue();
        (file[20] & 4).ShouldBe(4);
        string? found = null;
        var at = 12;
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            found = file.AsSpan(at, 4).SequenceEqual("XMP "u8) ? Encoding.UTF8.GetString(file.AsSpan(at + 8, length)) : found;
            at += 8 + length + (length % 2);
        }

        at.ShouldBe(file.Length);
        return found.ShouldNotBeNull();
    }
}
