namespace Supply.Outputs;

/// <summary>
/// A file that one process holds at a time. The operating system lets go of it when the process ends, however it ends, so that no lock is
/// left behind. The library for files looks, once it has the lock, whether the file was deleted meanwhile by its last holder.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    // The numbers by which the systems say that somebody else holds the lock: Linux, macOS, Windows.
    private static readonly int[] held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock; null: another holds it.</summary>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static FolderLock? Take(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1,
                FileOptions.DeleteOnClose));
        }
        catch (IOException failure) when (held.Contains(failure.HResult))
        {
            return null;
        }
    }

    public void Dispose() => stream.Dispose();
}
