using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>The opening stocks, the three depot strikes for which the record has numbers, and the hazard of more.</summary>
internal static partial class Russia2022Case
{
    private const double ForwardShare = 0.08;

    /// <summary>
    /// Fire in 2022 and the stock before it are one choice: eleven to twelve million rounds fired need about seventeen in
    /// store, six to seven need about twelve and a half. The same draw switches both; see <c>Decisions/0002-baseline-worlds.md</c>.
    /// </summary>
    private static Uncertain ByWorld(Uncertain heavy, Uncertain light) =>
        OneOf(new Alternative("heavy fire, large stock", 0.5, heavy), new Alternative("light fire, smaller stock", 0.5, light))
            .Named("2022 use and stock")
            .Assumed("RUSI gave both readings, the first with Western officials, the second with Estonia; even weights, since each has two "
                + "lineages behind it.");

    private static Uncertain Serviceable => ByWorld(
        Exactly(10_000_000).Cited(new(2022, 2, 24), "B4", "RUSI",
            "Derived: of about 17m in store, 1m above the one published ceiling (E121), what 11-12m rounds fired (E058, E060) need beyond "
            + "some 3m made, restored and sent from Belarus, with a working stock left.", "E058", "E060", "E121"),
        Exactly(5_500_000).Cited(new(2022, 2, 24), "C4", "Estonia",
            "Derived: of about 12.5m in store, what 6-7m rounds fired (E056, E057, E061) need beyond the same 3m; 12.5m less fire plus "
            + "supply is near the 10m of February 2023 (E123).", "E056", "E057", "E061", "E123"))
        * LogNormal(0.85, 1.18).Named("serviceable stock level").Assumed("A sixth either way within a reading.");

    private static Uncertain Restorable => ByWorld(
        Exactly(7_000_000).Cited(new(2022, 2, 24), "B4", "RUSI", "Derived: 17m (E121 with E058 and E060) less 10m serviceable.", "E058",
            "E060", "E121"),
        Exactly(7_000_000).Cited(new(2022, 2, 24), "C4", "Estonia", "Derived: 12.5m (E123 with E061) less 5.5m serviceable.", "E061",
            "E123"))
        * LogNormal(0.7, 1.43).Named("restorable stock level")
            .Assumed("How much of the old stock can be restored at all is not published; two fifths either way.");

    private static Stockpile RearDepots =>
        new(Rear, Items.From(Calibres.Select(calibre => new Lot(calibre, Origin.Russia, Rounds.Of(Serviceable * OfAll(calibre)
        * Exactly(1 - ForwardShare).Assumed("The rest of what lay forward.")))))) { Drawing = OrderOfDrawing };

    private static Stockpile FrontDepots =>
        new(Front, Items.From(Calibres.Select(calibre => new Lot(calibre, Origin.Russia, Rounds.Of(Serviceable * OfAll(calibre)
        * Exactly(ForwardShare).Assumed(
            "Depots along the border were filled for an invasion of some weeks: 8 percent is two to three weeks of the early fire."))))))
    {
        Drawing = OrderOfDrawing,
    };

    private static Reserve Unserviceable => new(LegacyAndRework,
        Items.From(Calibres.Select(calibre => new Lot(calibre, Origin.Russia, Rounds.Of(Restorable * OfAll(calibre))))))
    {
        Drawing = OrderAtWorks,
    };

    private static Change[] Strikes =>
    [
        new DepotStrike(Rear, new(2024, 9, 18), Fraction.Of(Triangular(0.005, 0.05, 0.25).Cited(new(2024, 9, 18), "C4",
            "Estonia against UK",
            "Derived: over the 3m rounds that RUSI found in store (E125), from RUSI's 24,000 for a train next door (E226) to Estonia's "
                + "750,000 at Toropets (E224), or two to three months of supply (E223), which take the whole holding of all munitions "
                + "(E221, E222) for a loss of artillery rounds.", "E125", "E221", "E222", "E223", "E224", "E226"))),
        new DepotStrike(Rear, new(2024, 9, 21), Fraction.Of(Uniform(0, 0.016).Cited(new(2024, 9, 21), "D3",
            "Ukrainian General Staff through RUSI",
            "Derived: 2,000 t (E225) read as 24,000 rounds (E226) over 3m (E125), and up to twice that.", "E125", "E225", "E226"))),
        new DepotStrike(Rear, new(2025, 4, 22), Fraction.Of(Triangular(0, 0.04, 0.12).Cited(new(2025, 4, 22), "D4", "Ukraine through UK",
            "Derived: 105,000 t held (E227), at most 1 of 3.5 square kilometres damaged, 83 kg a round (E202), of which an unknown part "
                + "artillery, over 3m (E125). The design capacity (E228) is not a loss.", "E125", "E202", "E227", "E228"))),
        new StrikeHazard(Rear, RecordEnds,
            Uniform(0.8, 2.4).Named("strikes a year")
                .Cited(new(2025, 12, 31), "C4", "Estonia, UK and Ukraine",
                    "Derived: three with numbers (E222, E225, E227), over the 46 months of the record or over the 15 since the first.",
                    "E222", "E225", "E227"),
            Fraction.Of(LogNormal(0.015, 0.05).Named("median strike")
                .Cited(new(2025, 12, 31), "C4", "Estonia, UK and Ukraine",
                    "Derived: the middle of the three dated strikes: a train (E226), part of a depot (E227), Toropets (E224), "
                    + "over 3m (E125).", "E125", "E224", "E226", "E227")),
            Factor.Of(Uniform(1, 1.5).Named("spread of strikes")
                .Assumed("From a train to the whole of Toropets is a factor of thirty (E224, E226): two spreads "
                    + "either way of the median.")))
        {
            ArtilleryShare = Fraction.Of(Uniform(0.3, 0.8).Named("artillery among munitions struck")
                .Assumed("The dated strikes take whole holdings as artillery rounds at most; they held missiles and bombs as well (E221). "
                    + "Half on average.")),
        },
    ];
}
