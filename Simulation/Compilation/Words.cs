namespace Supply.Compilation;

/// <summary>Kinds of parts in the analyst's words.</summary>
internal static class Words
{
    public static string Kind(Part part) => Kind(part.GetType());

    public static string Kind<T>() => Kind(typeof(T)).ToLowerInvariant();

    /// <summary>The kind with its article, for example <c>a stockpile</c>.</summary>
    public static string OneOf(Part part) => part is RefurbishmentWorks ? "refurbishment works" : "a " + Kind(part).ToLowerInvariant();

    private static string Kind(Type type) => type.Name switch
    {
        nameof(ProductionLine) => "Production line",
        nameof(RefurbishmentWorks) => "Refurbishment works",
        var name => name,
    };
}
