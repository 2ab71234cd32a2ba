using System.Globalization;
using System.Text;
using Supply.Plots.Layout;

namespace Supply.Plots.Pens;

/// <summary>
/// A figure as an SVG document: valid XML with line feeds, numbers in the invariant culture, and a title and a description for readers who
/// cannot see it.
/// </summary>
internal static class SvgDocument
{
    public static string Of(Figure figure)
    {
        var plan = FigurePlan.Of(figure);
        var name = Name(figure);
        var pen = new SvgPen(name);
        FigurePainter.Paint(pen, plan);
        var (width, height) = (PathData.Number(figure.Width), PathData.Number(plan.Height));
        return new StringBuilder()
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(width).Append("\" height=\"").Append(height)
            .Append("\" viewBox=\"0 0 ").Append(width).Append(' ').Append(height)
            .Append("\" role=\"img\" aria-labelledby=\"").Append(name).Append("-title ").Append(name).Append("-desc\">\n")
            .Append("<title id=\"").Append(name).Append("-title\">").Append(SvgPen.Escape(figure.Title)).Append("</title>\n")
            .Append("<desc id=\"").Append(name).Append("-desc\">").Append(SvgPen.Escape(FigureDescription.Describe(figure)))
                .Append("</desc>\n")
            .Append("<rect width=\"").Append(width).Append("\" height=\"").Append(height).Append("\" fill=\"#FFFFFF\"/>\n")
            .Append("<g font-family=\"").Append(FigureStyle.Fonts).Append("\">\n")
            .Append(pen.Body).Append("</g>\n</svg>\n").ToString();
    }

    /// <summary>A prefix for ids that follows from the texts, so that two figures can be in one web page.</summary>
    private static string Name(Figure figure)
    {
        var hash = 2166136261u;
        var texts = figure.Panels.SelectMany(p => new[] { p.Title, p.Y.Label });
        foreach (var letter in string.Join('\n', texts.Prepend(figure.Subtitle).Prepend(figure.Title).Append(figure.Description)))
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return string.Create(CultureInfo.InvariantCulture, $"f{hash:x8}");
    }
}
