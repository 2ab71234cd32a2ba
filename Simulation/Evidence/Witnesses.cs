namespace Supply.Evidence;

/// <summary>The witnesses behind the organisations named in the evidence.</summary>
public static class Witnesses
{
    // The first word that an organisation contains decides, so a briefer comes before the paper that printed the figure.
    private static readonly (string[] Words, Witness Witness)[] rules =
    [
        (["HUR", "Zelensky"], new("HUR", 'D')),
        (["Ukrainian commentator", "Ukrainian analysts"], new("Ukrainian commentators", 'E')),
        (["Ukrainian estimate"], new("Ukrainian command", 'D')),
        (["RUSI", "Open Source Centre"], new("RUSI and Open Source Centre", 'B')),
        (["Rochan"], new("Rochan Consulting", 'B')),
        (["ROK"], new("South Korea", 'C')),
        (["Ukraine MoD"], new("Ukrainian ministry of defence", 'D')),
        (["Ukrain", "Defense Express"], new("Ukrainian command", 'D')),
        (["Estonia", "Bain"], new("Estonia", 'C')),
        (["Lithuania"], new("Lithuania", 'C')),
        (["Kremlin", "Russian"], new("Russian officials", 'D')),
        (["KCNA"], new("DPRK officials", 'D')),
        (["C4ADS"], new("C4ADS", 'B')),
        (["CSIS", "NK Pro"], new("CSIS and NK Pro", 'B')),
        (["Multilateral Sanctions"], new("Sanctions monitors", 'C')),
        (["US ", "White House", "UK Defence"], new("US and UK departments", 'B')),
        (["NATO", "EU ", "European Commission", "French Senate", "Western"], new("NATO, EU and Western officials", 'C')),
        (["Czech"], new("Czechia", 'C')),
        (["Belarus"], new("Belarusian railway workers", 'C')),
        (["trade data", "Shadowline"], new("Trade data", 'B')),
        (["Wall Street Journal", "Security source"], new("Press with unnamed briefers", 'E')),
    ];

    /// <summary>The witness behind an organisation; an unknown organisation is its own witness, with the letter E.</summary>
    public static Witness Of(string organisation) =>
        rules.Where(rule => rule.Words.Any(word => organisation.Contains(word, StringComparison.Ordinal))).Select(rule => rule.Witness)
            .FirstOrDefault()
        ?? new(organisation, 'E');
}
