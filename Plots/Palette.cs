namespace Supply.Plots;

/// <summary>
/// Colour keys with a fixed meaning, so that an origin has one colour in all figures. A key may also be any other name (it gets the next
/// free colour of the figure) or an exact colour such as <c>#0072B2</c>. The colours with a meaning are the colour-blind-safe set of Okabe
/// and Ito (2008). Case is ignored.
/// </summary>
public static class Palette
{
    /// <summary>Own production: blue. "Russia" and "RU" mean the same.</summary>
    public const string Domestic = "domestic";

    /// <summary>Deliveries of the DPRK: vermilion. "KP" and "North Korea" mean the same.</summary>
    public const string Dprk = "DPRK";

    /// <summary>Deliveries of Iran: green. "IR" means the same.</summary>
    public const string Iran = "Iran";

    /// <summary>Deliveries of Belarus: purple. "BY" means the same.</summary>
    public const string Belarus = "Belarus";

    /// <summary>Refurbished stock: sky blue. "Legacy" and "stock" mean the same.</summary>
    public const string Refurbished = "refurbished";

    /// <summary>Ukraine: orange. "UA" means the same.</summary>
    public const string Ukraine = "Ukraine";

    /// <summary>The reference case: near black.</summary>
    public const string Baseline = "baseline";

    /// <summary>Everything else, and helper lines: grey.</summary>
    public const string Other = "other";

    private static readonly Dictionary<string, string> Named = new(StringComparer.OrdinalIgnoreCase)
    {
        [Domestic] = "#0072B2", ["Russia"] = "#0072B2", ["RU"] = "#0072B2",
        [Dprk] = "#D55E00", ["KP"] = "#D55E00", ["North Korea"] = "#D55E00",
        [Iran] = "#009E73", ["IR"] = "#009E73",
        [Belarus] = "#CC79A7", ["BY"] = "#CC79A7",
        [Refurbished] = "#56B4E9", ["legacy"] = "#56B4E9", ["stock"] = "#56B4E9",
        [Ukraine] = "#E69F00", ["UA"] = "#E69F00",
        [Baseline] = "#333333", [Other] = "#8C8C8C",
    };

    /// <summary>
    /// The colours assigned, in this order, to keys without a fixed meaning: violet, olive, wine, petrol, brown, lavender. No meaning owns
    /// one of them, so that a scenario is never taken for a country.
    /// </summary>
    internal static IReadOnlyList<string> Free { get; } = ["#6B4C9A", "#8A9A1B", "#7A1F3D", "#00585C", "#8C6D31", "#9B8FD9"];

    /// <summary>The colours that have a meaning.</summary>
    internal static IEnumerable<string> Owned => Named.Values.Distinct();

    /// <summary>The colour of a key with a fixed meaning or an exact colour; null for other keys.</summary>
    internal static string? Fixed(string key) =>
        Named.TryGetValue(key, out var hex) ? hex : IsHex(key) ? key.ToUpperInvariant() : null;

    internal static bool IsHex(string key) => key.Length == 7 && key[0] == '#' && key.Skip(1).All(char.IsAsciiHexDigit);
}
