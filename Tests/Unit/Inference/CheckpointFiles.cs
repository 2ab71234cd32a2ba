namespace Supply.Tests.Unit.Inference;

/// <summary>The checkpoints of a run in the folder for temporary files, deleted in the end.</summary>
internal sealed class CheckpointFiles : IDisposable
{
    /// <summary>The name that the run is given.</summary>
    public string Name { get; } = Path.Combine(Path.GetTempPath(), $"supply-{Guid.NewGuid():N}.smc");

    /// <summary>The file of a population.</summary>
    public string this[int population] => $"{Name}.{population}";

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(Name) + "*")) File.Delete(file);
    }
}
