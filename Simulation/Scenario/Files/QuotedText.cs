using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supply.Files;

/// <summary>Names and texts as messages and files hold them.</summary>
internal static class QuotedText
{
    private const int Longest = 60;

    /// <summary>The text as a JSON string; readable, so letters of any alphabet stay as they are.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair.</exception>
    public static string Json(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>The text in quotation marks on one line, shortened if long.</summary>
    public static string Quote(string text)
    {
        if (text.Length <= Longest) return Json(text);
        var cut = Longest - 10;
        return Json(text[..(char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut)] + "...");
    }

    /// <summary>"a", "b" or "c".</summary>
    public static string OneOf(IEnumerable<string> names) => Join(names, " or ");

    /// <summary>"a", "b" and "c".</summary>
    public static string All(IEnumerable<string> names) => Join(names, " and ");

    private static string Join(IEnumerable<string> names, string last)
    {
        var quoted = names.Select(Quote).ToList();
        return quoted.Count < 2 ? string.Concat(quoted) : string.Join(", ", quoted.Take(quoted.Count - 1)) + last + quoted[^1];
    }
}
