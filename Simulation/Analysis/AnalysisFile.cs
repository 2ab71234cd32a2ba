using System.Text;
using Supply.Files;

namespace Supply.Analysis;

/// <summary>
/// The contents of a file of analyses: the outcome, how inputs are varied, and an inverse question. The file is JSON of the format
/// <c>supply-analysis/1</c>, read as strictly as a scenario file.
/// </summary>
public sealed record AnalysisFile
{
    /// <summary>
    /// The name of the metric that is looked at; <c>Metrics.Named([file.Metric], scenario)</c> reads it. Default <c>fired per day</c>.
    /// </summary>
    public string Metric { get; init; } = AnalysisShape.UsualMetric;

    /// <summary>The days over which it is taken. Default null: those of the caller.</summary>
    public TimeWindow? Window { get; init; }

    /// <summary>The loss that counts as much, as a part of the baseline's value, above 0 and below 1. Default 0.1.</summary>
    public double Loss { get; init; } = 0.1;

    /// <summary>
    /// How inputs are varied, for <c>study.Sobol</c> and <c>study.Morris</c>: base points, trajectories, levels, groups, correlations,
    /// noise.
    /// </summary>
    public SensitivitySettings Inputs { get; init; } = new();

    /// <summary>Whether Sobol indices are wanted: the file says how many base points. Default false.</summary>
    public bool HasSobol { get; init; }

    /// <summary>Whether a screening is wanted: the file says how many trajectories. Default false.</summary>
    public bool HasMorris { get; init; }

    /// <summary>The inverse question. Default null: none.</summary>
    public LeastDesign? Least { get; init; }

    /// <summary>Reads a file of at most 16 MiB.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ScenarioException">The file is missing, unreadable or wrong; holds every problem with its JSON path.</exception>
    public static AnalysisFile Read(string path)
    {
        var problems = new Problems();
        var bytes = FileText.Read(path, problems);
        problems.ThrowIfAny(Subject(path));
        return Parse(bytes!, path);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="json">The text, at most 16 MiB as UTF-8.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="ScenarioException">The text is wrong; holds every problem with its JSON path.</exception>
    public static AnalysisFile Parse(string json, string name) => Parse(Encoding.UTF8.GetBytes(json), name);

    /// <summary>The text of a file with this content; the same content gives the same text.</summary>
    /// <exception cref="ScenarioException">A value is one that a file may not hold.</exception>
    public string ToJson()
    {
        var problems = new Problems();
        var root = new ShapeWriter("$", depth: 0, problems);
        AnalysisShape.File(root, this);
        problems.ThrowIfAny("The file of analyses");
        return root.Json + "\n";
    }

    private static AnalysisFile Parse(ReadOnlyMemory<byte> bytes, string name)
    {
        var problems = new Problems();
        using var document = FileText.Parse(bytes, problems);
        problems.ThrowIfAny(Subject(name));
        var file = AnalysisShape.File(new ShapeReader(document!.RootElement, "$", problems, folder: ""), new());
        problems.ThrowIfAny(Subject(name));
        return file;
    }

    private static string Subject(string name) => $"Analysis file \"{name}\"";

    /// <summary>For people: what is wanted.</summary>
    public override string ToString() => $"analyses of {Metric}"
        + (HasMorris ? $", {Inputs.Trajectories:#,0} trajectories" : "") + (HasSobol ? $", {Inputs.BasePoints:#,0} base points" : "")
        + (Least is { } least ? $", least {least}" : "");
}
