using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace Supply.Plots.Pens;

/// <summary>
/// The faces that pictures of pixels are written in. They are part of the library, because a machine without fonts would draw a picture
/// without words and say nothing, and because each machine would draw another picture.
/// </summary>
internal sealed class Faces : IFontResolver
{
    public const string Name = "Liberation Sans";

    private static readonly Lazy<SKTypeface> regular = Load("Regular"), bold = Load("Bold"), italic = Load("Italic");
    private static readonly Lazy<bool> known = new(() =>
    {
        Fonts.FontResolvers.Insert(0, new Faces());
        return true;
    });

    private Faces()
    {
    }

    /// <summary>Makes the face known to ScottPlot by its name; labels that name another one are left alone.</summary>
    public static void MakeKnown() => _ = known.Value;

    /// <summary>Shared by all pictures: never dispose.</summary>
    public static SKTypeface Of(bool isBold, bool isItalic) => (isBold ? bold : isItalic ? italic : regular).Value;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Of(bold, italic) : null;

    // A load that failed is tried again: the native library may be there by then.
    private static Lazy<SKTypeface> Load(string style) => new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"LiberationSans-{style}.ttf")!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }, LazyThreadSafetyMode.PublicationOnly);
}
