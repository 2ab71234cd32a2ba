using Supply.Evidence;

using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// Builds the Russian case: this file has its frame, routes and shared draws; the other parts are in the files next to it.
/// </summary>
internal static partial class Russia2022Case
{
    internal const string Rear = "Rear depots";
    internal const string Front = "Front depots";
    internal const string LegacyAndRework = "Legacy and rework";
    internal const string Forces = "Forces";
    internal const string DprkBySea = "DPRK by sea";
    internal const string DprkByRail = "DPRK by rail";

    private static readonly DateOnly Invasion = new(2022, 2, 24);

    private static DateOnly RecordEnds => Baselines.Record.Ends;

    /// <summary>The three calibre groups. All artillery is the sum of their counts; 203 mm, 220 mm and mortars are left out.</summary>
    private static Calibre[] Calibres => [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];

    internal static Scenario Scenario(string name, Supplier dprk, Route rail) =>
        new(name, Network(dprk, rail), Horizon.Dated(Invasion, new(2027, 12, 31)))
    {
        RecordEnds = RecordEnds,
        Changes = [.. Calls, .. Strikes],
    };

    private static Network Network(Supplier dprk, Route rail) => new("Russia", Items.From<Part>(
    [
        RearDepots, FrontDepots, Unserviceable,
        .. Inputs, .. Lines, .. Works,
        dprk, Iran, Belarus,
        DprkSea, rail, IranRoute, BelarusRoute, RearToFront,
        Guns, Force,
    ]));

    /// <summary>
    /// How "all artillery" and "tube rounds" are divided among calibres where a source does not say. One draw serves stocks, fire,
    /// production, refurbishment and Belarusian deliveries, so a force that is heavy in one calibre is so throughout.
    /// </summary>
    private static Uncertain OfAll(Calibre calibre) => calibre == Calibre.Mm152
        ? BySplit(0.64, 0.50, 0.55)
        : calibre == Calibre.Mm122 ? BySplit(0.26, 0.38, 0.25) : BySplit(0.10, 0.12, 0.20);

    /// <summary>Share of a calibre among tube rounds alone, from the same draw; rockets have none.</summary>
    private static Uncertain OfTube(Calibre calibre) => calibre == Calibre.Mm152
        ? BySplit(0.64 / 0.90, 0.50 / 0.88, 0.55 / 0.80)
        : BySplit(0.26 / 0.90, 0.38 / 0.88, 0.25 / 0.80);

    private static Uncertain BySplit(double asRequired, double moreLight, double moreRockets)
    {
        const string asked = "The Russian requirement for 2024 asks for 4.0m rounds of 152 mm and 1.6m of 122 mm, 71 to 29; a tenth of all "
            + "rounds is added as rockets.";
        const string light = "Stocks may be lighter than requirements: older 122 mm lots were laid down in larger numbers.";
        const string rockets = "Rocket fire was heavy in the first year; a fifth of all rounds.";
        return OneOf(
            new Alternative("as required", 0.5, Exactly(asRequired)
                .Cited(new(2024, 2, 13), "B2", "RUSI", "Derived: E012 and E013 give the tube ratio. " + asked, "E012", "E013")),
            new Alternative("more 122 mm", 0.25, Exactly(moreLight).Assumed(light)),
            new Alternative("more rockets", 0.25, Exactly(moreRockets).Assumed(rockets)))
            .Named("calibre split")
            .Assumed("The record rarely says which calibre it counts. Half the weight goes to the ratio of the one published requirement "
                + "by calibre, the rest to a lighter and a rocket-heavy mix.");
    }

    /// <summary>After the record every projected flow spreads with its own drift, so a projection is never surer than the record.</summary>
    private static Uncertain DriftOf(string what, double sdPerYear, string reason) =>
        Drift(RecordEnds, sdPerYear).Named(what + " drift").Assumed(reason);

    /// <summary>Ships first; what the port has no room for goes by rail.</summary>
    private static Route DprkSea => new(DprkBySea, "DPRK", Rear,
        Days.Of(Triangular(16, 24, 40).Named("DPRK lead time")
            .Cited(new(2023, 10, 1), "B3", "US",
                "Most likely the 24 days of the dated images; less for faster trains, more for winter; the wait for a ship comes on top.",
                "E206", "E207")))
    {
        Sailings = new(
            Timetable.Renewal(
                Days.Of(Exactly(5.9).Cited(new(2024, 1, 31), "B2", "RUSI",
                    "Derived: 27 voyages in the 184 days to January 2024 (E141), a day of each interval in idle spells.", "E141")),
                Spacing.LogNormal(Factor.Of(Uniform(0.4, 1).Named("spread of calls")
                    .Assumed("Four ships on round trips of some weeks, seen a few times a month: neither a clock nor pure chance."))),
                idle: new(Fraction.Of(Uniform(0, 0.1).Named("idle spells")
                        .Assumed("One spell of three weeks was seen among some forty calls (E143).")),
                    Days.Of(Uniform(14, 28).Named("idle spell").Assumed("Three weeks were seen (E143), a week either way.")),
                    Factor.Of(Exactly(0.3).Assumed("Spells are of like length; one was seen.")))),
            Units.Of(Exactly(247).Cited(new(2025, 3, 31), "B3", "OSC",
                "Derived: 15,800 containers (E137) on 64 ships (E144), as E201 has it.",
                "E137", "E144", "E201")),
            Rounds.Of(PerContainer))
        {
            Factors = [Factor.Of(ShipsThatCame), Factor.Of(DriftOf("DPRK ships", 0.15, "Ships may be added or lost; a sixth a year."))],
            Storage = Rounds.Of(Uniform(80_000, 240_000).Named("DPRK port")
                .Assumed("One to three ship loads at 247 containers (E201); no size of the yard is published.")),
        },
        Loss = DprkLoss,
    };

