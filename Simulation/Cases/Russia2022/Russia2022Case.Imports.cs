using static Supply.Uncertain;

namespace Supply.Cases;

/// <summary>
/// The three foreign suppliers. Orders are the planned deliveries, by date and witness; actual deliveries follow from orders, the
/// exportable stock and the supplier's own output. Announced deals and negotiations are not deliveries.
/// </summary>
internal static partial class Russia2022Case
{
    private static Uncertain ByDprkWitness(Uncertain hur, Uncertain osc, Uncertain seoul) =>
        OneOf(new Alternative("HUR", 0.4, hur), new Alternative("Open Source Centre", 0.4, osc),
            new Alternative("Seoul, corrected", 0.2, seoul))
            .Named("DPRK witness")
            .Assumed("HUR counts rounds, the Open Source Centre ships and crates: even weights. Seoul counts containers and must be "
                + "corrected for weight and contents: half of theirs.");

    private static Uncertain DprkSplit(Calibre calibre) => calibre == Calibre.Mm152
        ? ByDprkSplit(0.25, 0.45, 0.65)
        : calibre == Calibre.Mm122 ? ByDprkSplit(0.65, 0.45, 0.25) : ByDprkSplit(0.10, 0.10, 0.10);

    private static Uncertain ByDprkSplit(double mostly122, double mixed, double mostly152) => OneOf(
        new Alternative("mostly 122 mm", 0.25, Exactly(mostly122).Assumed("RUSI expected the deliveries of 2024 to be of 122 mm (E164).")),
        new Alternative("mixed", 0.5, Exactly(mixed)
            .Assumed("HUR names both tube calibres (E155, E160, E170) and the Open Source Centre all three (E171), neither with shares.")),
        new Alternative("mostly 152 mm", 0.25, Exactly(mostly152)
            .Assumed("Seoul converts every container to 152 mm (E161, E169), as a ceiling.")))
        .Named("DPRK calibre split")
        .Assumed("No witness gives shares; a tenth goes to rockets throughout.");

    /// <summary>
    /// Only HUR counts rounds; the level of the other witnesses is that of rounds in a container and of ammunition among containers.
    /// </summary>
    private static Uncertain HurLevel => LogNormal(0.85, 1.18).Named("DPRK delivery level")
        .Assumed("About a sixth either way: rounded totals.");

    internal const string RoundsPerContainer = "rounds per container";

    private static Uncertain PerContainer => Triangular(200, 300, 480).Named(RoundsPerContainer)
        .Assumed("Over all calibres sent: a box carries 21.7 t, which is 265 packed rounds of 152 mm (E202), twice as many of 122 mm or "
            + "some "
            + "220 rockets. The published figures (E194 to E198, E200) are claims on it.");

    /// <summary>Ships that came for each one that the Open Source Centre saw.</summary>
    private static Uncertain ShipsThatCame =>
        Uniform(1, 1.2).Named("DPRK ships for each one seen").Cited(new(2024, 3, 1), "B4", "RUSI and NK Pro",
        "Derived: one in 6.8 days (E141) would be 28.7 until the pause, where NK Pro saw at least 32 (E143); containers seen are a floor "
            + "as well (E137).", "E137", "E141", "E143");

    private static Uncertain OfAmmunition => Uniform(0.3, 1).Named("ammunition among containers")
        .Assumed("The counts are of weapons and all military supplies (E138, E139); how many held rounds is not published.");

    private static Uncertain DprkOrderDrift =>
        DriftOf("DPRK orders", 0.2, "Payment, politics and need may change what is ordered; a fifth a year.");

    private static Uncertain DprkExportable(Calibre calibre) => ByDprkWitness(
        Exactly(2_700_000).Cited(new(2023, 8, 1), "D3", "HUR",
            "Derived: 3.9m sent to the end of 2024 (E160, E170) less 1.2m made for it by then, since depletion is named as the cause of "
            + "the fall in 2025 (E176).", "E160", "E170", "E176"),
        Exactly(4_000_000).Cited(new(2023, 8, 1), "B4", "OSC",
            "Derived: 5.0m sent to March 2025 (E171) less 2.9m made by then at 2m a year (E189) is 2.1m at least, with no sign of an end; "
            + "twice that. Tens of millions are in store (E127), most of it for the country's own war plans.", "E127", "E171", "E189"),
        Exactly(5_500_000).Cited(new(2023, 8, 1), "C4", "Seoul",
            "Derived: 28,000 containers (E139) at 317 rounds (E200), three quarters of them ammunition, are 6.7m to July 2025, less 3.5m "
            + "made by then (E189) is 3.2m at least; and more in store (E127).", "E127", "E139", "E189", "E200"))
        * LogNormal(0.7, 1.45).Named("DPRK exportable level")
            .Assumed("What Pyongyang is ready to part with is not published; two fifths either way.")
        * DprkSplit(calibre);

