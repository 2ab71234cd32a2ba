using System.Security.Cryptography;
using System.Text;

namespace Supply.Analysis;

/// <summary>
/// Checkpoints of lines: a head that says to which runs they belong, then a line for each thing that is finished. Each line ends with a
/// checksum over itself and over the checksum of the line before, so that a flipped character, a part of a line, and a line that is
/// missing or in another place are found. The first lines of a checkpoint, however many, are a checkpoint too.
/// </summary>
internal static class KeptLines
{
    private const int Digits = 16;

    /// <summary>A line as it is in the file.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">The line before, as it is in the file; empty: this is the head.</param>
    public static string Summed(string line, string before)
    {
        var sum = SHA256.HashData(Encoding.UTF8.GetBytes($"{before[Math.Max(0, before.Length - Digits)..]}\n{line}"));
        return $"{line} {Convert.ToHexStringLower(sum)[..Digits]}";
    }

    /// <summary>A line of the file without its checksum.</summary>
    public static string Bare(string written) => written[..^(Digits + 1)];

    /// <summary>The lines of a checkpoint as they are in the file, the head first; where there is no file, the head alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The kind of checkpoint and its version, for example <c>supply-least/2</c>.</param>
    /// <param name="identity">All that decides the lines.</param>
    /// <param name="others">The runs to which a checkpoint with another identity belongs, in words.</param>
    /// <exception cref="ArgumentException">It is a folder, or holds other runs.</exception>
    /// <exception cref="InvalidDataException">It is damaged, or a file of another kind or version.</exception>
    public static List<string> Read(string path, string format, string identity, string others)
    {
        var head = Summed($"{format} {identity}", "");
        if (Directory.Exists(path)) throw new ArgumentException($"The checkpoint \"{path}\" is a folder; it must name a file.");
        if (!File.Exists(path)) return [head];
        var (lines, kind) = (File.ReadAllLines(path), format[..(format.IndexOf('/', StringComparison.Ordinal) + 1)]);
        if (lines.Length == 0 || !lines[0].StartsWith(kind, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"\"{path}\" is not a checkpoint of this kind, or its first line is damaged. Move or delete it, "
                + "or name another file.");
        }

        if (!lines[0].StartsWith(format + " ", StringComparison.Ordinal))
        {
            throw Wrong(path, $"has another format than {format}, which this library reads");
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (!IsSound(lines[i], i == 0 ? "" : lines[i - 1])) throw Wrong(path, $"is damaged: line {i + 1} does not match its checksum");
        }

        if (lines[0] != head) throw new ArgumentException($"\"{path}\" holds the runs of {others}; name another file.");
        return [.. lines];
    }

    /// <summary>The word for a line that matches its checksum, and does not say what such a line says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The number of the line, from 1.</param>
    public static InvalidDataException Unfit(string path, int line) =>
        Wrong(path, $"is damaged: line {line} does not hold what a checkpoint holds");

    private static bool IsSound(string written, string before) =>
        written.Length > Digits && string.Equals(written, Summed(Bare(written), before), StringComparison.Ordinal);

    private static InvalidDataException Wrong(string path, string what) =>
        new($"The checkpoint {path} {what}. Move or delete it to start again.");
}