    internal static Route DprkRail => new(DprkByRail, "DPRK", Rear,
        Days.Of(Triangular(8, 16, 30).Named("DPRK rail lead time")
            .Assumed("The 24 days from port to depot (E206) less waiting for a ship and the sea leg; no days are published.")))
    {
        Preference = 1,
        Capacity = RatePath.Constant(Rate.PerDay(LogNormal(3_000, 25_000).Named("DPRK rail").Assumed(
            "A train of 73 wagons, the most seen at the border (E208), with 792 to 1,184 rounds each (E204, E205), every three days to "
                + "every three weeks.")))
            .Times(DprkRailDrift),
        Loss = DprkLoss,
    };

    /// <summary>The Monitoring Team's case needs more capacity than the ships and trains that were counted.</summary>
    internal static Route DprkRailMsmt => DprkRail with
    {
        Capacity = RatePath.Constant(Rate.PerDay(Exactly(80_000).Assumed(
            "Nine million rounds in a year (E173) are 26,000 a day on average, four times what the ships carried; ships that nobody "
                + "counted are in it.")))
            .Times(DprkRailDrift),
    };

    private static Uncertain DprkRailDrift => DriftOf("DPRK rail", 0.15, "The border crossing may be widened or shut; a sixth a year.");

    private static Fraction DprkLoss =>
        Fraction.Of(Uniform(0, 0.01).Named("DPRK loss")
            .Assumed("No loss on the sea leg or on Russian rails is published; under one in a hundred."));

    /// <summary>Calls became rarer in February 2024, after a pause.</summary>
    private static SailingChange[] Calls =>
    [
        new(DprkBySea, new(2024, 2, 1),
            Exactly(0.62).Cited(new(2025, 3, 31), "B3", "OSC",
                "Derived: 37 further voyages (E144 less E141) in 406 days without the pause (E143) are one in 11.0 days, after one "
                + "in 6.8 (E141).", "E141", "E143", "E144")),
        new(DprkBySea, new(2024, 2, 12),
            Exactly(0).Cited(new(2024, 3, 1), "B3", "NK Pro", "Derived: no call seen from 12 February to 1 March 2024 (E143).",
                "E143")) { Until = new(2024, 3, 2) },
    ];

    private static Route IranRoute => new("Iran by the Caspian", "Iran", Rear,
        Days.Of(Triangular(10, 18, 35).Named("Iran lead time")
            .Cited(new(2023, 3, 14), "B3", "Wall Street Journal",
                "Derived: the sea leg takes 6 days (E213); loading and rail are added as for the DPRK's onward leg of up to 7 (E207).",
                "E213", "E207")))
    {
        Loss = Fraction.Of(Exactly(0).Assumed("No loss is published.")),
    };

    private static Route BelarusRoute => new("Belarus by rail", "Belarus", Rear,
        Days.Of(Triangular(3, 7, 14).Assumed("Two neighbouring railways with direct trains; the record gives tonnes by month, not days.")))
    {
        Loss = Fraction.Of(Exactly(0).Assumed("No loss is published.")),
    };

    /// <summary>Distribution: wide until the depots were driven back from the front, narrower afterwards.</summary>
    private static Route RearToFront => new("Rear to front", Rear, Front,
        Days.Of(Triangular(2, 5, 10).Assumed("Two to ten days from an arsenal by train to a railhead and by lorry to the guns; no figure "
            + "is published.")))
    {
        Capacity = RatePath.Table(
            (Invasion, Rate.PerDay(Exactly(70_000)
                .Assumed("Above the highest fire counted, 60,000 a day (E063, E072): distribution did not bind in spring 2022."))),
            (new(2022, 7, 1), Rate.PerDay(Exactly(70_000).Assumed("As before; strikes on forward depots begin."))),
            (new(2022, 8, 15), Rate.PerDay(
                Exactly(45_000).Assumed("After some fifty depots were hit the others moved back (E220): longer hauls cost about a third of "
                    + "the throughput."))))
            .Times(LogNormal(0.75, 1.33).Named("distribution level").Assumed("The throughput is a guess; a third either way."))
            .Times(DriftOf("distribution", 0.1, "Lorries, rail and depots may grow or be struck; a tenth a year.")),
        Loss = Fraction.Of(Uniform(0.002, 0.03).Assumed(
            "Forward depots and lorries are hit often (E220) but hold days of fire, not months; a few rounds in a hundred at most.")),
        Cover = Days.Of(Triangular(10, 20, 30).Named("front cover")
            .Assumed("Front depots aim at about three weeks of the required rate; dispersed holdings are small.")),
    };
}
