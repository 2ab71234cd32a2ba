using System.Globalization;
using System.Security;
using System.Text;

namespace Supply.Plots.Svg;

internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A word on the picture and the room it takes.</summary>
internal sealed record PlacedLabel(string Text, Box Box);

/// <summary>The look of a piece of text.</summary>
internal sealed record TextLook(double Size, string Colour, bool Bold = false, bool Halo = false, bool Italic = false);

/// <summary>Collects shapes as SVG text, with numbers to two decimals, and remembers the place of each word.</summary>
internal sealed class SvgCanvas
{
    private readonly StringBuilder body = new();
    private readonly List<PlacedLabel> labels = [];

    public IReadOnlyList<PlacedLabel> Labels => labels;

    public string Body => body.ToString();

    public static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Text safe inside an element or attribute; control characters, which XML forbids, become spaces.</summary>
    public static string Escape(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and not (0xFFFE or 0xFFFF));
            clean.Append(allowed ? rune.ToString() : " ");
        }

        return SecurityElement.Escape(clean.ToString());
    }

    /// <summary>The room a line of text takes when its baseline starts, centres or ends at a point.</summary>
    public static Box Room(string text, double x, double baseline, Anchor anchor, double size, bool bold = false)
    {
        var width = TextSize.Width(text, size, bold);
        var left = x - (anchor switch { Anchor.Start => 0, Anchor.Middle => width / 2, _ => width });
        return new(left, baseline - (0.8 * size), left + width, baseline + (0.24 * size));
    }

    public void Raw(string line) => body.Append(line).Append('\n');

    public void Rectangle(Box box, string fill, double opacity = 1) =>
        Raw($"<rect x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\" "
            + $"fill=\"{fill}\"{Opacity(opacity)}/>");

    public void Segment(double x0, double y0, double x1, double y1, string stroke, double width = 1, string? dashes = null) =>
        Stroke($"M{Number(x0)} {Number(y0)}L{Number(x1)} {Number(y1)}", stroke, width, dashes);

    public void Stroke(string path, string stroke, double width, string? dashes = null)
    {
        var dash = dashes is null ? "" : $" stroke-dasharray=\"{dashes}\"";
        Raw($"<path d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{Number(width)}\" stroke-linecap=\"round\" "
            + $"stroke-linejoin=\"round\"{dash}/>");
    }

    public void Fill(string path, string fill, double opacity, string? edge = null)
    {
        var stroke = edge is null ? "" : $" stroke=\"{edge}\" stroke-width=\"1\" stroke-linejoin=\"round\"";
        Raw($"<path d=\"{path}\" fill=\"{fill}\"{Opacity(opacity)}{stroke}/>");
    }

    public void Disc(double x, double y, double radius, string fill, string edge, double edgeWidth) =>
        Raw($"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(radius)}\" fill=\"{fill}\" stroke=\"{edge}\" "
            + $"stroke-width=\"{Number(edgeWidth)}\"/>");

    /// <summary>Writes one line of text and remembers its room.</summary>
    public void Text(string text, double x, double baseline, Anchor anchor, TextLook look)
    {
        labels.Add(new(text, Room(text, x, baseline, anchor, look.Size, look.Bold)));
        var place = $"x=\"{Number(x)}\" y=\"{Number(baseline)}\" font-size=\"{Number(look.Size)}\""
            + (anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" })
            + (look.Bold ? " font-weight=\"bold\"" : "")
            + (look.Italic ? " font-style=\"italic\"" : "");
        if (look.Halo)
        {
            // A second text below the first, because not every viewer paints a stroke behind its fill.
            Raw($"<text {place} fill=\"#FFFFFF\" stroke=\"#FFFFFF\" stroke-width=\"3\" stroke-linejoin=\"round\" "
                + $"aria-hidden=\"true\">{Escape(text)}</text>");
        }

        Raw($"<text {place} fill=\"{look.Colour}\">{Escape(text)}</text>");
    }

    private static string Opacity(double opacity) => opacity >= 1 ? "" : $" fill-opacity=\"{Number(opacity)}\"";
}
