using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Supply.Engines;

namespace Supply.Studies;

/// <summary>
/// The scalars of each replication of a part, as the books have them: for each panel, scenario and scalar the values and their SHA-256, so
/// that one scalar is read without the others.
/// </summary>
internal static class RowsFile
{
    public const string Ending = ".rows";

    private const int HashBytes = SHA256.HashSizeInBytes;

    /// <summary>Begins a file.</summary>
    public static void Begin(Stream file, StudyIdentity identity, int first) => file.Write(Head(identity, first));

    /// <summary>Writes what a scenario recorded in a panel.</summary>
    public static void Write(Stream file, Recorder panel, int scalars)
    {
        for (var i = 0; i < scalars; i++) Write(file, panel.Scalar(i));
    }

    /// <summary>Writes the values of a scalar in a panel.</summary>
    public static void Write(Stream file, ReadOnlySpan<double> values)
    {
        var bytes = MemoryMarshal.AsBytes(values);
        file.Write(bytes);
        file.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads the values of a scalar of one scenario in a whole part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="before">Scalars of all scenarios before it.</param>
    /// <param name="all">Scalars of all scenarios.</param>
    /// <param name="values">Takes the values.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or of another part.</exception>
    public static void Read(PartFile part, int before, int all, Span<double> values)
    {
        using var file = Check(part, all);
        var at = file.Position;
        foreach (var (first, count) in PanelRunner.Panels(part.First, part.End))
        {
            var length = (count * sizeof(double)) + HashBytes;
            file.Position = at + ((long)before * length);
            var bytes = Read(file, length);
            if (!IsSound(bytes)) throw Damaged(part);
            MemoryMarshal.Cast<byte, double>(bytes.AsSpan(0, length - HashBytes)).CopyTo(values[(first - part.First)..]);
            at += (long)all * length;
        }
    }

    /// <summary>Opens a file, and checks that it is of a part and has its length.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static FileStream Check(PartFile part, int scalars) => TryOpen(part, scalars) ?? throw Damaged(part);

    /// <summary>Whether the file of a part is what was written: every piece of it is read.</summary>
    public static bool IsWhole(PartFile part)
    {
        var scalars = Scalars(part.Identity);
        using var file = TryOpen(part, scalars);
        if (file is null) return false;
        var buffer = new byte[(Recorder.PanelSize * sizeof(double)) + HashBytes];
        foreach (var (_, count) in PanelRunner.Panels(part.First, part.End))
        {
            var piece = buffer.AsSpan(0, (count * sizeof(double)) + HashBytes);
            for (var i = 0; i < scalars; i++)
            {
                if (file.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false) < piece.Length || !IsSound(piece)) return false;
            }
        }

        return true;
    }

    /// <summary>Scalars of all scenarios of a study: those over each window, or over the whole horizon, and the outcomes.</summary>
    private static int Scalars(StudyIdentity identity)
    {
        var record = RecordText.Parse(identity.Record);
        return identity.Canary.Count * ((record.Scalars.Count * Math.Max(1, record.Windows.Count)) + record.Outcomes.Count);
    }

    /// <summary>Opens the file of a part; null: it is missing, of another part, or does not have its length.</summary>
    private static FileStream? TryOpen(PartFile part, int scalars)
    {
        if (PartFile.OpenIfThere(part.RowsPath) is not { } file) return null;
        var head = Head(part.Identity, part.First);
        var length = head.Length
            + PanelRunner.Panels(part.First, part.End).Sum(panel => (long)scalars * ((panel.Count * sizeof(double)) + HashBytes));
        if (file.Length == length && Read(file, head.Length).AsSpan().SequenceEqual(head)) return file;
        file.Dispose();
        return null;
    }

    /// <summary>Whether values are followed by their SHA-256.</summary>
    private static bool IsSound(ReadOnlySpan<byte> piece) =>
        SHA256.HashData(piece[..^HashBytes]).AsSpan().SequenceEqual(piece[^HashBytes..]);

    private static InvalidDataException Damaged(PartFile part) =>
        new($"{part.RowsPath} is missing or damaged. Delete it and {part.Name}, and run that part again.");

    private static byte[] Head(StudyIdentity identity, int first) =>
        Encoding.UTF8.GetBytes($"SUPPLY ROWS 1 {identity.Sha256} {first:D10}\n");

    private static byte[] Read(Stream file, int length)
    {
        var bytes = new byte[length];
        file.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return bytes;
    }
}

/// <summary>Scalars of one scenario that are read from the parts of a study when somebody asks for them.</summary>
/// <param name="parts">The parts, in order.</param>
/// <param name="before">Scalars of all scenarios before it.</param>
/// <param name="all">Scalars of all scenarios.</param>
internal sealed class RowsInParts(IReadOnlyList<PartFile> parts, int before, int all) : IScalarRows
{
    public IReadOnlyList<(int First, int Count)> Ranges => [.. parts.Select(part => (part.First, part.Count))];

    public bool AreInMemory => false;

    public double[] Read(int scalar)
    {
        var (values, at) = (new double[parts.Sum(part => part.Count)], 0);
        foreach (var part in parts)
        {
            RowsFile.Read(part, before + scalar, all, values.AsSpan(at, part.Count));
            at += part.Count;
        }

        return values;
    }
}
