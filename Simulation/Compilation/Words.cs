namespace Supply.Compilation;

/// <summary>Kinds of parts in the analyst's words.</summary>
internal static class Words
{
    public static string Kind(Part part) => Kind(part.GetType());

    public static string Kind<T>() => Kind(typeof(T)).ToLowerInvariant();

    private static string Kind(Type type) => type.Name switch
    {
        nameof(ProductionLine) => "Production line",
        nameof(RefurbishmentWorks) => "Refurbishment works",
        var name => name,
    };
}
