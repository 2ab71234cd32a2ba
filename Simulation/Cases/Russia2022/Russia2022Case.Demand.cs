using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// The rate of fire that the force wants. In 2022 the published fire is taken as the wish, because stocks were large; these rows are
/// inputs and check nothing. From 2023 on the wish follows only published requirements, never published fire.
/// </summary>
internal static partial class Russia2022Case
{
    private static Consumer Force =>
        new(Forces, Front, Items.From(
            Calibres.Select(calibre => new Demand(calibre, Required(calibre))
            {
                Ceiling = Ceiling(calibre), Guns = Tube.Contains(calibre) ? TubeArtillery : null,
            })))
    {
        FollowsSupply = Wish,
        Mixes = [TubeMix],
        // Arsenals count: a force that sees only its forward depots would mistake a late train for the end of the war.
        Rationing = Rationing.ByCover(
            Days.Of(Triangular(45, 90, 150).Named("rationing cover")
                .Assumed("How long a staff wants its rounds to last is not published: six weeks to five months, most likely the length of "
                    + "one offensive.")),
            Rounds.None, [Rear]),
    };

    private static RatePath Required(Calibre calibre) => RatePath.Table(Interpolation.Step,
            [.. In2022Points(calibre), .. After2022Points(calibre)])
        .Times(Exactly(0.969).Assumed("Keeps the mean of the tempo at 1: exp(-0.25 x 0.25 / 2)."))
        .Times(Noise(0.25, 20).Named("demand tempo")
            .Assumed("Battles come and go within weeks; peak days reach one and a half times the mean (E054, E055)."))
        .Times(DriftOf("requirement", 0.15, "War plans, drones and truces may move the wish either way; a seventh a year."));

    private static (Moment, Rate)[] In2022Points(Calibre calibre) =>
    [
            (Invasion, In2022(calibre,
                Exactly(35_000).Cited(new(2022, 4, 17), "B4", "RUSI",
                    "Derived: within 20,000 to 60,000 a day (E059); with the later phases it adds up to 11.8m (E058, E060).", "E058",
                    "E059", "E060"),
                Exactly(20_000).Cited(new(2022, 4, 17), "C3", "Estonia", "At most 600,000 a month.", "E061"))),
            (new(2022, 4, 18), In2022(calibre,
                Exactly(55_000).Cited(new(2022, 7, 15), "B4", "RUSI", "Upper part of 20,000 to 60,000 a day; Ukraine counted 60,000.",
                    "E059", "E063", "E072"),
                Exactly(32_000).Cited(new(2022, 7, 15), "B2", "RUSI",
                    "Peak days of the Donbas offensive as the wish; the average fired was 20,000 (E054), the peak of all 38,000 (E056).",
                    "E055", "E056"))),
            (new(2022, 7, 16), In2022(calibre,
                Exactly(30_000).Cited(new(2022, 12, 31), "B4", "RUSI",
                    "Derived: within 20,000 to 60,000 a day (E059); with the earlier phases it adds up to 11.8m (E058, E060).", "E058",
                    "E059", "E060"),
                Exactly(16_000).Cited(new(2022, 12, 31), "B3", "OSC",
                    "Top of the 7,000 to 16,000 of the rest of the war, whose first months were its heaviest.", "E057"))),
    ];

    private static (Moment, Rate)[] After2022Points(Calibre calibre) =>
    [
            (new(2023, 1, 1), After2022(calibre, 1.15, "The winter offensive around Bakhmut asks for more.", Need2023, 1.0, 1.0, 1.0)),
            (new(2023, 5, 1), After2022(calibre, 0.90, "Russia defends; no offensive of its own.", Need2023, 1.0, 1.0, 1.0)),
            (new(2023, 10, 1), After2022(calibre, 1.05, "The offensive around Avdiivka begins.", Need2023, 1.0, 1.0, 1.0)),
            (new(2024, 1, 1), After2022(calibre, 1.10, "Avdiivka.", Need2024, 1.0, 1.0, 1.0)),
            (new(2024, 4, 1), After2022(calibre, 0.90, "Mud season, between offensives.", Need2024, 1.0, 1.0, 1.0)),
            (new(2024, 5, 10), After2022(calibre, 1.00, "Kharkiv, then the Donetsk front through the year.", Need2024, 1.0, 1.0, 1.0)),
            (new(2025, 1, 1), After2022(calibre, 0.95, "Winter.", Need2024, 1.0, 0.95, 0.88)),
            (new(2025, 5, 1), After2022(calibre, 1.05, "Summer offensive.", Need2024, 1.0, 0.90, 0.80)),
            (new(2025, 11, 1), After2022(calibre, 1.00, "The mean over the year, held for the projection.", Need2024, 1.0, 0.85, 0.70)),
    ];

