using System.Text;
using Supply.Files;

namespace Supply;

/// <summary>
/// The contents of a scenario file: a baseline, scenarios that add dated changes to it, a sweep and the metrics wanted. The file
/// is JSON of the format <c>supply-scenario/1</c>; quantities carry their units in it.
/// </summary>
/// <param name="Baseline">The reference case.</param>
public sealed record ScenarioFile(Scenario Baseline)
{
    /// <summary>
    /// Where an editor finds the JSON Schema of the format, which lets it complete and explain: <c>scenario.schema.json</c> for
    /// a file in the same folder, <c>Scenarios</c>. Kept as it is; nothing else reads it. Default null.
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
        return Parse(bytes!, path, Baselines.All);
    }

    /// <summary>Reads the text of a file.</summary>
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

    /// <summary>Writes <see cref="ToJson"/> to a file, as UTF-8; an existing file is replaced, and missing folders are made.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => WholeFile.Write(path, ToJson());

    /// <summary>All scenarios to run: the baseline, the scenarios, then those of the sweep.</summary>
    public Items<Scenario> Expand() => [Baseline, .. Scenarios, .. Sweep?.Expand(Baseline) ?? []];

    internal static ScenarioFile Parse(
        string json, string name, IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> baselines) =>
        Parse(Encoding.UTF8.GetBytes(json), name, baselines);

    private static ScenarioFile Parse(
        ReadOnlyMemory<byte> bytes, string name, IReadOnlyDictionary<(string Name, int Version), Func<Scenario>> baselines)
    {
        var problems = new Problems();
        using var document = FileText.Parse(bytes, problems);
        problems.ThrowIfAny(Subject(name));
        var file = new FileShape(baselines).File(new ShapeReader(document!.RootElement, "$", problems), null!);
        problems.ThrowIfAny(Subject(name));
        return file;
    }

    private static string Subject(string name) => $"Scenario file \"{name}\"";

    /// <summary>For people: the baseline and the number of scenarios.</summary>
    public override string ToString() => FormattableString.Invariant($"file of {Baseline}; {Expand().Count} scenarios in all");
}
