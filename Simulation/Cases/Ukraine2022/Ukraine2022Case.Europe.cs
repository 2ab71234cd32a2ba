using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// Europe without double counting. The Union counts what it and its members provide, which from 2024 includes rounds that members paid
/// for through the Czech initiative. The Czech count is taken whole; only an uncertain share of the Union's count is added to it.
/// Deliveries of other partners, and of members before the Union counted, are a source of their own that no row counts.
/// </summary>
internal static partial class Ukraine2022Case
{
    private static Uncertain BesideCzech => Uniform(0.2, 0.8).Named("EU count beside the Czech initiative")
        .Assumed("The Union's count overlaps with the Czech one (E255), and no source divides it: between a fifth and four fifths of it is "
            + "taken as rounds that the Czech count does not hold.");

    private static Uncertain Provided => Triangular(0.65, 0.85, 1).Named("EU delivered of provided").Cited(new(2023, 12, 5), "C4", "EU",
        "Derived: 300,000 delivered (E251) against 480,000 delivered or in the pipeline (E252) three weeks later is 0.63; what is called "
            + "provided in 2025 may include pledges (E255).", "E251", "E252", "E255");

    private static Supplier EuropeanUnion => new("European Union", Origin.EuropeanUnion, Items.From(
        Soviet.Prepend(Calibre.Mm155).Select(calibre => new Offer(calibre,
            Rounds.Of(LogNormal(1_500_000, 4_000_000).Named("EU stock for Ukraine")
                .Assumed("National stocks and purchases abroad; set so that the published deliveries could be made, which they were.")
                * OfUnion(calibre)),
            EuProduction.Times(OfUnion(calibre)),
            Arrivals(EuOrders.Times(OfUnion(calibre)), "EU")))));

    private static RatePath EuOrders => RatePath.Table(Interpolation.Step,
        (Invasion, Rate.PerDay(Exactly(0).Assumed("What members sent before is with the other partners."))),
        (new(2023, 2, 9), Eu(845, "Derived: 223,800 from stocks (E250) over 265 days.", "E250")),
        (new(2023, 3, 20), Eu(1_250, "Derived: 300,000 (E251) over 240 days.", "E251")),
        (new(2023, 11, 15), Eu(1_890,
            "Derived: 1.0m by 18 November 2024 (E254) less 300,000 (E251) over 370 days; the day before it was 0.98m (E253).", "E251",
            "E253", "E254")),
        (new(2024, 6, 1), Rate.PerDay(
            PerDay(1_890, "Derived: as before (E254 less E251), from now on less what the Czech count holds.", "E251", "E254")
            * BesideCzech)),
        (new(2025, 1, 1), Rate.PerDay(In2025 * Provided * BesideCzech)),
        (new(2026, 1, 1), Rate.PerDay(In2025 * Provided * BesideCzech
            * Triangular(0.4, 0.75, 1.1).Named("EU course from 2026")
                .Assumed("The pace of 2025 drew on budgets of one year; capacity for 2.0m a year is a target (E259)."))));

    private static Uncertain In2025 =>
        PerDay(5_800, "Derived: 1.7m (E256) over 293 days; 1.6m (E255) over 252 days is a tenth more.", "E255", "E256");

    private static Uncertain PerDay(double rounds, string note, params string[] rows) =>
        Exactly(rounds).Cited(new(2025, 10, 20), "C3", "EU", note, rows);

    private static Rate Eu(double rounds, string note, params string[] rows) => Rate.PerDay(PerDay(rounds, note, rows));

    private static RatePath EuProduction => RatePath.Table(
            (new(2023, 1, 1), Rate.PerYear(Exactly(300_000).Cited(new(2023, 9, 8), "C3", "Estonia", "Capacity of 2023.", "E257"))),
            (new(2024, 7, 1), Rate.PerYear(
                Exactly(600_000).Cited(new(2024, 7, 1), "C4", "Lithuania",
                    "Derived: the note of E258 puts output below 600,000 in mid-2024, against the capacity claimed.", "E258"))),
            (new(2025, 12, 31), Rate.PerYear(Exactly(2_000_000).Cited(new(2024, 3, 15), "C4", "EU", "A target for capacity.", "E259")
                * Uniform(0.4, 0.9).Named("EU target met")
                    .Assumed("In 2024 output was about three fifths of the capacity claimed (E258)."))))
        .Times(Triangular(0.3, 0.5, 0.8).Named("EU share for Ukraine")
            .Assumed("Part of the output goes to the makers' own forces and to buyers elsewhere."));

    /// <summary>The Union's count is of 155 mm mainly.</summary>
    private static Uncertain OfUnion(Calibre calibre) => calibre == Calibre.Mm155
        ? ByUnionSplit(0.95, 0.8)
        : ByUnionSplit(0.05, 0.2) * OfSoviet(calibre);

