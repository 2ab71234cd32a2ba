namespace Supply.Cases;

/// <summary>The parts of the comparison that need words: causes of failures, contradictions, and why other rows are not checks.</summary>
internal static partial class Ukraine2022Plausibility
{
    /// <summary>Why the model lies outside a published range, by check; a failing check without a cause fails a test.</summary>
    private static Dictionary<string, string> Causes => field ??= Russia2022Plausibility.Reasons(
        ("The stock track alone, over a window as read; the count of all tracks (E251) is followed and starts six weeks later.", "E250"),
        ("The American total (E248) is spread evenly over its sixteen months, since nothing is published of its course; the model fires "
            + "what came by then.", "E107"),
        ("The winter without American funds: the counts say that fire fell to a third of what the Union's count (E254, spread evenly) and "
            + "other partners would still have carried. Either most of the Union's rounds of that year came late, or they were kept back; "
            + "the deliveries are followed.", "E115 E116 E117"),
        ("The Ukrainian series is broader than every other on its own side too: it gives five times what the minister wrote for the same "
            + "winter (E116, E118), so it holds mortars and other natures.", "E114 E118 E119"),
        ("The ratio of the winter without American funds: the model keeps Ukraine's fire two to three times as high as was counted (E116, "
            + "E117), and Russia's near the American counts (E085).", "E097 E098"),
        ("Ukrainian counts put Russian fire at more than twice the American ones (E085 against E086); the model's Russian fire follows its "
            + "supply, which is of the size of the latter.", "E099"),
        ("Said without days or a method; the model's band ends just below it. Russian fire in the model follows American counts and "
            + "supply, which are lower than Ukrainian counts (E092 against E093).", "E102"));

    private static readonly string[] Contradictions =
    [
        "Ukraine's fire early in 2024: at most 2,000 a day (E116, E117) against 10,000 (E118). Neither is followed; deliveries are.",
        "Ukraine's fire in summer 2023: at most 7,000 or 8,000 (E111, E112) against 13,000 (E114). Not followed.",
        "The Union's count in autumn 2023: 300,000 delivered (E251) against 480,000 three weeks later (E252), delivered or in the "
            + "pipeline. The first is followed, the quotient gives what provided means later.",
        "The Union's 1.6 million (E255) and the Czech 1.8 million of 2025 (E264) overlap. The Czech count is taken whole, of the Union's "
            + "an uncertain share.",
        "American output: 40,000 projectiles a month (E245) against 18,000 complete rounds (E246). Two readings of even weight.",
        "European output in 2024: capacity for a million (E258) against less than 600,000 (its note). The second is followed.",
        "The ratio early in 2024: 7 to 1 (E097) with at most 2,000 Ukrainian rounds a day (E116) makes 14,000 Russian ones; the 10,000 of "
            + "E085 make 5 to 1.",
    ];

    /// <summary>Why a row about Ukraine, its partners or the West is not a check.</summary>
    private static Dictionary<string, string> NoCheck => field ??= Russia2022Plausibility.Reasons(
        ("a requirement is an input and the outcome of nothing", "E108"),
        ("prices are not in the model", "E051"),
        ("output of a partner, of which the model holds the part for Ukraine", "E242 E243 E244 E245 E246 E257 E258 E260"),
        ("rounds of all channels that Czechia organised, of which the initiative is one", "E286 E297"),
        ("money, not rounds", "E287 E288"),
        ("a ratio of Russian to Western output of all ammunition", "E290"),
        ("a capacity of the Union, of which the model holds the part for Ukraine", "E289"),
        ("a target", "E247 E259"));
}
