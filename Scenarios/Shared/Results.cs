using Supply;
using Supply.Evidence;
using Supply.Plots;

/// <summary>The files of a script on their way into its folder: all are in their place before the first table is printed.</summary>
/// <param name="folder">The folder; null: the run writes no results.</param>
/// <param name="shown">The folder as the analyst wrote it.</param>
/// <param name="seed">The seed, where nothing is run.</param>
internal sealed class Results(OutputFolder? folder, string shown, ulong? seed = null) : IDisposable
{
    private const int MostCompared = 400;

    private const int MostRows = 1_000_000;
    private readonly List<string> notes = [];
    private readonly List<Figure> figures = [];
    private string steps = "";

    /// <summary>The folder as the analyst wrote it.</summary>
    public string Shown => shown;

    /// <summary>The ensemble whose seed and replications the manifest names.</summary>
    public Ensemble? Ensemble { get; set; }

    /// <summary>Where the studies of the script are kept; null: they are not. Default null.</summary>
    public KeptStudy? Kept { get; init; }

    /// <summary>Until when the main study is run with more replications; null: as often as asked.</summary>
    public Until? Until { get; init; }

    private OutputFolder Folder => folder ?? throw new InvalidOperationException("A run without results reached its tables.");

    public void Write(string name, string text) => Folder.Write(name, text);

    /// <summary>The tables of a study; those of each replication are left out where they would be gigabytes and are kept anyway.</summary>
    public void Save(Study study)
    {
        var rows = (long)study.Ensemble.Replications * study.Scenarios.Count;
        var writes = Kept is null || rows <= MostRows;
        study.WriteCsv(Folder.Drafts, writes);
        if (!writes) Note($"What each replication gave is in {Kept!.Folder} alone, since there are more than a million rows of it.");
    }

    /// <summary>Saves the study that the manifest names.</summary>
    public void SaveMain(Study study)
    {
        (Ensemble, steps) = (study.Ensemble, study.Steps.FirstOrDefault(""));
        Save(study);
    }

    /// <summary>The scenarios that ran; their schema lies next to them, also where the file that was read named one elsewhere.</summary>
    public void Save(ScenarioFile file) =>
        (file with { Schema = file.Schema is null ? null : ScenarioFile.SchemaFile }).Save(Folder["scenarios.json"]);

    /// <summary>A file that writes itself to a path.</summary>
    public void Save(string name, Action<string> write) => write(Folder[name]);

    /// <summary>
    /// Draws a figure, as SVG for a page and as PNG for slides and mail; one without values is named instead, and the others are drawn.
    /// </summary>
    public void Draw(string name, Func<Figure> draw)
    {
        try
        {
            var figure = draw();
            if (!figure.Source.Contains(steps, StringComparison.Ordinal))
            {
                figure = figure with { Source = $"{figure.Source} {steps}".Trim() };
            }

            figure.Validate();
            figures.Add(figure);
            foreach (var ending in new[] { ".svg", ".png" }) figure.Save(Folder[name + ending]);
        }
        catch (NothingToDrawException)
        {
            Note($"{name} is not drawn, since none of its values is defined.");
        }
    }

    /// <summary>Writes the report of a study with the pictures drawn so far, the first of them as the main one.</summary>
    /// <param name="study">The study.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="file">The scenarios as they were written.</param>
    /// <param name="record">The case whose published figures are compared with the model; null: none.</param>
    /// <param name="tables">Tables before those of all that was recorded.</param>
    public void Report(Study study, Answer answer, ScenarioFile file, CaseRecord? record = null, params Table[] tables)
    {
        var report = study.Report(answer, figures) with { Scenario = file.Brief().ToJson() };
        report = report with { Tables = [.. tables, .. report.Tables] };
        if (record is not null)
        {
            var compared = PlausibilityTable.Run(
                record, study.Ensemble with { Replications = Math.Min(MostCompared, study.Ensemble.Replications), StepDays = null });
            report = report.Against(compared, Metric.FiredPerDay, Metric.ImportedPerDay, Metric.Share(Origin.Dprk));
        }
        Save(report);
    }

    /// <summary>Writes a report with the pictures drawn so far and the command, as a page and as Markdown.</summary>
    public void Save(Report report)
    {
        report = report with { Figures = figures, Command = "dotnet run Scenarios/" + Command().Replace(".cs ", ".cs -- ") };
        foreach (var ending in new[] { ".html", ".md" }) report.Save(Folder["report" + ending]);
    }

    /// <summary>A line that is printed at the end.</summary>
    public void Note(string line) => notes.Add(line);

    /// <summary>Puts all files in their place.</summary>
    public void Finish(bool isComplete = true)
    {
        Folder.Finish(new Manifest(Command(), [])
        {
            Seed = Ensemble?.Seed ?? seed, Replications = Ensemble?.Replications, Design = Ensemble?.Design ?? default,
            IsComplete = isComplete,
        });
        foreach (var name in Folder.Kept) Note($"A file that no run wrote had a name of the results; it is now {name}.");
    }

    /// <summary>Prints where the files are, after the tables.</summary>
    public void Tell(string what)
    {
        foreach (var note in notes) Console.WriteLine(note);
        Console.WriteLine(what);
    }

    public void Dispose() => folder?.Dispose();

    /// <summary>The command line, for manifests.</summary>
    public static string Command()
    {
        var words = Environment.GetCommandLineArgs();
        var script = Path.GetFileNameWithoutExtension(words[0]);
        return string.Join(" ", words.Skip(1).Select(word => word.Any(char.IsWhiteSpace) || word.Length == 0 ? $"\"{word}\"" : word)
            .Prepend($"{script}.cs"));
    }
}
