using System.Security.Cryptography;

namespace Supply.Studies;

/// <summary>Writes a part: what it is of, the sums of one scenario after the other, and the SHA-256 of all.</summary>
internal sealed class PartWriter : IDisposable
{
    private readonly Stream file;
    private readonly SHA256 hash = SHA256.Create();
    private readonly CryptoStream hashed;

    /// <param name="file">The file, which stays open.</param>
    /// <param name="identity">The identity of its study.</param>
    /// <param name="first">Its first replication.</param>
    /// <param name="count">Its replications.</param>
    public PartWriter(Stream file, StudyIdentity identity, int first, int count)
    {
        this.file = file;
        hashed = new(file, hash, CryptoStreamMode.Write, leaveOpen: true);
        var head = PartFile.Head(identity, first, count);
        hashed.Write(head);
        hashed.Write(SHA256.HashData(head));
        Sums = new(new BufferedStream(hashed, 1 << 20));
    }

    /// <summary>Takes the sums.</summary>
    public BinaryWriter Sums { get; }

    /// <summary>All sums are written.</summary>
    public void End()
    {
        Sums.Flush();
        hashed.FlushFinalBlock();
        file.Write(hash.Hash!);
    }

    public void Dispose()
    {
        hashed.Dispose();
        hash.Dispose();
    }
}
