using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// Tube artillery: guns in service, guns in store, and barrels. Most barrels come from stored guns. Rocket launchers (1,130 in the note
/// of E238) have no park: the record gives neither their losses nor a limit on their fire.
/// </summary>
internal static partial class Russia2022Case
{
    internal const string TubeArtillery = "Tube artillery";

    private static GunPark Guns => new(TubeArtillery,
        Units.Of(LogNormal(4_300, 5_300).Named("guns")
            .Cited(new(2024, 2, 13), "B3", "RUSI",
                "Guns in theatre in February 2024, a tenth either way; taken for the start of the war as well: losses were made up from "
                + "store (E239).", "E238")),
        Rate.PerDay(Uniform(20, 60).Named("rounds per gun")
            .Assumed("Above the most that was counted over all guns: 60,000 rounds a day (E063) by 4,780 guns (E238) are 13 for each, and "
                + "not all of them fire every day.")),
        Rounds.Of(LogNormal(2_500, 6_000).Named("barrel life")
            .Assumed("A few thousand rounds: two to three thousand with full charges, more with the smaller ones of most fire, and barrels "
                + "are fired beyond that. None is published for the guns in the field.")))
    {
        BarrelProduction = RatePath.Constant(Rate.PerYear(OneOf(
                new Alternative("one plant", 0.4, Exactly(50).Cited(new(2024, 2, 29), "E3", "The Economist and CEPA", "Barrels a year.",
                    "E240")),
                new Alternative("two plants", 0.3, Exactly(100)
                    .Cited(new(2024, 2, 29), "E3", "The Economist and CEPA", "Derived: 50 at each of two plants, in the note of E240.",
                        "E240")),
                new Alternative("with tanks", 0.3, Exactly(240)
                    .Cited(new(2024, 11, 14), "E4", "Foreign Policy",
                        "Derived: 20 a month of tank guns and artillery together, in the note of E241.", "E241")))
            .Named("barrel production reading").Assumed("Three figures of the press, of which the last counts more kinds of guns.")))
            .Times(GunDrift),
        Reserve = Units.Of(Exactly(12_000).Cited(
            new(2022, 4, 22), "B3", "CSIS", "Derived: towed guns in store two years before the 7,500 of April 2024, in the note of E239.",
            "E239")),
        Cannibalised = RatePath.Constant(Rate.PerMonth(Withdrawn * Exactly(0.7).Assumed("Most stored guns give their barrel (E239).")))
            .Times(GunDrift),
        Usable = Fraction.Of(Uniform(0.7, 1).Named("usable barrels")
            .Assumed("Old barrels that were stored in the open are not all fit for use.")),
        Returned = RatePath.Constant(Rate.PerMonth(Withdrawn * Exactly(0.3).Assumed("The rest returns whole."))).Times(GunDrift),
        Losses = RatePath.Constant(Rate.PerMonth(
            Withdrawn * Exactly(0.3).Assumed(
                "As many as return: the park is taken to have kept its size, as no other count is published.")))
            .Times(GunDrift),
    };

    private static Uncertain Withdrawn =>
        Uniform(165, 190).Named("guns from store")
        .Cited(new(2024, 4, 22), "B3", "CSIS",
            "Derived: a month, from about 12,000 to 7,500 stored guns in about two years (E239), 24 to 27 months.", "E239");

    private static Uncertain GunDrift =>
        DriftOf("guns", 0.15, "New plants, emptier stores or a quieter front; a seventh a year, for losses and replacements alike.");
}