    private static Rate In2022(Calibre calibre, Uncertain heavy, Uncertain light) =>
        Rate.PerDay(ByWorld(heavy, light) * OfAll(calibre)
            * LogNormal(0.85, 1.18).Named("2022 use level").Assumed("A sixth either way within a reading."));

    private static Rate After2022(
        Calibre calibre, double phase, string what, Func<Calibre, Uncertain> need, double none, double some, double many) =>
        Rate.PerYear(need(calibre)
            * Exactly(phase).Assumed("Phase of the war, around 1 over a year. " + what)
            * ByDrones(none, some, many)
            * LogNormal(0.8, 1.25).Named("requirement level")
                .Assumed("Requirements of staffs are asked for, not measured; a quarter either way within a witness."));

    private static Uncertain ByDrones(double none, double some, double many) => OneOf(
        new Alternative("none", 0.25, Exactly(none).Assumed("Drones add to tube fire and replace none of it.")),
        new Alternative("some", 0.5, Exactly(some)
            .Assumed("By the end of 2025 drones have replaced a seventh of the wish for tube and rocket fire.")),
        new Alternative("many", 0.25, Exactly(many).Assumed("By the end of 2025 drones have replaced three tenths.")))
        .Named("drone displacement")
        .Assumed("From 2024 on sources see drones take over tasks of tube artillery; none gives a share.");

    /// <summary>
    /// Tube rounds and rockets wanted a year: the ministry's requirement as RUSI saw it, or HUR's production plus shortfall.
    /// </summary>
    private static Uncertain ByRequirement(Uncertain rusi, Uncertain hur) =>
        OneOf(new Alternative("ministry, through RUSI", 0.65, rusi), new Alternative("HUR", 0.35, hur))
            .Named("requirement witness")
            .Assumed("The ministry's own requirement by calibre weighs more than a shortfall stated in passing.");

    private static Uncertain RusiNeed(Calibre calibre) => calibre == Calibre.Mm152
        ? Exactly(4_000_000).Cited(new(2024, 12, 31), "B3", "RUSI",
            "What the ministry wanted to make or source in 2024; taken as the wish of the other years as well, before "
            + "phases and drones.", "E012")
        : calibre == Calibre.Mm122
            ? Exactly(1_600_000).Cited(new(2024, 12, 31), "B3", "RUSI",
                "What the ministry wanted to make or source in 2024; taken as the wish of the other years as well, before "
                + "phases and drones.", "E013")
            : Exactly(5_600_000).Cited(new(2024, 12, 31), "B3", "RUSI", "Derived: both tube calibres (E012, E013).", "E012", "E013")
                * RocketsPerTubeRound;

    private static Uncertain Need2023(Calibre calibre) => ByRequirement(RusiNeed(calibre),
        Exactly(2_500_000).Cited(new(2023, 12, 31), "D3", "HUR", "Derived: 2.0m made (E020) and a shortfall of 0.5m (E019).", "E019",
            "E020") * Of(calibre));

    private static Uncertain Need2024(Calibre calibre) => ByRequirement(RusiNeed(calibre),
        Exactly(3_200_000).Cited(new(2024, 12, 31), "D3", "HUR", "Derived: 2.7m planned (E021) and a similar shortfall of 0.5m (E019).",
            "E019", "E021") * Of(calibre));

    private static Uncertain Of(Calibre calibre) => calibre == Calibre.Rocket122 ? RocketsPerTubeRound : OfTube(calibre);

    private static Uncertain RocketsPerTubeRound => Exactly(0.1).Assumed(
        "No requirement for rockets is published; the half million planned for 2024 (E008) is a tenth of the tube rounds wanted "
            + "(E012, E013).");
}
