using Supply;
using Supply.Plots;

/// <summary>The files of a script on their way into its folder: all are in their place before the first table is printed.</summary>
internal sealed class Results(OutputFolder folder, string shown, ulong? seed = null) : IDisposable
{
    private readonly List<string> notes = [];

    /// <summary>The folder as the analyst wrote it.</summary>
    public string Shown => shown;

    /// <summary>The ensemble whose seed and replications the manifest names.</summary>
    public Ensemble? Ensemble { get; set; }

    /// <summary>Until when the main study is run with more replications; null: as often as asked.</summary>
    public Until? Until { get; init; }

    public void Write(string name, string text) => folder.Write(name, text);

    public void Save(Study study) => study.WriteCsv(folder.Drafts);

    public void Save(ScenarioFile file) => file.Save(folder["scenarios.json"]);

    /// <summary>A file that writes itself to a path.</summary>
    public void Save(string name, Action<string> write) => write(folder[name]);

    /// <summary>
    /// Draws a figure, as SVG for a page and as PNG for slides and mail; one without values is named instead, and the others are drawn.
    /// </summary>
    public void Draw(string name, Func<Figure> draw)
    {
        try
        {
            var figure = draw();
            foreach (var ending in new[] { ".svg", ".png" }) figure.Save(folder[name + ending]);
        }
        catch (NothingToDrawException)
        {
            Note($"{name} is not drawn, since none of its values is defined.");
        }
    }

    /// <summary>A line that is printed at the end.</summary>
    public void Note(string line) => notes.Add(line);

    /// <summary>Puts all files in their place.</summary>
    public void Finish(bool isComplete = true)
    {
        folder.Finish(new Manifest(Command(), [])
        {
            Seed = Ensemble?.Seed ?? seed, Replications = Ensemble?.Replications, IsComplete = isComplete,
        });
        foreach (var name in folder.Kept) Note($"A file that no run wrote had a name of the results; it is now {name}.");
    }

    /// <summary>Prints where the files are, after the tables.</summary>
    public void Tell(string what)
    {
        foreach (var note in notes) Console.WriteLine(note);
        Console.WriteLine(what);
    }

    public void Dispose() => folder.Dispose();

    private static string Command()
    {
        var words = Environment.GetCommandLineArgs();
        var script = Path.GetFileNameWithoutExtension(words[0]);
        return string.Join(" ", words.Skip(1).Select(word => word.Any(char.IsWhiteSpace) || word.Length == 0 ? $"\"{word}\"" : word)
            .Prepend($"{script}.cs"));
    }
}
