using System.Text;
using Supply.Files;

namespace Supply;

/// <summary>
/// The contents of a scenario file: a baseline, scenarios that add dated changes to it, sweeps and the metrics wanted. The file
/// is JSON of the format <c>supply-scenario/1</c>; quantities carry their units in it.
/// </summary>
/// <param name="Baseline">The reference case.</param>
public sealed record ScenarioFile(Scenario Baseline)
{
    /// <summary>The name of the file with the JSON Schema of the format.</summary>
    public const string SchemaFile = "scenario.schema.json";

    /// <summary>The JSON Schema of the format, with which an editor completes and explains scenario files.</summary>
    public static string JsonSchema
    {
        get
        {
            using var stream = typeof(ScenarioFile).Assembly.GetManifestResourceStream("Supply." + SchemaFile)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
    }

    /// <summary>
    /// Where an editor finds the JSON Schema of the format: <c>scenario.schema.json</c> for one in the same folder. Saving sees to it that
    /// a file of that name is found; nothing else reads it. Default null.
    /// </summary>
    public string? Schema { get; init; }

    /// <summary>
    /// The shipped case that the baseline is, which the file names in place of all its parts; null: it is written out in full. A file that
    /// was read keeps it. It counts only as long as the baseline is that case. Default null.
    /// </summary>
    public CaseName? Extends { get; init; }

    /// <summary>Each is the baseline under another name, with further changes. Default none.</summary>
    public Items<Scenario> Scenarios { get; init; } = Items<Scenario>.Empty;

    /// <summary>Target shares to try out, or null. Default null.</summary>
    public Sweep? Sweep { get; init; }

    /// <summary>Levers to try out at several settings each, whatever changes those consist of. Default none.</summary>
    public Items<LeverSweep> LeverSweeps { get; init; } = Items<LeverSweep>.Empty;

    /// <summary>
    /// The days over which results are taken, for example one year; none: from the first dated change to the end. Default none.
    /// </summary>
    public Items<TimeWindow> Windows { get; init; } = Items<TimeWindow>.Empty;

    /// <summary>
    /// Names of the metrics wanted, for example <c>fired per day</c>; <c>Metrics.Named(file.Metrics, file.Baseline)</c> reads them.
    /// Default none.
    /// </summary>
    public Items<string> Metrics { get; init; } = Items<string>.Empty;

    /// <summary>Reads a file of at most 16 MiB.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ScenarioException">The file is missing, unreadable or wrong; holds every problem with its JSON path.</exception>
    public static ScenarioFile Read(string path)
    {
        var problems = new Problems();
        var bytes = FileText.Read(path, problems);
        problems.ThrowIfAny(Subject(path));
        return Parse(bytes!, path, Baselines.All, Path.GetDirectoryName(path) ?? "");
    }

    /// <summary>Reads the text of a file; CSV files that it names are looked for in the current folder.</summary>
    /// <param name="json">The text, at most 16 MiB as UTF-8.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="ScenarioException">The text is wrong; holds every problem with its JSON path.</exception>
    public static ScenarioFile Parse(string json, string name) => Parse(json, name, Baselines.All);

    /// <summary>This file, with its baseline named in place of all its parts if it is a shipped case.</summary>
    public ScenarioFile Brief() => this with
    {
        Extends = Baselines.All.Where(one => IsCase(one.Value()))
            .Select(one => new CaseName(one.Key.Name, one.Key.Version)).FirstOrDefault(),
    };

    /// <summary>Whether the baseline is a case, apart from its name.</summary>
    private bool IsCase(Scenario known) => known.Networks.Equals(Baseline.Networks) && known.Horizon == Baseline.Horizon
        && known.Changes.Equals(Baseline.Changes) && known.RecordEnds == Baseline.RecordEnds && known.WholeRounds == Baseline.WholeRounds;

    /// <summary>
    /// The text of a file: with <see cref="Extends"/> it refers to a shipped case, without it is fully expanded. The same content gives the
    /// same text.
    /// </summary>
    /// <exception cref="ScenarioException">
    /// A scenario is not the baseline with further changes, a number is not finite, numbers nest deeper than a file may, or the file would
    /// be larger than what can be read.
    /// </exception>
    public string ToJson()
    {
        var problems = new Problems();
        var root = new ShapeWriter("$", depth: 0, problems);
        var stands = Extends is { } name && Baselines.All.TryGetValue((name.Baseline, name.Version), out var make) && IsCase(make());
        new FileShape(Baselines.All).File(root, stands ? this : this with { Extends = null });
        var json = root.Json + "\n";
        if (FileText.IsTooLong(json)) json = JsonLayout.Dense(json);
        if (FileText.IsTooLong(json)) problems.Add("file", $"would be larger than {FileText.MostBytes >> 20} MiB, and could not be read.");
        problems.ThrowIfAny($"The file of scenario \"{Baseline.Name}\"");
        return json;
    }

    /// <summary>
    /// Writes <see cref="ToJson"/> to a file, as UTF-8; an existing file is replaced, and missing folders are made. If its
    /// <see cref="Schema"/> is a <see cref="SchemaFile"/> that is not to be found from there, <see cref="JsonSchema"/> is written next to
    /// it.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var isLost = folder is not null && !WholeFile.IsDevice(Path.GetFullPath(path)) && Schema is { } named
            && !named.Contains("://", StringComparison.Ordinal) && Path.GetFileName(named) == SchemaFile
            && !File.Exists(Path.Combine(folder, named));
        WholeFile.Write(path, (isLost ? this with { Schema = SchemaFile } : this).ToJson());
        if (isLost && !File.Exists(Path.Combine(folder!, SchemaFile))) WholeFile.Write(Path.Combine(folder!, SchemaFile), JsonSchema);
    }

    /// <summary>All scenarios to run: the baseline, the scenarios, then those of the sweep of shares and of levers.</summary>
    public Items<Scenario> Expand() =>
        [Baseline, .. Scenarios, .. Sweep?.Expand(Baseline) ?? [], .. LeverSweeps.SelectMany(sweep => sweep.Expand(Baseline))];

    internal static ScenarioFile Parse(
        string json, string name, IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> baselines) =>
        Parse(Encoding.UTF8.GetBytes(json), name, baselines, "");

    private static ScenarioFile Parse(
        ReadOnlyMemory<byte> bytes, string name, IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> baselines,
        string folder)
    {
        var problems = new Problems();
        using var document = FileText.Parse(bytes, problems);
        problems.ThrowIfAny(Subject(name));
        var file = new FileShape(baselines).File(new ShapeReader(document!.RootElement, "$", problems, folder), null!);
        problems.ThrowIfAny(Subject(name));
        return file;
    }

    private static string Subject(string name) => $"Scenario file \"{name}\"";

    /// <summary>For people: the baseline and the number of scenarios.</summary>
    public override string ToString() => FormattableString.Invariant($"file of {Baseline}; {Expand().Count} scenarios in all");
}