    /// <summary>Before August 2023 the plants refilled the country's own stores, so nothing is added to what can be exported.</summary>
    private static RatePath DprkProduction(Calibre calibre) => RatePath.Table(
            (Invasion, Rate.PerYear(Exactly(0).Assumed("Before the first shipments output went to the country's own stores."))),
            (new(2023, 7, 31), Rate.PerYear(Exactly(0).Assumed("As before."))),
            (new(2023, 8, 1), Rate.PerYear(
                DprkCapacity * Exactly(0.3).Cited(new(2023, 7, 31), "C3", "Seoul", "Share of capacity used before the summit.", "E190"))),
            (new(2024, 2, 26), Rate.PerYear(
                DprkCapacity * Exactly(1).Cited(
                    new(2024, 2, 26), "C3", "Seoul", "Plants that serve Russia run at full capacity.", "E191"))))
        .Times(LogNormal(0.7, 1.4).Named("DPRK production level")
            .Assumed("A third either way: one derived figure for one calibre (E189); a single converted plant misses 6,000 a "
                + "month (E192)."))
        .Times(DprkSplit(calibre))
        .Times(DriftOf("DPRK production", 0.25,
            "From depletion (HUR, E176) to output four times the average (state media, E193): a quarter a year."));

    private static Uncertain DprkCapacity => ByDprkWitness(
        Exactly(1_050_000).Cited(new(2025, 10, 31), "D3", "HUR",
            "Derived: with the stock gone deliveries are what is made, under half (E176) of 2.7m (E170).", "E170", "E176"),
        Exactly(2_000_000).Cited(new(2023, 11, 6), "C3", "Seoul press", "One million rounds called six months of output.", "E189"),
        Exactly(2_000_000).Cited(new(2023, 11, 6), "C3", "Seoul press", "One million rounds called six months of output.", "E189"));

    private static Uncertain NoneYet =>
        Exactly(0).Cited(new(2023, 10, 1), "B2", "US", "Derived: counts of containers begin in September (E128) or August 2023 (E129).",
            "E128", "E129");

    private static Uncertain Hur(double rounds, string note, params string[] rows) =>
        Exactly(rounds).Cited(new(2025, 11, 14), "D3", "HUR", note, rows) * HurLevel;

    private static Uncertain Osc(double containers, string note) =>
        Exactly(containers).Cited(new(2025, 3, 31), "B2", "OSC", "Derived: " + note + " of 247 containers (E201).", "E141", "E144", "E201")
            * ShipsThatCame * PerContainer;

    private static Uncertain Seoul(double containers, string note, params string[] rows) =>
        Exactly(containers).Cited(new(2025, 7, 13), "C4", "Seoul", "Derived: " + note + ".", rows) * OfAmmunition * PerContainer;

    private static RatePath DprkOrders
    {
        get
        {
            Uncertain hurAutumn = Hur(11_000, "1.0m in September to November 2023.", "E155");
            Uncertain hurWinter = Hur(5_900, "Derived: 1.5m by 23 February 2024 (E160) less 1.0m by November (E155).", "E155", "E160");
            Uncertain hur2024 = Hur(7_600,
                "Derived: 2.7m in 2024 (E170) less what came by 23 February (E160). The plan is taken to stay: depletion, not a smaller "
                + "order, is named for 2025 (E176).", "E160", "E170", "E176");
            Uncertain oscEarly = Osc(36.2, "containers a day by 27 of the 64 voyages (E144), to January 2024 (E141),");
            Uncertain oscLater = Osc(21.5, "containers a day by 37 further voyages to March 2025 (E144 less E141)");
            Uncertain seoul2023 = Seoul(33.1, "a day, 5,000 containers by 29 December 2023 (E130)", "E130");
            Uncertain seoulWinter = Seoul(28.8, "a day, 1,700 further containers (E130) by 26 February 2024 (E132)", "E130", "E132");
            Uncertain seoul2024 = Seoul(61.3, "a day, 13,300 further containers (E132) by September 2024, reported in October (E136)",
                "E132", "E136");
            Uncertain seoulLater = Seoul(28.0, "a day, 8,000 further containers (E136) by 13 July 2025 (E139)", "E136", "E139");
            return RatePath.Table(Interpolation.Step,
                (Invasion, Rate.PerDay(NoneYet)),
                (new(2023, 8, 1), Rate.PerDay(ByDprkWitness(NoneYet, oscEarly, seoul2023))),
                (new(2023, 9, 1), Rate.PerDay(ByDprkWitness(hurAutumn, oscEarly, seoul2023))),
                (new(2023, 12, 1), Rate.PerDay(ByDprkWitness(hurWinter, oscEarly, seoul2023))),
                (new(2023, 12, 30), Rate.PerDay(ByDprkWitness(hurWinter, oscEarly, seoulWinter))),
                (new(2024, 2, 1), Rate.PerDay(ByDprkWitness(hurWinter, oscLater, seoulWinter))),
                (new(2024, 2, 26), Rate.PerDay(ByDprkWitness(hur2024, oscLater, seoul2024))),
                (new(2024, 10, 1), Rate.PerDay(ByDprkWitness(hur2024, oscLater, seoulLater))));
        }
    }

