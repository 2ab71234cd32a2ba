namespace Supply.Cases;

/// <summary>The parts of the comparison that need words: causes of failures, contradictions, and why other rows are not checks.</summary>
internal static partial class Russia2022Plausibility
{
    /// <summary>Why the model lies outside a published range, by check; a failing check without a cause fails a test.</summary>
    private static Dictionary<string, string> Causes => field ??= Reasons(
        ("The figure is two and a half times the 152 mm that the same house reports for the year (E003); it probably counts refurbished "
            + "rounds or other natures.", "E014 E015"),
        ("A commentator's figure below every service's (E016, E020).", "E030"),
        ("The figure for 152 mm alone is half as large again as RUSI's (E005) and may count refurbished rounds.", "E028"),
        ("Only the Estonian case (weight 0.25) comes near, and only from the middle of the year.", "E269"),
        ("Said by a party to the war, with mortar bombs, and above Estonia's count of the same natures.", "E277 E278"),
        ("Made or refurbished: less than RUSI's path of new 152 mm alone (E001, E002) with what else was made in the year.", "E292"),
        ("The band of the case ends just below it: full depots hold lines back, and HUR's plan was doubted by its own source.",
            "E021 E023"),
        ("What was held in the rear is smaller where the force fires what comes (note 24), and a strike takes a share of it.", "E223 E224"),
        ("Ships that the Open Source Centre saw carry less where orders are held back by full depots or HUR's count is right.", "E137"),
        ("A box of 152 mm alone would be heavier than it may be (E202).", "E194 E195 E196 E197 E198"),
        ("The ministry chose the base; the witnesses of levels imply less.", "E036"),
        ("Read as rounds it would mean three restored for each new one; it is more likely a share of components.", "E047"),
        ("The ships of the Open Source Centre and Seoul's containers begin in August, and Seoul's service counted a million five days "
            + "later (E154).", "E152 E153"),
        ("One direction of the front, or with mortar bombs. In the model half of the DPRK's rounds wait in the works among old stock, and "
            + "its force fires more of its own rounds.", "E180 E181"),
        ("The source divides by 14m rounds fired (E094), which includes Ukrainian counts; the model fires 8m.", "E182-sent"),
        ("A share of all ordnance, without a method.", "E184"),
        ("The order is 300,000 over six months (E209); the row puts it into one.", "E210"),
        ("The top of one world; rationing holds fire below the wish at the end of the year.", "E058"),
        ("The wish of that phase is set to the peak days (E055), not to their average, and stocks allowed it.", "E054"),
        ("A fall by three quarters within weeks, averaged over ten days; no requirement row has such a lull.", "E064"),
        ("A projection of May: beyond the ministry's own later requirement (E012, E013) and the supply of the year.", "E069"),
        ("Round figures of officials, above RUSI's and Rochan's of the same weeks (E068, E074); no supply of 2023 carries them for long.",
            "E071 E075"),
        ("Fire was degraded that summer by losses of guns and radars; the model spreads losses of guns evenly and has no radars.", "E077"),
        ("A Ukrainian count: its scope is wider, and no published supply carries it (see the contradictions).",
            "E063 E078 E080 E081 E086 E087 E088 E089 E092"),
        ("Compiled from rates that include Ukrainian counts; by every witness, production, refurbishment and deliveries of the same months "
            + "amount to less.", "E094 E095"),
        ("RUSI counts what is stored and may leave out field depots; the 10m of a year before (E123) is an input, and both cannot hold.",
            "E125"));

