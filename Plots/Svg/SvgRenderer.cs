using System.Globalization;
using System.Text;
using Supply.Plots.Svg;

namespace Supply.Plots;

/// <summary>
/// Draws a figure as an SVG document: valid XML with line feeds, numbers in the invariant culture, a title and a description
/// for readers who cannot see it, and no words that overlap or leave the picture.
/// </summary>
public sealed class SvgRenderer : IFigureRenderer
{
    /// <inheritdoc/>
    public string Render(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return Document(figure, Draw(figure, out var plan), plan.Height);
    }

    /// <summary>Draws without the document around it, so that tests can see where words are.</summary>
    internal static SvgCanvas Draw(Figure figure, out FigurePlan plan)
    {
        figure.Validate();
        plan = new FigurePlan(figure);
        var canvas = new SvgCanvas();
        var y = FigureStyle.Margin;
        y = Lines(canvas, plan.Title, y, new(FigureStyle.TitleSize, FigureStyle.Ink, Bold: true)) + 2;
        Lines(canvas, plan.Subtitle, y, new(FigureStyle.SubtitleSize, FigureStyle.SoftInk));
        Legend.Paint(canvas, plan.Legend, FigureStyle.Margin, plan.LegendTop, figure.Width - (2 * FigureStyle.Margin));
        foreach (var (i, panel) in plan.Panels.Index())
        {
            PanelPainter.Paint(canvas, panel, plan.Inks, string.Create(CultureInfo.InvariantCulture, $"{Name(figure)}-p{i + 1}"));
        }

        var foot = plan.Height - (FigureStyle.Margin * 0.75) - (plan.Source.Count * FigureStyle.SourceSize * FigureStyle.LineHeight);
        Lines(canvas, plan.Source, foot, new(FigureStyle.SourceSize, FigureStyle.SoftInk));
        return canvas;
    }

    private static double Lines(SvgCanvas canvas, IReadOnlyList<string> lines, double top, TextLook look)
    {
        foreach (var line in lines)
        {
            canvas.Text(line, FigureStyle.Margin, top + (0.85 * look.Size), Anchor.Start, look);
            top += look.Size * FigureStyle.LineHeight;
        }

        return top;
    }

    private static string Document(Figure figure, SvgCanvas canvas, double height)
    {
        var (name, size) = (Name(figure), SvgCanvas.Number(height));
        var width = SvgCanvas.Number(figure.Width);
        return new StringBuilder()
            .Append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").Append(width).Append("\" height=\"").Append(size)
            .Append("\" viewBox=\"0 0 ").Append(width).Append(' ').Append(size)
            .Append("\" role=\"img\" aria-labelledby=\"").Append(name).Append("-title ").Append(name).Append("-desc\">\n")
            .Append("<title id=\"").Append(name).Append("-title\">").Append(SvgCanvas.Escape(figure.Title)).Append("</title>\n")
            .Append("<desc id=\"").Append(name).Append("-desc\">").Append(SvgCanvas.Escape(FigureDescription.Describe(figure)))
                .Append("</desc>\n")
            .Append("<rect width=\"").Append(width).Append("\" height=\"").Append(size).Append("\" fill=\"#FFFFFF\"/>\n")
            .Append("<g font-family=\"").Append(FigureStyle.Fonts).Append("\">\n")
            .Append(canvas.Body).Append("</g>\n</svg>\n").ToString();
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
