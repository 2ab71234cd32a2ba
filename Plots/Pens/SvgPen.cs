using System.Globalization;
using System.Security;
using System.Text;
using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>Draws as SVG text.</summary>
/// <param name="name">A prefix for ids, of its own in the web page that holds the picture.</param>
internal sealed class SvgPen(string name) : Pen
{
    private readonly StringBuilder body = new();
    private int clips;

    public string Body => body.ToString();

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

    public override void Rectangle(Box box, string fill, double opacity = 1) =>
        Raw($"<rect {Place(box)} fill=\"{fill}\"{Opacity(opacity)}/>");

    public override void Stroke(string path, string stroke, double width, IReadOnlyList<double>? dashes = null)
    {
        var dash = dashes is null ? "" : $" stroke-dasharray=\"{string.Join(' ', dashes.Select(PathData.Number))}\"";
        Raw($"<path d=\"{path}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{PathData.Number(width)}\" stroke-linecap=\"round\" "
            + $"stroke-linejoin=\"round\"{dash}/>");
    }

    public override void Fill(string path, string fill, double opacity, string? edge = null)
    {
        var stroke = edge is null ? "" : $" stroke=\"{edge}\" stroke-width=\"1\" stroke-linejoin=\"round\"";
        Raw($"<path d=\"{path}\" fill=\"{fill}\"{Opacity(opacity)}{stroke}/>");
    }

    public override void Disc(double x, double y, double radius, string fill, string edge, double edgeWidth) =>
        Raw($"<circle cx=\"{PathData.Number(x)}\" cy=\"{PathData.Number(y)}\" r=\"{PathData.Number(radius)}\" fill=\"{fill}\" "
            + $"stroke=\"{edge}\" stroke-width=\"{PathData.Number(edgeWidth)}\"/>");

    public override void Clipped(Box box, Action draw)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{name}-p{++clips}");
        Raw($"<clipPath id=\"{id}\"><rect {Place(box)}/></clipPath>");
        Raw($"<g clip-path=\"url(#{id})\">");
        draw();
        Raw("</g>");
    }

    protected override void Write(string text, double x, double baseline, Anchor anchor, TextLook look)
    {
        var place = $"x=\"{PathData.Number(x)}\" y=\"{PathData.Number(baseline)}\" font-size=\"{PathData.Number(look.Size)}\""
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

    private static string Place(Box box) =>
        $"x=\"{PathData.Number(box.Left)}\" y=\"{PathData.Number(box.Top)}\" width=\"{PathData.Number(box.Width)}\" "
            + $"height=\"{PathData.Number(box.Height)}\"";

    private static string Opacity(double opacity) => opacity >= 1 ? "" : $" fill-opacity=\"{PathData.Number(opacity)}\"";

    private void Raw(string line) => body.Append(line).Append('\n');
}
