namespace Supply;

/// <summary>
/// A bore class (or group of natures counted together). Rounds of different calibres are never converted
/// into each other; "all artillery" is always a sum of counts.
/// </summary>
/// <param name="Name">Its name in tables and files, for example <c>152 mm</c>.</param>
public readonly record struct Calibre(string Name)
{
    /// <summary>152 mm gun and howitzer rounds.</summary>
    public static Calibre Mm152 { get; } = new("152 mm");

    /// <summary>155 mm howitzer rounds.</summary>
    public static Calibre Mm155 { get; } = new("155 mm");

    /// <summary>122 mm howitzer rounds.</summary>
    public static Calibre Mm122 { get; } = new("122 mm");

    /// <summary>122 mm (Grad) rockets, one rocket counted as one round.</summary>
    public static Calibre Rocket122 { get; } = new("122 mm rocket");

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
