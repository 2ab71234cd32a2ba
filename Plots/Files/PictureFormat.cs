using SkiaSharp;

namespace Supply.Plots.Files;

/// <summary>A way to write pixels with the words that belong to them.</summary>
/// <param name="Ending">Of file names, with its dot.</param>
/// <param name="Pixels">Encodes the pixels alone.</param>
/// <param name="WithText">Adds the words to what was encoded.</param>
internal sealed record PictureFormat(
    string Ending, Func<SKPixmap, SKData?> Pixels, Func<byte[], PictureText, byte[]> WithText)
{
    private const int Quality = 92;

    public static PictureFormat Png { get; } =
        new(".png", pixels => pixels.Encode(SKPngEncoderOptions.Default), PngFile.WithText);

    public static PictureFormat Jpeg { get; } =
        new(".jpg", pixels => pixels.Encode(SKEncodedImageFormat.Jpeg, Quality), JpegFile.WithText);

    public static PictureFormat WebP { get; } =
        new(".webp", pixels => pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 100)), WebPFile.WithText);

    public byte[] Encode(SKPixmap pixels, PictureText text)
    {
        using var data = Pixels(pixels)
            ?? throw new NotSupportedException($"{pixels.Width} x {pixels.Height} pixels are too many for {Ending}.");
        return WithText(data.ToArray(), text);
    }
}