    internal static Supplier Dprk => DprkWith(Account, calibre =>
        new Offer(calibre, Rounds.Of(DprkExportable(calibre)), DprkProduction(calibre),
        DprkOrders.Times(DprkSplit(calibre)).Times(DprkOrderDrift)) { Throttle = OrderAnswer });

    /// <summary>
    /// MSMT's case: as the record says until the end of 2023, nine million rounds in 2024, then the Open Source Centre's pace.
    /// </summary>
    internal static Supplier DprkMsmt => DprkWith(
        AccountFor(
            Exactly(605_000).Cited(new(2024, 12, 15), "B5", "MSMT",
                "Derived: 1.2m in 2023 (E155, E160) and nine million in 2024 (E173), a month of seventeen.", "E155", "E160", "E173"),
            Osc(654, "37 further voyages to March 2025 (E144 less E141), containers a month")),
        calibre => new Offer(calibre,
            Rounds.Of(Exactly(12_000_000)
                .Assumed("Nine million rounds in a year (E173) need at least seven from store; twelve leaves some for "
                + "later. Tens of millions are said to exist (E127).") * DprkSplit(calibre)),
            DprkProduction(calibre),
            RatePath.Table(Interpolation.Step,
                (Invasion, Rate.PerDay(NoneYet)),
                (new(2023, 9, 1), Rate.PerDay(Hur(11_000, "1.0m in September to November 2023.", "E155"))),
                (new(2023, 12, 1), Rate.PerDay(
                    Hur(5_900, "Derived: 1.5m by 23 February 2024 (E160) less 1.0m by November (E155).", "E155", "E160"))),
                (new(2024, 1, 1), Rate.PerDay(
                    Exactly(25_700).Cited(new(2024, 12, 15), "B5", "MSMT", "As many as nine million rounds over 350 days, mixed natures.",
                        "E173"))),
                (new(2024, 12, 16), Rate.PerDay(Osc(21.5, "containers a day by 37 further voyages to March 2025 (E144 less E141)"))))
            .Times(DprkSplit(calibre)).Times(DprkOrderDrift)));

    /// <summary>
    /// The old lots go first. Half of what arrives goes through Russian plants, or, read literally, half is useless and the other half
    /// needs restoring. New rounds are better, but not in HUR's case: by October 2025 its stock is gone, and half still needs rework.
    /// </summary>
    private static Supplier DprkWith(BarterAccount account, Func<Calibre, Offer> offer) =>
        new("DPRK", Origin.Dprk, Items.From(Calibres.Select(offer)))
    {
        Account = account,
        FirstLots = new(
            Fraction.Of(Uniform(0.4, 0.5).Named("DPRK rework")
                .Cited(new(2025, 10, 31), "D3", "HUR", "About half go through Russian plants first.", "E187")),
            Fraction.Of(OneOf(
                new Alternative("few", 0.85, Triangular(0, 0.05, 0.2)
                    .Assumed("That half do not work (E186) is read as needing rework (E187), in part as lots past saving. Not from E188, "
                        + "which is garbled.")),
                new Alternative("half", 0.15, Exactly(0.5)
                    .Cited(new(2024, 2, 23), "D4", "HUR",
                        "Half of the lots of the 1970s and 1980s do not function, the others need restoring or checking.", "E186")))
                .Named("DPRK defect reading").Assumed(
                    "A hostile source of early 2024 (E186), which its own service later worded as rework (E187)."))),
        Rework = Fraction.Of(ByDprkWitness(
            Exactly(0.5).Cited(new(2025, 10, 31), "D3", "HUR", "About half in October 2025, when the old stock was called gone.", "E187"),
            NewRework, NewRework)),
        Useless = Fraction.Of(Uniform(0, 0.1).Named("useless new DPRK rounds")
            .Assumed("New rounds in haste; the record has no figure for them alone.")),
        ReworkTo = LegacyAndRework,
    };

