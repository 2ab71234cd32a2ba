namespace Supply.Analysis;

/// <summary>
/// The answers that a search has got from its runs, in a file of one line each: the same search reads them instead of running again.
/// </summary>
internal sealed class KeptAnswers
{
    private const string Format = "supply-least/2";

    private readonly string? path;

    // As they are in the file, the head first.
    private readonly List<string> lines;
    private int next = 1;

    /// <param name="path">The file; null: answers are not kept.</param>
    /// <param name="identity">All that decides the answers.</param>
    /// <exception cref="ArgumentException">The file is a folder, or holds the answers of another search.</exception>
    /// <exception cref="InvalidDataException">The file is damaged, or of another kind or version.</exception>
    public KeptAnswers(string? path, Func<string> identity)
    {
        this.path = path;
        lines = path is null ? [] : KeptLines.Read(path, Format, identity(), "another study, lever, goal or precision");
    }

    /// <summary>Writes what there is, so that a file that cannot be written is found before the runs.</summary>
    /// <exception cref="IOException">It was not written.</exception>
    public void Begin()
    {
        if (path is not null) WholeFile.Write(path, lines);
    }

    /// <summary>The next answer: a line that is kept, or that of new runs.</summary>
    /// <param name="isSound">Whether a line says what such an answer says.</param>
    /// <param name="run">Makes the line.</param>
    /// <exception cref="InvalidDataException">The line that is kept says something else.</exception>
    public string Next(Func<string, bool> isSound, Func<string> run)
    {
        if (path is null) return run();
        if (next < lines.Count)
        {
            var kept = KeptLines.Bare(lines[next++]);
            return isSound(kept) ? kept : throw KeptLines.Unfit(path, next);
        }

        lines.Add(KeptLines.Summed(run(), lines[^1]));
        WholeFile.Write(path, lines);
        return KeptLines.Bare(lines[next++]);
    }
}
