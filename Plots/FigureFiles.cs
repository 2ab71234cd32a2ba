using System.Globalization;
using System.Text;

namespace Supply.Plots;

/// <summary>Names of files for figures.</summary>
public static class FigureFiles
{
    /// <summary>The most bytes of a name in UTF-8, far below the limit of file systems.</summary>
    private const int MostBytes = 180;

    /// <summary>
    /// Names without ending for the files of figures of one folder, in the order of their titles: letters and digits of any script are
    /// kept, all else becomes a hyphen, and a number is added where two names would be one, also where a file system ignores capitals.
    /// </summary>
    /// <param name="titles">The titles, such as names of metrics.</param>
    public static IReadOnlyList<string> Names(params IEnumerable<string> titles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. titles.Select(title => Unique(Stem(title), taken))];
    }

    private static string Unique(string stem, HashSet<string> taken)
    {
        var unique = stem;
        for (var i = 2; !taken.Add(unique); i++) unique = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
        return unique;
    }

    private static string Stem(string title)
    {
        var (stem, bytes) = (new StringBuilder(), 0);
        foreach (var rune in title.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes) break;
            if (IsKept(rune)) stem.Append(rune);
            else if (stem.Length > 0 && stem[^1] != '-') stem.Append('-');
        }

        var text = stem.ToString().TrimEnd('-');
        return text.Length == 0 ? "figure" : text;
    }

    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
