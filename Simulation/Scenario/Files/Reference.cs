namespace Supply.Files;

/// <summary>Which parts a property may name.</summary>
/// <param name="fits">Whether a part is of one of them.</param>
/// <param name="kinds">The kinds in words, without article.</param>
internal sealed class Reference(Func<Part, bool> fits, Func<string> kinds)
{
    public string Kinds => kinds();

    public bool Fits(Part part) => fits(part);

    /// <summary>The name of a part of one kind.</summary>
    public static Form<string> To<T>() where T : Part => To(part => part is T, PartShapes.WordsOf<T>);

    /// <summary>The name of a part of one of several kinds.</summary>
    public static Form<string> To<T1, T2>() where T1 : Part where T2 : Part =>
        To(part => part is T1 or T2, () => $"{PartShapes.WordsOf<T1>()} or {PartShapes.WordsOf<T2>()}");

    /// <summary>The name of a part that fits.</summary>
    public static Form<string> To(Func<Part, bool> fits, Func<string> kinds)
    {
        var reference = new Reference(fits, kinds);
        return (at, value) => at.Reference(reference, value);
    }
}
