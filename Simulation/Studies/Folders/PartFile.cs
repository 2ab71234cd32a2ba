using System.Globalization;
using System.Security.Cryptography;
using Supply.Engines;

namespace Supply.Studies;

/// <summary>
/// A part of a study: the sums of all scenarios over a range of replications, and in another file of the same name the scalars of each
/// replication if they are kept. The file holds the words "SUPPLY PART", a version, the identity of the study, the range, the SHA-256
/// of all that, then the sums and the SHA-256 of the whole.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Identity">The identity of its study.</param>
/// <param name="First">Its first replication.</param>
/// <param name="Count">Its replications.</param>
internal sealed record PartFile(string Path, StudyIdentity Identity, int First, int Count)
{
    public const string Ending = ".part";

    private const string Magic = "SUPPLY PART 2";
    private const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>The replication after its last.</summary>
    public int End => First + Count;

    /// <summary>Its name in the folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Where the scalars of its replications are.</summary>
    public string RowsPath => System.IO.Path.ChangeExtension(Path, RowsFile.Ending);

    /// <summary>
    /// Whether its sums can be added to those of other parts. A study of one panel that was run in memory and saved has no histograms.
    /// </summary>
    public bool CanBeJoined { get; private init; } = true;

    /// <summary>
    /// Whether it serves a study of a number of replications: it ends where the study does, or can be joined and ends with a panel.
    /// </summary>
    public bool Serves(int replications) =>
        End == replications || (End < replications && End % Recorder.PanelSize == 0 && CanBeJoined);

    /// <summary>Whether it has replications of a range.</summary>
    public bool IsIn((int First, int End) range) => Overlap((First, End), range);

    /// <summary>Whether two ranges have replications in common.</summary>
    public static bool Overlap((int First, int End) one, (int First, int End) other) => one.First < other.End && one.End > other.First;

    /// <summary>The name of the part of a range, without ending.</summary>
    public static string NameOf(int first, int end) => $"{first:D10}-{end:D10}";

    /// <summary>The range that a name without ending tells; null: it is not the name of a part.</summary>
    public static (int First, int End)? RangeOf(string name) =>
        name.Split('-') is [{ Length: 10 } first, { Length: 10 } end]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? (from, to) : null;

    /// <summary>Writes a part.</summary>
    public static void Write(string path, StudyIdentity identity, int first, int count, IEnumerable<ScenarioSums> sums)
    {
        WholeFile.Write(path, file =>
        {
            using var writer = new PartWriter(file, identity, first, count);
            foreach (var one in sums) one.Write(writer.Sums);
            writer.End();
        });
    }

    /// <summary>Reads a part that is being written, from the beginning: the reader is left at its sums.</summary>
    public static BinaryReader SumsOf(Stream file)
    {
        file.Position = 0;
        var reader = new BinaryReader(new BufferedStream(file, 1 << 20));
        ReadHead("", reader);
        return reader;
    }

    /// <summary>The study and range that a file says it is of; its sums are not looked at.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or of another kind.</exception>
    public static PartFile Open(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        return Guarded(path, () => ReadHead(path, reader) with { CanBeJoined = ScenarioSums.CanBeJoined(reader) });
    }

    /// <summary>The same; null: the file is damaged, of another kind, or was deleted meanwhile.</summary>
    public static PartFile? TryOpen(string path)
    {
        try
        {
            return Open(path);
        }
        catch (Exception unfit) when (unfit is InvalidDataException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens a file; null: it is not there.</summary>
    public static FileStream? OpenIfThere(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the sums, and the scalars of each replication if they are kept, are what was written: all of it is read.</summary>
    public bool IsWhole() => HasItsSums() && (!Identity.KeepsRows || RowsFile.IsWhole(this));

    /// <summary>Whether the sums are what was written.</summary>
    private bool HasItsSums()
    {
        using var file = OpenIfThere(Path);
        if (file is null || file.Length < 2 * HashBytes) return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 20];
        for (var left = file.Length - HashBytes; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0) return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        Span<byte> written = stackalloc byte[HashBytes];
        return file.ReadAtLeast(written, HashBytes, throwOnEndOfStream: false) == HashBytes
            && hash.GetHashAndReset().AsSpan().SequenceEqual(written);
    }

    /// <summary>Adds the sums of a scenario, and tells where those of the next begin.</summary>
    /// <param name="at">Where they begin; 0: they are the first.</param>
    /// <param name="sums">To what they are added.</param>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public long AddTo(ScenarioSums sums, long at)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(Path), 1 << 20));
        return Guarded(Path, () =>
        {
            if (at == 0) ReadHead(Path, reader);
            else reader.BaseStream.Position = at;
            sums.Add(reader);
            return reader.BaseStream.Position;
        });
    }

    /// <summary>Refuses sums that are not what was written; scalars of each replication are checked when they are read.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public void CheckSums()
    {
        if (!HasItsSums()) throw Damaged(Path, null);
    }

    internal static byte[] Head(StudyIdentity identity, int first, int count)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Magic);
        writer.Write(identity.ToJson());
        writer.Write(first);
        writer.Write(count);
        writer.Flush();
        return memory.ToArray();
    }

    private static PartFile ReadHead(string path, BinaryReader reader)
    {
        if (reader.ReadString() != Magic) throw Damaged(path, null);
        var (json, first, count) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
        var identity = StudyIdentity.Parse(json);
        if (!SHA256.HashData(Head(identity, first, count)).AsSpan().SequenceEqual(reader.ReadBytes(HashBytes))) throw Damaged(path, null);
        return new(path, identity, first, count);
    }

    private static T Guarded<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception unfit) when (unfit is EndOfStreamException or FormatException or ArgumentException or ArithmeticException
            or IndexOutOfRangeException or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException
            or OutOfMemoryException)
        {
            throw Damaged(path, unfit);
        }
    }

    private static InvalidDataException Damaged(string path, Exception? why) =>
        new($"{path} is damaged. Delete it, and run its part again.", why);
}
