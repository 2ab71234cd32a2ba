using SkiaSharp;
using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws on a canvas of pixels, in the face that the library carries.</summary>
internal sealed class SkiaPen(SKCanvas canvas) : Pen
{
    public override void Rectangle(Box box, string fill, double opacity = 1)
    {
        if (fill == "none")
        {
            return;
        }

        using var paint = Filling(fill, opacity);
        canvas.DrawRect(Place(box), paint);
    }

    public override void Stroke(string path, string stroke, double width, IReadOnlyList<double>? dashes = null)
    {
        using var shape = SKPath.ParseSvgPathData(path);
        using var paint = Stroking(stroke, width);
        using var effect = dashes is null ? null : SKPathEffect.CreateDash([.. dashes.Select(dash => (float)dash)], 0);
        paint.PathEffect = effect;
        canvas.DrawPath(shape, paint);
    }

    public override void Fill(string path, string fill, double opacity, string? edge = null)
    {
        using var shape = SKPath.ParseSvgPathData(path);
        using var paint = Filling(fill, opacity);
        canvas.DrawPath(shape, paint);
        if (edge is not null)
        {
            using var line = Stroking(edge, 1);
            canvas.DrawPath(shape, line);
        }
    }

    public override void Disc(double x, double y, double radius, string fill, string edge, double edgeWidth)
    {
        using var paint = Filling(fill, 1);
        canvas.DrawCircle((float)x, (float)y, (float)radius, paint);
        using var line = Stroking(edge, edgeWidth);
        canvas.DrawCircle((float)x, (float)y, (float)radius, line);
    }

    public override void Clipped(Box box, Action draw)
    {
        canvas.Save();
        canvas.ClipRect(Place(box));
        draw();
        canvas.Restore();
    }

    protected override void Write(string text, double x, double baseline, Anchor anchor, TextLook look)
    {
        using var font = Font(look);
        var align = anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left };
        if (look.Halo)
        {
            using var halo = Stroking("#FFFFFF", 3);
            canvas.DrawText(text, (float)x, (float)baseline, align, font, halo);
        }

        using var paint = Filling(look.Colour, 1);
        canvas.DrawText(text, (float)x, (float)baseline, align, font, paint);
    }

    /// <summary>The width that a text really takes, to compare with the estimate of the plan.</summary>
    public static double Width(string text, TextLook look)
    {
        using var font = Font(look);
        return font.MeasureText(text);
    }

    private static SKFont Font(TextLook look) =>
        new(Faces.Of(look.Bold, look.Italic), (float)look.Size) { Subpixel = true, Hinting = SKFontHinting.None };

    private static SKRect Place(Box box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);

    private static SKPaint Filling(string colour, double opacity) =>
        new() { Color = SKColor.Parse(colour).WithAlpha((byte)Math.Round(255 * opacity)), IsAntialias = true };

    private static SKPaint Stroking(string colour, double width) => new()
    {
        Color = SKColor.Parse(colour),
        IsAntialias = true,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = (float)width,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
    };
}
