using System.Net;
using System.Text;
using Supply.Plots.Layout;

namespace Supply.Plots.Files;

/// <summary>A figure as an element of a web page.</summary>
internal static class HtmlFigure
{
    public static string Of(Figure figure)
    {
        // As data of an image nothing in the picture meets the ids, styles and scripts of the page.
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.ToSvg()));
        var words = WebUtility.HtmlEncode($"{figure.Title}. {FigureDescription.Describe(figure)}");
        return FormattableString.Invariant($"<figure><img width=\"{figure.Width}\" style=\"max-width:100%\" alt=\"{words}\" ")
            + $"src=\"data:image/svg+xml;base64,{picture}\"></figure>";
    }
}
