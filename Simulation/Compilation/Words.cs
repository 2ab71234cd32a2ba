namespace Supply.Compilation;

/// <summary>Kinds of parts in the analyst's words.</summary>
internal static class Words
{
    public static string Kind(Part part) => Kind(part.GetType());

    public static string Kind<T>() => Kind(typeof(T)).ToLowerInvariant();

    /// <summary>The kind with its article, for example <c>a stockpile</c>.</summary>
    public static string OneOf(Part part) => part is RefurbishmentWorks ? "refurbishment works" : OneOf(Kind(part).ToLowerInvariant());

    /// <summary>A kind in small letters with its article.</summary>
    public static string OneOf(string kind) => ("aeiou".Contains(kind[0], StringComparison.Ordinal) ? "an " : "a ") + kind;

    private static string Kind(Type type) => type.Name switch
    {
        nameof(ProductionLine) => "Production line",
        nameof(RefurbishmentWorks) => "Refurbishment works",
        nameof(InputStock) => "Input stock",
        nameof(GunPark) => "Gun park",
        nameof(InputSource) => "Input source",
        var name => name,
    };
}
