using Supply.Outputs;

namespace Supply;

/// <summary>
/// The folder of a result, which holds the result before or this one, and never a mixture. Files are written into a folder of drafts and
/// take the place of the former ones together, in <see cref="Finish"/>; one that is interrupted is completed by the next run. Files that no
/// run wrote are left. While it is open, no other process can write a result into the folder.
/// </summary>
public sealed class OutputFolder : IDisposable
{
    private const string DraftsName = WholeFile.OfARun + "drafts", LockName = WholeFile.OfARun + "lock", FormerName = ".former";

    // The numbers by which Unix and Windows say that a path does not name a folder for results: a file exists, a part of the path is one,
    // the name is not valid, nothing there may be written.
    private static readonly int[] mistakes = [17, 20, 22, 30, unchecked((int)0x80070013), unchecked((int)0x8007007b),
        unchecked((int)0x800700b7), unchecked((int)0x8007010b)];

    private readonly FolderLock holder;
    private readonly bool isNew;
    private readonly List<string> kept = [];
    private bool isFinished;

    private OutputFolder(string path, bool isNew, FolderLock holder, string drafts) =>
        (FullPath, this.isNew, this.holder, Drafts) = (path, isNew, holder, drafts);

    /// <summary>The folder.</summary>
    public string FullPath { get; }

    /// <summary>The folder into which files are written until they are all there.</summary>
    public string Drafts { get; }

    /// <summary>Where a file of the result is written until all are there.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <exception cref="ArgumentException">It is not a name that a file of a result can have.</exception>
    public string this[string name] => Manifest.IsName(name) ? Path.Combine(Drafts, name)
        : throw new ArgumentException($"\"{name}\" is not a name for a file of a result.", nameof(name));

    /// <summary>
    /// The new names of files that were in the folder before, were not written by a run, and had the name of a file of the result.
    /// </summary>
    public IReadOnlyList<string> Kept => kept;

    /// <summary>Opens a folder before a run, and makes it if it is missing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="name">Its name in messages, such as an option of a command. Default "The folder".</param>
    /// <param name="part">
    /// The part of a study that this process makes, if others make other parts in the same folder at the same time. Default null.
    /// </param>
    /// <exception cref="ArgumentException">The path does not name a folder for results; the message says why.</exception>
    /// <exception cref="IOException">Another process writes into the folder, or the disk is full or fails.</exception>
    public static OutputFolder Open(string path, string name = "The folder", string? part = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentException Wrong(string what) => new($"{name} is \"{path}\"; {what}");
        if (string.IsNullOrWhiteSpace(path)) throw Wrong("it must name a folder.");
        if (path.Contains('\0')) throw Wrong("a name cannot contain the character 0.");
        var full = Path.GetFullPath(path);
        if (File.Exists(full)) throw Wrong("that is a file, and it must name a folder.");
        var isNew = !Directory.Exists(full);
        var suffix = part is null ? "" : "-" + part;
        FolderLock? holder;
        try
        {
            Directory.CreateDirectory(full);
            holder = FolderLock.Take(Path.Combine(full, LockName + suffix));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            var why = $"nothing can be written there: {failure.Message}";
            if (IsAMistake(failure)) throw Wrong(why);
            throw new IOException($"{name} is \"{path}\"; {why}", failure);
        }

        if (holder is null)
        {
            throw new IOException($"{name} is \"{path}\"; another run is writing there. Wait until it ends, or name another folder.");
        }

        try
        {
            var folder = new OutputFolder(full, isNew, holder, Path.Combine(full, DraftsName + suffix));
            folder.Settle();
            CheckManifest();
            foreach (var draft in Directory.EnumerateFiles(full, WholeFile.OfARun + "*.draft").Where(IsAbandoned)) File.Delete(draft);
            Directory.CreateDirectory(folder.Drafts);
            return folder;
        }
        catch
        {
            holder.Dispose();
            throw;
        }

        void CheckManifest()
        {
            try
            {
                if (Manifest.Read(full) is { Study: not null })
                {
                    throw Wrong("that is the folder of a study, and its parts would be lost. Name another folder.");
                }
            }
            catch (InvalidDataException)
            {
                throw Wrong($"its {Manifest.FileName} is not that of a result, or it is damaged. Move it away, or name another folder.");
            }
        }
    }

