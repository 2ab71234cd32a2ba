using System.Text;

namespace Supply.Plots.Files;

/// <summary>Adds words to a JPEG file, as segments right after its start: an XMP packet, and the description as its comment.</summary>
internal static class JpegFile
{
    private const int Start = 2;
    private const byte Application1 = 0xE1, Comment = 0xFE;

    public static byte[] WithText(byte[] jpeg, PictureText text) =>
    [
        .. jpeg.AsSpan(0, Start),
        .. Segment(Application1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. text.ToXmp()]),
        .. Segment(Comment, Encoding.UTF8.GetBytes($"{text.Title}\n{text.Description}")),
        .. jpeg.AsSpan(Start),
    ];

    private static byte[] Segment(byte kind, byte[] body)
    {
        var length = checked((ushort)(body.Length + 2));
        return [0xFF, kind, (byte)(length >> 8), (byte)length, .. body];
    }
}