    /// <summary>Groups of rows that cannot be true together, and which of them the baseline follows.</summary>
    public static IReadOnlyList<string> Contradictions { get; } =
    [
        "Fire, United States and RUSI against Ukraine: 5,000 against 20,000 a day in January 2023 (E064, E065), 10,000 against 60,000 to "
            + "70,000 early in 2024 (E085, E086, E087), 10,000 against 20,000 in the winter of 2024 (E093, E092). The baseline follows "
            + "neither for fire; its supply is of the size of the first.",
        "Fire in 2022: 10 to 12 million (E058, E060) against 6 to 7 million (E056, E057, E061). Two worlds of even weight, each with "
            + "its own stock.",
        "Fire in summer 2023: 5,000 (E077), 10,000 to 15,000 (E079), 20,000 a day (E078). Not followed.",
        "Stock: 10 million in February 2023 (E123) and 3 million a year later (E125) would need 7 million rounds net of all supply. The "
            + "first is an input to one world, the second is held out.",
        "Production in 2024: RUSI 2.6 million (E005, E006, E008), NATO 3.0 (E023), Lithuania 2.0 of 152 mm alone (E028), Estonia and Bain "
            + "4.5 (E024, E025) with refurbishment or with mortar and tank rounds (E273). Taken as nested; three witnesses by weight.",
        "Production in 2022: 250,000 a year (E001), 400,000 of all natures (E292), or 3.4 million (E045, a misprint). The first is "
            + "followed.",
        "DPRK deliveries in 2024: 2.7 million (E170), about 3 million (E168), up to 9 million (E173). The first two are followed by "
            + "weight, the last is a case of its own.",
        "DPRK deliveries in total: HUR's parts (E160, E170, E176) add up to about 5 million, its total is 6.5 (E175). The parts "
            + "are followed.",
        "Containers: Seoul's 430 to 480 rounds (E194-E198) exceed the weight limit of a box, 266 to 367 (E200) do not. Both are claims.",
        "Containers: more than 10,000 (E131) against 6,700 (E132) three days later, 16,500 (E135) against 13,000 (E134) eight days before. "
            + "Seoul's are followed, the others held out.",
        "Voyages: 27 to January 2024 (E141), at least 32 a month later with no call for three weeks of it (E143). The first is followed, "
            + "with up to a fifth more ships.",
        "Quality: half of the rounds do not work (E186) against half need rework (E187), by the same service. The second is followed, the "
            + "first with a weight of 0.15.",
        "Nitrocellulose: 3,039 t in half a year or in a whole one (E235). Two readings of even weight.",
        "Barrels: 50 a year or 100 (E240), or 240 with those of tanks (E241). Three readings.",
        "DPRK share: 0.6 in one direction or with mortars (E180, E181), 0.29 to 0.4 (E182), half of need (E185). None is followed.",
    ];

    /// <summary>Why a row about Russia or its suppliers is not a check.</summary>
    public static IReadOnlyDictionary<string, string> NoCheck { get; } = Reasons(
        ("two calibres above 152 mm are not in the model", "E009 E010"),
        ("requirements are inputs and outcomes of nothing", "E012 E013"),
        ("before the horizon", "E018 E027 E044 E234"),
        ("a ratio to Western output, which is not in the model", "E031 E032 E033 E126"),
        ("counts all ammunition or strike weapons, not artillery rounds", "E034 E035 E037 E038 E039"),
        ("counts mortar and tank rounds, or growth since before the horizon", "E042"),
        ("replaced by rows seen at a copy of the same report (E268, E269)", "E040 E041"),
        ("in all likelihood the figure of 2025 (E269) printed under 2022: the same house has 400,000 for that year (E292)", "E045"),
        ("mortar bombs or tank rounds alone, which the case does not hold", "E271 E272"),
        ("what production costs is not in the case", "E276"),
        ("at times in 2024, not a mean over the year", "E282"),
        ("what a Russian round costs is not in the case", "E048 E049 E050"),
        ("a peak day; the model reports means over windows", "E055 E056 E076"),
        ("suspected slip in the source", "E096 E122 E188"),
        ("the other side is not in this case", "E097 E098 E099 E100 E101 E102"),
        ("the supplier's whole stock; the model knows the exportable part", "E127"),
        ("quality of deliveries, an input only", "E187"),
        ("use of capacity, or growth without a base", "E190 E191 E192 E193 E291"),
        ("rockets alone in a container, rounds in a wagon, containers in a voyage, and mass: conversions", "E199 E201 E202 E203 E204 E205"),
        ("one leg of the way, or a count of wagons with unknown contents", "E207 E208"),
        ("contracted, not delivered", "E211"),
        ("a reverse flow, which the model lacks", "E219"),
        ("a count of depots, a holding or a capacity, not rounds lost", "E220 E221 E222 E225 E227 E228"),
        ("payment in kind; the account is in money", "E230 E232"),
        ("an offer, not a delivery", "E231"),
        ("a raw material of home-made powder, about which nothing else is published", "E236"));

    internal static Dictionary<string, string> Reasons(params ReadOnlySpan<(string Reason, string Rows)> groups)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (reason, rows) in groups)
        {
            foreach (var row in rows.Split(' ')) reasons.Add(row, reason);
        }

        return reasons;
    }
}
