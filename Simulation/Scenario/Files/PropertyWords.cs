using System.Globalization;

namespace Supply.Files;

/// <summary>The names of a file as words of a sentence.</summary>
internal static class PropertyWords
{
    /// <summary><c>leadTime</c> as <c>lead time</c>.</summary>
    public static string Of(string name) =>
        string.Concat(name.Select(letter => char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>The words at the beginning of a sentence.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The words with <c>a</c> or <c>an</c>.</summary>
    public static string WithArticle(string words) => ("aeiou".Contains(words[0], StringComparison.Ordinal) ? "an " : "a ") + words;

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
