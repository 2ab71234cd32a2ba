using System.Globalization;
using System.Text;

namespace Supply.Files;

/// <summary>
/// A name as a reader sees it: without capitals, invisible characters and differences between characters that look alike. Two names that
/// are seen as one must not stand for two things.
/// </summary>
internal static class SeenName
{
    private const char FirstSyllable = '\uac00';
    private const char LastSyllable = '\ud7a3';
    private const int Vowels = 21;
    private const int Finals = 28;

    // Capitals of Cyrillic and Greek that look like Latin ones, then dashes and quotation marks.
    private const string Alike = "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"
        + "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u0131"
        + "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u02bc\u2032\u201c\u201d\u2033";

    private const string Usual = "ABESIJKMHOPCTYX" + "ABEZHIKMNOPTYXI" + "-------''''\"\"\"";

    // Blank, though not counted as white space: an empty pattern of Braille, and fillers between Hangul.
    private const string Blanks = "\u2800\u115f\u1160\u3164\uffa0";

    private const string Resource = "Supply.Files.decompositions.txt";

    // Each line: a character, then the characters that it consists of, by Unicode's compatibility decomposition (NFKD). The library works
    // without the tables of the operating system, which are absent where globalization is invariant.
    private static readonly Lazy<Dictionary<char, string>> decompositions = new(ReadDecompositions);

    /// <summary>The name as it is seen.</summary>
    /// <param name="name">The name.</param>
    /// <param name="blank">The text in place of blanks between words. Default one blank.</param>
    public static string Of(string? name, string blank = " ")
    {
        var (text, marks) = (new StringBuilder(), new List<char>());
        foreach (var letter in (name ?? "").SelectMany(Parts))
        {
            var kind = char.GetUnicodeCategory(letter);
            if (IsMark(kind))
            {
                if (!IsSelector(letter)) marks.Add(letter);
                continue;
            }

            Close();
            if (char.IsWhiteSpace(letter) || Blanks.Contains(letter, StringComparison.Ordinal)) text.Append(' ');
            else if (kind is not (UnicodeCategory.Format or UnicodeCategory.Control)) text.Append(Plain(char.ToUpperInvariant(letter)));
        }

        Close();
        return string.Join(blank, text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));

        // Accents over and under a letter look the same in any order.
        void Close()
        {
            foreach (var mark in marks.Order()) text.Append(mark);
            marks.Clear();
        }
    }

    /// <summary>Whether names that are seen as one differ by capitals and blanks only, which needs no further explanation.</summary>
    public static bool IsPlain(IEnumerable<string> names) => names
        .Select(name => name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()).Distinct(StringComparer.Ordinal).Count() == 1;

    /// <summary>Where two names differ, with the numbers of their characters.</summary>
    public static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        string At(string name) => at < name.Length ? NameText.Code(name[at]) : "missing";
        return $"character {PropertyWords.Number(at + 1)} is {At(one)} in one and {At(other)} in the other";
    }

    private static bool IsMark(UnicodeCategory kind) => kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsSelector(char letter) => letter is '\u034f' or (>= '\ufe00' and <= '\ufe0f') or (>= '\u180b' and <= '\u180d');

    private static char Plain(char letter) => Alike.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Usual[at] : letter;

    private static IEnumerable<char> Parts(char letter) => letter < 0x80 ? [letter]
        : letter is >= FirstSyllable and <= LastSyllable ? Syllable(letter - FirstSyllable)
        : decompositions.Value.GetValueOrDefault(letter) ?? (IEnumerable<char>)[letter];

    private static IEnumerable<char> Syllable(int number)
    {
        yield return (char)(0x1100 + (number / (Vowels * Finals)));
        yield return (char)(0x1161 + (number / Finals % Vowels));
        if (number % Finals > 0) yield return (char)(0x11a7 + (number % Finals));
    }

    private static Dictionary<char, string> ReadDecompositions()
    {
        using var stream = typeof(SeenName).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var found = new Dictionary<char, string>();
        while (reader.ReadLine() is { Length: > 1 } line) found.Add(line[0], line[1..]);
        return found;
    }
}
