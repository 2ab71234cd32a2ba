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

    /// <summary>16 MiB.</summary>
    public const int MostBytes = 16 << 20;

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
        if (bytes.Length > MostBytes)
        {
            problems.Add("file", $"is larger than {MostBytes >> 20} MiB.");
            return null;
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            problems.Add("file", "is not UTF-8 text; save it with that encoding.");
            return null;
        }

        try
        {
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException exception)
        {
            problems.Add(Place(bytes.Span, exception, out var rest), Malformed(exception, rest));
            return null;
        }
    }

    private static string Neighbour(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is null || !Directory.Exists(folder)) return $" Nor does its folder \"{folder}\".";
        var near = Nearest.To(Path.GetFileName(path), Directory.EnumerateFiles(folder, "*.json").Select(file => Path.GetFileName(file)));
        return near is null ? "" : $" Nearest: \"{near}\".";
    }

    // Lines and characters count from 1, as editors show them; the parser counts lines and bytes from 0.
    private static string Place(ReadOnlySpan<byte> bytes, JsonException exception, out string rest)
    {
        var (line, offset) = ((int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
        for (var i = 0; i < line; i++) bytes = bytes[(bytes.IndexOf((byte)'\n') + 1)..];
        offset = Math.Min(offset, bytes.Length);
        var column = Encoding.UTF8.GetCharCount(bytes[..offset]) + 1;
        rest = Encoding.UTF8.GetString(bytes[offset..Math.Min(offset + 40, bytes.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, character {column}");
    }

    private static string Malformed(JsonException exception, string rest)
    {
        var said = exception.Message;
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
        if (rest.StartsWith('\'')) return "not valid JSON: texts stand in double quotation marks.";
        if (rest.Length == 0) return "not valid JSON: the file ends too early; a closing bracket or quotation mark is missing.";
        var end = said.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return "not valid JSON: " + (end < 0 ? said : said[..end]);
    }
}
