namespace Supply;

/// <summary>A shipped case as scenario files name it.</summary>
/// <param name="Baseline">Its name, for example <c>Russia2022</c>.</param>
/// <param name="Version">Its version; a case whose numbers change gets a new one. At least 1.</param>
public sealed record CaseName(string Baseline, int Version)
{
    /// <summary>Name and version, for example <c>Russia2022, version 3</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Baseline}, version {Version}");
}
