using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Supply.Files;

/// <summary>From the bytes of a file to a JSON document, within limits that no scenario needs to exceed.</summary>
internal static class FileText
{
    /// <summary>Objects and lists inside each other.</summary>
    public const int MostDepth = 64;

    private const int Ahead = 40;

    private const string Typographic = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb";

    /// <summary>16 MiB.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Whether a text is longer than a file that can be read.</summary>
    public static bool IsTooLong(string text) => Encoding.UTF8.GetByteCount(text) > MostBytes;

    /// <summary>The bytes of a file, or null and a problem.</summary>
    public static byte[]? Read(string path, Problems problems)
    {
        try
        {
            using var stream = File.OpenRead(path);
            // The limit holds while reading, for what has no length beforehand.
            var buffer = new byte[1 << 16];
            using var bytes = new MemoryStream();
            while (bytes.Length <= MostBytes && stream.Read(buffer) is > 0 and var count) bytes.Write(buffer, 0, count);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add("file", "does not exist." + Neighbour(path));
        }
        catch (UnauthorizedAccessException)
        {
            problems.Add("file", Directory.Exists(path) ? "is a folder." : "cannot be read: no permission.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or NotSupportedException)
        {
            problems.Add("file", $"cannot be read: {exception.Message}");
        }

        return null;
    }

    /// <summary>The document, or null and a problem.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, Problems problems)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        if (!IsText(bytes.Span, problems)) return null;
        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException exception)
        {
            var said = exception.Message.Split(" LineNumber:")[0];
            problems.Add(Place(bytes.Span, exception, out var before, out var rest), Malformed(said, before, rest));
            return null;
        }
    }

    /// <summary>The text, or null and a problem.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Problems problems)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        return IsText(bytes, problems) ? Encoding.UTF8.GetString(bytes) : null;
    }

    private static bool IsText(ReadOnlySpan<byte> bytes, Problems problems)
    {
        var fault = bytes.Length > MostBytes ? $"is larger than {MostBytes >> 20} MiB."
            : IsUtf16(bytes) ? "is UTF-16 text; save it as UTF-8."
            : !Utf8.IsValid(bytes) ? "is not UTF-8 text; save it with that encoding."
            : null;
        if (fault is not null) problems.Add("file", fault);
        return fault is null;
    }

    private static string Neighbour(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder)) return $" Nor does its folder \"{folder}\".";
        var alike = Directory.EnumerateFiles(folder, "*" + Path.GetExtension(path)).Select(file => Path.GetFileName(file));
        var near = Nearest.To(Path.GetFileName(path), alike);
        return near is null ? "" : $" Nearest: \"{near}\".";
    }

    // Lines and characters count from 1, as editors show them; the parser counts lines and bytes from 0.
    private static string Place(ReadOnlySpan<byte> bytes, JsonException exception, out string before, out string rest)
    {
        var (line, offset) = ((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
        for (var i = 0; i < line; i++) bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        offset = Math.Min(offset, bytes.Length);
        before = Encoding.UTF8.GetString(bytes[..offset]).TrimEnd();
        var column = Encoding.UTF8.GetCharCount(bytes[..offset]) + 1;
        rest = Encoding.UTF8.GetString(bytes[offset..Math.Min(offset + Ahead, bytes.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, character {column}");
    }

    // The byte order mark, or a zero in every second of the first bytes, as Latin letters and brackets have it.
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]
        or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];

    /// <summary>The fault in the analyst's words. All that the parser finds has words here; it says only which kind it is.</summary>
    private static string Malformed(string said, string before, string rest)
    {
        bool Says(string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
        if (Says("maximum configured depth")) return $"more than {MostDepth} objects and lists inside each other.";
        if (Says("trailing comma")) return "not valid JSON: a comma before a closing bracket; remove it.";
        foreach (var word in (string[])["NaN", "Infinity", "-Infinity"])
        {
            if (rest.StartsWith(word.TrimStart('-'), StringComparison.Ordinal))
            {
                return $"{word.TrimStart('-')} is not a number that a file can hold; write a finite number.";
            }
        }

        if (rest.StartsWith('/')) return "not valid JSON: comments are not allowed; use \"assumed\" or \"cited\" to explain a number.";
        if (rest.StartsWith('\'')) return "not valid JSON: texts are written in double quotation marks.";
        if (rest.Length == 0) return "not valid JSON: the file ends too early; a closing bracket or quotation mark is missing.";
        if (Says("within a JSON string") || Says("escapable"))
        {
            return Says("escapable") || Says("hex") ? "not valid JSON: an escape that is not known; write a backslash as \\\\."
                : "not valid JSON: a text holds the end of a line or a control character; write it on one line.";
        }

        if (Typographic.Contains(rest[0], StringComparison.Ordinal))
        {
            return $"not valid JSON: typographic quotation marks ({rest[0]}); write plain ones (\").";
        }

        if (char.IsWhiteSpace(rest[0]) || char.GetUnicodeCategory(rest[0]) is UnicodeCategory.Format or UnicodeCategory.Control)
        {
            return $"not valid JSON: an unusual blank or invisible character ({NameText.Code(rest[0])}); remove it.";
        }

        if (IsNumber(before, rest) || Says("number") || Says("leading zero") || Says("digit"))
        {
            return "not valid JSON: a number is written with a point, without thousands separators: 1234.5 or 1.2345e3.";
        }

        return "not valid JSON: " + (
            Says("start of a property name") ? "the name of a property needs double quotation marks."
            : Says("after a property name") ? "a colon is missing after the name of a property."
            : Says("single JSON value") ? "the file goes on after its last closing bracket."
            : Says("literal") || char.IsLetter(rest[0]) ? "a word without quotation marks; only true, false and null need none."
            : $"\"{rest[0]}\" is not expected here; a comma, a bracket or a quotation mark is missing before it, or it is one too many.");
    }

    /// <summary>Whether the parser stopped in the middle of a number: behind its decimal comma, sign, blank or point.</summary>
    private static bool IsNumber(string before, string rest) =>
        (char.IsAsciiDigit(rest[0]) && before is [.., (>= '0' and <= '9'), ','])
        || (char.IsAsciiDigit(rest[0]) && before is [.., >= '0' and <= '9'])
        || (rest is [('+' or '.'), >= '0' and <= '9', ..]) || (rest[0] is '.' or 'x' && before is [.., >= '0' and <= '9']);
}