    private static Uncertain ByUnionSplit(double nearlyAll, double most) => OneOf(
        new Alternative("nearly all 155 mm", 0.5, Exactly(nearlyAll).Assumed("The rows say 155 mm mainly (E250, E254).")),
        new Alternative("most 155 mm", 0.5, Exactly(most).Assumed("From 2025 the count is of large calibres (E255).")))
        .Named("EU calibre split").Assumed("No source divides the Union's count.");

    private static Supplier CzechInitiative => new("Czech initiative", Ukraine2022.CzechInitiative, Items.From(
        Soviet.Prepend(Calibre.Mm155).Select(calibre => new Offer(calibre,
            Rounds.Of(LogNormal(5_000_000, 9_000_000).Named("Czech market")
                .Assumed("Rounds that can be found for money around the world; the initiative has named funds as its limit, not "
                    + "offers (E266).") * OfCzech(calibre, 0.376)),
            RatePath.Constant(Rate.PerYear(Exactly(0).Assumed("It buys and makes nothing."))),
            Arrivals(CzechOrders(calibre), "Czech initiative")))));

    private static RatePath CzechOrders(Calibre calibre) => RatePath.Table(Interpolation.Step,
        (Invasion, Rate.PerDay(Exactly(0).Assumed("Deliveries began in June 2024."))),
        (new(2024, 6, 1), Cz(7_010, "Derived: 1.5m (E261) over 214 days.", "E261", OfCzech(calibre, 1.0 / 3))),
        (new(2025, 1, 1), Cz(3_420, "Derived: 400,000 (E262) over 117 days.", "E262", OfCzech(calibre, 0.376))),
        (new(2025, 4, 28), Cz(5_560, "Derived: 850,000 (E263) less 400,000 (E262) over 81 days.", "E262 E263", OfCzech(calibre, 0.376))),
        (new(2025, 7, 18), Cz(5_690, "Derived: 1.8m (E264) less 850,000 (E263) over 167 days.", "E263 E264", OfCzech(calibre, 0.376))),
        (new(2026, 1, 1), Cz(2_080, "Derived: 760,000 funded for 2026 (E266) over 365 days.", "E266", OfCzech(calibre, 0.376)
            * Triangular(1, 1.6, 2.4).Named("Czech course from 2026")
                .Assumed("Funds of December 2025 are a floor; 2025 ended at 2.4 times that."))));

    private static Rate Cz(double perDay, string note, string rows, Uncertain share) =>
        Rate.PerDay(Exactly(perDay).Cited(new(2025, 12, 31), "C3", "Czech government", note, rows.Split(' ')) * share);

    /// <summary>A published part is 155 mm; of the rest, an uncertain part is Soviet tube rounds.</summary>
    private static Uncertain OfCzech(Calibre calibre, double of155) => calibre == Calibre.Mm155
        ? Exactly(of155).Cited(new(2025, 7, 17), "C3", "Czech government",
            "Derived: 500,000 of 1.5m in 2024 (E261), 320,000 of 850,000 in 2025 (E263).", "E261", "E263")
        : Exactly(1 - of155).Cited(new(2025, 7, 17), "C3", "Czech government", "Derived: what is not 155 mm (E261, E263).", "E261", "E263")
            * Uniform(0.6, 1).Named("Czech tube share")
                .Assumed("Large calibre may include rockets, mortar and tank rounds; the rest is of Soviet tubes.")
            * OfSoviet(calibre);

    private static Supplier OtherPartners => new("Other partners", Ukraine2022.OtherPartners, Items.From(
        Soviet.Prepend(Calibre.Mm155).Select(calibre => new Offer(calibre,
            Rounds.Of(Exactly(3_000_000).Assumed("Not counted anywhere; large enough not to bind.")),
            RatePath.Constant(Rate.PerYear(Exactly(0).Assumed("With the stock."))),
            calibre == Calibre.Mm155 ? Arrivals(Other155, "others") : Arrivals(OtherSoviet.Times(OfSoviet(calibre)), "others")))));

    private static RatePath Other155 => RatePath.Table(Interpolation.Step,
        (Invasion, Rate.PerDay(Exactly(0).Assumed("No howitzers of 155 mm before the end of April 2022."))),
        (FirstWesternGuns, Rate.PerDay(Triangular(100, 500, 1_000).Named("other partners, 155 mm").Assumed(
            "The United Kingdom, Norway, Canada and others, and members before the Union counted: no total is published; a tenth to a "
                + "quarter of the American rate (E248)."))));

    private static RatePath OtherSoviet => RatePath.Table(Interpolation.Step,
        (Invasion, OtherOf(1, "Neighbours opened their stores in the first weeks.")),
        (new(2023, 6, 1), OtherOf(0.6, "Stores of the neighbours were running low.")),
        (new(2024, 6, 1), OtherOf(0.3, "The Czech initiative took over the market.")));

    private static Rate OtherOf(double part, string reason) => Rate.PerDay(
        Triangular(500, 1_500, 3_000).Named("other partners, Soviet calibres")
            .Assumed("Members of the former pact and buyers on the market: no total is published; about what their stores and two or three "
                + "makers could give.")
        * Exactly(part).Assumed(reason));
}