    private static Uncertain NewRework => Uniform(0.05, 0.3).Named("rework of new DPRK rounds")
        .Assumed("The defects are tied to lots of the 1970s and 1980s (E186); plants that work at capacity (E191) still make some that "
            + "need checking.");

    private static Supplier Iran => new("Iran", Origin.Iran,
        Items.From(new[] { Calibre.Mm152, Calibre.Mm122 }.Select(calibre => new Offer(calibre,
            Rounds.Of(LogNormal(300_000, 600_000).Named("Iran exportable")
                .Cited(new(2023, 4, 24), "B3", "Wall Street Journal",
                    "More than 300,000 in six months (E209); probably more, says NATO (E212); Sky's 300,000 (E210) may be the same or "
                    + "a second lot.", "E209", "E210", "E212") * OfTube(calibre)),
            RatePath.Constant(Rate.PerYear(Exactly(0).Assumed("Sent once, from stock; no later deliveries are published."))),
            RatePath.Table(Interpolation.Step,
                (Invasion, Rate.PerMonth(Exactly(0).Assumed("The contract dates from September 2022 (E211)."))),
                (new(2022, 10, 24), Rate.PerMonth(ByIranReading(HalfYear, Exactly(0).Assumed("Nothing before the two ships.")))),
                (new(2023, 1, 1), Rate.PerMonth(
                    ByIranReading(HalfYear, Exactly(300_000).Cited(new(2023, 3, 8), "E3", "Sky News", "Two ships in January.", "E210")))),
                (new(2023, 2, 1), Rate.PerMonth(HalfYear)),
                (new(2024, 1, 1), Rate.PerMonth(Exactly(0).Assumed("Nothing is published after 2023."))))
            .Times(OfTube(calibre))))));

    private static Uncertain HalfYear =>
        Exactly(50_000).Cited(new(2023, 4, 24), "B3", "Wall Street Journal", "300,000 over six months; goes on until the stock is sent.",
            "E209");

    private static Uncertain ByIranReading(Uncertain halfYear, Uncertain ships) =>
        OneOf(new Alternative("over half a year", 0.5, halfYear), new Alternative("two ships", 0.5, ships)).Named("Iran reading")
            .Assumed("The same 300,000 are reported for six months (E209) and for two ships in one (E210).");

    private static Uncertain BelarusRounds =>
        Exactly(1000.0 / 83).Cited(new(2024, 9, 21), "B3", "RUSI",
            "Derived: rounds in a tonne at 83 kg packed with charge (E202); the bare shell's 46 kg (E203) is too light for a train.",
            "E202", "E203")
        * Uniform(0.75, 1).Named("Belarus artillery share")
            .Assumed("The tonnage is of all ammunition; tank, mortar and small-arms rounds are taken as at most a quarter.");

    private static Rate Tonnes(double perMonth, string note, params string[] rows) =>
        Rate.PerMonth(Exactly(perMonth).Cited(new(2023, 2, 28), "C3", "Belarus railway workers", note, rows));

    private static Supplier Belarus => new("Belarus", Origin.Belarus, Items.From(Calibres.Select(calibre => new Offer(calibre,
        Rounds.Of(Exactly(131_582).Cited(new(2023, 2, 28), "C3", "Belarus railway workers",
            "Tonnes of all ammunition in thirteen to fourteen months; the Ukrainian staff's 10,000 (E218) counts 26 trains only.", "E214",
            "E218") * BelarusRounds * OfAll(calibre)),
        RatePath.Constant(Rate.PerYear(Exactly(0).Assumed("Sent from stock; the flow turned round in 2025 (E219)."))),
        RatePath.Table(Interpolation.Step,
            (Invasion, Tonnes(2_558, "Tonnes a month: the figure for March 2022 from the start.", "E215")),
            (new(2022, 4, 1), Tonnes(29_741, "Tonnes a month: the peak.", "E216")),
            (new(2022, 5, 1), Tonnes(8_300,
                "Derived: tonnes a month that the total (E214) leaves for the months without a figure of their own (E215-E217).", "E214",
                "E215", "E216", "E217")),
            (new(2023, 1, 1), Tonnes(24_421, "Tonnes a month: the second peak.", "E217")),
            (new(2023, 2, 1), Tonnes(8_300, "Derived: as from May 2022 (E214 less E215-E217 by month), until the stock is sent.", "E214",
                "E215", "E216", "E217")),
            (new(2023, 7, 1), Tonnes(0, "Derived: the series ends with February 2023 (E214); what was left may have come a little later.",
                "E214")))
        .Times(BelarusRounds).Times(OfAll(calibre))))));
}
