using System.Text;
using System.Text.RegularExpressions;

namespace Supply;

/// <summary>
/// Writes files whole: whoever reads a file finds its former content or the new one, whatever ends the process and however full the disk
/// is. The content goes into a draft in the same folder, which is flushed to the disk and then renamed.
/// </summary>
public static partial class WholeFile
{
    /// <summary>The beginning of the names of drafts, locks and of all else that a folder holds only while a run writes into it.</summary>
    internal const string OfARun = ".supply-";

    /// <summary>Writes UTF-8 text without a byte-order mark. A file that exists is replaced, and missing folders are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="IOException">It was not written; what was there before is still there.</exception>
    public static void Write(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Writes lines of UTF-8 text, each ended by a line feed.</summary>
    /// <inheritdoc cref="Write(string, string)"/>
    /// <param name="path">The file.</param>
    /// <param name="lines">The lines, which are not kept in memory together.</param>
    public static void Write(string path, IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            foreach (var line in lines) writer.WriteLine(line);
        });
    }

    /// <summary>Writes what a function puts into a stream.</summary>
    /// <inheritdoc cref="Write(string, string)"/>
    /// <param name="path">The file.</param>
    /// <param name="content">Puts the content into the stream.</param>
    public static void Write(string path, Action<Stream> content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(content);
        var file = Path.GetFullPath(path);
        if (IsDevice(file))
        {
            using var device = new FileStream(file, FileMode.Open, FileAccess.Write);
            content(device);
            return;
        }

        if (new FileInfo(file) is { LinkTarget: not null } link) file = link.ResolveLinkTarget(returnFinalTarget: true)!.FullName;

        // The draft does not contain the name of the file, which may be as long as names can be.
        var draft = Path.Combine(Path.GetDirectoryName(file) ?? file, $"{OfARun}{Guid.NewGuid():N}.draft");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
            Replace(file, draft, content);
        }
        catch (Exception failure)
        {
            File.Delete(draft);

            if (!IsOfTheDisk(failure)) throw;
            throw NotWritten(path, failure);
        }
    }

    private static void Replace(string file, string draft, Action<Stream> content)
    {
        if (File.Exists(file) && File.GetAttributes(file).HasFlag(FileAttributes.ReadOnly))
        {
            throw new UnauthorizedAccessException("it is write-protected.");
        }

        using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            content(stream);
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows() && File.Exists(file)) File.SetUnixFileMode(draft, File.GetUnixFileMode(file));
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Terminals, pipes and the like are written to; a file in their place would be of no use.</summary>
    internal static bool IsDevice(string file) => !OperatingSystem.IsWindows()
        && (file.StartsWith("/dev/", StringComparison.Ordinal) || file.StartsWith("/proc/", StringComparison.Ordinal))
        && File.Exists(file);

    /// <summary>Whether a file could not be written; the last is thrown where it is larger than the disk or the user may have.</summary>
    internal static bool IsOfTheDisk(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    /// <summary>Says so in the words of the system, without the name of the draft, which no reader knows.</summary>
    internal static IOException NotWritten(string path, Exception failure)
    {
        var words = Draft().Replace(failure.Message, match => match.Groups[1].Length > 0 ? "" : "its folder")
            .Replace(" (Parameter 'value')", "", StringComparison.Ordinal).TrimEnd('.');
        return new IOException($"\"{path}\" was not written: {words}.", failure);
    }

    [GeneratedRegex($"( : )?'[^']*{OfARun}[0-9a-f]*\\.draft'")]
    private static partial Regex Draft();
}
