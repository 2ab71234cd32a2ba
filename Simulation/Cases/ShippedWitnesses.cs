using Supply.Evidence;

namespace Supply.Cases;

/// <summary>The witnesses behind the organisations named in the shipped evidence, and how far they count what the cases count.</summary>
internal static class ShippedWitnesses
{
    // The side whose fire and production are counted otherwise.
    private const string Russia = "Russia";

    /// <summary>How independent the rows are, for the plausibility tables.</summary>
    public const string Caution = "Several rows are claims of the same witness, so they are not independent.";

    /// <summary>The first that answers for an organisation decides, so a briefer comes before the paper that printed the figure.</summary>
    public static IReadOnlyList<Witness> All { get; } =
    [
        new("HUR", 'D', ["HUR", "Zelensky"]),
        new("Ukrainian commentators", 'E', ["Ukrainian commentator", "Ukrainian analysts"]),
        new("Ukrainian command", 'D', ["Ukrainian estimate"]),
        new("RUSI and Open Source Centre", 'B', ["RUSI", "Open Source Centre"]),
        new("Rochan Consulting", 'B', ["Rochan"]),
        new("South Korea", 'C', ["ROK"]),
        new("Ukrainian ministry of defence", 'D', ["Ukraine MoD"]),
        new("Ukrainian command", 'D', ["Ukrain", "Defense Express"]),
        new("Estonia", 'C', ["Estonia", "Bain"]),
        new("Lithuania", 'C', ["Lithuania"]),
        new("Russian officials", 'D', ["Kremlin", "Russian"]),
        new("DPRK officials", 'D', ["KCNA"]),
        new("C4ADS", 'B', ["C4ADS"]),
        new("CSIS and NK Pro", 'B', ["CSIS", "NK Pro", "NK News"]),
        new("Sanctions monitors", 'C', ["Multilateral Sanctions"]),
        new("US and UK departments", 'B', ["US ", "White House", "UK Defence"]),
        new("NATO, EU and Western officials", 'C', ["NATO", "EU ", "European Commission", "French Senate", "Western"]),
        new("Czechia", 'C', ["Czech"]),
        new("Belarusian railway workers", 'C', ["Belarus"]),
        new("Trade data", 'B', ["trade data", "Shadowline"]),
        new("Press with unnamed briefers", 'E', ["Wall Street Journal", "Security source"]),
    ];

    /// <summary>Scopes that are not about 1.</summary>
    public static IReadOnlyList<WitnessScope> Scopes { get; } =
    [
        // Counts of all fire, mortars and more: three to seven times those of others, and changing (E064, E065; E085, E086).
        new("Ukrainian command", "rounds_fired", 1.1, 0.7, 0.5) { Side = Russia },

        // The proportion of natures in 2025 (E268 to E272), a fifth either way in other years and houses.
        new(WitnessScope.Anybody, "domestic_production with mortar and tank", 0, 0.2),
        new(WitnessScope.Anybody, "production_incl_refurb with mortar and tank", 0, 0.2),
        new(WitnessScope.Anybody, "domestic_production with mortar", 0, 0.2),

        // Artillery alone, or with mortar and tank rounds as in E273.
        new("Estonia", "production_incl_refurb", 0.3, 0.3) { Side = Russia },
        new(WitnessScope.Anybody, "dprk_share with mortar", 0, 0.4),
    ];

    /// <summary>The day from which scopes drift.</summary>
    public static DateOnly ScopesDriftFrom { get; } = new(2023, 1, 1);
}
