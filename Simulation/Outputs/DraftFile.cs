namespace Supply.Outputs;

/// <summary>
/// A file that is written while a run goes on and gets its name when it is whole. Its draft lies in the folder of the file, so that naming
/// it is one step.
/// </summary>
internal sealed class DraftFile : IDisposable
{
    private readonly string draft;

    /// <param name="folder">The folder of the file, which is made if it is missing.</param>
    public DraftFile(string folder)
    {
        Directory.CreateDirectory(folder);
        draft = Path.Combine(folder, $"{WholeFile.OfARun}{Guid.NewGuid():N}.draft");
        Stream = new FileStream(draft, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>Takes the content, and gives it back.</summary>
    public Stream Stream { get; }

    /// <summary>Deletes what runs that were killed a day ago or longer have left behind.</summary>
    public static void Clear(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var file in Directory.EnumerateFiles(folder, WholeFile.OfARun + "*.draft"))
        {
            if (File.GetLastWriteTimeUtc(file) < DateTime.UtcNow.AddDays(-1)) File.Delete(file);
        }
    }

    /// <summary>Gives the file its name; one of that name is replaced.</summary>
    public void Name(string path)
    {
        ((FileStream)Stream).Flush(flushToDisk: true);
        Stream.Dispose();
        File.Move(draft, path, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (Exception failure) when (WholeFile.IsOfTheDisk(failure))
        {
            // What the disk did not take is not wanted any more.
        }

        File.Delete(draft);
    }
}
