using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supply;

/// <summary>
/// The contents of a result folder: which command wrote which files, with which seed and versions. It is written last, so that a folder
/// without it does not hold a whole result.
/// </summary>
/// <param name="Command">The command that wrote the result.</param>
/// <param name="Files">The files of the result, by name.</param>
public sealed record Manifest(string Command, Items<OutputFile> Files)
{
    /// <summary>The name of its own file.</summary>
    public const string FileName = "manifest.json";

    private const string Format = "supply-manifest/1";

    /// <summary>The seed of all draws; null: nothing was drawn. Default null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Replications of each scenario; null: none were run. Default null.</summary>
    public int? Replications { get; init; }

    /// <summary>How the uncertain numbers were drawn. Default <see cref="EnsembleDesign.Independent"/>.</summary>
    public EnsembleDesign Design { get; init; }

    /// <summary>False if the run was ended early and the files hold the part that was finished. Default true.</summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>The version of the library, <see cref="Release.Package"/>.</summary>
    public string Package { get; init; } = Release.Package;

    /// <summary>The version of the numbers, <see cref="Release.Numbers"/>.</summary>
    public int Numbers { get; init; } = Release.Numbers;

    /// <summary>The study whose parts the folder holds; null: the files are the result. Default null.</summary>
    public StudyIdentity? Study { get; init; }

    /// <summary>Reads the manifest of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Null if the folder does not hold a whole result.</returns>
    /// <exception cref="InvalidDataException">There is a file of that name which is not a manifest.</exception>
    public static Manifest? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? Parse(File.ReadAllBytes(path), path) : null;
    }

    /// <summary>The differences between the files that it names and those in a folder, in words; none: the result is whole.</summary>
    /// <param name="folder">The folder.</param>
    public Items<string> Differences(string folder)
    {
        return Items.From(Files.Select(Difference).OfType<string>());

        string? Difference(OutputFile file)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path)) return $"{file.Name} is missing.";
            var found = OutputFile.Of(path);
            return found == file ? null
                : FormattableString.Invariant($"{file.Name} was changed: it has {found.Bytes} bytes, at first {file.Bytes}.");
        }
    }

    /// <summary>For people, for example <c>4 files of "run.cs own.json"</c>.</summary>
    public override string ToString() =>
        $"{Files.Count} file{(Files.Count == 1 ? "" : "s")} of \"{Command}\"{(IsComplete ? "" : ", ended early")}";

    internal string ToJson()
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            memory, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("command", Command);
            if (Seed is { } seed) json.WriteNumber("seed", seed);
            if (Replications is { } replications) json.WriteNumber("replications", replications);
            if (Design != EnsembleDesign.Independent) json.WriteString("design", StudyIdentity.NameOf(Design));
            json.WriteBoolean("complete", IsComplete);
            json.WriteString("package", Package);
            json.WriteNumber("numbers", Numbers);
            if (Study is not null)
            {
                json.WritePropertyName("study");
                Study.Write(json);
            }

            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    internal static Manifest Parse(ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format) throw Wrong(null);
            var files = root.GetProperty("files").EnumerateArray().Select(file => new OutputFile(
                file.GetProperty("name").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!));
            Manifest manifest = new(root.GetProperty("command").GetString()!, Items.From(files))
            {
                Seed = root.TryGetProperty("seed", out var seed) ? seed.GetUInt64() : null,
                Replications = root.TryGetProperty("replications", out var count) ? count.GetInt32() : null,
                Design = StudyIdentity.DesignOf(root),
                IsComplete = root.GetProperty("complete").GetBoolean(),
                Package = root.GetProperty("package").GetString()!,
                Numbers = root.GetProperty("numbers").GetInt32(),
                Study = root.TryGetProperty("study", out var study) ? StudyIdentity.Parse(study) : null,
            };

            // A run deletes the files that the manifest before it names, so that a name must not lead out of the folder.
            return manifest.Files.All(file => IsName(file.Name)) ? manifest : throw Wrong(null);
        }
        catch (Exception failure) when (
            failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            throw Wrong(failure);
        }

        InvalidDataException Wrong(Exception? failure) => new($"{name} is not the manifest of a result, or it is damaged.", failure);
    }

    /// <summary>Whether a text names a file of a result: in the folder itself, and not one that a run needs for itself.</summary>
    internal static bool IsName(string? name) => !string.IsNullOrEmpty(name) && name is not ("." or ".." or FileName)
        && !name.StartsWith(WholeFile.OfARun, StringComparison.Ordinal) && name.AsSpan().IndexOfAny('/', '\\', '\0') < 0;
}
