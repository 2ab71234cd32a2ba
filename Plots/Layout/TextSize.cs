namespace Supply.Plots.Layout;

/// <summary>
/// Estimates the width of text from the widths of Helvetica, with a margin for wider fallbacks, because a picture made as text cannot ask
/// a font.
/// </summary>
internal static class TextSize
{
    private const double Margin = 1.06;
    private const double BoldFactor = 1.08;

    // DejaVu Sans, the widest face of the list, is wider than the estimate: by 6 to 8 % in the words of figures, in bold by 11 to 13 %.
    private const double OtherFace = 1.09, OtherFaceInBold = 1.13;

    // Widths in thousandths of the font size for the printable ASCII characters 32..126.
    private static readonly short[] Ascii =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Width(string text, double size, bool bold = false)
    {
        double sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            // A space that never ends a line is as wide as one that does. Beyond Latin script a character may fill the whole square
            // (Hangul, Han).
            sum += rune.Value is >= 32 and <= 126 ? Ascii[rune.Value - 32]
                : rune.Value == 0xA0 ? Ascii[0]
                : rune.Value < 0x1100 ? 620 : 1000;
        }

        return sum / 1000 * size * Margin * (bold ? BoldFactor : 1);
    }

    /// <summary>The room a line of text takes when its baseline starts, centres or ends at a point.</summary>
    public static Box Room(string text, double x, double baseline, Anchor anchor, double size, bool bold = false)
    {
        var width = Width(text, size, bold);
        var left = x - (anchor switch { Anchor.Start => 0, Anchor.Middle => width / 2, _ => width });
        return new(left, baseline - (0.8 * size), left + width, baseline + (0.24 * size));
    }

    /// <summary>The width that text has at most, whichever face of the list a reader has.</summary>
    public static double WidthInAnyFace(string text, double size, bool bold = false) =>
        Width(text, size, bold) * (bold ? OtherFaceInBold : OtherFace);

    /// <summary>Breaks text into lines that stay within a width whichever face of the list a reader has.</summary>
    public static IReadOnlyList<string> WrapInAnyFace(string text, double size, double width, bool bold = false) =>
        Wrap(text, size, width / (bold ? OtherFaceInBold : OtherFace), bold);

    /// <summary>Breaks text into lines of at most a width, at spaces where possible and within a word where not.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, bool bold = false)
    {
        List<string> lines = [];
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = "";

            // A number and its sign of percent stay in one line.
            var glued = paragraph.Replace(" %", "\u00a0%", StringComparison.Ordinal);
            foreach (var word in glued.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : line + " " + word;
                if (Width(longer, size, bold) <= width)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                line = BreakWord(word, size, width, bold, lines);
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    private static string BreakWord(string word, double size, double width, bool bold, List<string> lines)
    {
        var line = "";
        foreach (var rune in word.EnumerateRunes())
        {
            if (line.Length > 0 && Width(line + rune, size, bold) > width)
            {
                lines.Add(line);
                line = "";
            }

            line += rune;
        }

        return line;
    }
}
