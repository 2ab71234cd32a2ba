using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>Ukraine's own rounds: the Soviet stock of the first months and a production that grew from almost nothing.</summary>
internal static partial class Ukraine2022Case
{
    private const double ForwardShare = 0.15;

    private static Items<Lot> Opening(double part, string reason) => Items.From(Soviet.Select(calibre => new Lot(calibre, Origin.Ukraine,
        Rounds.Of(LogNormal(550_000, 1_050_000).Named("Ukraine Soviet stock").Cited(new(2022, 6, 10), "D3", "HUR",
            "Derived: the Soviet stock was nearly gone after 107 days (E103); at 5,000 to 6,000 a day (E103), and up to 9,000 at the peak "
                + "(note of E117), that is 0.5 to 1.0m.", "E103", "E117")
        * OfSoviet(calibre) * Exactly(part).Assumed(reason)))));

    private static ProductionLine[] Lines =>
    [
        Line("155 mm line", Calibre.Mm155, 0.3), Line("152 mm line", Calibre.Mm152, 0.35), Line("122 mm line", Calibre.Mm122, 0.35),
    ];

    /// <summary>
    /// The one row is a growth of shells and mortar bombs together, most of them bombs, so the base is small and uncertain.
    /// </summary>
    private static ProductionLine Line(string name, Calibre calibre, double share) =>
        new(name, calibre, Origin.Ukraine, Arsenals, RatePath.Table(
            (new(2022, 12, 31), Rate.PerYear(Base)),
            (new(2024, 4, 1), Rate.PerYear(
                Base * Exactly(50).Cited(new(2024, 10, 1), "D3", "Ukraine President",
                    "Derived: half a year gave 25 times the whole of 2022 (E267), so the yearly rate is 50 times.", "E267"))),
            (new(2026, 1, 1), Rate.PerYear(
                Base * Exactly(50).Cited(new(2024, 10, 1), "D3", "Ukraine President", "Derived: the rate of 2024 (E267).", "E267")
                * Triangular(1, 1.5, 3).Named("Ukraine production growth")
                    .Assumed("Powders and explosives limit it (E267); up to three times in two years if they are found abroad."))))
        .Times(Exactly(share).Assumed("Shells of the Soviet calibres came first, 155 mm later; about a third each."))
        .Times(DriftOf("production", 0.25, "New lines, strikes on works and the supply of powder; a quarter a year.")))
    {
        Yield = Fraction.Of(Exactly(1).Assumed("Published growth counts accepted rounds.")),
    };

    private static Uncertain Base => LogNormal(500, 4_000).Named("Ukraine production base")
        .Assumed("Tube rounds of 2022: no number is published, and most of what is counted (E267) is mortar bombs. Fifty times it is "
            + "25,000 to 200,000 a year in 2024.");
}
