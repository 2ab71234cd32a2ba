using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supply;

/// <summary>
/// All that the numbers of a study depend on, apart from how many replications there are. Parts with the same identity belong together.
/// </summary>
/// <param name="Seed">The seed of all draws.</param>
/// <param name="Numbers">The version of the numbers, <see cref="Release.Numbers"/>.</param>
/// <param name="Scenarios">The SHA-256 of the file of all scenarios, fully expanded.</param>
/// <param name="Inputs">The SHA-256 of the given values of uncertain numbers and their discrepancy; "drawn": there are none.</param>
/// <param name="Record">The metrics and windows, as JSON.</param>
/// <param name="KeepsRows">Whether scalars are kept for each replication.</param>
/// <param name="Canary">The SHA-256 of what the first replications of each scenario recorded.</param>
public sealed record StudyIdentity(
    ulong Seed, int Numbers, string Scenarios, string Inputs, string Record, bool KeepsRows, Items<string> Canary)
{
    /// <summary>Replications of a panel, the unit that parts consist of.</summary>
    public int Panel { get; init; } = 4096;

    /// <summary>The pairs of scenarios that are compared replication by replication: each with the first.</summary>
    public string Pairs { get; init; } = "first";

    /// <summary>Where the uncertain numbers come from, in a sentence; empty where there is nothing to choose. Default empty.</summary>
    public string Source { get; init; } = "";

    /// <summary>Days of a step, if it is not that of the scenarios; null: it is. Default null.</summary>
    public int? StepDays { get; init; }

    /// <summary>How the uncertain numbers are drawn. Default <see cref="EnsembleDesign.Independent"/>.</summary>
    public EnsembleDesign Design { get; init; }

    /// <summary>The SHA-256 of all of it, in lower-case hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>The differences from another study, in words; none: they are the same.</summary>
    /// <param name="other">The other study.</param>
    public Items<string> Differences(StudyIdentity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var words = new List<string>();
        if (Seed != other.Seed) words.Add($"seed {Seed} and not {other.Seed}");
        if (Design != other.Design) words.Add($"{WordsOf(Design)} and not {WordsOf(other.Design)}");
        if (Numbers != other.Numbers) words.Add($"version {Numbers} of the numbers and not {other.Numbers}");
        if (StepDays != other.StepDays) words.Add($"{Steps} and not {other.Steps}");
        if (Scenarios != other.Scenarios) words.Add("other scenarios");
        if (Inputs != other.Inputs) words.Add("other values of uncertain numbers");
        if (Record != other.Record) words.Add("other metrics or windows");
        if (KeepsRows != other.KeepsRows) words.Add(KeepsRows ? "the values of each replication" : "no values of each replication");
        if (Panel != other.Panel || Pairs != other.Pairs) words.Add("another division into panels");
        if (words.Count == 0 && !Canary.Equals(other.Canary))
        {
            words.Add("other numbers in its first replications, though all else is the same: another library or a faulty machine");
        }

        return Items.From(words);
    }

    /// <summary>The design in a file.</summary>
    internal static string NameOf(EnsembleDesign design) => design.ToString().ToLowerInvariant();

    /// <summary>The design that a file has; where it has none, draws are independent.</summary>
    internal static EnsembleDesign DesignOf(JsonElement file) =>
        file.TryGetProperty("design", out var design) ? Enum.Parse<EnsembleDesign>(design.GetString()!, ignoreCase: true)
            : EnsembleDesign.Independent;

    private static string WordsOf(EnsembleDesign design) => design switch
    {
        EnsembleDesign.Independent => "independent draws",
        EnsembleDesign.Sobol => "Sobol points",
        _ => throw new NotSupportedException($"{design} has no words yet."),
    };

    /// <summary>For people, for example <c>study 1f0c3a5e, seed 2026</c>.</summary>
    public override string ToString() => $"study {Sha256[..8]}, seed {Seed}";

    private string Steps => StepDays is { } days ? $"steps of {Days.Of(days)}" : "the steps of its scenarios";

    internal string ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json);
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("seed", Seed);

        // Left out where it is the default, so that studies of before keep their identity.
        if (Design != EnsembleDesign.Independent) json.WriteString("design", NameOf(Design));
        json.WriteNumber("numbers", Numbers);
        json.WriteString("scenarios", Scenarios);
        json.WriteString("inputs", Inputs);
        json.WritePropertyName("record");
        using (var record = JsonDocument.Parse(Record)) record.RootElement.WriteTo(json);
        json.WriteBoolean("rows", KeepsRows);
        json.WriteNumber("panel", Panel);
        json.WriteString("pairs", Pairs);
        json.WriteString("source", Source);
        if (StepDays is { } days) json.WriteNumber("stepDays", days);
        json.WriteStartArray("canary");
        foreach (var one in Canary) json.WriteStringValue(one);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static StudyIdentity Parse(JsonElement study) => new(
        study.GetProperty("seed").GetUInt64(), study.GetProperty("numbers").GetInt32(), study.GetProperty("scenarios").GetString()!,
        study.GetProperty("inputs").GetString()!, JsonSerializer.Serialize(study.GetProperty("record"), compact),
        study.GetProperty("rows").GetBoolean(), Items.From(study.GetProperty("canary").EnumerateArray().Select(one => one.GetString()!)))
    {
        Panel = study.GetProperty("panel").GetInt32(),
        Pairs = study.GetProperty("pairs").GetString()!,
        Source = study.GetProperty("source").GetString()!,
        StepDays = study.TryGetProperty("stepDays", out var days) ? days.GetInt32() : null,
        Design = DesignOf(study),
    };

    private static readonly JsonSerializerOptions compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static StudyIdentity Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Parse(document.RootElement);
    }
}
