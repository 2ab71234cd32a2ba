namespace Supply;

/// <summary>A file of a result, as its <see cref="Manifest"/> names it.</summary>
/// <param name="Name">Its name in the folder.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Sha256">The SHA-256 of its content, in lower-case hexadecimal digits.</param>
public sealed record OutputFile(string Name, long Bytes, string Sha256)
{
    /// <summary>For people, for example <c>summary.csv, 1,024 bytes</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}, {Bytes:#,0} bytes");

    internal static OutputFile Of(string path)
    {
        using var stream = File.OpenRead(path);
        var hash = System.Security.Cryptography.SHA256.HashData(stream);
        return new(Path.GetFileName(path), stream.Length, Convert.ToHexStringLower(hash));
    }
}
