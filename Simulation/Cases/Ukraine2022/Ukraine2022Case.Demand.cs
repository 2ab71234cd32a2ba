using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// The rate of fire that the force wants. For 155 mm it is the ministry's own requirement; for Soviet calibres the fire while stocks
/// lasted, less the guns that wore out. Published fire from June 2022 on is not used.
/// </summary>
internal static partial class Ukraine2022Case
{
    private static readonly DateOnly FirstWesternGuns = new(2022, 4, 26), Letter = new(2023, 3, 1);

    private static Consumer Force =>
        new(Forces, Forward, Items.From(
            Soviet.Select(calibre => new Demand(calibre, WishOf(calibre))).Prepend(new Demand(Calibre.Mm155, Wish155))))
    {
        Rationing = Rationing.ByCover(
            Days.Of(Triangular(15, 40, 75).Named("Ukraine rationing cover")
                .Assumed("A force that lives from delivery to delivery plans weeks ahead, not months; no figure is published.")),
            Rounds.None, [Arsenals]),
        Season = new(new(2022, 8, 1),
            Fraction.Of(Uniform(0, 0.2).Named("Ukraine season")
            .Assumed("Campaigns run from late spring to autumn, with mud before and after; up to a fifth either way, and "
                + "perhaps nothing."))),
        Displacement = new(new(2023, 10, 1),
            Days.Of(Triangular(500, 800, 1200).Named("Ukraine displacement time")
                .Assumed("Drones came into use by the thousand from autumn 2023 and were everywhere two years later.")),
            Fraction.Of(Triangular(0, 0.25, 0.5).Named("Ukraine displacement ceiling")
                .Assumed("Sources see drones take over tasks of tube artillery; none gives a share. Up to half, most likely a quarter.")),
            Growth.Logistic),
    };

    private static RatePath Wish155 => Tempo(RatePath.Table(
        (FirstWesternGuns, Rate.PerMonth(Exactly(0).Assumed("The first howitzers of 155 mm came at the end of April 2022."))),
        (Letter, Rate.PerMonth(OneOf(
            new Alternative("minimum", 0.6, Exactly(356_400)
                .Cited(new(2023, 3, 3), "D3", "Ukraine MoD", "What the minister called the least for the guns in hand.", "E108")),
            new Alternative("full set", 0.4, Exactly(594_000)
                .Cited(new(2023, 3, 3), "D3", "Ukraine MoD", "Derived: the full set of which the minimum is 60 percent (E108).", "E108")))
            .Named("Ukraine requirement reading")
                .Assumed("The minimum was asked for, the full set is what the guns could fire; both are the same letter.")))));

    private static RatePath WishOf(Calibre calibre) => Tempo(RatePath.Table(
            (Invasion, Wish(9_000, "Derived: the peak of the war, about 9,000 a day in the note of E117, taken as the wish while Soviet "
                + "stocks lasted.")),
            (new(2022, 7, 1), Wish(9_000, "Derived: as at the start (E117).")),
            (new(2023, 3, 1), Wish(6_000, "Derived: seldom above 6,000 in the note of E117, when Western guns had taken over a part.")),
            (new(2025, 12, 31), Rate.PerDay(
                Exactly(4_000).Assumed("Soviet barrels wear out and are not replaced; a third fewer in three years."))))
        .Times(OfSoviet(calibre)));

    private static Rate Wish(double perDay, string note) =>
        Rate.PerDay(Exactly(perDay).Cited(new(2024, 10, 10), "B4", "RUSI", note, "E117"));

    private static RatePath Tempo(RatePath wish) => wish
        .Times(LogNormal(0.8, 1.25).Named("Ukraine requirement level")
            .Assumed("Requirements are asked for, not measured; a quarter either way."))
        .Times(Exactly(0.969).Assumed("Keeps the mean of the tempo at 1: exp(-0.25 x 0.25 / 2)."))
        .Times(Noise(0.25, 20).Named("Ukraine demand tempo").Assumed("Battles come and go within weeks, as on the other side."))
        .Times(DriftOf("requirement", 0.15, "War plans and truces may move the wish either way; a seventh a year."));
}
