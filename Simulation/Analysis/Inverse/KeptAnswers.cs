namespace Supply.Analysis;

/// <summary>
/// The answers that a search has got from its runs, in a file of one line each: the same search reads them instead of running again.
/// </summary>
internal sealed class KeptAnswers
{
    private const string Format = "supply-least/1";

    private readonly string? path;
    private readonly List<string> lines;
    private int next = 1;

    /// <param name="path">The file; null: answers are not kept.</param>
    /// <param name="identity">All that decides the answers.</param>
    /// <exception cref="ArgumentException">The file holds the answers of another search.</exception>
    public KeptAnswers(string? path, Func<string> identity)
    {
        this.path = path;
        lines = path is null ? [] : [$"{Format} {identity()}"];
        if (path is null || !File.Exists(path)) return;
        var kept = File.ReadAllLines(path);
        if (kept.Length == 0 || kept[0] != lines[0])
        {
            throw new ArgumentException($"\"{path}\" holds the runs of another study, lever, goal or precision; name another file.");
        }

        lines = [.. kept];
    }

    /// <summary>The next answer: a line that is kept, or that of new runs.</summary>
    /// <param name="parts">The number of its parts.</param>
    /// <param name="separator">The character between them; null: each part is one character.</param>
    /// <param name="run">Makes the line.</param>
    public string Next(int parts, char? separator, Func<string> run)
    {
        if (path is null) return run();
        if (next < lines.Count)
        {
            var kept = lines[next++];
            if ((separator is { } one ? kept.Split(one).Length : kept.Length) == parts) return kept;
            throw new ArgumentException($"\"{path}\": line {next} is damaged; remove the file, and the search begins again.");
        }

        lines.Add(run());
        WholeFile.Write(path, lines);
        return lines[next++];
    }
}
