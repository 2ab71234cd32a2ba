using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// The United States: two published totals, a winter without funds, and production that counts projectiles or complete rounds.
/// A projectile without its charge cannot be fired, so the smaller count is one of the two readings.
/// </summary>
internal static partial class Ukraine2022Case
{
    private static Supplier UnitedStates => new("United States", Origin.UnitedStates,
    [
        new(Calibre.Mm155,
            Rounds.Of(LogNormal(2_400_000, 3_800_000).Named("US stock for Ukraine").Cited(new(2025, 1, 20), "B4", "US",
                "Derived: 3.0m at least sent by January 2025 (E249) less what output since 2022 (E242-E245) gave for it, 0.3m to 0.6m, is "
                    + "2.4m at least; half as much again.", "E242", "E243", "E244", "E245", "E249")),
            UsProduction, Arrivals(UsOrders, "US")),
    ]);

    private static RatePath UsOrders => RatePath.Table(Interpolation.Step,
            (Invasion, Rate.PerDay(Exactly(0).Assumed("No howitzers of 155 mm before the end of April 2022."))),
            (FirstWesternGuns, Rate.PerDay(
                Exactly(4_230).Cited(new(2023, 8, 11), "B3", "US", "Derived: more than 2.0m (E248) over the 473 days since the first guns.",
                    "E248"))),
            (new(2023, 8, 12), LaterRate),
            (new(2024, 1, 1), Rate.PerDay(
                Uniform(0, 600).Named("US winter gap")
                .Assumed("Funds ran out at the turn of the year and were renewed in late April; little came."))),
            (new(2024, 4, 26), LaterRate),
            (new(2025, 1, 21), Rate.PerDay(OneOf(
                new Alternative("as before", 0.3, Exactly(2_430).Assumed("As under the contracts before.")),
                new Alternative("halved", 0.5, Exactly(1_215).Assumed("Contracts run on, few new ones are added; allies buy some.")),
                new Alternative("stopped", 0.2, Exactly(0).Assumed("Nothing beyond what is under way.")))
                .Named("US course from 2025").Assumed("No total after January 2025 is published."))))
        .Times(LogNormal(0.97, 1.15).Named("US delivery level").Assumed("Both totals are floors (E248, E249), so more above than below."));

    private static Rate LaterRate => Rate.PerDay(Exactly(2_430).Cited(new(2025, 1, 20), "B4", "US",
        "Derived: 3.0m (E249) less 2.0m (E248) over the 412 days to 20 January 2025 on which there were funds.", "E248", "E249"));

    private static RatePath UsProduction => RatePath.Table(
            (new(2022, 2, 24), Month(14_500, 2022, "E242", "Projectiles a month before the build-up.")),
            (new(2023, 8, 1), Month(24_000, 2023, "E243", "Projectiles a month.")),
            (new(2023, 12, 1), Month(28_000, 2024, "E244", "Projectiles a month, a floor.")),
            (new(2024, 9, 1), Rate.PerMonth(ByUsCount(Projectiles2025, CompleteRounds))),
            (new(2025, 7, 31), Rate.PerMonth(ByUsCount(Projectiles2025, CompleteRounds))),
            (new(2026, 7, 1), Rate.PerMonth(ByUsCount(
                Exactly(100_000).Cited(new(2025, 7, 31), "B4", "US", "The target, which has slipped from October 2025.", "E247")
                    * Uniform(0.5, 1).Named("US target met").Assumed("Output has stayed below every target so far."),
                Exactly(40_000).Assumed("Charges catch up with the projectiles of 2025.")))))
        .Times(Triangular(0.3, 0.6, 0.9).Named("US share for Ukraine")
            .Assumed("Output also refills the country's own stocks and those of allies; no share is published."))
        .Times(DriftOf("US production", 0.15, "Plants come late or early; a seventh a year."));

    private static Uncertain Projectiles2025 =>
        Exactly(40_000).Cited(new(2025, 8, 1), "B3", "US", "Projectiles a month, flat for nearly a year.", "E245");

    private static Uncertain CompleteRounds =>
        Exactly(18_000).Cited(new(2024, 9, 30), "E3", "US", "Complete rounds a month: propellant charges limit.", "E246");

    private static Uncertain ByUsCount(Uncertain projectiles, Uncertain complete) =>
        OneOf(new Alternative("projectiles", 0.5, projectiles), new Alternative("complete rounds", 0.5, complete))
            .Named("US component limit")
            .Assumed("Published output counts projectiles; charges limited complete rounds to less than half (E246). Whether stored "
                + "charges made up the rest is not known.");

    private static Rate Month(double rounds, int year, string row, string note) =>
        Rate.PerMonth(Exactly(rounds).Cited(new(year, 12, 31), "B3", "US", note, row));

    /// <summary>
    /// Deliveries come in lots. The factor before this one keeps the mean of the lumps at 1, so that totals add up as cited.
    /// </summary>
    private static RatePath Arrivals(RatePath orders, string sender) => orders
        .Times(Exactly(0.956).Assumed("Keeps the mean of the lumps at 1: exp(-0.3 x 0.3 / 2)."))
        .Times(Noise(0.3, 20).Named($"Ukraine lumps, {sender}").Assumed("Packages and ships come every few weeks."))
        .Times(DriftOf($"{sender} deliveries", 0.3, "Budgets and politics decide year by year; three tenths a year."));
}