    /// <summary>Whether another folder must be named; otherwise the disk failed, such as a full one, and may take it later.</summary>
    internal static bool IsAMistake(Exception failure) => failure is UnauthorizedAccessException or DirectoryNotFoundException
        or FileNotFoundException or PathTooLongException || mistakes.Contains(failure.HResult);

    /// <summary>Writes a text of the result.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="IOException">It was not written.</exception>
    public void Write(string name, string text) => WholeFile.Write(this[name], text);

    /// <summary>
    /// Puts the files written so far in the place of the result before, of which no file remains, and writes the manifest last.
    /// </summary>
    /// <param name="manifest">The command, the seed and whether the run was complete; its files are replaced by those written.</param>
    /// <exception cref="IOException">The disk fails; the next run into the folder completes what is left to do.</exception>
    public Manifest Finish(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (isFinished) throw new InvalidOperationException("The folder is finished already.");
        isFinished = true;
        var written = manifest with
        {
            Files = Items.From(Directory.EnumerateFiles(Drafts).Where(file => Manifest.IsName(Path.GetFileName(file)))
                .Order(StringComparer.Ordinal).Select(OutputFile.Of)),
        };

        // With this file among the drafts the new result counts: whatever happens from here on, the files are moved.
        WholeFile.Write(Path.Combine(Drafts, Manifest.FileName), written.ToJson());
        Settle();
        return written;
    }

    /// <summary>Lets other processes write into the folder. Without <see cref="Finish"/> the result before remains.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Drafts) && !File.Exists(Path.Combine(Drafts, Manifest.FileName))) Directory.Delete(Drafts, recursive: true);
        holder.Dispose();
        if (isNew && Directory.Exists(FullPath) && !Directory.EnumerateFileSystemEntries(FullPath).Any()) Directory.Delete(FullPath);
    }

    /// <summary>Drops drafts without a manifest, and moves those with one. Each step can be repeated after any interruption.</summary>
    private void Settle()
    {
        if (!Directory.Exists(Drafts)) return;
        if (Manifest.Read(Drafts) is not { } next)
        {
            Directory.Delete(Drafts, recursive: true);
            return;
        }

        var (own, former) = (Path.Combine(FullPath, Manifest.FileName), Path.Combine(Drafts, FormerName));
        if (File.Exists(own)) File.Move(own, former, overwrite: true);
        HashSet<string> before = [.. File.Exists(former)
            ? Manifest.Parse(File.ReadAllBytes(former), former).Files.Select(file => file.Name) : []];
        foreach (var name in before.Except(next.Files.Select(file => file.Name))) File.Delete(Path.Combine(FullPath, name));
        foreach (var name in next.Files.Select(file => file.Name))
        {
            var (draft, file) = (Path.Combine(Drafts, name), Path.Combine(FullPath, name));
            if (!File.Exists(draft)) continue;
            if (!before.Contains(name)) MoveAside(file);
            File.Move(draft, file, overwrite: true);
        }

        File.Move(Path.Combine(Drafts, Manifest.FileName), own, overwrite: true);
        Directory.Delete(Drafts, recursive: true);
    }

    // No file takes an hour to write; other parts of a study may be at theirs.
    private static bool IsAbandoned(string draft) => File.GetLastWriteTimeUtc(draft) < DateTime.UtcNow.AddHours(-1);

    /// <summary>Nothing that a run did not write is lost: it gets another name.</summary>
    private void MoveAside(string file)
    {
        if (!Path.Exists(file)) return;
        var (stem, ending) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        var free = Enumerable.Range(1, int.MaxValue).Select(i => $"{stem}.kept{(i == 1 ? "" : $"-{i}")}{ending}")
            .First(name => !Path.Exists(Path.Combine(FullPath, name)));
        Directory.Move(file, Path.Combine(FullPath, free));
        kept.Add(free);
    }
}
