using System.Globalization;
using System.Text;

namespace Supply.Programs;

/// <summary>A listing on a page: a fold for each event.</summary>
internal static class ExplanationHtml
{
    /// <summary>The most bytes of a whole listing; one of a large case is a megabyte, more than a notebook should keep.</summary>
    public const int Most = 300_000;

    private const int MostOfText = Most - 20_000;

    public static string Of(Explanation explanation)
    {
        var sections = explanation.Sections().ToArray();
        var text = new StringBuilder(Html.Paragraph(explanation.Summary));
        text.Append(Html.Folded("how to read it", Html.List(Explanation.Legend)));
        var left = MostOfText;
        foreach (var (i, (title, lines)) in sections.Index())
        {
            // What one event does not need is left for those that follow.
            var (inside, whole) = Lines(lines, left / (sections.Length - i));
            left -= Encoding.UTF8.GetByteCount(inside);
            text.Append(Html.Folded(string.Create(CultureInfo.InvariantCulture, $"{title}: {lines.Count:#,0} lines"), inside
                + (whole ? "" : Html.Note("The lines after these are left out: Of(part) and At(event) show fewer at a time."))));
        }

        return text.ToString();
    }

    private static (string Html, bool IsWhole) Lines(IReadOnlyList<string> lines, int most)
    {
        var (kept, bytes) = (new List<string>(), 0);
        foreach (var line in lines)
        {
            bytes += Encoding.UTF8.GetByteCount(Html.Text(line)) + 1;
            if (bytes > most) break;
            kept.Add(line);
        }

        return (Html.Lines(string.Join('\n', kept)), kept.Count == lines.Count);
    }
}
