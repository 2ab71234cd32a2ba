using static Supply.Uncertain;

namespace Supply;

public static partial class Baselines
{
    /// <summary>
    /// Russia from 24 February 2022 to the end of 2027, by day: own production and refurbishment, imports from the DPRK, Iran
    /// and Belarus, and a force that rations what is left. The published record ends with <see cref="Evidence.RecordEnds"/>.
    /// Nothing is fitted to the fire, share or stock figures that the plausibility table checks.
    /// </summary>
    public static Scenario Russia2022 => field ??= Russia2022Case.Scenario("Russia 2022", Russia2022Case.Dprk, Russia2022Case.DprkRoute);

    /// <summary>
    /// As <see cref="Russia2022"/>, but with the Multilateral Sanctions Monitoring Team's nine million rounds from the DPRK in
    /// 2024. Three times what the other witnesses say, so it is a case of its own and not an error bar.
    /// </summary>
    public static Scenario Russia2022Msmt => field ??= Russia2022Case.Scenario("Russia 2022, MSMT deliveries", Russia2022Case.DprkMsmt, Russia2022Case.DprkRouteMsmt);
}

/// <summary>Builds the Russian case: this file holds its frame, routes and shared draws; the other parts stand beside it.</summary>
internal static partial class Russia2022Case
{
    internal const string Rear = "Rear depots";
    internal const string Front = "Front depots";
    internal const string LegacyAndRework = "Legacy and rework";
    internal const string Forces = "Forces";

    private static readonly DateOnly Invasion = new(2022, 2, 24);

    private static DateOnly RecordEnds => Evidence.RecordEnds;

    /// <summary>The three calibre groups. All artillery is the sum of their counts; 203 mm, 220 mm and mortars are left out.</summary>
    private static Calibre[] Calibres => [Calibre.Mm152, Calibre.Mm122, Calibre.Rocket122];

    internal static Scenario Scenario(string name, Supplier dprk, Route dprkRoute) => new(name, Network(dprk, dprkRoute), Horizon.Dated(Invasion, new(2027, 12, 31)))
    {
        RecordEnds = RecordEnds,
        Changes = [.. Strikes],
    };

    private static Network Network(Supplier dprk, Route dprkRoute) => new("Russia", Items.From<Part>(
    [
        RearDepots, FrontDepots, Unserviceable,
        .. Lines, .. Works,
        dprk, Iran, Belarus,
        dprkRoute, IranRoute, BelarusRoute, RearToFront,
        Force,
    ]));

    /// <summary>
    /// How "all artillery" and "tube rounds" are divided among calibres where a source does not say. One draw serves
    /// stocks, fire, production, refurbishment and Belarusian deliveries, so a force heavy in one calibre is so throughout.
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
        const string asked = "The Russian requirement for 2024 asks for 4.0m rounds of 152 mm and 1.6m of 122 mm, 71 to 29; a tenth of all rounds is added as rockets.";
        const string light = "Stocks may be lighter than requirements: older 122 mm lots were laid down in larger numbers.";
        const string rockets = "Rocket fire was heavy in the first year; a fifth of all rounds.";
        return OneOf(
            new Case("as required", 0.5, Exactly(asRequired).Cited(new(2024, 2, 13), "B2", "RUSI", "Derived: E012 and E013 give the tube ratio. " + asked, "E012", "E013")),
            new Case("more 122 mm", 0.25, Exactly(moreLight).Assumed(light)),
            new Case("more rockets", 0.25, Exactly(moreRockets).Assumed(rockets)))
            .Named("calibre split")
            .Assumed("The record rarely says which calibre it counts. Half the weight goes to the ratio of the one published requirement by calibre, the rest to a lighter and a rocket-heavy mix.");
    }

    /// <summary>After the record every projected flow spreads with its own drift, so a projection is never surer than the record.</summary>
    private static Uncertain DriftOf(string what, double sdPerYear, string reason) =>
        Drift(RecordEnds, sdPerYear).Named(what + " drift").Assumed(reason);

    internal static Route DprkRoute => new("DPRK sea and rail", "DPRK", Rear,
        Triangular(16, 24, 40).Named("DPRK lead time").Cited(new(2023, 10, 1), "B3", "US", "Most likely the 24 days of the dated images; half that spread for faster calls, more for winter and waiting ships.", "E206", "E207"))
    {
        Capacity = RatePath.Constant(Rate.PerDay(LogNormal(16_000, 40_000).Assumed(
            "Room above the busiest flow seen: 27 voyages in six months at 247 containers and about 317 rounds (E141, E200, E201) are 11,500 a day by sea, and trains carried more (E208).")))
            .Times(DprkRouteDrift),
        Loss = Uniform(0, 0.01).Assumed("No loss on the sea leg or on Russian rails is published; under one in a hundred."),
    };

    /// <summary>The Monitoring Team's case needs a wider way than the ships and trains that were counted.</summary>
    internal static Route DprkRouteMsmt => DprkRoute with
    {
        Capacity = RatePath.Constant(Rate.PerDay(Exactly(80_000).Assumed(
            "Nine million rounds in a year (E173) are 26,000 a day on average; in lumps, three times that must pass.")))
            .Times(DprkRouteDrift),
    };

    private static Uncertain DprkRouteDrift => DriftOf("DPRK route", 0.15, "Ships, port and border crossing may be added or lost; a sixth a year.");

    private static Route IranRoute => new("Iran by the Caspian", "Iran", Rear,
        Triangular(10, 18, 35).Named("Iran lead time").Cited(new(2023, 3, 14), "B3", "Wall Street Journal", "Derived: the sea leg takes 6 days (E213); loading and rail are added as for the DPRK's onward leg of up to 7 (E207).", "E213", "E207"))
    {
        Loss = Exactly(0).Assumed("No loss is published."),
    };

    private static Route BelarusRoute => new("Belarus by rail", "Belarus", Rear,
        Triangular(3, 7, 14).Assumed("Two neighbouring railways with direct trains; the record gives tonnes by month, not days."))
    {
        Loss = Exactly(0).Assumed("No loss is published."),
    };

    /// <summary>Distribution: wide until the depots were driven back from the front, narrower after.</summary>
    private static Route RearToFront => new("Rear to front", Rear, Front,
        Triangular(2, 5, 10).Assumed("Two to ten days from an arsenal by train to a railhead and by lorry to the guns; no figure is published."))
    {
        Capacity = RatePath.Table(
            (Invasion, Rate.PerDay(Exactly(70_000).Assumed("Above the highest fire counted, 60,000 a day (E063, E072): distribution did not bind in spring 2022."))),
            (new(2022, 7, 1), Rate.PerDay(Exactly(70_000).Assumed("As before; strikes on forward depots begin."))),
            (new(2022, 8, 15), Rate.PerDay(Exactly(45_000).Assumed("After some fifty depots were hit the others moved back (E220): longer hauls cost about a third of the throughput."))))
            .Times(LogNormal(0.75, 1.33).Named("distribution level").Assumed("The throughput is a guess; a third either way."))
            .Times(DriftOf("distribution", 0.1, "Lorries, rail and depots may grow or be struck; a tenth a year.")),
        Loss = Uniform(0.002, 0.03).Assumed("Forward depots and lorries are hit often (E220) but hold days of fire, not months; a few rounds in a hundred at most."),
        Cover = new Days(Triangular(10, 20, 30).Named("front cover").Assumed("Front depots aim at about three weeks of the required rate; dispersed holdings are small.")),
    };
}
