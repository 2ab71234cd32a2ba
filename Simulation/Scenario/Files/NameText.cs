using System.Globalization;

namespace Supply.Files;

/// <summary>
/// The rules of names and texts at every door: files, scenarios in code, typed claims and published figures. Nothing is rewritten on the
/// way out, so what a table, a spreadsheet or a terminal would take for something else is refused on the way in.
/// </summary>
internal static class NameText
{
    /// <summary>The most characters of a name.</summary>
    public const int Longest = 120;

    // With their full-width forms.
    private const string BeginsFormula = "=+-@\uff1d\uff0b\uff0d\uff20";

    // They join letters in Persian and in Indian scripts.
    private const string Joiners = "\u200c\u200d";

    private const string Directions = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    /// <summary>The fault of a name, to follow the name itself in a sentence; null: it has none.</summary>
    public static string? FaultOfName(string name)
    {
        if (FaultOfText(name) is { } fault) return fault;
        var hidden = name.Index().FirstOrDefault(at => IsHidden(at.Item));
        if (IsHidden(hidden.Item)) return $"holds an invisible character ({Place(hidden)}); remove it";
        var start = name.TrimStart();
        if (start.Length > 0 && BeginsFormula.Contains(start[0], StringComparison.Ordinal))
        {
            return $"begins with {QuotedText.Quote(start[..1])}, which spreadsheets take for a formula; begin with a letter or a digit";
        }

        return name.Length <= Longest ? null
            : $"has {PropertyWords.Number(name.Length)} characters; a name has at most {PropertyWords.Number(Longest)}";
    }

    /// <summary>The fault of a text that is not a name, such as a note, to follow it in a sentence; null: it has none.</summary>
    public static string? FaultOfText(string text)
    {
        foreach (var at in text.Index())
        {
            var kind = char.GetUnicodeCategory(at.Item);
            if (at.Item is '\n' or '\r' || kind is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return $"holds the end of a line ({Place(at)}); write it on one line";
            }

            if (kind == UnicodeCategory.Control) return $"holds a control character ({Place(at)}); remove it";
            if (Directions.Contains(at.Item, StringComparison.Ordinal))
            {
                return $"holds an invisible character that changes the direction of writing ({Place(at)}); remove it";
            }

            if (IsHalf(text, at.Index)) return $"holds half of a character ({Place(at)}); remove it";
        }

        return null;
    }

    /// <summary>A character by its number, for messages about what a reader cannot see.</summary>
    public static string Code(char letter) => "U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture);

    private static bool IsHidden(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format
        && !Joiners.Contains(letter, StringComparison.Ordinal);

    private static bool IsHalf(string text, int at) => char.IsSurrogate(text[at])
        && !(char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]));

    private static string Place((int Index, char Item) at) => $"{Code(at.Item)}, character {PropertyWords.Number(at.Index + 1)}";
}
