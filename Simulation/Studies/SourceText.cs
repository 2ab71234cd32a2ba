namespace Supply.Studies;

/// <summary>Sources of an input in a few words.</summary>
internal static class SourceText
{
    /// <summary>Witnesses with the grades of their figures, each once; <c>assumed</c> where there are only assumptions.</summary>
    public static string Of(IReadOnlyList<Source> sources)
    {
        string[] cited = [.. sources.OfType<Cited>().Select(one => $"{one.Lineage} {one.Grade}").Distinct()];
        return cited.Length > 0 ? string.Join(", ", cited) : sources.OfType<Assumed>().Any() ? "assumed" : "";
    }
}
